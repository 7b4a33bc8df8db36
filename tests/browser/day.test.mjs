// A working day, tap by tap, in a phone's browser with the demonstration's people.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { atWork, noteDown } from './support/phone.mjs';
import { PAGES } from './support/pages.mjs';

// Counts the taps.
async function tapping(t) {
  const { world, page } = await atWork(t);
  let taps = 0;
  const tap = async (target) => { taps += 1; await target.tap(); };
  return { world, page, tap, taps: () => taps };
}

const button = (page, name) => page.getByRole('button', { name, exact: true });
// A note of the save before may still be there; the form is gone only when its own is done.
async function saved(page) {
  await page.getByText(/ er lagret$|^Lagret/).waitFor();
  await page.locator('.record-form').waitFor({ state: 'detached' });
}

test('the next appointment from one that took place takes four taps at most', async (t) => {
  const { world, page, tap, taps } = await tapping(t);
  await page.goto(world.address);
  await tap(button(page, 'Gjennomført').first());
  await tap(button(page, 'Om en uke'));
  await tap(page.getByRole('dialog').getByRole('button', { name: 'Lagre' }));
  await saved(page);
  assert.ok(taps() <= 4, `${taps()} taps`);
  await page.getByRole('button', { name: 'Angre' }).click();
  await button(page, 'Gjennomført').first().waitFor();
});

test('an appointment that was moved must say when to', async (t) => {
  const { world, page } = await atWork(t);
  await page.goto(world.address);
  await button(page, 'Flyttet').first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Lagre' }).click();
  await page.getByText('Velg når den er flyttet til').waitFor();
  await button(page, 'I morgen').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Lagre' }).click();
  await saved(page);
});

test('whoever moved an appointment is led to its new time, and hands out no slip with the old one', async (t) => {
  const { page } = await atWork(t);
  await page.locator('a[href^="/avtale/"]').first().click();
  await button(page, 'Flyttet').click();
  await button(page, 'Om en uke').click();
  await page.getByLabel(/^Hvorfor/).fill('Legen er syk');
  await page.getByRole('dialog').getByRole('button', { name: 'Lagre' }).click();
  await page.getByRole('link', { name: 'Ny tid' }).waitFor();
  assert.equal(await page.getByRole('link', { name: 'Lapp til beboeren' }).count(), 0);
  await page.getByRole('link', { name: 'Ny tid' }).click();
  await page.getByRole('link', { name: 'Lapp til beboeren' }).waitFor();
  assert.equal(await page.getByRole('heading', { name: 'Det som kom etter' }).count(), 0);
});

async function appointment(page, address, purpose, fields) {
  await page.goto(`${address}/skjema/appointment`);
  // «Flere» stands there before the faces do.
  const who = page.getByRole('group', { name: /^Hvem/ }).first();
  await who.getByRole('button', { name: /^\p{Lu}.* \p{Lu}\./u }).first().click();
  await page.getByLabel(/^Hva det gjelder/).fill(purpose);
  await fields();
  await button(page, 'Lagre').click();
  await saved(page);
}

test('an appointment says how to reach the partner, who waits while one is late', async (t) => {
  const { world, page } = await atWork(t);
  await appointment(page, world.address, 'Blodprøve', () =>
    page.getByLabel(/^Hos hvem/).selectOption('Bjerke legesenter'));
  const call = page.getByRole('link', { name: /^Ring Bjerke legesenter/ });
  assert.match(await call.getAttribute('href'), /^tel:\d+$/);
});

test('an appointment nobody has closed says the date it had, lest it be read as one to come', async (t) => {
  const { world, page } = await atWork(t);
  await appointment(page, world.address, 'Tannlege', () =>
    page.getByLabel(/^Når/).fill(`${world.day(-2)}T10:00`));
  await page.goto(world.address);
  // On the card at the top or in a row of its section. Across New Year the date says its year.
  await page.getByText(/^\p{L}+\. \d+\. \p{L}+( \d{4})? kl\. 10\.00( ·|$)/u).first().waitFor();
});

