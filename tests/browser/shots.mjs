// Pictures of every page, on a phone and a laptop, light and dark, from the demo site.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { World } from './support/world.mjs';
import { browser, join_, open } from './support/phone.mjs';
import { PAGES, SIZES } from './support/pages.mjs';

const [folder = 'shots'] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const closing = [];
const world = await World.of({ after: (action) => closing.push(action) });
const code = await world.demo('aisha');
for (const colorScheme of ['light', 'dark']) {
  const context = await browser(world, { colorScheme, viewport: SIZES.phone, deviceScaleFactor: 1.5 });
  const page = await open(context, `${world.address}/#join=${code}`);
  const shoot = (name, size) =>
    page.screenshot({ path: join(folder, `${name}-${size}-${colorScheme}.png`), animations: 'disabled' });
  await page.getByLabel('Navnet ditt').waitFor();
  await shoot('start', 'phone');
  await join_(page, '', 'Bjørn');
  for (const [size, viewport] of Object.entries(SIZES).filter(([size]) => size !== 'narrow')) {
    await page.setViewportSize(viewport);
    for (const [name, visit] of Object.entries(PAGES)) {
      await visit(page, world.address);
      await shoot(name, size);
    }
  }
  await context.close();
}
for (const action of closing) await action();
console.log(`Pictures in ${folder}`);
