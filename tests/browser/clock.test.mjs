// One clock, the building's: whatever a device speaks, where it is and what it is set to.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import test from 'node:test';
import { ARGS, browser, found, join_, log, open } from './support/phone.mjs';
import { World, freePorts, program, until } from './support/world.mjs';

const KINDS = ['visit', 'appointment', 'incident', 'referral', 'follow-up', 'activity', 'resident'];
const SHOWN = { date: '24.12.2026', time: '10.00', 'datetime-local': '24.12.2026 10.00' };
const AMERICAN = { locale: 'en-US', args: [...ARGS, '--lang=en-US'] };

const form = (kind) => (kind === 'visit' ? '/samtale' : `/skjema/${kind}`);
const save = (page) => page.getByRole('button', { name: 'Lagre', exact: true }).click();
const saved = (page) => page.locator('.record-form').waitFor({ state: 'detached' });

// Opens all that a form has behind its disclosures, once it is drawn.
async function unfold(page) {
  await page.locator('.record-form .ds-input').first().waitFor();
  for (const closed of await page.locator('.record-form [aria-expanded="false"]').all()) await closed.click();
}

async function type(field, text) {
  await field.fill(text);
  await field.blur();
  return field.inputValue();
}

const button = (page, name) => page.getByRole('button', { name, exact: true });

// A site of somebody's own, in a browser with options of its own.
async function site(t, options = {}) {
  const world = await World.of(t);
  const page = await open(await browser(world, options), world.address);
  await found(page, 'Bredtvetveien 2', 'Aisha');
  return { world, page };
}

test('every day and time is typed the day first and by 24 hours in an American browser', async (t) => {
  const { world, page } = await site(t, AMERICAN);
  const seen = new Set();
  for (const kind of KINDS) {
    await page.goto(world.address + form(kind));
    await unfold(page);
    assert.equal(await page.locator(':is([type=date], [type=time], [type=datetime-local]):not(.native)').count(), 0, kind);
    for (const field of await page.locator('.record-form .written').all()) {
      const what = await field.getAttribute('data-what');
      const input = field.locator('.ds-input');
      seen.add(what);
      assert.equal(await type(input, SHOWN[what]), SHOWN[what], `${kind}: ${what}`);
      const iso = { date: '2026-12-24', time: '10:00', 'datetime-local': '2026-12-24T10:00' }[what];
      assert.equal(await type(input, iso), SHOWN[what], `${kind}: ${what} as a file has it`);
    }
  }
  assert.deepEqual([...seen].sort(), ['date', 'datetime-local', 'time']);
});

test('what was typed the day first is saved as that day, and what is none says so and stays', async (t) => {
  const { world, page } = await site(t, AMERICAN);
  await page.goto(`${world.address}/skjema/follow-up`);
  await page.getByLabel('Hva skal gjøres').fill('Ring Nav');
  const due = page.locator('#field-due');
  for (const text of ['24.12.2026', '24.12.26', '24/12/2026', '24122026', '24. desember 2026']) {
    assert.equal(await type(due, text), '24.12.2026', text);
  }
  assert.equal(await type(due, '31.02.2026'), '31.02.2026');
  await page.locator('#problem-due').getByText('Skriv en dato').waitFor();
  await save(page);
  await page.locator('.ds-error-summary').getByText('Skriv en dato').waitFor();
  assert.equal(await due.inputValue(), '31.02.2026');
  await type(due, '24.12.2026');
  await save(page);
  await saved(page);
  await page.getByText('24. desember').first().waitFor();
});

test('ten in Kyiv is ten in Oslo, on the slip too, and the device in Kyiv says why', async (t) => {
  const world = await World.of(t);
  const code = await world.demo('aisha');
  const join = async (timezoneId, name) => {
    const page = await open(await browser(world, { timezoneId }), `${world.address}/#join=${code}`);
    await join_(page, '', name);
    await page.getByRole('heading', { name: 'Sist logget' }).waitFor();
    return page;
  };
  const [kyiv, oslo] = [await join('Europe/Kyiv', 'Bjørn'), await join('Europe/Oslo', 'Chen')];
  await kyiv.getByText(/går etter klokka i Oslo/).waitFor();
  assert.equal(await oslo.getByText(/går etter klokka i/).count(), 0);
  await kyiv.goto(`${world.address}/skjema/appointment`);
  await button(kyiv, 'Mykola T.').click();
  await kyiv.getByLabel('Hva det gjelder').fill('Time hos tannlegen');
  const day = world.day(9).split('-').reverse().join('.');
  await type(kyiv.locator('#field-at'), `${day} 10.00`);
  await save(kyiv);
  await saved(kyiv);
  for (const page of [kyiv, oslo]) {
    await page.goto(`${world.address}/avtaler`);
    await page.locator('li, a').filter({ hasText: 'Time hos tannlegen' }).filter({ hasText: '10.00' }).first().waitFor();
    await page.locator('a[href^="/avtale/"]').filter({ hasText: 'Time hos tannlegen' }).first().click();
    await page.getByRole('link', { name: 'Lapp til beboeren' }).click();
    await page.locator('main').getByText(/kl\. 10\.00/).first().waitFor();
  }
});

test('the two half past twos of the autumn night are told apart, and the skipped one of spring is refused', async (t) => {
  const { world, page } = await site(t);
  await page.goto(`${world.address}/skjema/incident`);
  await unfold(page);
  const at = page.locator('#field-at');
  await type(at, '24.10.2026 02.30');
  await page.locator('.twice').waitFor({ state: 'detached' });
  await type(at, '29.03.2026 02.30');
  await page.locator('#problem-at').getByText('finnes ikke').waitFor();
  await type(at, '25.10.2026 02.30');
  await page.getByRole('button', { name: 'Andre gang (normaltid)' }).click();
  assert.equal(await at.inputValue(), '25.10.2026 02.30');
  await at.focus();
  await at.blur();
  await page.locator('.twice [aria-pressed="true"]').getByText('Andre gang').waitFor();
  await page.getByLabel('Hva skjedde').fill('Brannalarm');
  for (const chosen of ['Støy', 'Mindre alvorlig']) await button(page, chosen).click();
  await save(page);
  await page.getByText('02.30 (normaltid)').first().waitFor();
});

test('a release of the browser edition heeds no test', async (t) => {
  const world = await World.of(t);
  const [port] = await freePorts(1);
  const release = process.env.BOMILJO_WEB_RELEASE ?? process.env.BOMILJO_WEB;
  const args = ['--listen', `127.0.0.1:${port}`, '--data', `${world.folder}/release`, '--web', release];
  const env = { ...process.env, BOMILJO_CLOCK_OFFSET_MS: '0', RUST_LOG: 'warn' };
  const server = spawn(program('bomiljo-server'), args, { stdio: 'ignore', env });
  world.onClose(async () => server.kill());
  const address = `http://127.0.0.1:${port}`;
  await until('the server answers', async () => (await fetch(`${address}/healthz`)).ok);
  const context = await browser(world);
  await context.addInitScript(() => { globalThis.bomiljoClockOffset = 400 * 86_400_000; });
  const page = await open(context, address);
  await found(page, 'Bredtvetveien 2', 'Aisha');
  await log(page, 'Spurte om husleia');
  const today = new Intl.DateTimeFormat('nb-NO', { timeZone: 'Europe/Oslo', day: 'numeric', month: 'long' }).format(new Date());
  await page.getByRole('heading', { level: 1, name: today }).waitFor();
});
