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
    await page.getByRole('heading', { name: 'Kontakter' }).waitFor();
  },
  visit: async (page, address) => {
    await page.goto(`${address}/samtale`);
    await page.getByRole('group', { name: 'Hvem?' }).getByRole('button').first().click();
    await page.getByRole('button', { name: 'Økonomi', exact: true }).click();
  },
  'edit-resident': async (page, address) => {
    await PAGES.resident(page, address);
    await page.getByRole('link', { name: 'Rediger', exact: true }).click();
    await page.getByRole('button', { name: 'Lagre', exact: true }).waitFor();
  },
  partners: async (page, address) => {
    await page.goto(`${address}/partnere`);
    await page.getByText('Boligbygg').first().waitFor();
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
