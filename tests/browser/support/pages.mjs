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

// The pages on which a resident reads: in another language beside the Norwegian.
export const READ_BY_RESIDENTS = ['slip', 'week-plan'];
