// The browser edition in Chromium, as a phone.
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, devices } from 'playwright-core';
import { World, ZONE } from './world.mjs';

export const ARGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
  // Lets the tests ask what name and role a screen reader is told.
  '--enable-blink-features=ComputedAccessibilityInfo',
];

// A folder for what a browser keeps.
export const emptyProfile = (world) => mkdtemp(join(world.folder, 'profile-'));

// A browser with an empty profile, or one of its own. `options` go to Playwright, as do viewport and colours.
export async function browser(world, { profile, ...options } = {}) {
  profile ??= await emptyProfile(world);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.BOMILJO_CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: ARGS,
    locale: 'nb-NO',
    timezoneId: ZONE,
    ...options,
  });
  await context.addInitScript((offset) => { globalThis.bomiljoClockOffset = offset; }, world.clockOffset);
  context.setDefaultTimeout(30_000);
  world.onClose(() => context.close());
  return context;
}

export const phone = (world, profile) => browser(world, { ...devices['Pixel 7'], locale: 'nb-NO', profile });

// Opens the app, and remembers what the page complains about.
export async function open(context, address) {
  const page = context.pages()[0] ?? (await context.newPage());
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && page.complaints.push(message.text()));
  await page.goto(address);
  return page;
}

export async function found(page, site, name) {
  await page.getByRole('button', { name: /Start et nytt bygg/ }).click();
  await page.getByLabel('Byggets navn').fill(site);
  await page.getByLabel('Navnet ditt').fill(name);
  await page.getByRole('button', { name: 'Start bygget' }).click();
  await page.getByRole('navigation').first().waitFor();
}

export async function join_(page, code, name) {
  if (code) await page.getByLabel('Kode', { exact: true }).fill(code);
  await page.getByLabel('Navnet ditt').fill(name);
  await page.getByRole('button', { name: 'Bli med', exact: true }).click();
  await page.getByRole('navigation').first().waitFor();
}

// What is behind the plus.
export async function noteDown(page, what) {
  await page.getByRole('button', { name: 'Ny', exact: true }).click();
  await page.getByRole('dialog').getByRole('link', { name: what, exact: true }).click();
}

// Logs a conversation about Nav with somebody unknown.
export async function log(page, note) {
  await noteDown(page, 'Samtale');
  await page.getByRole('button', { name: 'Nav', exact: true }).click();
  await page.getByLabel(/^Notat/).fill(note);
  await page.getByRole('button', { name: 'Lagre', exact: true }).click();
  await page.getByText(note).first().waitFor();
}

// Waits until a page says that everything is sent. Right after a change it may still say so of what was before.
export const allSent = (page) => page.getByText(/Alt er sendt/).locator('visible=true').first().waitFor({ timeout: 90_000 });

// Waits until the service worker has everything that a start without a network takes.
export async function readyForOffline(page) {
  await page.evaluate(() => navigator.serviceWorker.ready);
}

// Bjørn's phone in the demonstration's building; `prepare` adds to what is there before he joins.
export async function atWork(t, prepare = async () => {}) {
  const world = await World.of(t);
  const code = await world.demo('aisha');
  await prepare(world);
  await world.bomiljo('aisha', 'sync');
  const page = await open(await phone(world), `${world.address}/#join=${code}`);
  await join_(page, '', 'Bjørn');
  const start = async () => {
    await page.goto(world.address);
    await page.getByRole('heading', { name: 'Sist logget' }).waitFor();
  };
  await page.getByRole('heading', { name: 'Sist logget' }).waitFor();
  return { world, page, code, start };
}
