// What an open page asks of the core: again only what can have become different, and once.
import assert from 'node:assert/strict';
import test from 'node:test';
import { atWork } from './support/phone.mjs';
import { until } from './support/world.mjs';

const button = (page, name) => page.getByRole('button', { name, exact: true });
// Calls that a page makes to hear what changed, not to show it.
const LISTENING = ['watch', 'status', 'clock'];

// A page at work, and what it asked of the core since it was last asked for that.
async function asking(t) {
  const { world, page } = await atWork(t);
  await page.addInitScript(() => {
    globalThis.asked = [];
    const send = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message, ...rest) {
      if (message.request) globalThis.asked.push(message.request);
      return send.call(this, message, ...rest);
    };
  });
  const asked = async () => {
    const all = await page.evaluate(() => globalThis.asked.splice(0));
    return all.filter((it) => !LISTENING.includes(JSON.parse(it).call));
  };
  const sent = () => page.getByText(/^Alt er sendt/).locator('visible=true').first().waitFor();
  const rests = async () => {
    let before = -1;
    await until('the page asks for nothing more', async () => {
      const now = await page.evaluate(() => globalThis.asked.length);
      const same = now === before;
      before = now;
      return same;
    });
  };
  return { world, page, asked, sent, rests };
}

const names = (all) => all.map((it) => JSON.parse(it).call);

test('a save has each question of the page asked again once, however much is sent and fetched after it', async (t) => {
  const { world, page, asked, sent, rests } = await asking(t);
  await page.goto(world.address);
  await button(page, 'Gjennomført').first().waitFor();
  await sent();
  await rests();
  await asked();
  await button(page, 'Gjennomført').first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Lagre' }).click();
  await page.getByText('Angre').waitFor();
  await sent();
  await rests();
  const all = await asked();
  const saved = names(all).findIndex((it) => it.startsWith('save'));
  assert.ok(saved >= 0, names(all).join(' '));
  const again = all.slice(saved + 1);
  assert.ok(names(again).includes('today'), names(again).join(' '));
  assert.equal(new Set(again).size, again.length, `asked twice: ${again.join('\n')}`);
});

test('a form asks for none of its lists again while its user types', async (t) => {
  const { world, page, asked, rests } = await asking(t);
  await page.goto(`${world.address}/skjema/resident`);
  await page.getByLabel(/^Navn/).waitFor();
  await rests();
  await asked();
  await page.getByLabel(/^Telefon/).first().fill('22 00 00 00');
  await page.getByText('Kladd lagret').waitFor();
  await rests();
  assert.deepEqual([...new Set(names(await asked()))], ['keep-draft']);
});
