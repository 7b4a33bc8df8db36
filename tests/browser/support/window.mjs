// The real window, driven through WebDriver.
import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, readlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { By, Capabilities, WebDriver, error, until as seen } from 'selenium-webdriver';
import { Executor, HttpClient } from 'selenium-webdriver/http/index.js';
import { freePorts, program, until } from './world.mjs';

const WAIT = 60_000;

// Opens the app on somebody's home, or another program's window.
export async function openWindow(world, owner, application = program('bomiljo-app')) {
  const [port, nativePort] = await freePorts(2);
  const driver = spawn(
    process.env.TAURI_DRIVER ?? 'tauri-driver',
    ['--port', String(port), '--native-port', String(nativePort)],
    { env: world.environment({ BOMILJO_HOME: world.home(owner), XDG_CONFIG_HOME: await desktop(world) }), stdio: 'ignore' },
  );
  const window = new Window(world.home(owner), driver, application);
  world.onClose(() => window.close());
  const capabilities = new Capabilities({ 'tauri:options': { application } });
  await until('the driver listens', async () => (await fetch(`http://127.0.0.1:${port}/status`)).ok);
  // Not by the library's builder: it insists on a browser's name, which this driver refuses.
  const executor = new Executor(new HttpClient(`http://127.0.0.1:${port}/`));
  window.driver = WebDriver.createSession(executor, capabilities);
  await window.driver.getSession();
  return window;
}

// Where the desktop says that downloads go: beside the homes, not into those of whoever runs the tests.
async function desktop(world) {
  const downloads = world.downloads();
  await mkdir(downloads, { recursive: true });
  await writeFile(join(downloads, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  return downloads;
}

export class Window {
  constructor(home, process, application) {
    this.home = home;
    this.process = process;
    this.application = application;
  }

  // Waits for something; when it does not come, says where the window is and what it shows.
  async wait(condition, lack) {
    return this.driver.wait(condition, WAIT).catch(async (problem) => {
      if (!(problem instanceof error.TimeoutError)) throw problem;
      const shown = await this.driver.executeScript('return `${location.pathname} ${document.body.innerText}`');
      throw new Error(`${lack} in ${String(shown).replace(/\s+/g, ' ').slice(0, 1_000)}`, { cause: problem });
    });
  }

  // The first element that can be seen with that text, or label, of any of these tags; a
  // laptop's side bar and a phone's bottom bar have the same links.
  find(text, tags = ['button', 'a']) {
    const own = `normalize-space(.)="${text}" or @aria-label="${text}"`;
    const path = tags.map((tag) => `//${tag}[${own}]`).join(' | ');
    const visible = async () => {
      for (const element of await this.driver.findElements(By.xpath(path))) {
        if (await element.isDisplayed().catch(() => false)) return element;
      }
      return undefined;
    };
    return this.wait(visible, `no ${tags} «${text}»`);
  }

  // WebKit's own click misses what a sticky bar covers while it scrolls; this is a click all the
  // same, once more where a page was drawn anew between finding and clicking.
  async click(text, tags, again = true) {
    try {
      const element = await this.find(text, tags);
      await this.driver.executeScript('arguments[0].scrollIntoView({ block: "center" })', element);
      await this.wait(seen.elementIsEnabled(element), `«${text}» stays disabled`);
      await element.click();
    } catch (problem) {
      if (!again || !(problem instanceof error.StaleElementReferenceError)) throw problem;
      await this.click(text, tags, false);
    }
  }

  // Clicks the first link or button on the page that has a text in it.
  async follow(text) {
    const path = `//main//*[self::a or self::button][contains(normalize-space(.), "${text}")]`;
    const way = await this.wait(seen.elementLocated(By.xpath(path)), `no way «${text}»`);
    await this.driver.executeScript('arguments[0].scrollIntoView({ block: "center" })', way);
    await way.click();
  }

  // Presses keys that are nobody's text.
  async press(...keys) {
    await this.driver.actions().sendKeys(...keys).perform();
  }

  // Waits until what is typed goes into a field of that type.
  async listens(type) {
    const focused = async () => (await this.driver.switchTo().activeElement().getAttribute('type')) === type;
    await this.wait(focused, `no field of type ${type} has focus`);
  }

  // Types into the field with that label.
  async type(label, text) {
    const path = `//*[@id = //label[starts-with(normalize-space(.), "${label}")]/@for]`;
    const field = await this.wait(seen.elementLocated(By.xpath(path)), `no field «${label}»`);
    // Away from the bar at the bottom, where a tap would not reach it.
    await this.driver.executeScript('arguments[0].scrollIntoView({ block: "center" })', field);
    await field.clear();
    await field.sendKeys(text);
  }

  // The text of the first element that shows one.
  async reads(selector) {
    const text = async () => {
      for (const element of await this.driver.findElements(By.css(selector))) {
        const shown = await element.getText();
        if (shown) return shown;
      }
      return undefined;
    };
    return this.wait(text, `no text in ${selector}`);
  }

  // Puts a file into the field of that id.
  async gives(id, file) {
    await this.wait(seen.elementLocated(By.id(id)), `no field ${id}`);
    await this.driver.findElement(By.id(id)).sendKeys(file);
  }

  // Anywhere, also in the note at the bottom.
  says(text) {
    return this.sees(text, '//body');
  }

  async sees(text, within = '//main') {
    const path = `${within}//*[contains(normalize-space(.), "${text}")]`;
    await this.wait(seen.elementLocated(By.xpath(path)), `nowhere «${text}»`);
  }

  async logs(note) {
    await this.click('Ny', ['button']);
    await this.click('Samtale', ['a']);
    await this.click('Nav', ['button']);
    await this.type('Notat', note);
    await this.click('Lagre', ['button']);
    await this.sees(note);
  }

  // Milliseconds from the program's start until the page marked that it could be used.
  async startUp() {
    const pid = await this.pid();
    const usable = await this.driver.wait(() => this.driver.executeScript(`
      const [mark] = performance.getEntriesByName('usable');
      return mark && performance.timeOrigin + mark.startTime;
    `), WAIT);
    return usable - (await startedAt(pid));
  }

  pid() {
    return pidOf(this.home, this.application);
  }

  // Kills the app at once, as a phone does when memory runs short.
  async kill() {
    process.kill(await this.pid(), 'SIGKILL');
    await until('the app is dead', async () => (await this.pid()) === undefined);
    await this.close();
  }

  async close() {
    await Promise.race([this.driver?.quit().catch(() => {}), new Promise((resolve) => setTimeout(resolve, 5_000))]);
    const gone = new Promise((resolve) => this.process.once('exit', resolve));
    if (this.process.exitCode === null && this.process.signalCode === null && this.process.kill()) await gone;
    // A driver that was slow to quit may leave its window behind.
    const left = await this.pid();
    if (left) process.kill(left, 'SIGKILL');
    await until('the home is free', async () => (await this.pid()) === undefined);
  }
}

// When a process started, in milliseconds since 1970, to a hundredth of a second.
async function startedAt(pid) {
  const [stat, boot] = await Promise.all([readFile(`/proc/${pid}/stat`, 'utf8'), readFile('/proc/uptime', 'utf8')]);
  const ticks = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]);
  return Date.now() - (Number(boot.split(' ')[0]) * 1000 - ticks * 10);
}

// The process of a program that has a home open.
async function pidOf(home, application) {
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    const program = await readlink(`/proc/${pid}/exe`).catch(() => '');
    if (program !== application) continue;
    const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
    if (environment.split('\0').includes(`BOMILJO_HOME=${home}`)) return Number(pid);
  }
  return undefined;
}
