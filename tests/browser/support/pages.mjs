// Every page: how to get there, and what tells that it has arrived.

export const SIZES = {
  phone: { width: 390, height: 844 },
  laptop: { width: 1280, height: 800 },
  narrow: { width: 320, height: 640 },
};

export const PAGES = {
  today: async (page, address) => {
    await page.goto(address);
    await page.getByRole('heading', { name: 'Sist logget' }).waitFor();
  },
  residents: async (page, address) => {
    await page.goto(`${address}/beboere`);
    await page.getByRole('link', { name: /Oksana K\./ }).first().waitFor();
  },
  resident: async (page, address) => {
    await page.goto(`${address}/beboere`);
    await page.getByRole('link', { name: /Oksana K\./ }).first().click();
    await page.getByRole('heading', { level: 1, name: /Oksana/ }).waitFor();
    await page.getByRole('button', { name: /kontakter$/ }).waitFor();
  },
  'visit-record': async (page, address) => {
    await PAGES.today(page, address);
    // Drafts stand above what was logged.
    await page.locator('a[href^="/samtale/"]').last().click();
    await page.getByRole('heading', { level: 1, name: /^Samtale med/ }).waitFor();
  },
  visit: async (page, address) => {
    await page.goto(`${address}/samtale`);
    await page.getByRole('group', { name: /^Hvem/ }).getByRole('button').first().click();
    await page.getByRole('button', { name: 'Økonomi', exact: true }).click();
  },
  'edit-resident': async (page, address) => {
    await PAGES.resident(page, address);
    await page.getByRole('link', { name: 'Rediger', exact: true }).click();
    await page.getByRole('button', { name: 'Lagre', exact: true }).waitFor();
  },
  activities: async (page, address) => {
    await page.goto(`${address}/aktiviteter`);
    await page.getByRole('link', { name: /Tur til Østmarka/ }).first().waitFor();
  },
  activity: async (page, address) => {
    await PAGES.activities(page, address);
    await page.getByRole('link', { name: /Tur til Østmarka/ }).first().click();
    await page.getByRole('heading', { level: 1, name: /Tur til Østmarka/ }).waitFor();
    await page.getByText('Oksana K.').first().waitFor();
  },
  'week-plan': async (page, address) => {
    await page.goto(`${address}/aktiviteter/ukeplan`);
    await page.getByRole('button', { name: 'Skriv ut' }).waitFor();
  },
  appointments: async (page, address) => {
    await page.goto(`${address}/avtaler`);
    await page.getByRole('heading', { level: 1, name: 'Kommende avtaler' }).waitFor();
  },
  'open-visits': async (page, address) => {
    await page.goto(`${address}/samtaler`);
    await page.getByRole('heading', { level: 1, name: 'Følges opp' }).waitFor();
  },
  cases: async (page, address) => {
    await page.goto(`${address}/saker`);
    await page.getByText('Over frist').first().waitFor();
  },
  referral: async (page, address) => {
    await PAGES.cases(page, address);
    await page.getByRole('link', { name: /Boligbygg/ }).first().click();
    await page.getByText('Hva vi ber om').first().waitFor();
  },
  letter: async (page, address) => {
    await PAGES.referral(page, address);
    await page.locator('a[href$="/brev"]').click();
    await page.getByRole('heading', { level: 1, name: 'Brev' }).waitFor();
    await page.getByText('Gjelder:').waitFor();
  },
  history: async (page, address) => {
    await PAGES.referral(page, address);
    await page.getByRole('link', { name: 'Historikk' }).first().click();
    await page.getByRole('heading', { level: 1, name: /Historikk/ }).waitFor();
  },
  enquiry: async (page, address) => {
    await page.goto(`${address}/skjema/enquiry`);
    await page.getByLabel(/^Hvem spør/).fill('Kari Nabo');
    await page.getByLabel(/^Hva de spør om/).fill('Hvem rydder i bakgården?');
    await page.getByRole('button', { name: 'Lagre', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Kari Nabo' }).waitFor();
    await page.getByRole('button', { name: 'Skriv svar' }).waitFor();
  },
  appointment: async (page, address) => {
    await page.goto(address);
    await page.getByRole('button', { name: 'Gjennomført' }).first().waitFor();
    await page.locator('.next .what').click();
    await page.getByRole('link', { name: 'Lapp til beboeren' }).waitFor();
  },
  'appointment-sheet': async (page, address) => {
    await PAGES.appointment(page, address);
    await page.getByRole('button', { name: 'Flyttet' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Lagre' }).click();
    await page.getByRole('alert').waitFor();
  },
  slip: async (page, address) => {
    await PAGES.appointment(page, address);
    await page.getByRole('link', { name: 'Lapp til beboeren' }).click();
    await page.getByRole('button', { name: 'Skriv ut' }).waitFor();
  },
  'new-incident': async (page, address) => {
    await page.goto(`${address}/skjema/incident`);
    await page.getByRole('button', { name: 'Akutt', exact: true }).click();
  },
  topics: async (page, address) => {
    await page.goto(`${address}/mer/tema`);
    await page.getByText('Økonomi').first().waitFor();
  },
  team: async (page, address) => {
    await page.goto(`${address}/team`);
    await page.getByRole('link', { name: /Aisha/ }).first().waitFor();
  },
  member: async (page, address) => {
    await PAGES.team(page, address);
    await page.getByRole('link', { name: /Aisha/ }).first().click();
    await page.getByRole('button', { name: 'Vis koden' }).waitFor();
  },
  'edit-member': async (page, address) => {
    await PAGES.member(page, address);
    await page.getByRole('link', { name: /Aisha/ }).first().click();
    await page.getByRole('button', { name: 'Legg til en dag' }).click();
    await page.getByRole('combobox', { name: 'Dag, rad 1' }).waitFor();
  },
  topic: async (page, address) => {
    await PAGES.topics(page, address);
    await page.getByRole('link', { name: /Økonomi/ }).click();
    await page.getByRole('button', { name: 'Lagre', exact: true }).waitFor();
  },
  report: async (page, address) => {
    await page.goto(`${address}/mer/rapport`);
    await page.getByRole('heading', { name: 'Samtaler per uke' }).waitFor();
  },
  files: async (page, address) => {
    await page.goto(`${address}/mer/filer`);
    await page.getByRole('heading', { level: 2 }).first().waitFor();
  },
  bin: async (page, address) => {
    await page.goto(`${address}/mer/slettet`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  },
  partners: async (page, address) => {
    await page.goto(`${address}/partnere`);
    await page.getByText('Boligbygg').first().waitFor();
  },
  partner: async (page, address) => {
    await page.goto(`${address}/sok`);
    await page.getByRole('searchbox').fill('boligbygg');
    await page.locator('a[href^="/partnere/"]').first().click();
    await page.getByRole('heading', { level: 1, name: 'Boligbygg' }).waitFor();
  },
  versions: async (page, address) => {
    await page.goto(`${address}/mer/versjoner`);
    await page.getByRole('heading', { level: 1, name: 'To versjoner' }).waitFor();
  },
  handovers: async (page, address) => {
    await page.goto(`${address}/overlevering`);
    await page.getByRole('link', { name: 'Ny overlevering' }).waitFor();
  },
  handover: async (page, address) => {
    await PAGES.handovers(page, address);
    const known = page.getByRole('link', { name: /Bemanningen slutter/ }).first();
    if (await known.count() === 0) await beginHandover(page, address);
    else await known.click();
    await page.getByRole('button', { name: /saker er plassert/ }).waitFor();
    await page.getByRole('checkbox').first().waitFor();
  },
  'handover-give': async (page, address) => {
    await PAGES.handover(page, address);
    await page.getByRole('checkbox').first().check();
    await page.getByRole('button', { name: 'Gi til …' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Trengs ikke' }).click();
  },
  'handover-residents': async (page, address) => {
    await PAGES.handover(page, address);
    await page.getByRole('button', { name: /beboere har fått beskjed/ }).click();
    await page.getByRole('link', { name: /^Gi beskjed til/ }).first().waitFor();
  },
  notice: async (page, address) => {
    await PAGES['handover-residents'](page, address);
    await page.getByRole('link', { name: /^Gi beskjed til Oksana/ }).click();
    await page.getByRole('button', { name: 'Bytt språk' }).click();
    await page.locator('.sentences').waitFor();
  },
  summary: async (page, address) => {
    await PAGES['handover-residents'](page, address);
    await page.getByRole('link', { name: /^Oppsummering for Oksana/ }).click();
    await page.getByRole('button', { name: 'Hold øye med' }).click();
  },
  'handover-item': async (page, address) => {
    await PAGES.handover(page, address);
    const placed = page.getByRole('link', { name: /Tilbudt/ });
    if (await placed.count() === 0) await offerOne(page);
    await placed.first().click();
    await page.getByRole('button', { name: 'De tok imot' }).waitFor();
  },
  lost: async (page, address) => {
    await page.goto(`${address}/finnes/ikke`);
    await page.getByRole('heading', { level: 1, name: 'Fant ikke siden' }).waitFor();
  },
  units: async (page, address) => {
    await page.goto(`${address}/leiligheter`);
    await page.getByText('H0101').first().waitFor();
  },
  search: async (page, address) => {
    await page.goto(`${address}/sok`);
    await page.getByRole('searchbox').fill('rad');
    await page.getByText(/treff/).first().waitFor();
  },
  more: async (page, address) => {
    await page.goto(`${address}/mer`);
    await page.getByRole('button', { name: 'Vis koden' }).waitFor();
  },
};

// Plans the end of the staffing, and begins it.
export async function beginHandover(page, address) {
  await page.goto(`${address}/skjema/handover`);
  await page.getByLabel(/^Siste dag/).fill('31.12.2027');
  await page.getByRole('button', { name: 'Lagre', exact: true }).click();
  await page.getByRole('button', { name: 'Sett i gang' }).click();
}

// Offers the first matter to the first partner.
async function offerOne(page) {
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Gi til …' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Boligbygg' }).click();
  await dialog.getByRole('button', { name: 'Trengs ikke' }).click();
  await dialog.getByLabel('Begrunnelse').fill('Gjelder bygget');
  await dialog.getByRole('button', { name: /^Tilby/ }).click();
  await page.getByRole('link', { name: /Tilbudt/ }).first().waitFor();
}

// The pages on which a resident reads: in another language beside the Norwegian.
export const READ_BY_RESIDENTS = ['slip', 'week-plan', 'notice'];
