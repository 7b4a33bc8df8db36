// Bredtvetveien 2 to its end: packages to those who take over, a no, an incident on the second last day, a resident
// whom nobody reaches, the archive, and devices that are empty.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import test from 'node:test';
import { promisify } from 'node:util';
import { allSent, atWork, browser, noteDown } from './support/phone.mjs';

const REVIEW = 30;
const CONSENT = { consent: 'not-needed', consent_why: 'Kjent fra før', remains: 'Ta kontakt' };

// Saves fields of a record, having read what stands there.
async function saves(world, kind, id, fields) {
  const [before] = (await world.call('aisha', 'get', { id }).catch(() => ({ entries: [] }))).entries;
  return world.call('aisha', 'save', { entry: { id, kind, fields, seen: before?.seen } });
}

const found = async (world, text, kind) =>
  (await world.call('aisha', 'search', { text, limit: 50 })).hits.find((it) => it.kind === kind).id;

const matters = async (world, id) => (await world.call('aisha', 'handover', { id })).matters;

const verified = async (world, file, words) => JSON.parse(await world.bomiljo('aisha', 'verify-package', file, '--words', words));

// All matters are offered: the housing office and the doctor get packages, the landlord and Nav are told by phone.
async function offered(world, handover) {
  // Who has not been told yet is no matter of theirs.
  const open = (await matters(world, handover)).filter((it) => String(it.why) !== 'untold').map((it) => it.id);
  const office = (await saves(world, 'partner', randomUUID(), { name: 'Boligkontoret' })).entry.id;
  const [doctor, landlord] = [await found(world, 'bjerke legesenter', 'partner'), await found(world, 'boligbygg', 'partner')];
  const nav = await found(world, 'nav bjerke', 'partner');
  const parts = [[doctor, open.slice(0, 3)], [landlord, open.slice(3, 8)], [nav, open.slice(8, 12)], [office, open.slice(12)]];
  for (const [receiver, mine] of parts) {
    await world.call('aisha', 'place-matters', { handover, receiver, matters: mine, fields: CONSENT });
  }
  return { office, doctor, byPhone: [landlord, nav] };
}

// What a partner said on the phone is noted by hand.
async function saidByPhone(world, handover, receivers) {
  for (const it of (await matters(world, handover)).filter((it) => receivers.includes(it.receiver))) {
    const said = { status: 'accepted', understood: 'Vi tar det', answered_by: 'Ingrid Moe', answered_at: world.now().toISOString() };
    await saves(world, 'handover-item', it.item, said);
  }
}

async function pack(world, handover, receiver, name) {
  const file = join(world.folder, name);
  const words = JSON.parse(await world.bomiljo('aisha', 'handover', 'package', handover, receiver, file));
  assert.equal((await verified(world, file, words)).what, 'package');
  return { file, words };
}