test('what waits is counted where only some of it is shown, and all of it is a tap away', async (t) => {
  const { world, page } = await atWork(t);
  const { hits } = await world.call('aisha', 'search', { text: 'oksana', limit: 5 });
  const resident = hits.find((it) => it.kind === 'resident').id;
  const many = (kind, count, fields) => Array.from({ length: count }, () => ({ id: randomUUID(), kind, fields }));
  // Nobody gave the appointments a status, as in a list from elsewhere.
  const entries = [
    ...many('follow-up', 60, { what: 'Ringe utleier', due: world.day(-40) }),
    ...many('appointment', 15, { at: `${world.day(-4000)}T10:00:00Z`, residents: [resident], purpose: 'Førerprøve' }),
  ];
  await world.call('aisha', 'save-all', { entries });
  await world.bomiljo('aisha', 'sync');
  await page.goto(world.address);
  const part = (title) => page.locator('section').filter({ has: page.getByRole('heading', { name: title }) });
  const counted = async (title) => Number((await part(title).getByRole('heading').innerText()).match(/\d+$/)[0]);
  await part('Hvordan gikk det?').getByText(/^Førerprøve/).first().waitFor();
  const [due, unsettled] = [await counted('Må gjøres i dag'), await counted('Hvordan gikk det?')];
  assert.ok(due >= 60 && unsettled >= 15, `${due} due, ${unsettled} unsettled`);
  assert.ok(await part('Hvordan gikk det?').getByRole('listitem').count() < unsettled);
  await part('Må gjøres i dag').getByRole('link', { name: `Vis alle ${due}` }).waitFor();
  await part('Hvordan gikk det?').getByRole('link', { name: `Vis alle ${unsettled}` }).click();
  await page.getByRole('heading', { level: 1, name: 'Kommende avtaler' }).waitFor();
  await part('Hvordan gikk det?').getByText(/^Førerprøve/).first().waitFor();
  assert.equal(await part('Hvordan gikk det?').getByRole('listitem').count(), unsettled);
  assert.deepEqual(page.complaints, []);
});

test('an identity number in a note is refused, and the note is not lost', async (t) => {
  const { page } = await atWork(t);
  await page.getByRole('link', { name: /^Ny samtale med/ }).first().click();
  await button(page, 'Bolig').click();
  await page.getByLabel(/^Notat/).fill('Personnummer 010190 00083 til utleier');
  await button(page, 'Lagre').click();
  await page.getByText(/Her står det et fødselsnummer/).first().waitFor();
  await page.getByLabel(/^Notat/).fill('Til utleier');
  await button(page, 'Lagre').click();
  await page.getByText('Samtalen er lagret').waitFor();
});

test('ten people at an activity take twelve taps at most', async (t) => {
  const { world, page, tap, taps } = await tapping(t);
  await PAGES.activities(page, world.address);
  await tap(page.getByRole('link', { name: /Tur til Østmarka/ }).first());
  const ticks = page.locator('.roll button[aria-pressed]');
  for (let row = 0; row < 10; row += 1) await tap(ticks.nth(row));
  await page.waitForFunction(() => /\b10\s+kom/.test(document.querySelector('main').innerText));
  assert.ok(taps() <= 12, `${taps()} taps`);
});

