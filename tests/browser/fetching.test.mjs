// A new phone on a bad line: what isn't here yet is said, and comes where it broke off.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { browser, join_, open } from './support/phone.mjs';
import { SIZES } from './support/pages.mjs';
import { World } from './support/world.mjs';

// More than the server gives at once, since it never splits what was imported together.
const VISITS = 1_200;

async function long(world) {
  const code = await world.demo('aisha');
  const rows = Array.from({ length: VISITS }, (_, row) => `2025-0${1 + (row % 9)}-11T10:00:00Z,nav,Samtale ${row}`);
  const file = join(world.folder, 'visit.csv');
  await writeFile(file, ['at,topics,note', ...rows].join('\n'));
  await world.bomiljo('aisha', 'import', file);
  await world.bomiljo('aisha', 'sync');
  return code;
}

test('a phone that has not fetched everything says so, and goes on where it broke off', async (t) => {
  const world = await World.of(t);
  const code = await long(world);
  // Requests that a service worker makes can't be refused here.
  const context = await browser(world, { viewport: SIZES.phone, hasTouch: true, serviceWorkers: 'block' });
  let pages = 0;
  await context.route('**/v1/pull', (route) => ((pages += 1) === 2 ? route.abort() : route.continue()));
  const page = await open(context, `${world.address}/#join=${code}`);
  await join_(page, '', 'Bjørn');
  await page.getByText(/er ikke hentet ennå/).waitFor();
  // Nothing to begin with; then what the first page brought.
  const told = await page.locator('.callout .sub', { hasText: /^[1-9]/ }).innerText();
  const [done, of] = told.match(/\d+/g).map(Number);
  assert.ok(done < of && of > VISITS, told);
  if (process.env.BOMILJO_SHOT) await page.screenshot({ path: process.env.BOMILJO_SHOT });
  await page.getByText(/er ikke hentet ennå/).waitFor({ state: 'detached', timeout: 90_000 });
  await page.getByText(/Alt er sendt/).locator('visible=true').first().waitFor();
});

test('a page that could not be fetched comes by itself when the network is back', async (t) => {
  const world = await World.of(t);
  const code = await world.demo('aisha');
  const context = await browser(world, { viewport: SIZES.phone, hasTouch: true, serviceWorkers: 'block' });
  await context.route('**/split_later.wasm', (route) => route.abort());
  const page = await open(context, `${world.address}/#join=${code}`);
  await join_(page, '', 'Bjørn');
  await page.getByRole('navigation').getByRole('link', { name: 'Beboere' }).click();
  await page.getByRole('alert').filter({ hasText: /nett/ }).waitFor();
  await context.unroute('**/split_later.wasm');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await page.getByRole('heading', { level: 1, name: 'Beboere' }).waitFor();
});
