// The app by keys alone: one goes to things by the names a screen reader says, and must see where one is.
import assert from 'node:assert/strict';
import { browser, open } from './phone.mjs';
import { SIZES } from './pages.mjs';
import { World } from './world.mjs';

// How many stops somebody goes past before giving up, and how much of each name is told then.
const PATIENCE = 150;
const CLIP = 40;
// How long focus may be on its way, in milliseconds.
const MOMENT = 5_000;
// What one can do something with; a heading may have focus, but no key does anything there.
const INERT = ['nothing', 'heading', 'main', 'group', 'generic', 'dialog'];

// Where the keyboard is: role and name as the browser tells them to a screen reader, whether a
// ring shows it, and whether it lies open to the eye.
function focus() {
  const it = document.activeElement;
  if (!it || it === document.body) return { role: 'nothing', name: 'nothing at all' };
  const ringed = ({ outlineStyle, outlineWidth, boxShadow }) =>
    (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  // A box to tick has its ring around its words as well.
  const ring = [it, it.closest('.ds-field')].some((part) => part && ringed(getComputedStyle(part)));
  const { left, right, top, bottom } = it.getBoundingClientRect();
  const across = [0.1, 0.5, 0.9].map((part) => left + (right - left) * part);
  const down = [0.1, 0.5, 0.9].map((part) => top + (bottom - top) * part);
  const on = (x, y) => it.contains(document.elementFromPoint(x, y));
  const open = across.some((x) => down.some((y) => on(x, y)));
  return { role: it.computedRole, name: it.computedName.trim(), ring, open };
}

const fits = (name, wanted) => (wanted instanceof RegExp ? wanted.test(name) : name === wanted);

// Somebody at work in the demonstration's building, at a desk; `prepare` adds to what is there.
export async function atTheDesk(t, prepare = async () => {}) {
  const world = await World.of(t);
  const code = await world.demo('aisha');
  await prepare(world);
  await world.bomiljo('aisha', 'sync');
  const page = await open(await browser(world, { viewport: SIZES.laptop }), `${world.address}/#join=${code}`);
  const keys = new Keys(page, world.address);
  await keys.sees(/^Navnet ditt/);
  await keys.type(/^Navnet ditt/, 'Bjørn');
  await keys.press('Bli med');
  await keys.sees('Sist logget');
  return keys;
}

export class Keys {
  constructor(page, address) {
    this.page = page;
    this.address = address;
  }

  here() {
    return this.page.evaluate(focus);
  }

  // Begins anew at the start page, with nothing in focus.
  async begin() {
    await this.page.goto(this.address);
    await this.sees('Sist logget');
  }

  // One key, or several as they are pressed one after another.
  async key(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  // Goes to what has that name, past everything before it; backwards by Shift+Tab.
  async to(name, step = 'Tab') {
    const passed = [];
    // The browser's own bar lies between the end and the beginning: past it twice is all the way round.
    let rounds = 0;
    // What comes a moment later is found on a further way round.
    const end = Date.now() + MOMENT;
    await this.read();
    while (Date.now() < end || (rounds < 2 && passed.length < PATIENCE)) {
      const here = await this.here();
      if (fits(here.name, name) && !INERT.includes(here.role)) return this.shown(here);
      if (here.role === 'nothing' && passed.length > 0) rounds += 1;
      passed.push(here.name.slice(0, CLIP));
      await this.key(step);
    }
    return assert.fail(`no key leads to «${name}», only to ${passed.join(' | ')}`);
  }

  // Waits until what the page shows is read; nobody goes through grey bars.
  async read() {
    await this.page.locator('main [aria-busy=true]').first().waitFor({ state: 'detached' });
  }

  shown(here) {
    assert.ok(here.ring, `nothing shows that «${here.name}» has focus`);
    assert.ok(here.open, `«${here.name}» has focus behind something else`);
  }

  async press(name, step) {
    await this.to(name, step);
    await this.key('Enter');
  }

  // Presses something that stays where it is, and one with it.
  async tick(name) {
    await this.to(name);
    await this.key('Space');
    await this.page.waitForTimeout(150);
    await this.at(name);
  }

  async type(name, text) {
    await this.to(name);
    await this.page.keyboard.type(text);
  }

  // Waits until focus is there by itself, as after a dialog or on a new page.
  async at(name) {
    const end = Date.now() + MOMENT;
    let here = await this.here();
    while (!fits(here.name, name) && Date.now() < end) {
      await this.page.waitForTimeout(50);
      here = await this.here();
    }
    assert.ok(fits(here.name, name), `focus should be on «${name}» and is on «${here.name}»`);
  }

  // Focus may be anywhere within the page once it is at rest, but not lost.
  async notLost(after) {
    await this.page.waitForTimeout(400);
    assert.notEqual((await this.here()).role, 'nothing', `focus is lost after ${after}`);
  }

  async sees(text) {
    await this.page.getByText(text, { exact: true }).locator('visible=true').first().waitFor();
  }

  // Waits until a form or a sheet is done; the note of an earlier save may still be there.
  async saved() {
    await this.sees(/ er lagret$|^Lagret/);
    await this.page.locator('.record-form, dialog[open]').first().waitFor({ state: 'detached' });
  }

  // Follows the letters behind «g» to a section, whose heading then has focus.
  async go(letter, heading) {
    await this.key('g', letter);
    await this.at(heading);
  }

  // Takes up something new from what is behind the plus.
  async notes(kind, heading) {
    await this.key('n');
    await this.press(kind);
    await this.at(heading);
  }
}