test('what Nav owns is passed on from the conversation, already filled in', async (t) => {
  const { page } = await atWork(t);
  await page.getByRole('link', { name: /^Ny samtale med Oksana K\./ }).click();
  await button(page, 'Økonomi').click();
  await page.getByLabel(/^Notat/).fill('Bostøtten har ikke kommet');
  await page.getByRole('button', { name: /^Send videre til Nav/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Ny henvisning' }).waitFor();
  assert.equal(await page.getByLabel('Hva vi ber om').inputValue(), 'Bostøtten har ikke kommet');
  assert.equal(await button(page, 'Oksana K.').getAttribute('aria-pressed'), 'true');
  await button(page, 'Lagre').click();
  await saved(page);
  await page.goto(new URL('/saker', page.url()).href);
  await page.getByRole('link', { name: /Økonomi – Nav/ }).first().waitFor();
});

test('whom to call for a resident is behind one line, and then one tap away', async (t) => {
  const { world, page, tap, taps } = await tapping(t);
  await PAGES.resident(page, world.address);
  await tap(page.getByRole('button', { name: /kontakter$/ }));
  const call = page.getByRole('link', { name: 'Ring Bjerke legesenter' });
  assert.match(await call.getAttribute('href'), /^tel:\d+$/);
  await tap(page.locator('.contacts').getByRole('link', { name: /^Bjerke legesenter/ }));
  await page.getByRole('heading', { level: 1, name: 'Bjerke legesenter' }).waitFor();
  assert.equal(taps(), 2);
});

test('a follow-up from a conversation is due, done and taken back', async (t) => {
  const { world, page } = await atWork(t);
  await page.getByRole('link', { name: /^Ny samtale med Oksana K\./ }).click();
  await button(page, 'Bolig').click();
  await page.getByLabel(/^Notat/).fill('Ring vaktmesteren om vannlåsen');
  await button(page, 'Oppfølging').click();
  await button(page, 'I dag').click();
  await button(page, 'Lagre').click();
  await saved(page);
  await page.goto(world.address);
  const due = page.locator('section', { has: page.getByRole('heading', { name: /^Må gjøres i dag/ }) });
  await due.getByRole('button', { name: /vannlåsen/ }).click();
  await due.getByText('vannlåsen').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Angre' }).click();
  await due.getByText('vannlåsen').first().waitFor();
});

test('an acute incident shows whom to call, keeps who was reached, and is closed with a reason', async (t) => {
  const { page } = await atWork(t);
  await noteDown(page, 'Hendelse');
  await button(page, 'Røyklukt').click();
  await button(page, 'Akutt').click();
  await page.getByRole('link', { name: /110/ }).waitFor();
  await page.getByLabel('Hva skjedde').fill('Røyk fra kjøkkenet i H0203');
  await button(page, 'Lagre').click();
  await saved(page);
  await page.goto(new URL('/saker', page.url()).href);
  await page.getByRole('link', { name: /Røyk fra kjøkkenet/ }).first().click();
  await button(page, 'Ringte 110').click();
  await page.getByText(/^Ringte 110 kl\. \d\d\.\d\d/).first().waitFor();
  await page.getByRole('button', { name: /Fikk svar/ }).first().click();
  await page.getByText('Hvem vi ringte').waitFor();
  await button(page, 'Lukk saken').click();
  await page.getByLabel(/^Hvordan ble det løst/).fill('En kjele på plata');
  await button(page, 'Lagre').click();
  await page.getByText('En kjele på plata').first().waitFor();
});

test('everything is logged with no network at all and found again by searching', async (t) => {
  const { world, page } = await atWork(t);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await world.stopServer();
  await page.context().setOffline(true);
  await noteDown(page, 'Aktivitet');
  await page.getByLabel('Hva', { exact: true }).fill('Grilling i bakgården');
  await page.getByLabel(/^Dag/).fill('2026-12-05');
  await button(page, 'Lagre').click();
  await saved(page);
  await page.getByRole('heading', { level: 1, name: 'Grilling i bakgården' }).waitFor();
  await button(page, 'Tilbake').click();
  await noteDown(page, 'Oppfølging');
  await page.getByLabel('Hva skal gjøres').fill('Kjøp kull til grillingen');
  await button(page, 'Lagre').click();
  await saved(page);
  await page.goto(new URL('/sok', page.url()).href);
  await page.getByRole('searchbox').fill('grilling');
  await page.getByText('Grilling i bakgården').waitFor();
  await page.getByText('Kjøp kull til grillingen').waitFor();
});

test('who was ticked before an activity is postponed has signed up for the new day', async (t) => {
  const { page } = await atWork(t);
  await page.goto(new URL('/aktiviteter', page.url()).href);
  await page.getByRole('link', { name: /Tur til Østmarka/ }).first().click();
  await button(page, 'Kryss av for Oksana K.').click();
  await button(page, '+ 1: tell én til').click();
  await page.locator('.counts', { hasText: /2\s*kom/ }).waitFor();
  await button(page, 'Utsett').click();
  await button(page, 'Dårlig vær').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Utsett', exact: true }).click();
  await page.locator('.counts', { hasText: /^1 påmeldt/ }).waitFor();
  await button(page, 'Angre').click();
  await page.locator('.counts', { hasText: /2\s*kom/ }).waitFor();
});

test('whoever goes over to counting heads has counted those who were ticked', async (t) => {
  const { page } = await atWork(t);
  await page.goto(new URL('/aktiviteter', page.url()).href);
  await page.getByRole('link', { name: /Tur til Østmarka/ }).first().click();
  await button(page, 'Kryss av for Oksana K.').click();
  await button(page, '+ 1: tell én til').click();
  await button(page, 'Bare antall').click();
  await page.getByText('1 av dem med navn').waitFor();
  assert.equal(await page.getByLabel('kom', { exact: true }).inputValue(), '2');
  await page.getByLabel('kom', { exact: true }).fill('12');
  await page.getByLabel('kom', { exact: true }).blur();
  await button(page, 'Navn for navn').click();
  await page.locator('.counts', { hasText: /12\s*kom/ }).waitFor();
  await page.getByText('11 uten navn').waitFor();
});

test('before the day one signs people up, by the same tap', async (t) => {
  const { world, page } = await atWork(t);
  await noteDown(page, 'Aktivitet');
  await page.getByLabel('Hva', { exact: true }).fill('Strikkekafé');
  await page.getByLabel(/^Dag/).fill(world.day(1));
  await button(page, 'Lagre').click();
  await button(page, 'Meld på Oksana K.').click();
  await page.locator('.counts', { hasText: /^1 påmeldt/ }).waitFor();
  assert.equal(await button(page, 'Meld på Oksana K.').getAttribute('aria-pressed'), 'true');
  const activity = page.url();
  await page.goto(new URL('/beboere', activity).href);
  await page.getByRole('searchbox').fill('oksana');
  await page.getByRole('link', { name: /^Oksana K/ }).first().click();
  await page.locator('.rows', { hasText: /Strikkekafé\s*i morgen\s*Påmeldt/ }).waitFor();
  await page.locator('.timeline', { hasText: /I morgen\s*Strikkekafé/ }).waitFor();
  await page.goto(new URL('/aktiviteter', activity).href);
  await page.locator('.week .row', { hasText: /Strikkekafé.* · 1 påmeldt/ }).waitFor();
  await page.goto(activity);
  await button(page, 'Meld på Oksana K.').click();
  await page.locator('.counts', { hasText: /^0 påmeldt/ }).waitFor();
});

test('a referral that was noted down is where one says that it was sent', async (t) => {
  const { page } = await atWork(t);
  await noteDown(page, 'Henvisning');
  await page.getByLabel('Til hvem').selectOption({ label: 'Boligbygg' });
  await button(page, 'Oksana K.').click();
  await button(page, 'Bolig').click();
  await page.getByLabel('Hva vi ber om').fill('Låsen i H0304 må byttes');
  await button(page, 'Lagre').click();
  await page.getByText('Henvisningen er lagret').waitFor();
  await page.locator('.tags').getByText('Ikke sendt ennå').waitFor();
  await button(page, 'Merk som sendt').click();
  await page.locator('.tags').getByText('Sendt', { exact: true }).waitFor();
});

test('what is half remembered is found by its type, by whom it is about, and with a slip of the finger', async (t) => {
  const { page } = await atWork(t);
  await page.goto(new URL('/sok', page.url()).href);
  const find = page.getByRole('searchbox');
  const found = (kind, what) => page.locator('section', { has: page.getByRole('heading', { name: kind }) }).getByRole('link', { name: what }).first().waitFor();
  await find.fill('støy');
  await found('Hendelser', /Gjester sang/);
  await find.fill('oksana');
  await found('Beboere', /Oksana Kovalenko H0304/);
  await found('Samtaler', /Oksana K\./);
  await find.fill('oksanna');
  await page.getByText('Fant ikke akkurat det. Dette ligner:').waitFor();
  await found('Beboere', /Oksana Kovalenko/);
  await page.getByRole('link', { name: /Oksana Kovalenko/ }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Oksana Kovalenko' }).waitFor();
  await page.locator('.timeline .day').first().waitFor();
  const days = await page.locator('.timeline .day').allInnerTexts();
  assert.equal(new Set(days).size, days.length, 'each day stands once');
  await button(page, 'Tilbake').click();
  await found('Beboere', /Oksana Kovalenko/);
});

test('a follow-up is made by keyboard alone', async (t) => {
  const { page } = await atWork(t);
  await page.keyboard.press('n');
  await page.getByRole('dialog').getByRole('link', { name: 'Oppfølging', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Hva skal gjøres').focus();
  await page.keyboard.type('Bestill tolk til torsdag');
  await page.keyboard.press('Control+Enter');
  await saved(page);
});

test('the month in figures is handed out as a workbook', async (t) => {
  const { world, page } = await atWork(t);
  await PAGES.report(page, world.address);
  const download = page.waitForEvent('download');
  await button(page, 'Excel').click();
  const path = await (await download).path();
  assert.equal((await readFile(path)).subarray(0, 2).toString(), 'PK');
});
