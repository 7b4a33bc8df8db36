// The story in the real window.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import test from 'node:test';
import { World, holds } from './support/world.mjs';
import { openWindow } from './support/window.mjs';

test('a conversation logged in the window survives kill -9 and is read in a colleague’s window', async (t) => {
  const world = await World.of(t);
  await world.bomiljo('aisha', 'init', '--server', world.address, '--site', 'Bredtvetveien 2', '--name', 'Aisha');
  const code = await world.bomiljo('aisha', 'invite');
  await world.bomiljo('aisha', 'sync');
  await world.stopServer();

  const first = await openWindow(world, 'aisha');
  await first.logs('Ringte Boligbygg om radiatoren – æøå');
  await first.kill();

  const again = await openWindow(world, 'aisha');
  await again.sees('Ringte Boligbygg om radiatoren – æøå');
  await again.click('1 venter – uten nett', ['button']);
  await world.startServer();
  await again.click('Send og hent nå', ['button']);
  await again.sees('Alt er sendt');

  await world.bomiljo('bjorn', 'join', code, '--name', 'Bjørn');
  const colleague = await openWindow(world, 'bjorn');
  await colleague.sees('Ringte Boligbygg om radiatoren – æøå');
  assert.equal(await holds(world.folder, 'Boligbygg om radiatoren'), false, 'nothing typed lies about in the clear');
});

test('a working day is done in the window', async (t) => {
  const world = await World.of(t);
  await world.demo('aisha');
  const window = await openWindow(world, 'aisha');

  await window.click('Ny', ['button']);
  await window.click('Samtale', ['a']);
  await window.click('Bolig', ['button']);
  await window.type('Notat', 'Vannlåsen lekker');
  await window.click('Oppfølging', ['button']);
  await window.type('Hva skal gjøres', 'Ring vaktmesteren');
  await window.click('Lagre', ['button']);
  await window.says('Oppfølgingen er lagret');
  await window.sees('Ring vaktmesteren');

  await window.click('Ny', ['button']);
  await window.click('Samtale', ['a']);
  await window.follow('Oksana K.');
  await window.click('Økonomi', ['button']);
  await window.type('Notat', 'Bostøtten har ikke kommet');
  await window.follow('Send videre til');
  await window.sees('Ny henvisning');
  await window.click('Lagre', ['button']);
  await window.sees('Ikke sendt ennå');
  await window.click('Merk som sendt', ['button']);
  await window.sees('De sa nei');
  await window.click('Saker', ['a']);
  await window.sees('Ring vaktmesteren');
  await window.follow('Bostøtten har ikke kommet');
  await window.sees('De sa nei');

  await window.click('Aktiviteter', ['a']);
  await window.follow('Tur til Østmarka');
  await window.follow('Kryss av for Oksana K.');
  await window.sees('1 kom');

  await window.press('/');
  await window.listens('search');
  await window.press('vannlås');
  await window.follow('Vannlåsen lekker');
  await window.sees('Samtale med');
});

test('what the first page asks for is asked while the window still gets ready', async (t) => {
  const world = await World.of(t);
  await world.demo('aisha');
  const window = await openWindow(world, 'aisha');
  await window.sees('Sist logget');
  const left = await window.driver.executeScript('return [...globalThis.ahead.keys()]');
  assert.deepEqual(left, [], 'asked for nothing: the page asked otherwise');
});

test('a file that the window hands out lies among the downloads', async (t) => {
  const world = await World.of(t);
  await world.demo('aisha');
  const window = await openWindow(world, 'aisha');
  await window.sees('Sist logget');
  await window.press('g');
  await window.press('m');
  await window.follow('Import og eksport');
  await window.click('CSV', ['button']);
  await window.says('ligger blant nedlastingene dine');
  assert.match(await readFile(await world.downloaded('.csv'), 'utf8'), /Oksana/);
});

test('the window saves a document as PDF', async (t) => {
  const world = await World.of(t);
  await world.demo('aisha');
  const window = await openWindow(world, 'aisha');
  await window.click('Aktiviteter', ['a']);
  await window.follow('Ukeplan');
  await window.click('Lagre som PDF', ['button']);
  await window.says('ligger blant nedlastingene dine');
  const file = await world.downloaded('.pdf');
  assert.match(basename(file), /^ukeplan-\d{4}-\d{2}-\d{2}\.pdf$/);
  const bytes = await readFile(file);
  assert.equal(bytes.subarray(0, 5).toString(), '%PDF-');
});
