// What axe finds, in words.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import assert from 'node:assert/strict';

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// What axe takes longest for.
const CONTRAST = 'color-contrast';
// Only contrast, and all but it.
export const COLOURS = { runOnly: [CONTRAST] };
export const SHAPE = { rules: { [CONTRAST]: { enabled: false } } };

// Fails with everything that axe objects to on the page as it stands, by all rules or by those that are asked for.
export async function isAccessible(page, where, rules) {
  // Evaluated through the debugger, so that the page's policy against foreign scripts stays on.
  if (await page.evaluate(() => !window.axe)) await page.evaluate(source);
  const options = { resultTypes: ['violations'], ...rules };
  const { violations } = await page.evaluate((it) => window.axe.run(document, it), options);
  const words = violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((it) => it.html).join('\n  ')}`);
  assert.deepEqual(words, [], `${where}\n${words.join('\n')}`);
}

// Nothing is cut off or needs scrolling sideways.
export async function fitsAcross(page, where) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(over <= 0, `${where} is ${over} px too wide`);
}
