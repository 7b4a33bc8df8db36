// What somebody has begun to write: kept from the first tap, found again where it was written, and back
// after it was thrown away.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import test from 'node:test';
import { atWork, emptyProfile, found, noteDown, open, phone } from './support/phone.mjs';
import { World, until } from './support/world.mjs';

const button = (page, name) => page.getByRole('button', { name, exact: true });
const section = (page, heading) =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: heading }) });

// The processes of the browser that has a profile open, its own first.
async function processes(profile) {
  const all = [];
  for (const pid of (await readdir('/proc')).filter((it) => /^\d+$/.test(it))) {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (line.includes(`--user-data-dir=${profile}`)) all.push(Number(pid));
  }
  return all;
}

async function kill(profile) {
  for (const pid of await processes(profile)) {
    try { process.kill(pid, 'SIGKILL'); } catch { /* It went with the others. */ }
  }
  await until('the browser is dead', async () => (await processes(profile)).length === 0);
}

// A conversation that was begun on a phone, and the same form on that phone after it died.
async function begins(t) {
  const world = await World.of(t);
  const profile = await emptyProfile(world);
  const page = await open(await phone(world, profile), world.address);
  await found(page, 'Bredtvetveien 2', 'Aisha');
  await noteDown(page, 'Samtale');
  await button(page, 'Bolig').click();
  const comesBack = async () => {
    await kill(profile);
    const again = await open(await phone(world, profile), world.address);
    await section(again, /^Ikke ferdig/).getByRole('link').first().click();
    await again.getByRole('button', { name: 'Bolig', pressed: true }).waitFor();
    return again;
  };
  return { page, comesBack };
}

test('of twenty seconds of typing without a pause a phone that dies loses two at most', async (t) => {
  const { page, comesBack } = await begins(t);
  const note = page.getByLabel(/^Notat/);
  await note.focus();
  // As many letters a second as somebody writes who is in a hurry; each says when it was typed.
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const typed = [];
  const end = Date.now() + 20_000;
  while (Date.now() < end) {
    const letter = letters[typed.length % letters.length];
    await page.keyboard.type(letter);
    typed.push(Date.now());
    await page.waitForTimeout(60);
  }
  const died = Date.now();
  const again = await comesBack();
  const kept = (await again.getByLabel(/^Notat/).inputValue()).length;
  const wanted = typed.filter((at) => at < died - 2_000).length;
  assert.ok(kept >= wanted, `of ${typed.length} letters ${kept} are kept, and ${wanted} are older than two seconds`);
});

test('a draft is kept from the first tap', async (t) => {
  const { page, comesBack } = await begins(t);
  await page.getByText('Kladd lagret').waitFor();
  await comesBack();
});

test('a draft that was thrown away comes back whole', async (t) => {
  const { page, start } = await atWork(t);
  await noteDown(page, 'Samtale');
  await button(page, 'Oksana K.').click();
  await button(page, 'Bolig').click();
  await page.getByLabel(/^Notat/).fill('En lang og viktig samtale');
  await button(page, 'Kast kladden').click();
  await page.getByText('Kladden er kastet').waitFor();
  assert.equal(await section(page, /^Ikke ferdig/).count(), 0);
  await button(page, 'Angre').click();
  await page.getByText('Kladden er tilbake').waitFor();
  await page.getByRole('link', { name: 'Vis', exact: true }).click();
  assert.equal(await page.getByLabel(/^Notat/).inputValue(), 'En lang og viktig samtale');
  await page.locator('.face[aria-pressed=true]', { hasText: 'Oksana K.' }).waitFor();
  await page.getByRole('button', { name: 'Bolig', pressed: true }).waitFor();
  await start();
  await section(page, /^Ikke ferdig/).getByRole('link', { name: /Samtale – Oksana K\..*viktig/s }).waitFor();
});

test('what was written about how an appointment went is found again where it was written', async (t) => {
  const { page, start } = await atWork(t);
  await button(page, 'Gjennomført').first().click();
  const outcome = page.getByLabel(/^Hva kom det ut av det/);
  await outcome.fill('Ny time trengs');
  await page.waitForFunction(() => document.querySelector('dialog[open]'));
  await page.keyboard.press('Escape');
  await start();
  const draft = section(page, /^Ikke ferdig/).getByRole('link', { name: /^Gjennomført – .*Ny time trengs/s });
  await draft.click();
  assert.equal(await outcome.inputValue(), 'Ny time trengs');
  await page.keyboard.press('Escape');
  await page.getByText(/^Her ligger en kladd/).waitFor();
  await page.goto(page.url().split('?')[0]);
  await page.getByText(/^Her ligger en kladd/).waitFor();
  await button(page, 'Fortsett på kladden').click();
  assert.equal(await outcome.inputValue(), 'Ny time trengs');
  await page.getByRole('dialog').getByRole('button', { name: 'Lagre' }).click();
  await page.getByText(/^Lagret|er lagret$/).first().waitFor();
  await page.getByText(/^Her ligger en kladd/).waitFor({ state: 'detached' });
});

test('what was written of an answer is found again where it was written', async (t) => {
  const { world, page } = await atWork(t);
  const { entries } = await world.call('aisha', 'list', { kind: 'referral', limit: 50, skip: 0 });
  const sent = entries.find((it) => it.fields.status === 'sent');
  await page.goto(`${world.address}/saker/${sent.id}`);
  await button(page, 'Skriv inn svaret').click();
  const answer = page.locator('#field-answer');
  await answer.fill('De kommer på torsdag');
  await page.getByRole('link', { name: 'I dag', exact: true }).locator('visible=true').first().click();
  await section(page, /^Ikke ferdig/).getByRole('link', { name: /^Skriv inn svaret – .*torsdag/s }).click();
  assert.equal(await answer.inputValue(), 'De kommer på torsdag');
  await page.goto(page.url().split('?')[0]);
  await page.getByText(/^Her ligger en kladd/).waitFor();
  await button(page, 'Fortsett på kladden').click();
  assert.equal(await answer.inputValue(), 'De kommer på torsdag');
});

test('an old draft says that a colleague has changed the record since, and neither number is lost', async (t) => {
  const { world, page } = await atWork(t);
  await page.goto(`${world.address}/beboere`);
  await page.getByRole('link', { name: /Oksana K\./ }).first().click();
  const own = new URL(page.url()).pathname;
  await page.getByRole('link', { name: 'Rediger' }).click();
  await page.getByLabel(/^Telefon/).fill('000 11 111');
  await page.getByText('Kladd lagret').waitFor();
  const id = own.split('/').pop();
  const read = (await world.call('aisha', 'get', { id })).entries[0];
  await world.call('aisha', 'save', { entry: { ...read, fields: { phone: '000 22 222' }, conflicts: [] } });
  await world.bomiljo('aisha', 'sync');
  await page.goto(`${world.address}${own}`);
  await page.getByText(/Aisha har endret dette siden/).waitFor();
  await page.getByRole('link', { name: 'Fortsett på kladden' }).click();
  await page.getByText(/Du fortsetter på en kladd.*Aisha har endret dette siden/).waitFor();
  await button(page, 'Lagre').click();
  await page.getByRole('heading', { name: 'To versjoner av «Telefon»' }).waitFor();
  for (const number of ['000 11 111', '000 22 222']) await page.getByText(number).first().waitFor();
});
