// A receiver who does not have the app opens a package with nothing but the file and the passphrase, and answers.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import test from 'node:test';
import { fitsAcross, isAccessible } from './support/accessible.mjs';
import { firefox } from './support/firefox.mjs';
import { browser, phone } from './support/phone.mjs';
import { SIZES } from './support/pages.mjs';
import { World } from './support/world.mjs';

const REMAINS = 'Ta kontakt';

// Saves fields of a record, having read what stands there.
async function saves(world, kind, id, fields) {
  const [before] = (await world.call('aisha', 'get', { id }).catch(() => ({ entries: [] }))).entries;
  return world.call('aisha', 'save', { entry: { id, kind, fields, seen: before?.seen } });
}

// A handover of the demonstration's building, with two matters offered to Nav, and the package for it.
async function sent(t) {
  const world = await World.of(t);
  await world.demo('aisha');
  const [handover, { member: lead }] = [randomUUID(), await world.call('aisha', 'status', {})];
  await saves(world, 'handover', handover, { scope: 'building', last_day: world.day(20), lead });
  await saves(world, 'handover', handover, { status: 'open' });
  const { matters } = await world.call('aisha', 'handover', { id: handover });
  const { hits } = await world.call('aisha', 'search', { text: 'Nav Bjerke', limit: 5 });
  const receiver = hits.find((it) => it.kind === 'partner').id;
  const two = matters.filter((it) => it.residents.length > 0 && it.kind !== 'resident').slice(0, 2);
  const fields = { consent: 'not-needed', consent_why: 'Kjent fra før', remains: REMAINS };
  await world.call('aisha', 'place-matters', { handover, receiver, matters: two.map((it) => it.id), fields });
  const file = join(world.folder, 'pakke.html');
  const words = JSON.parse(await world.bomiljo('aisha', 'handover', 'package', handover, receiver, file));
  const verified = JSON.parse(await world.bomiljo('aisha', 'verify-package', file, '--words', words));
  assert.equal(verified.files, 7, 'three files, and four that list and describe them');
  const status = async () => (await world.call('aisha', 'handover', { id: handover })).matters
    .filter((it) => two.some((own) => own.id === it.id)).map((it) => it.status).sort();
  return { world, address: String(pathToFileURL(file)), words, titles: two.map((it) => it.title), status };
}

const button = (page, name) => page.getByRole('button', { name, exact: true });

async function opens(page, words) {
  await page.getByLabel('Kodeord').fill(words);
  await button(page, 'Åpne').click();
}

const ways = (page, way) => page.getByRole('radio', { name: way });

async function answersInChromium(page) {
  await button(page, 'Lagre svarene').click();
  await page.getByText('Dere har ikke svart på noen saker ennå.').waitFor();
  await ways(page, 'Vi tar saken').first().check();
  await button(page, 'Lagre svarene').click();
  await page.getByText('Skriv noen ord.').waitFor();
  await page.getByLabel(/^Hva tar dere på dere/).fill('Vi ringer henne på mandag');
  await ways(page, 'Vi takker nei').last().check();
  await page.getByLabel('Hvorfor ikke?').fill('Full liste');
  await page.getByText('Besvart: 2 av 2').waitFor();
  await button(page, 'Lagre svarene').click();
  await page.getByText('Skriv hvem som svarer.').waitFor();
  await page.getByLabel('Navnet på den som svarer').fill('Ingrid Moe');
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Lagre svarene').click()]);
  return download;
}

test('a package opens without a network, on a laptop and on a phone, and its answers come back once', async (t) => {
  const { world, address, words, titles, status } = await sent(t);
  for (const [where, context] of [['laptop', await browser(world, { viewport: SIZES.laptop })], ['phone', await phone(world)]]) {
    await context.setOffline(true);
    const page = context.pages()[0] ?? (await context.newPage());
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(address);
    await isAccessible(page, `${where}, closed`);
    await opens(page, 'abbor abbor abbor abbor abbor abbor');
    await page.getByText(/^Kodeordet passer ikke/).waitFor();
    // As one types what one hears.
    await opens(page, ` ${words.replaceAll('-', ' ').toUpperCase()} `);
    await page.getByRole('heading', { level: 1, name: 'Overlevering fra Bredtvetveien 2' }).waitFor();
    for (const title of titles) await page.getByRole('group', { name: title }).waitFor();
    await isAccessible(page, where);
    await fitsAcross(page, where);
    await button(page, 'English').click();
    await page.getByRole('heading', { level: 1, name: 'Handover from Bredtvetveien 2' }).waitFor();
    await button(page, 'Bokmål').click();
    assert.deepEqual(asked.filter((it) => !/^(file|blob|data):/.test(it)), [], 'nothing is fetched');
    if (where === 'phone') continue;

    const reply = await answersInChromium(page);
    const file = join(world.folder, reply.suggestedFilename());
    await reply.saveAs(file);
    const text = await readFile(file, 'utf8');
    assert.ok(!text.includes('Ingrid') && !text.includes('Full liste'), 'a reply is sealed');
    const damaged = join(world.folder, 'damaged.bomiljo');
    await writeFile(damaged, text.slice(0, -9));
    await assert.rejects(world.bomiljo('aisha', 'handover', 'reply', damaged), /not whole, or was altered/);
    const read = async () => JSON.parse(await world.bomiljo('aisha', 'handover', 'reply', file));
    assert.equal((await read()).noted, 2);
    assert.equal((await read()).known, 2);
    assert.deepEqual(await status(), ['accepted', 'declined']);
  }
});

test('a package opens in Firefox, and its answers come back', async (t) => {
  const { world, address, words, status } = await sent(t);
  await mkdir(world.downloads(), { recursive: true });
  const running = await firefox(world.downloads());
  world.onClose(() => running.close());
  const page = await running.newPage();
  await page.goto(address);
  await page.locator('#words').fill(words);
  await page.locator('button.main').click();
  await page.locator('::-p-text(Overlevering fra Bredtvetveien 2)').wait();
  await page.locator('input[value="accepted"]').click();
  await page.locator('textarea').fill('Vi ringer henne på mandag');
  await page.locator('#by').fill('Ingrid Moe');
  await page.locator('button.main').click();
  const reply = JSON.parse(await world.bomiljo('aisha', 'handover', 'reply', await world.downloaded('.bomiljo')));
  assert.equal(reply.noted, 1);
  assert.deepEqual(await status(), ['accepted', 'offered']);
});

test('the server hands out the page for a file that a phone does not open', async (t) => {
  const { world, address, words } = await sent(t);
  const context = await phone(world);
  const page = context.pages()[0] ?? (await context.newPage());
  const complaints = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(`${world.address}/pakke`);
  const posted = [];
  page.on('request', (request) => posted.push(request.url()));
  await page.getByLabel('Fila du fikk').setInputFiles(fileURLToPath(address));
  await opens(page, words);
  await page.getByRole('heading', { level: 1, name: 'Overlevering fra Bredtvetveien 2' }).waitFor();
  assert.deepEqual(posted, [], 'neither the file nor the passphrase leaves the phone');
  assert.deepEqual(complaints, []);
});
