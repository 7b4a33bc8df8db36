// Measures what a phone waits for on slow 4G: the first visit, until the page can be used, and a later
// one, from the service worker.
import { found, open, phone, readyForOffline } from './support/phone.mjs';
import { slowLink } from './support/slow_link.mjs';
import { World } from './support/world.mjs';

const RUNS = 3;
const SLOW_4G = { kilobits: 1_600, latency: 150 };

async function visits() {
  const closing = [];
  const world = await World.of({ after: (action) => closing.push(action) });
  const link = await slowLink(world.port, SLOW_4G);
  const context = await phone(world);
  const began = performance.now();
  const page = await open(context, link.address);
  await page.getByRole('button', { name: /Start et nytt bygg/ }).waitFor();
  const first = { millis: performance.now() - began, bytes: link.bytes() };
  await found(page, 'Bredtvetveien 2', 'Aisha');
  await readyForOffline(page);
  const again = performance.now();
  await page.reload();
  await page.getByRole('navigation').first().waitFor();
  const later = performance.now() - again;
  link.close();
  for (const action of closing) await action();
  return { first, later };
}

const median = (figures) => figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)];
const all = [];
for (let run = 0; run < RUNS; run += 1) all.push(await visits());
const [first, later] = [median(all.map((it) => it.first.millis)), median(all.map((it) => it.later))];
const bytes = median(all.map((it) => it.first.bytes));
console.log(`slow 4G (1.6 Mbit/s, 150 ms): first visit usable after ${(first / 1000).toFixed(1)} s and ${Math.round(bytes / 1000)} kB, a later one after ${(later / 1000).toFixed(1)} s (medians of ${RUNS})`);
process.exit(0);
