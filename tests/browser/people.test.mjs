// People: picked by keys, somebody unknown among them, two of one name, and ticked on two devices.
import assert from 'node:assert/strict';
import test from 'node:test';
import { atWork, browser, join_, noteDown, open, phone } from './support/phone.mjs';
import { SIZES } from './support/pages.mjs';
import { isAccessible } from './support/accessible.mjs';
import { randomUUID } from 'node:crypto';

const button = (page, name) => page.getByRole('button', { name, exact: true });
const save = (page) => button(page, 'Lagre').click();
const gone = (page) => page.locator('.record-form').waitFor({ state: 'detached' });
const pressed = (page, name) => page.locator(`.face[aria-pressed=true]`, { hasText: name });

async function begin(page, world, what) {
  await page.goto(world.address);
  await noteDown(page, what);
  await page.getByRole('group', { name: /^Hvem/ }).getByRole('button').nth(3).waitFor();
}

test('whoever is found is picked by Enter, and Enter never saves a conversation with nobody', async (t) => {
  const { world, page } = await atWork(t);
  const field = page.getByRole('combobox', { name: 'Finn en beboer' });
  await begin(page, world, 'Samtale');
  await button(page, 'Bolig').click();
  await button(page, 'Flere').click();

  await t.test('how many are not shown is told, to the eye and to a screen reader', async () => {
    await page.getByRole('status').filter({ hasText: /^Viser 12 av \d+/ }).waitFor();
    await isAccessible(page, 'a picker');
  });

  await t.test('the only hit is picked as soon as it is typed', async () => {
    await field.pressSequentially('jawad');
    await field.press('Enter');
    await pressed(page, 'Jawad').waitFor();
    assert.match(new URL(page.url()).pathname, /^\/samtale\//);
    assert.equal(await field.count(), 0);
  });

  await t.test('the arrows mark a hit, and Enter picks it', async () => {
    await button(page, 'Flere').click();
    const hits = page.getByRole('option');
    await hits.nth(2).waitFor();
    const name = await hits.nth(1).locator('b').innerText();
    await field.press('ArrowDown');
    await field.press('ArrowDown');
    const marked = page.getByRole('option', { selected: true });
    assert.equal(await marked.locator('b').innerText(), name);
    assert.equal(await field.getAttribute('aria-activedescendant'), await marked.getAttribute('id'));
    await field.press('ArrowUp');
    await field.press('ArrowDown');
    await field.press('Enter');
    await pressed(page, name).waitFor();
  });

  await t.test('neither nobody nor one of several is picked unseen, and a phone’s «Go» sends no form', async () => {
    await button(page, 'Flere').click();
    await field.pressSequentially('qqqqqq');
    await page.getByText('Fant ingen').waitFor();
    await field.press('Enter');
    assert.equal(await field.evaluate((it) => it.form), null);
    await field.fill('');
    await field.press('Enter');
    await page.getByRole('option', { selected: true }).waitFor();
    await field.press('Escape');
    await field.waitFor({ state: 'detached' });
    assert.match(new URL(page.url()).pathname, /^\/samtale\//);
  });

  await t.test('they are in what is saved', async () => {
    await save(page);
    await gone(page);
    await page.getByRole('link', { name: /Jawad.*Bolig/s }).first().waitFor();
  });
});

test('in lists that are searched the arrows lead to the hits', async (t) => {
  const { world, page } = await atWork(t);
  const focused = () => page.evaluate(() => document.activeElement.innerText ?? '');
  await page.goto(`${world.address}/sok`);
  await page.getByRole('searchbox').fill('oksana');
  await page.getByText(/treff/).first().waitFor();
  await page.getByRole('link', { name: /Oksana/ }).first().waitFor();
  await page.getByRole('searchbox').press('ArrowDown');
  assert.match(await focused(), /Oksana/);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  assert.match(await focused(), /Oksana/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /Oksana/ }).waitFor();
});

test('somebody unknown is one more beside those who were there, and is still there when it is edited', async (t) => {
  const { world, page } = await atWork(t);
  const three = ['Oksana K.', 'Mykola T.', 'Ifrah N.'];

  await t.test('in a conversation', async () => {
    await begin(page, world, 'Samtale');
    await button(page, 'Bolig').click();
    for (const name of [...three, 'Ukjent']) await button(page, name).click();
    await page.getByLabel(/^Notat/).fill('Krangel i vaskekjelleren');
    await save(page);
    await gone(page);
    await page.getByRole('link', { name: /vaskekjelleren/ }).first().click();
    for (const name of [...three, 'Ukjent']) await pressed(page, name).waitFor();
    await button(page, 'Ukjent').click();
    for (const name of three) await pressed(page, name).waitFor();
  });

  await t.test('in an incident, in a role', async () => {
    await begin(page, world, 'Hendelse');
    await button(page, 'Vold eller trusler').click();
    await button(page, 'Alvorlig').click();
    await page.getByLabel(/^Hva skjedde/).fill('Slåsskamp ved porten');
    for (const name of [...three, 'Ukjent']) await button(page, name).click();
    await page.getByLabel('Ukjent').selectOption({ label: 'Forårsaket' });
    await save(page);
    await page.getByText('Slåsskamp ved porten').first().waitFor();
    await page.locator('main li', { hasText: 'Ukjent' }).filter({ hasText: /forårsaket/i }).waitFor();
    for (const name of three) await page.locator('main li', { hasText: name }).first().waitFor();
    await page.getByRole('link', { name: 'Rediger' }).click();
    for (const name of [...three, 'Ukjent']) await pressed(page, name).waitFor();
    assert.equal(await page.getByLabel('Ukjent').evaluate((it) => it.selectedOptions[0].text), 'Forårsaket');
  });
});

test('two of one name have no equal name in any list, on any page and in any picker', async (t) => {
  const save_ = (world, kind, fields) =>
    world.call('aisha', 'save', { entry: { id: randomUUID(), kind, fields } });
  const { world, page } = await atWork(t, async (world) => {
    for (const year of [1987, 1990]) {
      const { entry } = await save_(world, 'resident', { name: 'Mohammed Ali', birth_year: year });
      for (const minutes of [0, 1, 2, 3, 4, 5, 6, 7]) {
        const at = world.now(-minutes * 60_000).toISOString();
        await save_(world, 'visit', { at, residents: [entry.id], topics: ['nav'], note: `møte ${minutes}` });
      }
    }
  });
  // The names that a screen reader says of those of that name, each once.
  const names = async (locator) => {
    await locator.nth(1).waitFor();
    const all = await locator.evaluateAll((them) => them.map((it) => it.computedName.trim()));
    return all.filter((it) => it.includes('Mohammed Ali'));
  };
  const apart = (all, where) => {
    const said = all.map((it) => it.match(/Mohammed Ali \((\d{4})\)/)?.[1]);
    assert.deepEqual([...new Set(said)].sort(), ['1987', '1990'], `${where}: ${all.join(' | ')}`);
    assert.equal(new Set(all).size, all.length, `${where}: ${all.join(' | ')}`);
  };
  await page.goto(world.address);
  apart(await names(page.getByRole('link', { name: /Ny samtale med Mohammed Ali/ })), 'I dag');
  await page.goto(`${world.address}/beboere`);
  await page.getByRole('searchbox').fill('mohammed ali');
  const links = page.getByRole('link', { name: /Mohammed Ali/ });
  apart(await names(links), 'Beboere');
  for (const year of [1987, 1990]) {
    await page.goto(`${world.address}/beboere`);
    await page.getByRole('searchbox').fill('mohammed ali');
    await links.filter({ hasText: `(${year})` }).first().click();
    await page.getByRole('heading', { level: 1, name: `Mohammed Ali (${year})` }).waitFor();
  }
  for (const what of ['Samtale', 'Hendelse', 'Avtale', 'Oppfølging', 'Henvisning']) {
    await begin(page, world, what);
    apart(await names(page.locator('.face').filter({ hasText: 'Mohammed' })), `faces of ${what}`);
    await button(page, 'Flere').click();
    await page.getByRole('combobox', { name: 'Finn en beboer' }).fill('mohammed');
    apart(await names(page.getByRole('option', { name: /Mohammed Ali/ })), `picker of ${what}`);
  }
  await page.goto(`${world.address}/sok`);
  await page.getByRole('searchbox').fill('mohammed ali');
  await page.getByText(/treff/).first().waitFor();
  apart(await names(page.locator('a[href^="/beboere/"]')), 'Søk');
  await page.getByRole('searchbox').fill('1987');
  await page.getByRole('link', { name: 'Mohammed Ali (1987)' }).first().waitFor();
  await page.goto(`${world.address}/aktiviteter`);
  await page.getByRole('link', { name: /Tur til Østmarka/ }).first().click();
  await page.getByRole('searchbox').fill('mohammed ali');
  apart(await names(page.getByRole('button', { name: /^Kryss av for Mohammed Ali/ })), 'Oppmøte');
});

// Two colleagues at one activity.
async function twoAtADoor(t) {
  const { world, page, code } = await atWork(t);
  const other = await open(await browser(world, { viewport: SIZES.laptop }), `${world.address}/#join=${code}`);
  await join_(other, '', 'Chen');
  for (const device of [page, other]) {
    await device.goto(`${world.address}/aktiviteter`);
    await device.getByRole('link', { name: /Tur til Østmarka/ }).first().click();
    await device.locator('.roll .row').nth(5).waitFor();
  }
  return { world, page, other };
}

const line = (page, name) => page.locator('.roll .row', { hasText: name });
const tick = (page, name) => page.getByRole('button', { name: `Kryss av for ${name}` });
const says = (page, name, words) => line(page, name).locator('.sub', { hasText: words }).waitFor();

test('a mistaken tick that a colleague takes off, or oneself after a reload, leaves no trace', async (t) => {
  const { page, other } = await twoAtADoor(t);
  await tick(page, 'Oksana K.').click();
  await says(other, 'Oksana K.', /^kom$/);
  // Longer than two who tick at once are apart.
  await other.waitForFunction((end) => Date.now() > end, Date.now() + 2_500);
  await tick(other, 'Oksana K.').click();
  for (const device of [other, page]) await says(device, 'Oksana K.', /^ikke påmeldt$/);
  await tick(page, 'Mykola T.').click();
  await says(page, 'Mykola T.', /^kom$/);
  await page.reload();
  await says(page, 'Mykola T.', /^kom$/);
  await tick(page, 'Mykola T.').click();
  await says(page, 'Mykola T.', /^ikke påmeldt$/);
  await page.reload();
  await line(page, 'Mykola T.').waitFor();
  await says(page, 'Mykola T.', /^ikke påmeldt$/);
});

test('two who tick the same person at once do not undo one another', async (t) => {
  const { page, other } = await twoAtADoor(t);
  await tick(page, 'Ifrah N.').click();
  await says(other, 'Ifrah N.', /^kom$/);
  // Whoever is about to tap has not seen yet that it is done.
  await tick(other, 'Ifrah N.').click();
  await other.waitForTimeout(500);
  for (const device of [other, page]) await says(device, 'Ifrah N.', /^kom$/);
});
