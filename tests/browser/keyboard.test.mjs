// A day at the desk by keys alone: conversations and what comes of them, and appointments.
import { randomUUID } from 'node:crypto';
import test from 'node:test';
import { atTheDesk } from './support/keyboard.mjs';

// Two that have begun, whatever day and hour it is.
async function begun(world) {
  const { hits } = await world.call('aisha', 'search', { text: 'mykola', limit: 5 });
  const residents = [hits.find((it) => it.kind === 'resident').id];
  for (const [minutes, purpose] of [[40, 'Vaksine'], [20, 'Synstest']]) {
    const fields = { at: world.now(-minutes * 60_000).toISOString(), residents, purpose, status: 'planned' };
    await world.call('aisha', 'save', { entry: { id: randomUUID(), kind: 'appointment', fields } });
  }
}

test('a day at the desk is done by keys alone', async (t) => {
  const keys = await atTheDesk(t, begun);

  await t.test('a conversation leads to a follow-up', async () => {
    await keys.begin();
    await keys.notes('Samtale', 'Samtale');
    await keys.tick('Oksana K.');
    await keys.tick('Bolig');
    await keys.type(/^Notat/, 'Ring vaktmesteren om vannlåsen');
    await keys.press('Oppfølging');
    await keys.at('Ny oppfølging');
    await keys.tick('I dag');
    await keys.press('Lagre');
    await keys.saved();
    await keys.notLost('a save');
    await keys.begin();
    await keys.press(/^Marker som gjort: .*vannlåsen/);
    await keys.sees('Markert som gjort');
    await keys.notLost('a follow-up is ticked off');
  });

  await t.test('who should answer is told, what we did is noted, and the matter passed on', async () => {
    await keys.begin();
    await keys.press(/^Ny samtale med Oksana K\./);
    await keys.at('Samtale');
    await keys.tick('Økonomi');
    await keys.tick('Ga råd');
    await keys.type(/^Notat/, 'Bostøtten har ikke kommet');
    await keys.press(/^Send videre til Nav/);
    await keys.at('Ny henvisning');
    await keys.press('Lagre');
    await keys.saved();
    await keys.notLost('a save');
  });

  await t.test('a conversation with somebody found by two letters leads to the next appointment', async () => {
    await keys.begin();
    await keys.notes('Samtale', 'Samtale');
    await keys.press('Flere');
    await keys.type('Finn en beboer', 'oksana');
    await keys.key('Enter');
    await keys.at('Flere');
    await keys.notLost('somebody was chosen');
    await keys.tick('Helse');
    await keys.press('Avtale');
    await keys.at('Ny avtale');
    await keys.type(/^Hva det gjelder/, 'Blodprøve');
    await keys.key('Control+Enter');
    await keys.saved();
    await keys.notLost('a save');
  });

  await t.test('a form without what it needs leads to the problem, and is left by Esc', async () => {
    await keys.begin();
    await keys.notes('Oppfølging', 'Ny oppfølging');
    await keys.press('Lagre');
    await keys.at(/Dette må rettes/);
    await keys.press(/^Hva skal gjøres:/);
    await keys.at(/^Hva skal gjøres/);
    await keys.key('Escape', 'Escape');
    await keys.at(/^\S+dag \d/);
  });

  await t.test('an appointment took place, with how it went and the next one', async () => {
    await keys.begin();
    await keys.press('Gjennomført');
    await keys.type(/^Hva kom det ut av det/, 'Ny time trengs');
    await keys.tick('Om en uke');
    await keys.press('Lagre');
    await keys.saved();
    await keys.notLost('an appointment is done');
    await keys.press('Angre', 'Shift+Tab');
    await keys.sees('Angret');
    await keys.notLost('an undo');
  });

  await t.test('a sheet that is closed by Esc gives focus back to what opened it', async () => {
    await keys.begin();
    await keys.press('Flyttet');
    await keys.to(/^Hvorfor/);
    await keys.key('Escape');
    await keys.at('Flyttet');
  });

  await t.test('nobody came, or it was moved', async () => {
    await keys.begin();
    await keys.press('Flyttet');
    await keys.press('Lagre');
    await keys.sees('Velg når den er flyttet til');
    await keys.tick('I morgen');
    await keys.press('Lagre');
    await keys.saved();
    await keys.notLost('an appointment is moved');
    await keys.notes('Avtale', 'Ny avtale');
    await keys.tick('Oksana K.');
    await keys.type(/^Hva det gjelder/, 'Tannlege');
    await keys.press('Lagre');
    await keys.saved();
    await keys.key('/');
    await keys.at('Søk i alt');
    await keys.page.keyboard.type('tannlege');
    await keys.press(/^Tannlege/);
    await keys.at('Tannlege');
    await keys.begin();
    await keys.press('Møtte ikke');
    await keys.press('Lagre');
    await keys.saved();
    await keys.notLost('somebody did not come');
  });

  await t.test('an appointment becomes a slip in the language of the resident', async () => {
    await keys.begin();
    await keys.press(/^Tannlege|^Legetime/);
    await keys.press('Lapp til beboeren');
    await keys.at(/^Lapp til/);
    await keys.tick('Arabisk');
    await keys.page.evaluate(() => { window.print = () => { window.printed = true; }; });
    await keys.press('Skriv ut', 'Shift+Tab');
    await keys.page.waitForFunction(() => window.printed);
    await keys.press('Rett teksten');
    await keys.type('Slik skal det stå', ' ');
    await keys.key('Escape');
    await keys.at('Rett teksten');
  });
});
