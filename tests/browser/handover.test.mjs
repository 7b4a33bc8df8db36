// Staffing ends: two phones plan it, offline in between, until every matter has a receiver and every resident knows.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { basename } from 'node:path';
import test from 'node:test';
import { promisify } from 'node:util';
import { allSent, atWork, join_, open, phone, readyForOffline } from './support/phone.mjs';
import { beginHandover } from './support/pages.mjs';
import { openWindow } from './support/window.mjs';
import { until } from './support/world.mjs';

const button = (scope, name) => scope.getByRole('button', { name, exact: true });

// Counts what a thumb does from here on.
async function taps(page) {
  await page.evaluate(() => {
    globalThis.taps = 0;
    document.addEventListener('click', (event) => { globalThis.taps += event.isTrusted ? 1 : 0; }, true);
  });
  return () => page.evaluate(() => globalThis.taps);
}

async function plan(page, address) {
  await page.goto(`${address}/overlevering`);
  await page.getByRole('link', { name: /Bemanningen slutter/ }).click();
  await page.getByRole('button', { name: /saker er plassert/ }).waitFor();
}

// Gives all matters of a topic, or all there are, to a receiver.
async function give(page, receiver, topic) {
  if (topic) await page.getByLabel('Tema').selectOption({ label: topic });
  await page.getByRole('button', { name: /^Velg alle: Uten mottaker/ }).click();
  await button(page, 'Gi til …').click();
  const dialog = page.getByRole('dialog', { name: 'Gi til …' });
  await button(dialog, receiver).click();
  await button(dialog, 'Gitt').click();
  await dialog.getByRole('button', { name: /^Tilby/ }).click();
  await dialog.waitFor({ state: 'hidden' });
  if (topic) await page.getByLabel('Tema').selectOption({ label: 'Alle temaer' });
}

// Opens the first matter that is offered to Nav. What is far below the screen is not drawn.
async function offered(page) {
  const heading = page.getByRole('heading', { name: /^Nav Bjerke flyktningteam/ });
  const matter = page.getByRole('link', { name: /Tilbudt/ }).first();
  await heading.waitFor();
  await until('the matters under the heading are drawn', async () => {
    await heading.evaluate((it) => it.scrollIntoView());
    return (await matter.count()) > 0;
  });
  await matter.click();
}

