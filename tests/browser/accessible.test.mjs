// Every page, on a phone and a laptop, light and dark, narrow and large: usable by all.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import test from 'node:test';
import { World } from './support/world.mjs';
import { browser, join_, open } from './support/phone.mjs';
import { COLOURS, SHAPE, fitsAcross, isAccessible } from './support/accessible.mjs';
import { PAGES, READ_BY_RESIDENTS, SIZES } from './support/pages.mjs';

// How each page is looked at. The dark changes colours and nothing else; a size changes no colour.
const WAYS = [
  { name: 'phone', viewport: SIZES.phone },
  { name: 'phone in the dark', viewport: SIZES.phone, colorScheme: 'dark', rules: COLOURS },
  { name: 'phone at 200 %', viewport: SIZES.phone, text: '200%', rules: SHAPE },
  { name: 'narrow', viewport: SIZES.narrow, rules: SHAPE },
  { name: 'laptop', viewport: SIZES.laptop },
  { name: 'laptop in the dark', viewport: SIZES.laptop, colorScheme: 'dark', rules: COLOURS },
];

async function turn(page, { viewport, colorScheme = 'light', text = '' }) {
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme });
  await page.evaluate((size) => document.documentElement.style.setProperty('font-size', size), text);
}

// Looks at a page in each way, and leaves it as it was.
async function look(page, where) {
  for (const way of WAYS) {
    await turn(page, way);
    await isAccessible(page, `${where}, ${way.name}`, way.rules);
    await fitsAcross(page, `${where}, ${way.name}`);
  }
  await turn(page, WAYS[0]);
}

async function joined(t, options) {
  const world = await World.of(t);
  const code = await world.demo('aisha');
  const page = await open(await browser(world, options), `${world.address}/#join=${code}`);
  await page.getByLabel('Navnet ditt').waitFor();
  return { page, address: world.address };
}

test('every page is accessible and fits, on a phone and a laptop, light and dark, narrow and large', async (t) => {
  const { page, address } = await joined(t, { viewport: SIZES.phone });
  await look(page, 'start');
  await join_(page, '', 'Bjørn');
  const passed = new Set();
  page.on('framenavigated', (frame) => passed.add(new URL(frame.url()).pathname));
  for (const [name, visit] of Object.entries(PAGES)) {
    await visit(page, address);
    await look(page, name);
  }
  assert.deepEqual(page.complaints, []);
  assert.deepEqual((await pathsOfTheApp()).filter((path) => !isAmong(passed, path)), [], 'no page is left out');
});

for (const [language, tag] of [['Arabisk', 'ar'], ['Dari', 'fa-AF']]) {
  test(`what residents read runs from right to left, ${language}`, async (t) => {
    const { page, address } = await joined(t, { viewport: SIZES.narrow });
    await join_(page, '', 'Bjørn');
    for (const name of READ_BY_RESIDENTS) {
      await PAGES[name](page, address);
      await page.getByRole('button', { name: language, exact: true }).click();
      const theirs = page.locator(`main [lang="${tag}"]`);
      await theirs.first().waitFor();
      const directions = (texts) => texts.evaluateAll((all) => [...new Set(all.map((it) => getComputedStyle(it).direction))]);
      assert.deepEqual(await directions(theirs), ['rtl'], name);
      assert.deepEqual(await directions(page.locator('main :is(article, section, p, span):is([lang="nb"])')), ['ltr'], name);
      await isAccessible(page, `${name} in ${language}`);
      await fitsAcross(page, `${name} in ${language}`);
    }
  });
}

const UUID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
// What stands for `:id` and `:kind` in an address.
const PARTS = { id: UUID, kind: '[a-z-]+' };

// The rows of the table of pages, `Route::at("case", "/saker/:id")`, as patterns of paths.
async function pathsOfTheApp() {
  const folder = new URL('../../ui/src/', import.meta.url);
  const files = (await readdir(folder, { recursive: true })).filter((it) => it.endsWith('.rs'));
  const sources = await Promise.all(files.map((it) => readFile(new URL(it, folder), 'utf8')));
  const code = sources.map((it) => it.split('#[cfg(test)]')[0]);
  const rows = code.flatMap((it) => [...it.matchAll(/Route::at\(\s*"[^"]+",\s*"([^"]+)"/g)]);
  // Where a site is joined; with one, it shows the start page.
  const paths = rows.map(([, path]) => path).filter((it) => it !== '/start');
  assert.ok(paths.length > 20, `${paths.length} paths found`);
  return paths.map((it) => it.replace(/:(\w+)/g, (_, part) => PARTS[part]));
}

const isAmong = (passed, path) => [...passed].some((it) => new RegExp(`^${path}$`).test(it));

test('what axe finds is noticed', async (t) => {
  const { page } = await joined(t, { viewport: SIZES.phone });
  await page.evaluate(() => document.querySelector('main').append(document.createElement('button')));
  await assert.rejects(isAccessible(page, 'a button without a name'), /button-name/);
});
