// A hand that presses, types and scrolls while a trace is taken: by real input at places found
// beforehand, since looking for them is work for the page's thread too.
import assert from 'node:assert/strict';
import { until } from './world.mjs';

// Milliseconds between letters, and until nothing more is to be drawn.
const LETTER = 120;
const SETTLING = 300;
// Pixels of one pull, and a second: a wheel turned fast.
const PULL = 4_000;
const SPEED = 12_000;
// Pulls that moved nothing, after which that is the end.
const STILL = 4;

const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

export class Hand {
  static async on(page) {
    const hand = new Hand();
    hand.page = page;
    hand.session = await page.context().newCDPSession(page);
    return hand;
  }

  count(selector) {
    return this.page.evaluate((it) => document.querySelectorAll(it).length, selector);
  }

  // Presses the first of that sort that can be reached where the page stands.
  async press(selector) {
    const { x, y } = await until(`reach ${selector}`, () => this.page.evaluate(reachable, selector));
    return () => this.page.mouse.click(x, y);
  }

  async type(selector, text) {
    const field = this.page.locator(selector);
    await field.fill('');
    await field.focus();
    return () => this.page.keyboard.type(text, { delay: LETTER });
  }

  // Presses a button again and again, which keeps the focus, each time there is more of `row`.
  async repeat(times, button, row) {
    await this.page.locator(button).focus();
    return async () => {
      for (let time = 0; time < times; time += 1) {
        const before = await this.count(row);
        await this.page.keyboard.press('Enter');
        await until(`more ${row}`, async () => (await this.count(row)) > before);
        await pause(SETTLING);
      }
    };
  }

  // Waits until there is such an element with that text, and a little longer for what follows it.
  async sees(selector, text) {
    const there = ([it, text]) => [...document.querySelectorAll(it)].some((it) => it.textContent.includes(text));
    await until(`${selector} «${text}»`, () => this.page.evaluate(there, [selector, text]));
    await pause(SETTLING);
  }

  // Pulls the page, or the list that scrolls by itself, until there is no more.
  async scroll(list) {
    const { width, height } = this.page.viewportSize();
    const own = await this.page.evaluate((it) => {
      const found = document.querySelector(it);
      return found && getComputedStyle(found).overflowY === 'auto';
    }, list);
    const at = own ? await this.page.locator(list).boundingBox() : { x: 0, y: 0, width, height };
    const pull = { x: at.x + at.width / 2, y: height / 2, yDistance: -PULL, speed: SPEED, gestureSourceType: 'mouse' };
    return async () => {
      let [here, still] = [0, 0];
      while (still < STILL) {
        await this.session.send('Input.synthesizeScrollGesture', pull);
        const now = await this.place(own && list);
        still = now > here ? 0 : still + 1;
        here = now;
      }
      assert.ok(here > 0, 'nothing scrolled');
    };
  }

  place(list) {
    return this.page.evaluate(
      (it) =>
        new Promise((tell) => {
          // After a frame, when asking makes no work.
          requestAnimationFrame(() => setTimeout(() => tell(it ? document.querySelector(it).scrollTop : scrollY)));
        }),
      list,
    );
  }
}

// The middle of the first element that nothing covers, or else brings one near; runs in the page.
function reachable(selector) {
  for (const element of document.querySelectorAll(selector)) {
    const { left, top, width, height } = element.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    if (element.contains(document.elementFromPoint(x, y))) return { x, y };
  }
  document.querySelector(selector)?.scrollIntoView({ block: 'center' });
  return undefined;
}
