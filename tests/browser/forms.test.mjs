// What a form knows by itself, and where what it saved is found again.
import assert from 'node:assert/strict';
import test from 'node:test';
import { atWork, noteDown } from './support/phone.mjs';

const button = (page, name) => page.getByRole('button', { name, exact: true });
const save = (page) => button(page, 'Lagre').click();
const section = (page, heading) =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: heading }) });

test('forms know what one would expect of them', async (t) => {
  const { world, page, start } = await atWork(t);

  await t.test('a search that one leaves while typing goes on nowhere', async () => {
    await page.goto(`${world.address}/sok`);
    await page.getByRole('searchbox').fill('oks');
    await page.getByRole('navigation').getByRole('link', { name: 'Saker' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Saker' }).waitFor();
    // Longer than a pause in typing.
    await page.waitForTimeout(400);
    assert.deepEqual(page.complaints, []);
    await start();
  });

  await t.test('a conversation is in the language that one talks with them', async () => {
    await noteDown(page, 'Samtale');
    const summary = page.locator('.circumstances .summary');
    await summary.waitFor();
    assert.doesNotMatch(await summary.innerText(), /russisk|ukrainsk|somali|arabisk|tigrinja/);
    await button(page, 'Mykola T.').click();
    await summary.filter({ hasText: 'russisk' }).waitFor();
    await button(page, 'Mykola T.').click();
    await button(page, 'Ifrah N.').click();
    await summary.filter({ hasText: 'somali' }).waitFor();
  });

  await t.test('a partner that is missing is made on the way, and stands in the form afterwards', async () => {
    await start();
    await noteDown(page, 'Henvisning');
    await page.getByLabel('Hva vi ber om').fill('Noen å øve norsk med');
    await page.getByRole('link', { name: 'Ny partner' }).click();
    await page.getByLabel('Navn', { exact: true }).fill('Frivilligsentralen');
    await button(page, 'Frivillige').click();
    await save(page);
    await page.getByRole('heading', { level: 1, name: 'Ny henvisning' }).waitFor();
    const to = page.locator('select').filter({ has: page.locator('option', { hasText: 'Frivilligsentralen' }) }).first();
    assert.equal(await to.evaluate((it) => it.selectedOptions[0].text), 'Frivilligsentralen');
    assert.equal(await page.getByLabel('Hva vi ber om').inputValue(), 'Noen å øve norsk med');
  });

  await t.test('a partner that is made for somebody is their doctor, and one goes on where one was', async () => {
    await page.goto(`${world.address}/beboere`);
    await page.getByRole('link', { name: 'Ny beboer' }).first().click();
    await page.getByLabel('Navn', { exact: true }).fill('Halyna Bondar');
    await page.getByRole('link', { name: 'Ny partner' }).click();
    await page.getByLabel('Navn', { exact: true }).fill('Grorud legesenter');
    await button(page, 'Fastlege').click();
    await save(page);
    await page.locator('#field-contacts:focus').waitFor();
    const chosen = (label, words) =>
      page.getByLabel(label).locator('option:checked', { hasText: words }).waitFor({ state: 'attached' });
    await chosen('Kontakt 1: rolle', 'Fastlege');
    await chosen('Kontakt 1: hvem', 'Grorud legesenter');
    await page.getByLabel('Kontakt 1: hvem').selectOption({ label: 'Boligbygg' });
    await chosen('Kontakt 1: rolle', 'Utleier');
    await save(page);
    await page.locator('.savebar').waitFor({ state: 'detached' });
  });

  await t.test('one comes back to a field that was folded away, too', async () => {
    await start();
    await noteDown(page, 'Hendelse');
    await page.locator('.summary').click();
    await page.getByRole('link', { name: 'Ny leilighet' }).click();
    await page.getByLabel('Dørnummer', { exact: true }).fill('H0999');
    await save(page);
    const there = page.locator('#field-unit:focus').locator('option:checked', { hasText: 'H0999' });
    await there.waitFor({ state: 'attached' });
  });

  await t.test('a conversation is passed on by a referral, not by the thought of one', async () => {
    await start();
    await noteDown(page, 'Samtale');
    await button(page, 'Økonomi').click();
    await page.getByLabel(/^Notat/).fill('Brev hun ikke forstår');
    await button(page, 'Henvisning').click();
    await page.getByRole('heading', { level: 1, name: 'Ny henvisning' }).waitFor();
    await button(page, 'Lukk skjemaet').click();
    await page.getByRole('link', { name: /Brev hun ikke forstår/ }).first().click();
    await page.getByRole('heading', { level: 1, name: /^Samtale/ }).waitFor();
    assert.equal(await button(page, 'Henvist').getAttribute('aria-pressed'), 'false');
  });

  await t.test('what stood in a conversation before is in its history', async () => {
    await page.getByLabel(/^Notat/).fill('Noe annet');
    await save(page);
    await page.getByRole('link', { name: /Noe annet/ }).first().click();
    await page.getByRole('link', { name: 'Historikk' }).click();
    await page.locator('.before', { hasText: 'Brev hun ikke forstår' }).waitFor();
  });

  await t.test('after something acute one is where one calls for help, and it stands first until it is closed', async () => {
    await start();
    await noteDown(page, 'Hendelse');
    await button(page, 'Brann').click();
    await button(page, 'Akutt').click();
    await page.getByLabel('Hva skjedde').fill('Komfyrbrann i H0203');
    await save(page);
    await page.getByText('Ring nå').first().waitFor();
    assert.match(new URL(page.url()).pathname, /^\/saker\//);
    await start();
    await section(page, 'Må gjøres i dag').getByRole('link', { name: /Brann/ }).waitFor();
    await page.goto(`${world.address}/saker`);
    await section(page, 'Akutt og alvorlig').getByRole('link', { name: /Komfyrbrann/ }).waitFor();
  });

  await t.test('an appointment of another day stands among those to come', async () => {
    await start();
    await noteDown(page, 'Avtale');
    await button(page, 'Mykola T.').click();
    await page.getByLabel('Hva det gjelder').fill('Synstest');
    await save(page);
    await page.locator('.savebar').waitFor({ state: 'detached' });
    await page.goto(`${world.address}/avtaler`);
    await page.getByRole('link', { name: /Synstest – Mykola T\..*I morgen/ }).waitFor();
  });

  await t.test('when the next appointment is survives a reload, and cannot be a day that is over', async () => {
    await start();
    await button(page, 'Gjennomført').first().click();
    await button(page, 'Om en uke').click();
    await page.waitForTimeout(1_500);
    await start();
    await button(page, 'Gjennomført').first().click();
    const chip = button(page, 'Om en uke');
    await chip.waitFor();
    assert.equal(await chip.getAttribute('aria-pressed'), 'true');
    await page.getByLabel('Neste avtale', { exact: true }).fill('2024-01-01T10:00');
    await page.getByLabel('Neste avtale', { exact: true }).blur();
    await page.getByRole('dialog').getByRole('button', { name: 'Lagre' }).click();
    await page.getByText('Velg en dag som ikke er forbi').waitFor();
  });

  await t.test('somebody who was registered twice becomes one, and the way back is there', async () => {
    await page.goto(`${world.address}/beboere`);
    await page.getByRole('link', { name: 'Ny beboer' }).first().click();
    await page.getByLabel('Navn', { exact: true }).fill('Mykola Tkatchenko');
    await page.locator('.callout', { hasText: 'Kanskje registrert fra før' }).getByRole('link', { name: /^Mykola Tkachenko/ }).waitFor();
    await page.getByLabel('Navn', { exact: true }).fill('Mykola Tkachenko Ivanovytsj');
    await save(page);
    await page.locator('.savebar').waitFor({ state: 'detached' });
    await page.goto(`${world.address}/beboere`);
    const twin = page.getByRole('link', { name: /Mykola Tkachenko Ivanovytsj/ }).first();
    await twin.click();
    await page.getByRole('link', { name: 'Rediger' }).click();
    await page.locator('.circumstances .summary, .summary').first().click();
    await page.getByLabel('Samme person som').selectOption({ label: 'Mykola Tkachenko' });
    await save(page);
    await page.getByText('Registrert to ganger. Alt som er skrevet, står hos:').waitFor();
    await page.getByText('Ingenting logget ennå').waitFor({ state: 'detached' });
    await page.locator('.callout').getByRole('link', { name: 'Mykola T.' }).click();
    await page.getByText('Også registrert som:').waitFor();
    await page.locator('.callout').getByRole('link', { name: 'Mykola Tkachenko Ivanovytsj' }).waitFor();
    await page.goto(`${world.address}/beboere`);
    await page.getByRole('link', { name: /Mykola/ }).first().waitFor();
    assert.equal(await page.getByRole('link', { name: /Mykola/ }).count(), 1);
  });
});
