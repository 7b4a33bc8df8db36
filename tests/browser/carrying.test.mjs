// A lead carries a handover away from a real window, and a team that begins anew takes it over in another.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { promisify } from 'node:util';
import { openWindow } from './support/window.mjs';
import { World } from './support/world.mjs';

async function saves(world, id, fields) {
  const [before] = (await world.call('aisha', 'get', { id }).catch(() => ({ entries: [] }))).entries;
  return world.call('aisha', 'save', { entry: { id, kind: 'handover', fields, seen: before?.seen } });
}

// A building with one resident, where a handover is open and a lead keeps one of its matters.
async function kept(t) {
  const world = await World.of(t);
  await world.bomiljo('aisha', 'init', '--server', world.address, '--site', 'Bredtvetveien 2', '--name', 'Aisha');
  const [resident, bills] = [randomUUID(), randomUUID()];
  await world.call('aisha', 'save-all', { entries: [
    { id: resident, kind: 'resident', fields: { name: 'Oksana Kovalenko', languages: ['uk'] } },
    { id: bills, kind: 'follow-up', fields: { what: 'Strømregningen', due: world.day(3), about: [resident] } },
    { id: randomUUID(), kind: 'visit', fields: { at: world.now().toISOString(), residents: [resident], topics: ['economy'], note: 'Regning' } },
  ] });
  const [handover, { member: lead }] = [randomUUID(), await world.call('aisha', 'status', {})];
  await saves(world, handover, { scope: 'building', last_day: world.day(20), lead });
  await saves(world, handover, { status: 'open' });
  const [reason, review] = ['Boligkontoret begynner i mai', world.day(30)];
  await world.call('aisha', 'keep-matters', { handover, matters: [bills], reason, review });
  return world;
}

// From the first page, which has that text, on to others.
async function toPage(window, first, ...ways) {
  await window.sees(first);
  await window.press('g');
  await window.press('m');
  for (const way of ways) await window.follow(way);
}

// Makes what a button makes; answers with the file that it hands out, and the words for it.
async function makes(world, window, button, ending) {
  await window.click(button, ['button']);
  const words = await window.reads('.secret');
  assert.equal(words.split('-').length, 6);
  const file = await world.downloaded(ending);
  await window.click('Lukk', ['button']);
  return { file, words };
}

// The sealed archive, out of the ZIP with the file that describes it.
async function unzipped(world, file) {
  await promisify(execFile)('python3', ['-m', 'zipfile', '-e', file, world.folder]);
  const names = await readdir(world.folder);
  return join(world.folder, names.find((it) => it.endsWith('.tar.age')));
}

test('a handover, the archive and a copy of the site are made in a window, and a new team takes the handover over', async (t) => {
  const world = await kept(t);
  const window = await openWindow(world, 'aisha');
  await toPage(window, 'Sist logget', 'Overlevering', 'Bemanningen slutter');
  await window.click('Arkiv, nytt team og kopi', ['button']);
  const whole = await makes(world, window, 'Lag fil til et nytt team', '.age');
  await window.type('Arkivskaper', 'Bydel Bjerke');
  await window.type('Depot som skal ta imot, for eksempel byarkivet', 'Oslo byarkiv');
  const archive = await makes(world, window, 'Lag arkivuttrekk', '.zip');
  const copy = await makes(world, window, 'Lag kopi av alt i bygget', `kopi-${world.day()}.age`);
  await window.close();
  const verified = async ({ file, words }) =>
    JSON.parse(await world.bomiljo('aisha', 'verify-package', file, '--words', words)).what;
  assert.equal(await verified(whole), 'handover');
  assert.equal(await verified(copy), 'site');
  assert.equal(await verified({ ...archive, file: await unzipped(world, archive.file) }), 'archive');

  await world.bomiljo('chen', 'init', '--server', world.address, '--site', 'Storgata 1', '--name', 'Chen');
  const anew = await openWindow(world, 'chen');
  await toPage(anew, 'Velkommen!', 'Import og eksport');
  await anew.gives('handed', whole.file);
  await anew.type('Kodeord', 'abbor agurk albue alpin anker ansatt');
  await anew.click('Overta', ['button']);
  await anew.sees('Kodeordet passer ikke til fila');
  await anew.type('Kodeord', whole.words.replaceAll('-', ' '));
  await anew.click('Overta', ['button']);
  await anew.sees('Disse sakene hadde ingen tatt på seg');
  await anew.sees('Lederen beholdt saken: Boligkontoret begynner i mai');
  await anew.follow('Strømregningen');
  await anew.sees('Oksana Kovalenko');
  await anew.follow('Historikk');
  await anew.sees('Aisha, Bredtvetveien 2');
});
