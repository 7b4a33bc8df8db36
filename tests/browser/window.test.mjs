// The story in the real window.
import assert from 'node:assert/strict';
import test from 'node:test';
import { World, holds } from './support/world.mjs';
import { openWindow } from './support/window.mjs';

test('a conversation logged in the window survives kill -9 and is read in a colleague’s window', async (t) => {
  const world = await World.of(t);
  await world.bomiljo('aisha', 'init', '--server', world.address, '--site', 'Bredtvetveien 2', '--name', 'Aisha');
  const code = await world.bomiljo('aisha', 'invite');
  await world.stopServer();

  const first = await openWindow(world, 'aisha');
  await first.logs('Ringte Boligbygg om radiatoren – æøå');
  await first.kill();

  const again = await openWindow(world, 'aisha');
  await again.sees('Ringte Boligbygg om radiatoren – æøå');
  await again.click('1 venter – uten nett', ['button']);
  await world.startServer();
  await again.click('Prøv nå', ['button']);
  await again.sees('Alt er sendt');

  await world.bomiljo('bjorn', 'join', code, '--name', 'Bjørn');
  const colleague = await openWindow(world, 'bjorn');
  await colleague.sees('Ringte Boligbygg om radiatoren – æøå');
  assert.equal(await holds(world.folder, 'Boligbygg om radiatoren'), false, 'nothing typed lies about in the clear');
});
