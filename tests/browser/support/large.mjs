// A site larger than any: 10,000 residents and 100,000 records of every kind, the same each time.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const RESIDENTS = 10_000;
export const RECORDS = 100_000;
const UNITS = 1_000;
const ACTIVITIES = 400;
const INCIDENTS = 500;
const REFERRALS = 1_000;
const FOLLOW_UPS = 1_000;
// Conversations with the first resident alone.
const LONG_STORY = 1_000;
// Rows that one import takes.
const ROWS = 10_000;

const GIVEN = `Abel Asha Adnan Aisha Amanuel Amina Anna Ayaan Bahar Bohdan Dalia Daryna Dawit Elias Farah Fatima Filmon
Hana Hodan Ibrahim Idil Ihor Jawad Kamal Kateryna Khadija Larysa Leila Luwam Maryam Mehdi Mykola Nadia Noor Oksana
Olena Omar Petro Rahel Rashid Samira Sara Selam Serhij Tekle Viktor Yonas Yusuf Zahra Zeinab`.split(/\s+/);
const MIDDLE = ['Ali', 'Berhane', 'Iryna', 'Noor', 'Solomon'];
const FAMILY = `Abdi Ahmed Ali Asghari Bereket Bondar Darwish Farouk Gebremedhin Ghebre Guled Haddad Haidari Hassan
Hrytsenko Ismail Jama Karimi Khalil Kidane Koval Kravets Lysenko Mahmoud Mebrahtu Melnyk Moroz Mohamud Nazari Negash
Omer Petrenko Qasim Rahimi Savtsjuk Shire Tesfay Tkatsj Warsame Yohannes`.split(/\s+/);

const CAME = `Kom innom med et brev|Ringte fra jobben|Ventet utenfor da vi åpnet|Banket på rett før lunsj|Sendte melding i går
Møtte henne i trappa|Stoppet meg på vei ut|Hadde med seg naboen|Kom tilbake som avtalt|Satt i felleshuset`.split(/[|\n]/);
const ABOUT = `bostøtten som ikke har kommet|en regning hun ikke kjenner igjen|radiatoren på soverommet|timen hos fastlegen
skjemaet fra barnehagen|fraværet på norskkurset|strømmen som er dyrere enn før|koden til BankID|vaskemaskinen i kjelleren
brevet fra UDI|foreldremøtet på torsdag|et innkjøp til babyen|busskortet som er gått ut|bråket i etasjen over
søknaden om lærlingplass|nøkkelen som er knekt|meldekortet for forrige uke|en vaksine til sønnen|depositumet
muggen rundt vinduet på badet`.split(/[|\n]/);
const DONE = `Ringte sammen, svar ventes fredag|Skrev et svar sammen og la kopi i permen|Forklarte gangen i det, og hun ringer selv
Meldt videre, de tar kontakt innen en uke|Ble enige om å se på det på mandag|Gikk gjennom papirene uten å bli ferdige
Ga nummeret til rettshjelpen|Det løste seg mens vi snakket|Viste hvordan det gjøres på mobilen
Trenger tolk neste gang, bestilt`.split(/[|\n]/);
const TOPICS = ['economy', 'housing', 'post-and-forms', 'health', 'nav', 'school', 'work', 'leisure', 'family', 'other'];
const PLANS = ['Tur til Sognsvann', 'Fredagskaffe', 'Språkkafé', 'Dugnad i bakgården', 'Symaskinkveld', 'Leksehjelp', 'Bading på Tøyen'];

// Knuth's MMIX constants: the same site every time.
function chance(seed) {
  let state = BigInt(seed);
  const below = (bound) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return Number(state >> 33n) % bound;
  };
  return { below, of: (list) => list[below(list.length)] };
}

const name = (at) => [GIVEN[at % 50], MIDDLE[Math.floor(at / 2_000)], FAMILY[Math.floor(at / 50) % 40]].join(' ');
const door = (at) => `H${String(1 + Math.floor(at / 20)).padStart(2, '0')}${String(1 + (at % 20)).padStart(2, '0')}`;
const day = (ago) => new Date(Date.UTC(2024, 2, 14) - ago * 86_400_000).toISOString().slice(0, 10);
const many = (count, row) => Array.from({ length: count }, (_, at) => row(at));

