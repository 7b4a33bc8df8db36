// Every page, on a phone and a laptop, light and dark, narrow and large: usable by all.
import assert from 'node:assert/strict';
import test from 'node:test';
import { World } from './support/world.mjs';
import { browser, join_, open } from './support/phone.mjs';
import { fitsAcross, isAccessible } from './support/accessible.mjs';
import { PAGES, SIZES } from './support/pages.mjs';

async function joined(t, options) {
  const world = await World.of(t);
  const code = await world.demo('aisha');
  const page = await open(await browser(world, options), `${world.address}/#join=${code}`);
  await page.getByLabel('Navnet ditt').waitFor();
  await isAccessible(page, 'start');
  await join_(page, '', 'Bjørn');
  return { page, address: world.address };
}

for (const colorScheme of ['light', 'dark']) {
  test(`every page is accessible and fits, ${colorScheme}`, async (t) => {
    const { page, address } = await joined(t, { colorScheme, viewport: SIZES.phone });
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      for (const [name, visit] of Object.entries(PAGES)) {
        await visit(page, address);
        await isAccessible(page, `${name}, ${size}`);
        await fitsAcross(page, `${name}, ${size}`);
      }
    }
    assert.deepEqual(page.complaints, []);
  });
}

test('text at 200 % fits a phone', async (t) => {
  const { page, address } = await joined(t, { viewport: SIZES.phone });
  for (const [name, visit] of Object.entries(PAGES)) {
    await visit(page, address);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    await fitsAcross(page, `${name} at 200 %`);
  }
});

test('what axe finds is noticed', async (t) => {
  const { page } = await joined(t, { viewport: SIZES.phone });
  await page.evaluate(() => document.querySelector('main').append(document.createElement('button')));
  await assert.rejects(isAccessible(page, 'a button without a name'), /button-name/);
});
