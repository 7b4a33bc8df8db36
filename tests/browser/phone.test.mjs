// The story in a phone's browser, where nothing was installed.
import assert from 'node:assert/strict';
import test from 'node:test';
import { World, holds } from './support/world.mjs';
import { allSent, atWork, found, join_, log, noteDown, open, phone, readyForOffline } from './support/phone.mjs';
import { openWindow } from './support/window.mjs';

test('a phone founds a site, works with no network at all, and the window has it when there is one', async (t) => {
  const world = await World.of(t);
  const context = await phone(world);
  await context.addInitScript(noteWhatIsAsked);
  const page = await open(context, world.address);
  await found(page, 'Bredtvetveien 2', 'Aisha');
  await readyForOffline(page);

  await world.stopServer();
  await context.setOffline(true);
  await log(page, 'I kjelleren, uten dekning');
  await page.reload();
  await page.getByText('I kjelleren, uten dekning').first().waitFor();
  assert.match(await page.locator('main').innerText(), /1 venter/);

  await world.startServer();
  await page.evaluate(() => (window.asked = ''));
  await context.setOffline(false);
  // Rather than when the pause between two tries is over.
  await page.waitForFunction(() => window.asked.includes('"sync"'));
  await page.evaluate(() => {
    window.asked = '';
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  });
  await page.waitForFunction(() => window.asked.includes('"sync"'));
  await allSent(page);

  await page.goto(`${world.address}/mer`);
  await page.getByRole('button', { name: 'Vis koden' }).click();
  const code = await page.getByLabel('Kode for å bli med').inputValue();
  await world.bomiljo('bjorn', 'join', code, '--name', 'Bjørn');
  const window = await openWindow(world, 'bjorn');
  await window.sees('I kjelleren, uten dekning');

  await window.logs('Svar fra vinduet');
  await page.goto(world.address);
  await page.getByText('Svar fra vinduet').first().waitFor();
  assert.equal(await holds(world.folder, 'uten dekning'), false, 'nothing typed lies about in the clear');
  assert.deepEqual(page.complaints.filter((it) => !/net::|Failed to load/.test(it)), []);
});

test('a second tab says that the first has the data open, and takes over when it is closed', async (t) => {
  const world = await World.of(t);
  const context = await phone(world);
  const first = await open(context, world.address);
  await found(first, 'Bredtvetveien 2', 'Aisha');
  const second = await context.newPage();
  await second.goto(world.address);
  await second.getByRole('heading', { name: 'Bomiljø er åpent i en annen fane' }).waitFor();
  await first.close();
  await second.getByRole('button', { name: 'Prøv igjen' }).click();
  await second.getByRole('button', { name: 'Ny', exact: true }).waitFor();
});

function noteWhatIsAsked() {
  window.asked = '';
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...more) {
    window.asked += JSON.stringify(message).replaceAll('\\', '');
    return post.call(this, message, ...more);
  };
}

// To save what isn't read yet would throw the draft away.
function noticeEarlySave() {
  window.early = false;
  const look = () => { window.early ||= document.querySelector('.record-form:has(.waiting) [type=submit]') !== null; };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}

test('a form half filled in comes back after a reload, to the same field', async (t) => {
  const world = await World.of(t);
  const page = await open(await phone(world), world.address);
  await found(page, 'Bredtvetveien 2', 'Aisha');
  await noteDown(page, 'Samtale');
  await page.getByLabel(/^Notat/).fill('Begynte å skri');
  await page.getByText('Kladd lagret').waitFor();
  await page.addInitScript(noticeEarlySave);
  await page.reload();
  assert.equal(await page.getByLabel(/^Notat/).inputValue(), 'Begynte å skri');
  assert.equal(await page.evaluate(() => window.early), false, 'what is not read yet could be saved');
  await page.getByRole('button', { name: 'Lagre', exact: true }).click();
  await page.getByText('Dette må rettes før det kan lagres').waitFor();
});

test('a conversation with one known resident and one topic takes three taps', async (t) => {
  const world = await World.of(t);
  const code = await world.demo('aisha');
  const page = await open(await phone(world), `${world.address}/#join=${code}`);
  await join_(page, '', 'Bjørn');
  let taps = 0;
  const tap = async (target) => { taps += 1; await target.tap(); };
  await tap(page.getByRole('link', { name: /^Ny samtale med Oksana K\./ }));
  await tap(page.getByRole('button', { name: 'Helse', exact: true }));
  await tap(page.getByRole('button', { name: 'Lagre', exact: true }));
  await page.getByText('Samtalen er lagret', { exact: true }).waitFor();
  assert.ok(taps <= 5, `${taps} taps`);
  await page.getByRole('button', { name: 'Angre' }).click();
  await page.getByText('Angret', { exact: true }).waitFor();
});

// Of a row that moves under a thumb, the neighbour is tapped.
async function placesOfTheFirstRow() {
  document.querySelector('.bottombar .plus').click();
  const places = new Set();
  for (let frame = 0; frame < 30; frame += 1) {
    await new Promise(requestAnimationFrame);
    const row = document.querySelector('dialog[open] .plus-menu a');
    if (row) places.add(Math.round(row.getBoundingClientRect().top));
  }
  return [...places];
}

test('what is behind the plus stands still from the moment it is seen', async (t) => {
  const world = await World.of(t);
  const page = await open(await phone(world), world.address);
  await found(page, 'Bredtvetveien 2', 'Aisha');
  assert.equal((await page.evaluate(placesOfTheFirstRow)).length, 1);
});

test('a core that stops leaves a page with a report without personal data, and the draft comes back', async (t) => {
  const { world, page } = await atWork(t);
  await page.goto(world.address);
  await noteDown(page, 'Samtale');
  await page.getByRole('button', { name: 'Bolig', exact: true }).click();
  await page.getByLabel(/^Notat/).fill('Redd for eksmannen');
  await page.getByText('Kladd lagret').waitFor();
  // Without random numbers no key would be safe, so the core stops.
  await page.workers()[0].evaluate(() => { crypto.getRandomValues = () => { throw new Error('none'); }; });
  await page.getByRole('button', { name: 'Lagre', exact: true }).click();
  await page.getByRole('heading', { name: 'Bomiljø stoppet' }).waitFor();
  const report = await page.locator('pre').innerText();
  assert.match(report, /^Bomiljø [\d.]+ \(core\)\n\S+\.rs:\d+:\d+\n/);
  assert.ok(!report.includes('eksmannen') && !report.includes('Bjørn'), report);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Lagre som fil' }).click();
  assert.equal((await download).suggestedFilename(), 'bomiljo.txt');
  await page.getByRole('button', { name: 'Åpne på nytt' }).click();
  const note = page.getByLabel(/^Notat/);
  await note.waitFor();
  assert.equal(await note.inputValue(), 'Redd for eksmannen');
});
