// Two people write in the same place without seeing each other: nothing is lost, and somebody chooses.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import test from 'node:test';
import { World, until } from './support/world.mjs';
import { fitsAcross, isAccessible } from './support/accessible.mjs';
import { allSent, join_, log, open, phone, readyForOffline } from './support/phone.mjs';

const SITE = 'Bredtvetveien 2';

// Bjørn has a site on a command line of his own.
async function bjornsSite(t) {
  const world = await World.of(t);
  await world.bomiljo('bjorn', 'init', '--server', world.address, '--site', SITE, '--name', 'Bjørn');
  return { world, code: await world.bomiljo('bjorn', 'invite') };
}

async function aishasPhone(world, code) {
  const context = await phone(world);
  const page = await open(context, `${world.address}/#join=${code}`);
  await join_(page, '', 'Aisha');
  return { context, page };
}

// A site of Bjørn's, and Aisha's phone in it.
async function together(t) {
  const { world, code } = await bjornsSite(t);
  return { world, ...(await aishasPhone(world, code)) };
}

const reads = async (world, owner, id) => (await world.call(owner, 'get', { id })).entries[0];
const changes = (world, owner, entry, fields) =>
  world.call(owner, 'save', { entry: { ...entry, fields, conflicts: [] } });

async function makes(world, owner, kind, fields) {
  const id = randomUUID();
  await world.call(owner, 'save', { entry: { id, kind, fields } });
  await world.bomiljo(owner, 'sync');
  return id;
}


async function apart(world, context) {
  await world.stopServer();
  await context.setOffline(true);
}

// The network is there again, and both have heard of what the other did.
async function meet(world, context, page) {
  await world.startServer();
  await context.setOffline(false);
  await allSent(page);
  await world.bomiljo('bjorn', 'sync');
}

const stands = (world, id, fields) =>
  until(`${JSON.stringify(fields)} stands on the other device, undisputed`, async () => {
    await world.bomiljo('bjorn', 'sync');
    const entry = await reads(world, 'bjorn', id);
    return !entry.conflicts && Object.entries(fields).every(([field, value]) => entry.fields[field] === value);
  });

async function looksRight(page, where) {
  await isAccessible(page, where);
  await fitsAcross(page, where);
}

test('a note written on two devices waits on the start page until somebody writes both together', async (t) => {
  const { world, context, page } = await together(t);
  await log(page, 'Radiatoren er kald.');
  await allSent(page);
  await readyForOffline(page);
  const his = await until('Bjørn has the conversation', async () => {
    await world.bomiljo('bjorn', 'sync');
    const { entries } = await world.call('bjorn', 'list', { kind: 'visit', limit: 1, skip: 0 });
    return reads(world, 'bjorn', entries[0].id);
  });

  await apart(world, context);
  await page.locator('a[href^="/samtale/"]').first().click();
  await page.getByLabel(/^Notat/).fill('Radiatoren er kald. Ringte Boligbygg.');
  await page.getByRole('button', { name: 'Lagre', exact: true }).click();
  await page.getByText('Ringte Boligbygg').first().waitFor();
  await changes(world, 'bjorn', his, { note: 'Radiatoren er kald. Lånte bort en ovn.' });
  await meet(world, context, page);

  await page.goto(world.address);
  await page.getByRole('heading', { level: 2, name: /^To versjoner/ }).waitFor();
  await page.getByRole('link', { name: 'Mer – ett sted med to versjoner' }).locator('visible=true').waitFor();
  await looksRight(page, 'the start page with two versions');
  await page.getByRole('link', { name: 'Mer – ett sted med to versjoner' }).locator('visible=true').click();
  await page.getByRole('link', { name: /^To versjoner/ }).click();
  await page.getByRole('heading', { level: 1, name: 'To versjoner' }).waitFor();
  const row = page.getByRole('link', { name: /Notat.*Bjørn/s });
  assert.match(await row.innerText(), /Aisha/);
  await looksRight(page, 'the list of what waits');

  await row.click();
  const versions = page.locator('article.version');
  await versions.nth(1).waitFor();
  const texts = await versions.locator('p').allInnerTexts();
  assert.deepEqual(texts.map((it) => it.replace(/\s+/g, ' ').trim()), [
    'Radiatoren er kald. Lånte bort en ovn.',
    'Radiatoren er kald. Ringte Boligbygg.',
  ]);
  assert.equal(await page.getByLabel(/^Notat/).count(), 0, 'the version that is shown cannot be written on in silence');
  await looksRight(page, 'two versions of a note');

  await page.getByRole('button', { name: 'Skriv sammen' }).click();
  const both = page.getByLabel('Skriv dem sammen til én tekst');
  assert.equal(await both.inputValue(), 'Radiatoren er kald. Ringte Boligbygg.\n\nRadiatoren er kald. Lånte bort en ovn.');
  await both.fill('Radiatoren er kald. Ringte Boligbygg, og lånte bort en ovn.');
  await page.getByText('Kladd lagret').first().waitFor();
  await looksRight(page, 'writing two versions together');
  await page.reload();
  assert.equal(await both.inputValue(), 'Radiatoren er kald. Ringte Boligbygg, og lånte bort en ovn.', 'a draft like any other');
  await page.getByRole('button', { name: 'Lagre teksten' }).click();
  await page.getByText(/^Valget er lagret/).waitFor();
  assert.equal(await page.getByLabel(/^Notat/).inputValue(), 'Radiatoren er kald. Ringte Boligbygg, og lånte bort en ovn.');

  await page.goto(world.address);
  await page.getByRole('heading', { name: 'Sist logget' }).waitFor();
  assert.equal(await page.getByRole('heading', { name: /^To versjoner/ }).count(), 0);
  assert.equal(await page.getByRole('heading', { name: /^Ikke ferdig/ }).count(), 0, 'no draft is left over');
  await stands(world, his.id, { note: 'Radiatoren er kald. Ringte Boligbygg, og lånte bort en ovn.' });
  assert.deepEqual(page.complaints.filter((it) => !/net::|Failed to load/.test(it)), []);
});

