// Values of several parts, each in the generic form: typed as people write them, saved, found again, and in the history.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import test from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { isAccessible, fitsAcross } from './support/accessible.mjs';
import { allSent, join_, open, phone } from './support/phone.mjs';
import { until, World } from './support/world.mjs';

const button = (scope, name) => scope.getByRole('button', { name, exact: true });
const gone = (page) => page.locator('.record-form').waitFor({ state: 'detached' });
const reads = async (world, id) => (await world.call('siri', 'get', { id })).entries[0].fields;

// Siri has a site on a command line; one of her records is open on a phone.
async function formOf(t, kind, fields, also = async () => {}) {
  const world = await World.of(t);
  await world.bomiljo('siri', 'init', '--server', world.address, '--site', 'Storgata 1', '--name', 'Siri');
  const id = randomUUID();
  await world.call('siri', 'save', { entry: { id, kind, fields } });
  await also(world);
  await world.bomiljo('siri', 'sync');
  const page = await open(await phone(world), `${world.address}/#join=${await world.bomiljo('siri', 'invite')}`);
  await join_(page, '', 'Aisha');
  await allSent(page);
  const edit = async () => {
    await page.goto(`${world.address}/skjema/${kind}/${id}`);
    await button(page, 'Lagre').waitFor();
    const more = page.getByRole('button', { name: 'Mer', exact: true });
    if ((await more.count()) > 0 && (await more.getAttribute('aria-expanded')) === 'false') await more.click();
  };
  // Saves, and answers with the record as Siri then has it.
  const saved = async () => {
    const before = await reads(world, id);
    await button(page, 'Lagre').click();
    await gone(page);
    return until('Siri has what was saved', async () => {
      await world.bomiljo('siri', 'sync');
      const now = await reads(world, id);
      return !isDeepStrictEqual(now, before) && now;
    });
  };
  const history = async () => {
    await page.goto(`${world.address}/historikk/${id}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page.locator('main').innerText();
  };
  await edit();
  return { world, page, id, edit, saved, history };
}

test('an amount and a time of closing, on an apartment', async (t) => {
  const { page, edit, saved } = await formOf(t, 'unit', { label: 'H0101' });
  const rent = page.getByLabel('Husleie per måned');
  await rent.fill('mye');
  await rent.blur();
  await button(page, 'Lagre').click();
  await page.getByText('Skriv beløpet slik').first().waitFor();
  await rent.fill('8 450,50');
  await rent.blur();
  const closed = page.getByRole('group', { name: /^Ute av bruk/ });
  await closed.getByLabel('Fra').fill('24.12.2026 08.00');
  await closed.getByLabel('Til').fill('23.12.2026 08.00');
  await button(page, 'Lagre').click();
  await page.getByText('Slutten må komme etter starten').first().waitFor();
  await isAccessible(page, 'a form with an amount and a period');
  await closed.getByLabel('Til').fill('27.12.2026 08.00');
  const fields = await saved();
  assert.equal(fields.rent, 845_050);
  assert.deepEqual(fields.closed, { from: '2026-12-24T07:00:00.000Z', to: '2026-12-27T07:00:00.000Z' });
  await edit();
  assert.equal(await page.getByLabel('Husleie per måned').inputValue(), '8450,50');
  await fitsAcross(page);
});

test('steps with days, on a follow-up', async (t) => {
  const { page, saved, history } = await formOf(t, 'follow-up', { what: 'BankID', due: '2026-12-30' });
  for (const [number, words] of [[1, 'Bestill time'], [2, 'Møt opp']]) {
    await button(page, 'Legg til et steg').click();
    await page.getByLabel(`Punkt ${number}`, { exact: true }).fill(words);
  }
  await page.getByLabel('Steg 1 er gjort').check();
  await page.getByLabel('Frist, steg 2').fill('24.12.2026');
  await button(page, 'Legg til et steg').click();
  await button(page, 'Fjern punkt 3').click();
  await isAccessible(page, 'a form with steps');
  const { steps } = await saved();
  assert.deepEqual(steps.map((it) => it.text), ['Bestill time', 'Møt opp']);
  assert.ok(steps[0].done && !steps[1].done);
  assert.equal(steps[1].day, '2026-12-24');
  assert.match(await history(), /Bestill time \(gjort .*Møt opp \(innen /s);
});

test('the lines of an agenda, on an activity', async (t) => {
  const complaint = randomUUID();
  const complains = (world) =>
    world.call('siri', 'save', { entry: { id: complaint, kind: 'follow-up', fields: { what: 'Naboklagen', due: '2026-12-30' } } });
  const meeting = { title: 'Husmøte', day: '2026-12-30', status: 'planned' };
  const { world, page, id, saved, history } = await formOf(t, 'activity', meeting, complains);
  await button(page, 'Legg til et punkt').click();
  await page.getByLabel('Punkt 1', { exact: true }).fill('Søppel i trappa');
  await page.getByLabel('Hvilken sak punkt 1 gjelder').selectOption({ label: 'Naboklagen' });
  const { agenda } = await saved();
  assert.deepEqual(agenda.map((it) => it.text), ['Søppel i trappa']);
  assert.deepEqual(agenda.map((it) => it.record), [complaint]);
  assert.match(await history(), /Naboklagen/);
  assert.match(await history(), /Søppel i trappa/);
  const [hit] = (await world.call('siri', 'search', { text: 'søppel', limit: 5 })).hits;
  assert.equal(hit.id, id);
});

test('hours of the week and days away, on a colleague', async (t) => {
  const { page, saved, history } = await formOf(t, 'member', { name: 'Bjørn' });
  for (let day = 0; day < 5; day += 1) await button(page, 'Legg til en dag').click();
  await page.getByLabel('Til, rad 5', { exact: true }).fill('12');
  const away = page.getByRole('group', { name: /^Borte/ });
  await away.getByLabel('Fra').fill('24.12.2026');
  await isAccessible(page, 'a form with hours');
  const fields = await saved();
  assert.deepEqual(fields.hours.map((it) => [it.day, it.from, it.to]), [
    [1, '08:00', '15:30'], [2, '08:00', '15:30'], [3, '08:00', '15:30'], [4, '08:00', '15:30'], [5, '08:00', '12:00'],
  ]);
  assert.deepEqual(fields.away, { from: '2026-12-24' });
  assert.match(await history(), /man\.–tor\. 08\.00–15\.30, fre\. 08\.00–12\.00/);
});

test('a text in several languages, on a topic; a file, on an incident', async (t) => {
  const { world, page, saved } = await formOf(t, 'site-topic', { name: [{ language: 'nb', text: 'Ramadan' }] });
  await page.getByLabel('Legg til et språk').selectOption({ label: 'Arabisk' });
  await page.getByRole('textbox', { name: /arabisk/i }).fill('رمضان');
  assert.deepEqual((await saved()).name, [{ language: 'nb', text: 'Ramadan' }, { language: 'ar', text: 'رمضان' }]);
  const id = randomUUID();
  const photo = { hash: 'ab'.repeat(32), name: 'trapp.jpg', media: 'image/jpeg', size: 1_234_567 };
  const fields = { type: 'noise', seriousness: 'minor', what: 'Bråk', at: world.now().toISOString(), photo };
  await world.call('siri', 'save', { entry: { id, kind: 'incident', fields } });
  await world.bomiljo('siri', 'sync');
  await page.goto(`${world.address}/saker`);
  await page.getByText('Bråk').first().waitFor();
  await page.goto(`${world.address}/skjema/incident/${id}`);
  await button(page, 'Lagre').waitFor();
  await page.getByRole('button', { name: /^Mer/ }).last().click();
  await page.getByText('trapp.jpg, 1235 kB').waitFor();
  await button(page, 'Fjern trapp.jpg').click();
  await page.getByText('trapp.jpg').waitFor({ state: 'detached' });
});