test('staffing ends: matters are placed by two phones, accepted, declined, kept, and the handover closes', async (t) => {
  const { world, page: aisha, code } = await atWork(t);
  const { address } = world;
  const bjorn = await open(await phone(world), `${address}/#join=${code}`);
  await join_(bjorn, '', 'Kari');
  await allSent(bjorn);
  for (const page of [aisha, bjorn]) await readyForOffline(page);
  await beginHandover(aisha, address);
  await button(aisha, 'Avslutt overleveringen').waitFor();
  await allSent(aisha);
  await plan(bjorn, address);

  await t.test('it does not close while a matter has nobody', async () => {
    await button(aisha, 'Avslutt overleveringen').click();
    await aisha.getByText(/saker har ingen sagt ja til/).first().waitFor();
  });

  await t.test('both place matters without a network, by topic and at once', async () => {
    await world.stopServer();
    for (const page of [aisha, bjorn]) await page.context().setOffline(true);
    await give(bjorn, 'Boligbygg', 'Bolig');
    const counted = await taps(aisha);
    await give(aisha, 'Nav Bjerke flyktningteam');
    assert.ok((await counted()) <= 5, 'all that is left is placed with five taps');
    await world.startServer();
    for (const page of [aisha, bjorn]) await page.context().setOffline(false);
    for (const page of [aisha, bjorn]) await allSent(page);
  });

  await t.test('what a partner says is noted with who said it', async () => {
    await offered(aisha);
    await button(aisha, 'De tok imot').click();
    await aisha.getByLabel(/^Hva tar mottakeren på seg/).fill('Vi ringer henne på mandag');
    await button(aisha, 'Lagre').click();
    await aisha.getByText('Dette må fylles ut').first().waitFor();
    await aisha.getByLabel(/^Hvem svarte/).fill('Ingrid Moe');
    await button(aisha, 'Lagre').click();
    await aisha.locator('.tags').getByText('Tatt imot').waitFor();
    await aisha.getByText('Vi ringer henne på mandag').first().waitFor();
    await plan(aisha, address);
    await offered(aisha);
    await button(aisha, 'De takket nei').click();
    await aisha.getByLabel(/^Hvorfor ikke/).fill('Full liste');
    await aisha.getByLabel(/^Hvem svarte/).fill('Ingrid Moe');
    await button(aisha, 'Lagre').click();
    await aisha.locator('.tags').getByText('Takket nei').waitFor();
    await plan(aisha, address);
    await aisha.getByRole('link', { name: /sa nei/ }).first().waitFor();
  });

  await t.test('a resident is told at the door, offline, with few taps', async () => {
    await aisha.goto(address);
    const left = aisha.getByText(/beboere har ikke fått beskjed/).first();
    await left.waitFor();
    const before = parseInt(await left.innerText(), 10);
    await aisha.context().setOffline(true);
    const counted = await taps(aisha);
    const row = aisha.getByRole('link', { name: /Gi beskjed/ }).first();
    const name = await row.locator('b').innerText();
    await row.click();
    await aisha.getByRole('heading', { level: 1, name: `Gi beskjed til ${name}` }).waitFor();
    await aisha.locator('.sentences li').first().waitFor();
    await button(aisha, 'Har fått beskjed').click();
    await aisha.getByText(new RegExp(`^${before - 1} beboere`)).first().waitFor();
    assert.ok((await counted()) <= 4, 'from the first page');
    await aisha.context().setOffline(false);
  });

  await t.test('a lead signs a summary, which says if … then … unless things are steady', async () => {
    await plan(aisha, address);
    await aisha.getByRole('button', { name: /oppsummeringer er signert/ }).click();
    await aisha.getByRole('link', { name: /^Oppsummering for/ }).first().click();
    await button(aisha, 'Hold øye med').click();
    await button(aisha, 'Signer som leder').click();
    await aisha.getByText('Dette må fylles ut').first().waitFor();
    await aisha.getByLabel(/^Hvis … så …/).fill('Hvis det kommer brev, så les det sammen.');
    await button(aisha, 'Signer som leder').click();
    await aisha.locator('.tags').getByText('Signert', { exact: true }).waitFor();
  });

  await t.test('a laptop’s window, killed in between, shows what the phones did, and prints the whole', async () => {
    await allSent(aisha);
    await world.bomiljo('aisha', 'sync');
    const toHandover = async (window) => {
      await window.sees('Sist logget');
      await window.press('g');
      await window.press('m');
      await window.follow('Overlevering');
      await window.follow('Bemanningen slutter');
      await window.sees('saker er plassert');
      await window.sees('Boligbygg');
    };
    const first = await openWindow(world, 'aisha');
    await toHandover(first);
    await first.kill();
    const again = await openWindow(world, 'aisha');
    await toHandover(again);
    await again.click('Lagre som PDF', ['button']);
    await again.says('ligger blant nedlastingene dine');
    const file = await world.downloaded('.pdf');
    assert.match(basename(file), /^overlevering-\d{4}-\d{2}-\d{2}\.pdf$/);
    const { stdout } = await promisify(execFile)('pdftotext', [file, '-']);
    const text = stdout.replace(/\s+/g, ' ');
    for (const told of ['Hvem er hvem', 'Vi ringer henne på mandag', 'Full liste']) assert.ok(text.includes(told), `${told} in ${text}`);
    await again.close();
  });

  await t.test('a lead keeps the rest, and the handover closes', async () => {
    await plan(aisha, address);
    await aisha.getByRole('button', { name: /saker er plassert/ }).click();
    for (const group of await aisha.getByRole('button', { name: /^Velg alle/ }).all()) await group.click();
    for (const box of await aisha.getByRole('checkbox', { checked: false }).all()) await box.check();
    await button(aisha, 'Behold hos leder').click();
    const dialog = aisha.getByRole('dialog', { name: 'Behold hos leder' });
    await dialog.getByLabel(/^Hvorfor ingen andre/).fill('Boligkontoret begynner i mai');
    await dialog.getByRole('button', { name: /^Behold/ }).last().click();
    await dialog.waitFor({ state: 'hidden' });
    await button(aisha, 'Avslutt overleveringen').click();
    await aisha.locator('.tags').getByText('Avsluttet').waitFor();
    assert.deepEqual(aisha.complaints, []);
  });
});