test('a status set on two devices is shown with both in words, and one is chosen for both', async (t) => {
  const { world, context, page } = await together(t);
  const id = await makes(world, 'bjorn', 'incident', {
    type: 'noise', at: world.now().toISOString(), what: 'Høy musikk i tredje etasje', seriousness: 'serious', status: 'open',
  });
  const his = await reads(world, 'bjorn', id);
  await page.goto(`${world.address}/saker/${id}`);
  await page.getByText('Høy musikk i tredje etasje').first().waitFor();

  await apart(world, context);
  await page.getByRole('button', { name: 'Følg med', exact: true }).click();
  await page.getByText('Satt til').first().waitFor();
  await changes(world, 'bjorn', his, { status: 'closed', closed_how: 'Snakket med naboen' });
  await meet(world, context, page);

  const versions = page.locator('article.version');
  await versions.nth(1).waitFor();
  const words = (await versions.locator('p').allInnerTexts()).map((it) => it.trim());
  assert.equal(words.includes('closed') || words.includes('watching'), false, 'in words');
  assert.equal(await page.getByRole('button', { name: 'Behold begge' }).count(), 0, 'a matter has one status');
  await looksRight(page, 'two versions of a status');
  await page.getByRole('button', { name: 'Velg denne, skrevet av Bjørn' }).click();
  await page.getByText(/^Valget er lagret/).waitFor();
  await versions.first().waitFor({ state: 'detached' });
  await page.goto(`${world.address}/mer/versjoner`);
  await page.getByText('Ingenting å velge mellom').waitFor();
  await stands(world, id, { status: 'closed' });
});

test('a form leaves two versions of a field alone, and saves the rest', async (t) => {
  const { world, code } = await bjornsSite(t);
  const id = await makes(world, 'bjorn', 'resident', { name: 'Oksana Kovalenko', remarks: 'Ring på to ganger.' });
  await world.bomiljo('siri', 'join', code, '--name', 'Siri');
  await world.bomiljo('siri', 'sync');
  const [his, hers] = [await reads(world, 'bjorn', id), await reads(world, 'siri', id)];
  await changes(world, 'bjorn', his, { remarks: 'Hører dårlig.' });
  await changes(world, 'siri', hers, { remarks: 'Vil ha SMS først.' });
  await world.bomiljo('bjorn', 'sync');
  await world.bomiljo('siri', 'sync');

  const { page } = await aishasPhone(world, code);
  await page.goto(`${world.address}/beboere/${id}`);
  await page.locator('article.version').nth(1).waitFor();
  await page.goto(`${world.address}/skjema/resident/${id}`);
  await page.locator('article.version').nth(1).waitFor();
  await page.getByLabel(/^Navn/).first().fill('Oksana Kovalenko-Berg');
  await page.getByRole('button', { name: 'Lagre', exact: true }).click();
  await page.locator('.savebar').waitFor({ state: 'detached' });
  const untouched = await until('the name has arrived', async () => {
    await world.bomiljo('bjorn', 'sync');
    const entry = await reads(world, 'bjorn', id);
    return entry.fields.name === 'Oksana Kovalenko-Berg' && entry;
  });
  assert.equal(untouched.conflicts?.length, 1, 'what nobody chose still waits');

  await page.goto(`${world.address}/skjema/resident/${id}`);
  await page.getByRole('button', { name: 'Behold begge' }).click();
  await page.getByText(/^Valget er lagret/).waitFor();
  await stands(world, id, { remarks: 'Hører dårlig.\n\nVil ha SMS først.' });
});

