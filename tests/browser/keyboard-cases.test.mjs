// Matters by keys alone: incidents, referrals and follow-ups, the list of them, and the bin.
import test from 'node:test';
import { atTheDesk } from './support/keyboard.mjs';

test('matters are dealt with by keys alone', async (t) => {
  const keys = await atTheDesk(t);

  await t.test('an acute incident says whom to call, who was reached, and how it ended', async () => {
    await keys.begin();
    await keys.notes('Hendelse', 'Ny hendelse');
    await keys.tick('Røyklukt');
    await keys.tick('Akutt');
    await keys.to(/^110/, 'Shift+Tab');
    await keys.type(/^Hva skjedde/, 'Røyk fra kjøkkenet i H0203');
    await keys.press('Lagre');
    await keys.saved();
    await keys.notLost('a save');
    await keys.go('s', 'Saker');
    await keys.press(/Røyk fra kjøkkenet/);
    await keys.at('Røyklukt');
    await keys.press('Fikk svar');
    await keys.sees('Hvem vi ringte');
    await keys.notLost('a call is noted');
    await keys.press('Følg med');
    await keys.at('Hva nå?');
    await keys.press('Lukk saken');
    await keys.at(/^Hvordan ble det løst/);
    await keys.page.keyboard.type('En kjele på plata');
    await keys.press('Lagre');
    await keys.at('Hva nå?');
  });

  await t.test('a referral goes from draft to done, with its letter', async () => {
    await keys.begin();
    await keys.go('s', 'Saker');
    await keys.press('Ny henvisning');
    await keys.at('Ny henvisning');
    await keys.to(/^Til hvem/);
    await keys.key('B');
    await keys.tick('Oksana K.');
    await keys.tick('Bolig');
    await keys.type(/^Hva vi ber om/, 'Kan dere bytte låsen i H0101?');
    await keys.press('Lagre');
    await keys.saved();
    await keys.at(/^Bolig/);
    await keys.press('Skriv ut');
    await keys.at('Brev');
    await keys.tick('Skriv fullt navn');
    await keys.page.evaluate(() => { window.print = () => { window.printed = true; }; });
    await keys.press('Skriv ut');
    await keys.page.waitForFunction(() => window.printed);
    await keys.key('Escape');
    await keys.at(/^Bolig/);
    for (const deed of ['Merk som sendt', 'De tar saken']) {
      await keys.press(deed);
      await keys.at('Hva nå?');
    }
    await keys.press('Skriv inn svaret');
    await keys.at('Hva svarte de?');
    await keys.page.keyboard.type('Låsen byttes tirsdag');
    await keys.press('Lagre');
    await keys.at('Hva nå?');
    await keys.press('Ferdig');
    await keys.sees('Satt til «Ferdig»');
    await keys.at('Hva nå?');
  });

  await t.test('a follow-up is put off, done, and how it went is written', async () => {
    await keys.begin();
    await keys.notes('Oppfølging', 'Ny oppfølging');
    await keys.type('Hva skal gjøres', 'Bestill tolk til torsdag');
    await keys.press('Lagre');
    await keys.saved();
    await keys.go('s', 'Saker');
    await keys.press(/^Bestill tolk/);
    await keys.press('Utsett til i morgen');
    await keys.at('Hva nå?');
    await keys.press('Velg dag');
    await keys.at(/^Frist/);
    await keys.tick('Om tre dager');
    await keys.press('Lagre');
    await keys.at('Hva nå?');
    await keys.press('Ferdig');
    await keys.at('Hva nå?');
    await keys.press('Skriv hvordan det gikk');
    await keys.at('Hvordan gikk det?');
    await keys.page.keyboard.type('Tolken kommer kl. 10');
    await keys.press('Lagre');
    await keys.at('Hva nå?');
  });

  await t.test('a matter is deleted, taken back, deleted again and fetched from the bin', async () => {
    await keys.begin();
    await keys.notes('Oppfølging', 'Ny oppfølging');
    await keys.type('Hva skal gjøres', 'Skal bort');
    await keys.press('Lagre');
    await keys.saved();
    for (const back of [true, false]) {
      await keys.go('s', 'Saker');
      await keys.press(/^Skal bort/);
      await keys.press('Rediger');
      await keys.press('Slett');
      await keys.sees('Slettet');
      await keys.notLost('something is deleted');
      if (back) {
        await keys.press('Angre', 'Shift+Tab');
        await keys.sees('Angret');
        await keys.notLost('an undo');
      }
    }
    await keys.go('m', 'Mer');
    await keys.press('Slettet');
    await keys.at('Slettet');
    await keys.press('Hent tilbake');
    await keys.sees('Hentet tilbake');
    await keys.notLost('something is fetched back');
  });

  await t.test('the history of a matter is read, and one comes back to it', async () => {
    await keys.begin();
    await keys.go('s', 'Saker');
    await keys.press(/Boligbygg/);
    await keys.press('Historikk');
    await keys.at('Historikk');
    await keys.press('Tilbake', 'Shift+Tab');
    await keys.at(/Boligbygg|Bolig|Trygghet/);
  });

  await t.test('the list is narrowed, and stays so when one comes back', async () => {
    await keys.begin();
    await keys.go('s', 'Saker');
    await keys.tick(/^Venter på svar/);
    await keys.to('Slags sak');
    await keys.page.keyboard.type('Henv');
    // Letters choose in a list, so one goes on to something else first.
    await keys.key('Tab');
    await keys.go('i', /^\S+dag \d/);
    await keys.go('s', 'Saker');
    await keys.to(/^Venter på svar/);
    await keys.page.locator('[aria-pressed=true]', { hasText: 'Venter på svar' }).waitFor();
    await keys.tick(/^Åpne/);
    await keys.to('Slags sak');
    await keys.page.keyboard.type('Alle');
  });

  await t.test('what is over is there when one goes back, and out of the way when one comes anew', async () => {
    const pressed = (name) => keys.page.locator('[aria-pressed=true]', { hasText: name }).waitFor();
    await keys.begin();
    await keys.go('s', 'Saker');
    await keys.tick(/^Lukkede/);
    await keys.press(/Ferdig|Lukket/);
    await keys.key('Alt+ArrowLeft');
    await pressed('Lukkede');
    await keys.go('i', /^\S+dag \d/);
    await keys.go('s', 'Saker');
    await pressed('Åpne');
  });
});