// The one with the long story, who is the first by name, and the last.
export const [TALKATIVE, LAST] = [name(0), name(RESIDENTS - 1)];

function tables() {
  const { below, of } = chance(1);
  const anyone = () => name(below(RESIDENTS));
  const note = (at) => `${of(CAME)} og spurte om ${of(ABOUT)}. ${of(DONE)}. Sak ${at + 1}.`;
  const minute = () => `${String(8 + below(8)).padStart(2, '0')}:${String(below(60)).padStart(2, '0')}`;
  const partners = ['Nav Bjerke', 'Boligbygg', 'Bjerke legesenter', 'Oslo VO Helsfyr'];
  const few = {
    unit: [['label', 'floor', 'rooms', 'use'], many(UNITS, (at) => [door(at), 1 + Math.floor(at / 20), 2, 'home'])],
    partner: [['name', 'kind'], partners.map((it) => [it, 'other'])],
    resident: [
      ['name', 'languages', 'interpreter', 'birth_year', 'unit', 'moved_in'],
      many(RESIDENTS, (at) => [name(at), of(['uk|ru', 'so', 'ti', 'ar', 'fa', 'en']), 'sometimes', 1950 + below(55), door(at % UNITS), day(below(900))]),
    ],
    activity: [
      ['title', 'status', 'day', 'time', 'place', 'attendance', 'headcount'],
      many(ACTIVITIES, (at) => [`${of(PLANS)} ${at + 1}`, at < 40 ? 'planned' : 'done', day(at * 2 - 80), minute(), 'Felleshuset', 'headcount', below(20)]),
    ],
    incident: [
      ['at', 'type', 'seriousness', 'what', 'parties', 'status'],
      many(INCIDENTS, (at) => [`${day(below(300))} ${minute()}`, 'noise', 'minor', note(at), `affected:${anyone()}`, 'open']),
    ],
    referral: [
      ['to', 'about', 'topic', 'ask', 'reply_by', 'status'],
      many(REFERRALS, (at) => [of(partners), anyone(), of(TOPICS), note(at), day(below(60) - 30), of(['sent', 'accepted', 'done'])]),
    ],
    'follow-up': [
      ['what', 'due', 'owner', 'about'],
      many(FOLLOW_UPS, (at) => [`Høre om ${of(ABOUT)} (${at + 1})`, day(below(60) - 30), of(['Aisha', 'Bjørn']), anyone()]),
    ],
  };
  const others = Object.values(few).reduce((sum, [, rows]) => sum + rows.length, 0);
  const visits = many(RECORDS - others, (at) => {
    const who = at < LONG_STORY ? TALKATIVE : anyone();
    return [`${day(below(900))} ${minute()}`, who, 'office', of(TOPICS), 5 * (1 + below(9)), note(at), of(['settled', 'referred', 'settled', 'follow-up'])];
  });
  return { ...few, visit: [['at', 'residents', 'place', 'topics', 'minutes', 'note', 'outcome'], visits] };
}

// Writes the site's tables below a folder, and answers with their paths, those that others point to first.
async function write(folder) {
  await mkdir(folder, { recursive: true });
  const files = [];
  for (const [kind, [heading, rows]] of Object.entries(tables())) {
    for (let from = 0; from < rows.length; from += ROWS) {
      const file = join(folder, `${kind}.${from / ROWS}.csv`);
      await writeFile(file, [heading, ...rows.slice(from, from + ROWS)].map((it) => it.join(';')).join('\n'));
      files.push(file);
    }
  }
  return files;
}

// Founds the site and sends it to the server; answers with the join code.
export async function large(world, owner) {
  await world.bomiljo(owner, 'init', '--server', world.address, '--site', 'Storgata 1', '--name', 'Aisha');
  await world.bomiljo(owner, 'import', '--this-week', ...(await write(join(world.folder, 'tables'))));
  await world.bomiljo(owner, 'sync');
  return world.bomiljo(owner, 'invite');
}