// What Siri deletes while Bjørn writes in it.
async function outlived(world, kind, fields, more) {
  const id = await makes(world, 'bjorn', kind, fields);
  await world.bomiljo('siri', 'sync');
  const his = await reads(world, 'bjorn', id);
  await world.call('siri', 'delete', { id });
  await changes(world, 'bjorn', his, more);
  for (const owner of ['siri', 'bjorn', 'siri']) await world.bomiljo(owner, 'sync');
  return id;
}

test('whoever sees that something was deleted while a colleague wrote in it says whether it stays', async (t) => {
  const { world, code } = await bjornsSite(t);
  await world.bomiljo('siri', 'join', code, '--name', 'Siri');
  await world.bomiljo('siri', 'sync');
  const [visit, resident] = [
    await outlived(world, 'visit', { at: world.now().toISOString(), topics: ['housing'], note: 'Kald radiator' }, { note: 'Kald radiator. Ringte Boligbygg.' }),
    await outlived(world, 'resident', { name: 'Oksana Kovalenko' }, { remarks: 'Vil ha SMS først.' }),
  ];

  const { page } = await aishasPhone(world, code);
  await page.goto(`${world.address}/mer/versjoner`);
  await page.getByText('Skal dette slettes?').nth(1).waitFor();
  await looksRight(page, 'the list with what was deleted and written in');
  await page.getByRole('link', { name: /Oksana Kovalenko/ }).click();
  await page.getByText(/^Siri slettet det .* Bjørn skrev i det .* uten å vite om det/).waitFor();
  await looksRight(page, 'whether to delete a resident');
  await page.getByRole('button', { name: 'Behold' }).click();
  await page.getByText('Beholdt').waitFor();
  await page.getByRole('heading', { name: 'Skal dette slettes?' }).waitFor({ state: 'detached' });

  await page.goto(`${world.address}/samtale/${visit}`);
  await page.getByRole('heading', { name: 'Skal dette slettes?' }).waitFor();
  assert.equal(await page.getByLabel(/^Notat/).inputValue(), 'Kald radiator. Ringte Boligbygg.');
  await looksRight(page, 'whether to delete a conversation');
  await page.locator('.conflict').getByRole('button', { name: 'Slett' }).click();
  await page.getByText(/^Slettet av Aisha/).waitFor();
  await page.goto(`${world.address}/mer/versjoner`);
  await page.getByText('Ingenting å velge mellom').waitFor();
  for (const [id, deleted] of [[visit, true], [resident, false]]) {
    await until('Bjørn has the answer', async () => {
      await world.bomiljo('bjorn', 'sync');
      const entry = await reads(world, 'bjorn', id);
      return (entry.deleted ?? false) === deleted && !entry.conflicts;
    });
  }
});

test('the chip tells how things stand, and what came of trying', async (t) => {
  const { world, context, page } = await together(t);
  await allSent(page);
  await readyForOffline(page);
  await apart(world, context);
  await log(page, 'I kjelleren, uten dekning');
  await page.getByRole('button', { name: '1 venter – uten nett' }).locator('visible=true').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('1 endring venter på å bli sendt.').waitFor();
  await dialog.getByRole('button', { name: 'Send og hent nå' }).click();
  await dialog.getByText(/^Fortsatt uten nett/).waitFor();
  await looksRight(page, 'the sync details');
  await world.startServer();
  await context.setOffline(false);
  await dialog.getByRole('button', { name: 'Send og hent nå' }).click();
  await dialog.getByText(/alt er sendt og hentet/).waitFor({ timeout: 90_000 });
  await dialog.getByText('Ingenting venter.').waitFor();
});

test('what a colleague writes where a draft had nothing stands beside what the draft says', async (t) => {
  const { world, page } = await together(t);
  const id = await makes(world, 'bjorn', 'visit', { at: '2024-03-14T09:50:00.000Z', topics: ['nav'], note: null });
  const form = `${world.address}/samtale/${id}`;
  await page.locator(`a[href="/samtale/${id}"]`).first().waitFor();
  await page.goto(form);
  await page.getByLabel(/^Notat/).fill('Sendte brevet.');
  await page.getByText('Kladd lagret').first().waitFor();
  await page.goto(world.address);
  const his = await reads(world, 'bjorn', id);
  await changes(world, 'bjorn', his, { note: 'Ringte Nav.' });
  await world.bomiljo('bjorn', 'sync');
  await page.getByText('Ringte Nav.').first().waitFor();
  await page.goto(form);
  await page.getByRole('button', { name: 'Lagre', exact: true }).click();
  const both = ['Ringte Nav.', 'Sendte brevet.'];
  await until('both stand', async () => {
    await world.bomiljo('bjorn', 'sync');
    const [choice] = (await reads(world, 'bjorn', id)).conflicts ?? [];
    return choice && JSON.stringify(choice.versions.map((it) => it.value).sort()) === JSON.stringify(both);
  });
});
