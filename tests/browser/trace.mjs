// Reports how smoothly a site of 10,000 residents and 100,000 records scrolls and is searched, on a
// phone's screen and on a laptop's. Fails when nothing happened, never because it took long.
import assert from 'node:assert/strict';
import { FELT, figures, traced } from './support/large-frames.mjs';
import { Hand } from './support/large-hand.mjs';
import { LAST, RECORDS, RESIDENTS, TALKATIVE, large } from './support/large.mjs';
import { SIZES } from './support/pages.mjs';
import { browser, join_, open } from './support/phone.mjs';
import { World, until } from './support/world.mjs';

// What is done, one after the other, each where the one before ended; and what there must be then.
const DEEDS = [
  ['residents: open', '.slots .row', TALKATIVE, (hand) => hand.press('a[href="/beboere"]')],
  ['residents: scroll through all', '.slots .row', LAST, (hand) => hand.scroll()],
  ['residents: open one at the end', '.timeline li', '', (hand) => hand.press('.slots .row a')],
  ['residents: back to the end', '.slots .row', LAST, (hand) => hand.press('.head-bar .round')],
  ['residents: find by letters', '.slots .row', TALKATIVE, (hand) => hand.type('.find input', TALKATIVE)],
  ['resident: open', '.timeline li', '', (hand) => hand.press('.slots .row a')],
  ['resident: earlier, nine times', '.timeline li', '', (hand) => hand.repeat(9, '.story > .ds-button', '.timeline li')],
  ['resident: scroll the story', '.timeline li', '', (hand) => hand.scroll()],
  ['resident: narrow the story', '.filters .chip:last-child[aria-pressed="true"]', '', (hand) => hand.press('.story .filters .chip:last-child')],
  ['cases: open', '.case-list .row', '', (hand) => hand.press('a[href="/saker"]')],
  ['cases: scroll', '.case-list .row', '', (hand) => hand.scroll('.case-list')],
  ['activities: open', '.week .row', '', (hand) => hand.press('a[href="/aktiviteter"]')],
  ['activities: earlier weeks', '.summary[aria-expanded="true"]', '', (hand) => hand.press('main .summary')],
  ['activities: scroll', '.week .row', '', (hand) => hand.scroll()],
  ['search: by letters', 'main .row', 'bostøtten', (hand) => hand.type('#search-typed', 'bostøtten fredag')],
  ['search: more of a kind', 'main .row:nth-child(6)', '', (hand) => hand.press('main .rows + .ds-button')],
  ['search: open what was found', 'main:not(:has(#search-typed)) h1', '', (hand) => hand.press('main .row a')],
];

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(0)} s`;
const closing = [];
const world = await World.of({ after: (action) => closing.push(action) });
try {
  let since = Date.now();
  const code = await large(world, 'aisha');
  console.log(`${RECORDS} records of ${RESIDENTS} residents imported and sent in ${seconds(since)}`);
  const context = await browser(world);
  const page = await open(context, `${world.address}/#join=${code}`);
  since = Date.now();
  await join_(page, '', 'Bjørn');
  await until('everything is fetched', () => page.getByText(/^Alt er sendt/).locator('visible=true').first().isVisible(), 900_000);
  console.log(`fetched by the browser in ${seconds(since)}`);
  for (const size of ['phone', 'laptop']) await report(page, size);
  assert.deepEqual(page.complaints, []);
} finally {
  for (const action of closing) await action();
}

async function report(page, size) {
  await page.setViewportSize(SIZES[size]);
  console.log(`${size}: milliseconds from the beginning of a frame until it is drawn`);
  console.log(`${''.padEnd(32)}frames  median   worst  over ${FELT}  longest task`);
  const hand = await Hand.on(page);
  await page.goto(world.address);
  for (const [name, selector, text, prepare] of DEEDS) {
    if (name === 'search: by letters') await page.goto(`${world.address}/sok`);
    const deed = await prepare(hand);
    const events = await traced(page, async () => {
      await deed();
      await hand.sees(selector, text);
    });
    const { frames, median, worst, felt, task, about } = figures(events);
    const numbers = [String(frames).padStart(6), ...[median, worst].map((it) => it.toFixed(0).padStart(8)), String(felt).padStart(9)];
    console.log(`${name.padEnd(32)}${numbers.join('')}  ${task.toFixed(0)} (${about})`);
  }
}
