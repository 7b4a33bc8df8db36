// What the desktop says of the day while the window is open.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import test from 'node:test';
import { Desktop } from './support/desktop.mjs';
import { World, until } from './support/world.mjs';
import { openWindow } from './support/window.mjs';

const WHO = 'Oksana';
const WHAT = 'gjelden til Klarna';

test('the desktop says that something is due and that an appointment is near, and never whose', async (t) => {
  const world = await World.of(t);
  await world.bomiljo('aisha', 'init', '--server', world.address, '--site', 'Bredtvetveien 2', '--name', 'Aisha');
  const { member } = await world.call('aisha', 'status', {});
  const resident = await save(world, 'resident', { name: WHO, called: WHO });
  await save(world, 'follow-up', { what: `Ring om ${WHAT}`, about: [resident], owner: member, due: world.day() });
  const before = world.day();
  const at = world.now(61 * 60_000).toISOString();
  await save(world, 'appointment', { at, residents: [resident], purpose: `Namsmannen om ${WHAT}`, escort: member });

  // Nobody gave the appointment a status, as in a list that was imported: it is planned all the same.
  // It comes within the hour while the window is open.
  const desktop = await Desktop.of(t);
  const window = await openWindow(world, 'aisha');
  await window.sees(WHAT);
  await until('something is due', () => desktop.says('Noe må gjøres i dag'));
  await until('an appointment is near', () => desktop.says('En avtale er om en time'), 150_000);
  if (world.day() === before) assert.equal(desktop.count('Noe må gjøres i dag'), 1, 'what is due is said once a day');
  for (const secret of [WHO, 'Klarna']) assert.equal(desktop.count(secret), 0, `«${secret}» was shown to everybody`);
});

async function save(world, kind, fields) {
  const id = randomUUID();
  await world.call('aisha', 'save', { entry: { id, kind, fields } });
  return id;
}