// A receiver opens the file in a browser without a network, and answers: no to the first `nos`, yes to the rest.
async function answer(world, { file, words }, nos, saved) {
  const context = await browser(world);
  await context.setOffline(true);
  const page = await context.newPage();
  await page.goto(String(pathToFileURL(file)));
  await page.getByLabel('Kodeord').fill(words);
  await page.getByRole('button', { name: 'Åpne', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Overlevering fra Bredtvetveien 2' }).waitFor();
  const yes = page.getByRole('radio', { name: 'Vi tar saken' });
  const count = await yes.count();
  for (let at = 0; at < count; at += 1) {
    const no = at < nos;
    await page.getByRole('radio', { name: no ? 'Vi takker nei' : 'Vi tar saken' }).nth(at).check();
    await page.locator('textarea').nth(at).fill(no ? 'Ikke vår pasient' : 'Vi følger opp');
  }
  await page.getByText(`Besvart: ${count} av ${count}`).waitFor();
  await page.getByLabel('Navnet på den som svarer').fill('Kari Lege');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Lagre svarene' }).click()]);
  await download.saveAs(join(world.folder, saved));
  await context.close();
  return JSON.parse(await world.bomiljo('aisha', 'handover', 'reply', join(world.folder, saved)));
}

// All residents are told but one, who does not open.
async function told(world, handover) {
  const { residents } = await world.call('aisha', 'handover', { id: handover });
  const { member } = await world.call('aisha', 'status', {});
  const [missed, ...others] = residents;
  const notices = others.map((it) => ({
    id: it.notice, kind: 'notice', fields: { handover, resident: it.id, told_at: world.now().toISOString(), told_by: member },
  }));
  await world.call('aisha', 'save-all', { entries: notices });
  for (let times = 0; times < 3; times += 1) await world.call('aisha', 'not-home', { handover, resident: missed.id });
  return missed;
}

test('staffing ends, all the way to empty devices', async (t) => {
  const { world, page: phone } = await atWork(t);
  await world.bomiljo('aisha', 'sync');
  const { member: lead } = await world.call('aisha', 'status', {});
  const handover = randomUUID();
  await saves(world, 'handover', handover, { scope: 'building', last_day: world.day(2), lead });
  await saves(world, 'handover', handover, { status: 'open' });
  const keep = async (some, reason) => world.call('aisha', 'keep-matters', {
    handover, matters: some.map((it) => it.id), reason, review: world.day(REVIEW),
  });

  const { office, doctor, byPhone } = await offered(world, handover);
  await t.test('two packages are answered without a network, and two matters are declined', async () => {
    const housing = await answer(world, await pack(world, handover, office, 'bolig.html'), 0, 'bolig.bomiljo');
    assert.equal(housing.unknown, 0);
    const clinic = await answer(world, await pack(world, handover, doctor, 'lege.html'), 2, 'lege.bomiljo');
    assert.equal(clinic.noted, 3);
    await saidByPhone(world, handover, byPhone);
    const declined = (await matters(world, handover)).filter((it) => it.status === 'declined');
    assert.equal(declined.length, 2);
    await keep(declined, 'Helsestasjonen svarer i juni');
  });

  await t.test('an incident on the second last day joins, from a phone without a network', async () => {
    await phone.context().setOffline(true);
    await noteDown(phone, 'Hendelse');
    await phone.getByRole('button', { name: 'Skade', exact: true }).click();
    await phone.getByRole('button', { name: 'Alvorlig', exact: true }).click();
    await phone.getByLabel('Hva skjedde').fill('Vannlekkasje i vaskerommet');
    await phone.getByRole('button', { name: 'Lagre', exact: true }).click();
    await phone.getByText('Vannlekkasje i vaskerommet').first().waitFor();
    await phone.context().setOffline(false);
    await allSent(phone);
    await world.bomiljo('aisha', 'sync');
    const late = (await matters(world, handover)).filter((it) => it.title.startsWith('Vannlekkasje'));
    assert.equal(late.length, 1);
    await assert.rejects(world.call('aisha', 'close-handover', { id: handover }), /StillOpen/);
    await keep(late, 'Vaktmesteren kommer i morgen');
  });

  await t.test('one resident is not reached and stays with the lead, and the handover closes', async () => {
    const missed = await told(world, handover);
    const untold = (await matters(world, handover)).filter((it) => it.why.includes('untold'));
    assert.deepEqual(untold.map((it) => it.id), [missed.id]);
    const left = (await matters(world, handover)).filter((it) => !['accepted', 'kept-by-lead'].includes(it.status) && it.why[0] !== 'settled');
    await keep(left, 'Har ikke åpnet på tre forsøk');
    await world.call('aisha', 'close-handover', { id: handover });
  });

  await t.test('the paper alone says for any resident what is open and who has it', async () => {
    const paper = join(world.folder, 'alt.pdf');
    await world.bomiljo('aisha', 'print', 'handover', handover, paper);
    const { stdout } = await promisify(execFile)('pdftotext', [paper, '-']);
    const text = stdout.replace(/\s+/g, ' ');
    for (const said of ['Boligkontoret', 'Vi følger opp', 'Ikke vår pasient', 'Har ikke åpnet på tre forsøk', 'Vaktmesteren kommer i morgen']) {
      assert.ok(text.includes(said), said);
    }
  });

  await t.test('the archive is whole, the depot accepts it, and both devices empty themselves', async () => {
    const made = JSON.parse(await world.bomiljo('aisha', 'archive', join(world.folder, 'arkiv'), '--depot', 'Oslo byarkiv'));
    assert.equal((await verified(world, made.archive, made.words)).what, 'archive');
    const { entries: [archive] } = await world.call('aisha', 'list', { kind: 'submission', limit: 1, skip: 0 });
    await saves(world, 'submission', archive.id, { status: 'accepted', decided: world.day(), said_by: 'Depotet' });
    await world.bomiljo('aisha', 'sync');
    await phone.goto(`${world.address}/overlevering/${handover}`);
    await phone.getByRole('button', { name: 'Tømme enhetene' }).click();
    await phone.getByRole('button', { name: 'Tøm denne enheten' }).click();
    await phone.getByRole('button', { name: 'Tøm enheten nå' }).click();
    await phone.getByRole('heading', { name: 'Enheten er tømt' }).waitFor();
    await world.bomiljo('aisha', 'sync');
    const { devices } = JSON.parse(await world.bomiljo('aisha', 'handover', 'devices', handover));
    assert.deepEqual(devices.map((it) => it.state), ['waiting', 'emptied']);
    await world.bomiljo('aisha', 'handover', 'empty', handover);
    const after = await world.call('aisha', 'status', {});
    assert.equal(after.site, null);
  });
});
