// A phone and a window are emptied, and nothing that was typed is on them any more.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { allSent, emptyProfile, join_, log, open, phone } from './support/phone.mjs';
import { openWindow } from './support/window.mjs';
import { World, until } from './support/world.mjs';

const TYPED = [
  'Oksana', 'Kovalenko', 'radiatoren', 'strømregningen', 'kiropraktoren', 'barnehageplass', 'oppholdskort', 'leiekontrakt',
  'depositumet', 'tannpine', 'nabokrangel', 'vaskeriet', 'sykkelboden', 'norskkurset', 'bankkortet', 'legevakta',
  'husleia', 'nøkkelbrikken', 'ventilasjonen', 'søppelsorteringen',
];

// Everything below a folder, as one heap of bytes.
async function heap(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((it) => it.isFile());
  return Buffer.concat(await Promise.all(files.map((it) => readFile(join(it.parentPath, it.name)))));
}

// Which of the words a folder has, and whether it has the key, in any of the ways in which they are stored.
async function left(folder, key) {
  const all = await heap(folder);
  const has = (bytes) => all.includes(bytes);
  const words = TYPED.filter((it) => has(Buffer.from(it)) || has(Buffer.from(it, 'utf16le')) || has(Buffer.from(it, 'latin1')));
  const hex = key.toString('hex');
  return [...words, ...[key, Buffer.from(hex), Buffer.from(hex.toUpperCase())].filter(has).map(() => 'the key')];
}

async function saves(world, kind, id, fields) {
  const [before] = (await world.call('aisha', 'get', { id }).catch(() => ({ entries: [] }))).entries;
  return world.call('aisha', 'save', { entry: { id, kind, fields, seen: before?.seen } });
}

// A closed handover, and an archive of everything that a depot has accepted.
async function isOver(world) {
  const [handover, { member: lead }] = [randomUUID(), await world.call('aisha', 'status', {})];
  await saves(world, 'handover', handover, { scope: 'building', last_day: world.day(20), lead });
  await saves(world, 'handover', handover, { status: 'open' });
  await world.call('aisha', 'close-handover', { id: handover });
  await world.bomiljo('aisha', 'archive', join(world.folder, 'archive'), '--depot', 'Oslo byarkiv');
  await world.bomiljo('aisha', 'sync');
  return handover;
}

async function isAccepted(world) {
  const { entries: [archive] } = await world.call('aisha', 'list', { kind: 'submission', limit: 1, skip: 0 });
  await saves(world, 'submission', archive.id, { status: 'accepted', decided: world.day(), said_by: 'Ingrid Moe' });
  await world.bomiljo('aisha', 'sync');
}

test('after the archive is accepted a phone and a window are emptied, and nothing typed is left on them', async (t) => {
  const world = await World.of(t);
  await world.bomiljo('aisha', 'init', '--server', world.address, '--site', 'Bredtvetveien 2', '--name', 'Aisha');
  const profile = await emptyProfile(world);
  const context = await phone(world, profile);
  const page = await open(context, `${world.address}/#join=${await world.bomiljo('aisha', 'invite')}`);
  await join_(page, '', 'Bjørn');
  await log(page, TYPED.join(' '));
  await until('the note is with Aisha', async () => {
    await world.bomiljo('aisha', 'sync');
    return (await world.call('aisha', 'search', { text: 'tannpine', limit: 5 })).hits.length > 0;
  });
  const handover = await isOver(world);

  // Received is not enough.
  await page.goto(`${world.address}/overlevering/${handover}`);
  await page.getByRole('button', { name: 'Tømme enhetene' }).click();
  await page.getByText('Det holder ikke at det er mottatt').waitFor();
  await isAccepted(world);
  const key = Buffer.from(await page.evaluate(async () => [...await (await import('/core/vault.js')).databaseKey()]));
  await page.getByRole('button', { name: 'Tøm denne enheten' }).click();
  await page.getByRole('button', { name: 'Tøm enheten nå' }).click();
  await page.getByRole('heading', { name: 'Enheten er tømt' }).waitFor();
  assert.deepEqual(await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    storage: localStorage.length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    files: (await Array.fromAsync((await navigator.storage.getDirectory()).keys())).length,
  })), { databases: 0, caches: 0, storage: 0, workers: 0, files: 0 });
  await context.close();
  assert.deepEqual(await left(profile, key), []);

  await world.bomiljo('aisha', 'sync');
  const herKey = Buffer.from((await readFile(join(world.home('aisha'), 'key'), 'utf8')).split('-')[0], 'hex');
  const window = await openWindow(world, 'aisha');
  await window.sees('Sist logget');
  await window.press('g');
  await window.press('m');
  await window.follow('Overlevering');
  await window.follow('Bemanningen slutter');
  await window.click('Tømme enhetene', ['button']);
  await window.sees('Tømt');
  await window.click('Tøm denne enheten', ['button']);
  await window.click('Tøm enheten nå', ['button']);
  await window.sees('Enheten er tømt');
  await window.close();
  assert.deepEqual(await left(world.home('aisha'), herKey), []);
});
