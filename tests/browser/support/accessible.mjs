// What axe finds, in words.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import assert from 'node:assert/strict';

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// Fails with everything that axe objects to on the page as it stands.
export async function isAccessible(page, where) {
  // Evaluated through the debugger, so that the page's policy against foreign scripts stays on.
  await page.evaluate(source);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  const words = violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((it) => it.html).join('\n  ')}`);
  assert.deepEqual(words, [], `${where}\n${words.join('\n')}`);
}

// Nothing is cut off or needs scrolling sideways.
export async function fitsAcross(page, where) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(over <= 0, `${where} is ${over} px too wide`);
}
