// Lists that a team has come in by a browser, and what was recorded leaves it as files.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import test from 'node:test';
import { World } from './support/world.mjs';
import { found, open, phone } from './support/phone.mjs';

const demo = (name) => fileURLToPath(new URL(`../../demo/bredtvetveien2/${name}`, import.meta.url));

async function atTheFiles(t) {
  const world = await World.of(t);
  const page = await open(await phone(world), world.address);
  await found(page, 'Bredtvetveien 2', 'Aisha');
  await page.goto(`${world.address}/mer/filer`);
  return page;
}

const kind = (page, section) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: section }) }).getByLabel('Hva gjelder det?');

test('lists come in with no network at all, also the first time', async (t) => {
  const world = await World.of(t);
  const context = await phone(world);
  const page = await open(context, world.address);
  await found(page, 'Bredtvetveien 2', 'Aisha');
  await page.waitForFunction(() => caches.match('/tables/tables_bg.wasm'));
  await context.setOffline(true);
  await page.goto(`${world.address}/mer/filer`);
  await bringIn(page, 'Leilighet', 'unit.csv', 37);
});

async function look(page, what, file) {
  await kind(page, 'Hent inn fra fil').selectOption({ label: what });
  await page.getByLabel('Fil', { exact: true }).setInputFiles(file);
}

async function bringIn(page, what, name, rows) {
  await look(page, what, demo(name));
  await page.getByRole('button', { name: `Importer ${rows} rader` }).click();
  await page.getByText(`${rows} rader er importert`).waitFor();
}

async function handedOut(page, what, format) {
  await kind(page, 'Lagre til fil').selectOption({ label: what });
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: format, exact: true }).click();
  return readFile(await (await download).path());
}

test('a plan is looked at before it comes in, and comes in once', async (t) => {
  const page = await atTheFiles(t);
  await look(page, 'Aktivitet', demo('activities.csv'));
  await page.getByText('Tirsdag 13. februar 2024, ikke «Onsdag». Datoen er brukt.').waitFor();
  await page.getByText('Uten dato: blir stående på uka.').waitFor();
  await page.getByRole('button', { name: 'Importer 18 rader' }).click();
  await page.getByText('18 rader er importert').waitFor();
  await look(page, 'Aktivitet', demo('activities.csv'));
  await page.getByText('18 finnes fra før').waitFor();
  assert.equal(await page.getByRole('button', { name: /^Importer/ }).count(), 0);
  const calendar = (await handedOut(page, 'Aktivitet', 'Kalender')).toString();
  assert.equal(calendar.match(/BEGIN:VEVENT/g).length, 18);
});

test('a workbook that was handed out is known when it comes back', async (t) => {
  const page = await atTheFiles(t);
  await bringIn(page, 'Leilighet', 'unit.csv', 37);
  const name = 'unit.xlsx';
  const buffer = await handedOut(page, 'Leilighet', 'Excel');
  await look(page, 'Leilighet', { name, mimeType: '', buffer });
  await page.getByText('37 finnes fra før').waitFor();
});

test('what is wrong with a file is said, and nothing of it comes in', async (t) => {
  const page = await atTheFiles(t);
  const buffer = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');
  await look(page, 'Beboer', { name: 'beboere.xlsx', mimeType: '', buffer });
  await page.getByText(/Dette er ikke en tabell/).waitFor();
  const people = 'Navn;Flyttet inn;Leilighet\nÅse Ærø;31.02.2024;\nBo;;H9999\n';
  await look(page, 'Beboer', { name: 'beboere.csv', mimeType: '', buffer: Buffer.from(people) });
  await page.getByText('2 kan ikke importeres').waitFor();
  await page.getByRole('cell', { name: /31\.02\.2024.*Skriv en dato/ }).waitFor();
  await page.getByRole('cell', { name: /H9999.*Velg en som finnes/ }).waitFor();
  assert.equal(await page.getByRole('button', { name: /^Importer/ }).count(), 0);
});
