// Activities, searching, files and figures by keys alone.
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { atTheDesk } from './support/keyboard.mjs';

const PLAN = fileURLToPath(new URL('../../demo/bredtvetveien2/activities.csv', import.meta.url));
test('plans, files and figures are handled by keys alone', async (t) => {
  const keys = await atTheDesk(t);

  await t.test('an activity is put into the plan and postponed', async () => {
    await keys.begin();
    await keys.go('a', 'Aktiviteter');
    await keys.type(/^Ny i uke/, 'Båttur');
    await keys.key('Enter');
    await keys.sees('Lagt i planen');
    await keys.at(/^Ny i uke/);
    // Another boat trip is in the list already, and the new one is there a moment later.
    await keys.press(/^Båttur(?! i Oslofjorden)/, 'Shift+Tab');
    await keys.at('Båttur');
    await keys.press('Utsett');
    await keys.tick('Dårlig vær');
    await keys.tick('Uka etter, samme dag');
    await keys.press('Utsett');
    await keys.sees(/^Flyttet til/);
    await keys.at('Utsett');
  });

  await t.test('a dialog about an activity gives focus back to what opened it', async () => {
    await keys.begin();
    await keys.go('a', 'Aktiviteter');
    await keys.press(/^Tur til Østmarka/);
    await keys.press('Utsett');
    await keys.to('Dårlig vær');
    await keys.key('Escape');
    await keys.at('Utsett');
  });

  await t.test('those who came are ticked, or counted', async () => {
    await keys.begin();
    await keys.go('a', 'Aktiviteter');
    await keys.press(/^Tur til Østmarka/);
    await keys.at('Tur til Østmarka');
    await keys.tick('Kryss av for Oksana K.');
    await keys.tick('Kryss av for Yusuf A.');
    await keys.press('Flere valg for Maryam T.');
    await keys.tick('Kom ikke');
    await keys.type('Skriv et navn, eller bare tell', 'halyna');
    await keys.key('Enter');
    await keys.at('Skriv et navn, eller bare tell');
    await keys.tick('+ 1: tell én til');
    await keys.press('Bare antall');
    await keys.sees('Navn for navn');
    await keys.notLost('names are changed for a number');
  });

  await t.test('a week of the plan is chosen and printed', async () => {
    await keys.begin();
    await keys.go('a', 'Aktiviteter');
    await keys.press('Ukeplan');
    await keys.at('Ukeplan');
    await keys.tick('En uke senere');
    await keys.tick('2 uker');
    await keys.tick('Ukrainsk');
    await keys.page.evaluate(() => { window.print = () => { window.printed = true; }; });
    await keys.press('Skriv ut', 'Shift+Tab');
    await keys.page.waitForFunction(() => window.printed);
  });

  await t.test('something is found by searching, opened and left again', async () => {
    await keys.begin();
    await keys.key('/');
    await keys.at('Søk i alt');
    await keys.page.keyboard.type('oksana');
    await keys.sees(/treff/);
    await keys.press(/^Oksana Kovalenko/);
    await keys.at('Oksana Kovalenko');
    await keys.key('Escape');
    await keys.at('Søk i alt');
  });

  await t.test('a file is looked at and brought in', async () => {
    await keys.begin();
    await keys.go('m', 'Mer');
    await keys.press('Import og eksport');
    await keys.at('Import og eksport');
    await keys.to('Hva gjelder det?');
    await keys.page.keyboard.type('Akti');
    // Asked for a while before the key: the browser hears of one and of the other by different ways.
    const chooser = keys.page.waitForEvent('filechooser');
    await keys.to(/^Fil:/);
    await keys.key('Enter');
    await (await chooser).setFiles(PLAN);
    await keys.sees('18 nye');
    await keys.to(/^Rader i/);
    await keys.press(/^Importer 18 rader/);
    await keys.sees('18 rader er importert');
    await keys.notLost('a file is brought in');
  });

  await t.test('a month in figures is read, shown as tables and handed out', async () => {
    await keys.begin();
    await keys.go('m', 'Mer');
    await keys.press('Rapport');
    await keys.at('Rapport');
    await keys.tick('Måneden før');
    await keys.tick('Vis slik den blir delt');
    await keys.press(/^Vis tall/);
    await keys.to(/^Samtaler per uke/);
    const download = keys.page.waitForEvent('download');
    await keys.press('Excel');
    await download;
    await keys.at('Excel');
  });
});
