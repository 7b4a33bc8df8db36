// Persons and topics: two colleagues of one name, a second device, and a topic renamed while another logs with it.
import assert from 'node:assert/strict';
import test from 'node:test';
import { World } from './support/world.mjs';
import { isAccessible, fitsAcross } from './support/accessible.mjs';
import { allSent, join_, open, phone, readyForOffline } from './support/phone.mjs';

const SITE = 'Bredtvetveien 2';
const button = (scope, name) => scope.getByRole('button', { name, exact: true });

// A site on a command line, and two phones in it whose owners have the names.
async function twoPhones(t, names) {
  const world = await World.of(t);
  await world.bomiljo('siri', 'init', '--server', world.address, '--site', SITE, '--name', 'Siri');
  const code = await world.bomiljo('siri', 'invite');
  const phones = [];
  for (const name of names) {
    const context = await phone(world);
    const page = await open(context, `${world.address}/#join=${code}`);
    await join_(page, '', name);
    await allSent(page);
    phones.push({ context, page });
  }
  for (const { page } of phones) await readyForOffline(page);
  // The first hears of the second, before the network goes.
  const [{ page }] = phones;
  await page.goto(`${world.address}/team`);
  await page.locator('main .row').nth(names.length - 1).waitFor();
  return { world, phones };
}

async function apart({ world, phones }) {
  await world.stopServer();
  for (const { context } of phones) await context.setOffline(true);
}

async function meet({ world, phones }) {
  await world.startServer();
  for (const { context } of phones) await context.setOffline(false);
  for (const { page } of phones) await allSent(page);
}

const owners = (page) => page.getByRole('group', { name: /^Hvem gjør det/ });

// The form of a follow-up, with its owners known; answers with whom it proposes.
async function promise(page, address) {
  await page.goto(`${address}/skjema/follow-up`);
  await owners(page).getByRole('button', { name: 'Anne (2)' }).waitFor();
  return owners(page).locator('[aria-pressed=true]').innerText();
}

async function promises(page, address, what, owner) {
  await promise(page, address);
  await page.getByLabel(/^Hva skal gjøres/).fill(what);
  const chip = button(owners(page), owner);
  if ((await chip.getAttribute('aria-pressed')) !== 'true') await chip.click();
  await button(page, 'Lagre').click();
  await page.locator('.record-form').waitFor({ state: 'detached' });
}

async function mine(page, address) {
  await page.goto(`${address}/saker`);
  await page.getByRole('button', { name: /^Mine/ }).click();
  await page.getByRole('button', { name: /^Mine/, pressed: true }).waitFor();
  const rows = page.locator('.case-list li.row b');
  await rows.first().waitFor();
  return (await rows.allInnerTexts()).sort();
}

test('two colleagues called Anne share a week without a mix-up, on two phones without a network', async (t) => {
  const site = await twoPhones(t, ['Anne', 'Anne']);
  const { world: { address }, phones: [one, other] } = site;
  const [her, him] = [await promise(one.page, address), await promise(other.page, address)];
  assert.deepEqual([her, him].sort(), ['Anne (1)', 'Anne (2)']);
  await apart(site);
  await promises(one.page, address, 'Ring legen', her);
  await promises(one.page, address, 'Hent nøklene', him);
  await promises(other.page, address, 'Ring skolen', him);
  await promises(other.page, address, 'Skriv til Nav', her);
  await meet(site);
  for (const [{ page }, what] of [[one, 'Skriv til Nav'], [other, 'Hent nøklene']]) {
    await page.goto(`${address}/saker`);
    await page.getByText(what).first().waitFor();
  }
  assert.deepEqual(await mine(one.page, address), ['Ring legen', 'Skriv til Nav']);
  assert.deepEqual(await mine(other.page, address), ['Hent nøklene', 'Ring skolen']);

  await t.test('one writes her surname, and the numbers go', async () => {
    await one.page.goto(`${address}/mer`);
    await one.page.getByText(`de andre ser deg som ${her}`).waitFor();
    await one.page.getByRole('link', { name: 'Siden din' }).click();
    await one.page.getByText('Dette er deg').waitFor();
    await isAccessible(one.page, 'a member');
    await one.page.getByRole('link', { name: /^Endre|^Rediger/ }).first().click();
    await one.page.getByLabel(/^Navn/).fill('Anne Berg');
    await button(one.page, 'Lagre').click();
    await one.page.locator('.record-form').waitFor({ state: 'detached' });
    await allSent(one.page);
    await other.page.goto(`${address}/team`);
    await other.page.getByRole('link', { name: /Anne Berg/ }).waitFor();
    assert.equal(await other.page.getByText('Anne (').count(), 0);
    await fitsAcross(other.page);
  });
});

test('a topic is renamed on one phone while the other logs with it', async (t) => {
  const site = await twoPhones(t, ['Aisha', 'Bjørn']);
  const { world: { address }, phones: [aisha, bjorn] } = site;
  await apart(site);
  await aisha.page.goto(`${address}/mer/tema`);
  await aisha.page.getByRole('link', { name: /Økonomi/ }).click();
  await aisha.page.getByRole('textbox', { name: /^Tekst på/ }).first().fill('Penger og regninger');
  await button(aisha.page, 'Lagre').click();
  await aisha.page.getByText('Penger og regninger').first().waitFor();
  await bjorn.page.goto(`${address}/samtale`);
  await button(bjorn.page, 'Økonomi').click();
  await button(bjorn.page, 'Lagre').click();
  await bjorn.page.locator('.record-form').waitFor({ state: 'detached' });
  await meet(site);
  for (const { page } of [aisha, bjorn]) {
    await page.goto(address);
    await page.getByRole('link', { name: /Penger og regninger/ }).first().waitFor();
    await page.goto(`${address}/samtale`);
    await button(page, 'Penger og regninger').waitFor();
    assert.equal(await button(page, 'Økonomi').count(), 0);
  }
});
