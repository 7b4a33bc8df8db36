// The real window, driven through WebDriver.
import { spawn } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { By, Capabilities, WebDriver, until as seen } from 'selenium-webdriver';
import { Executor, HttpClient } from 'selenium-webdriver/http/index.js';
import { freePort, program, until } from './world.mjs';

const WAIT = 60_000;

// Opens the app on somebody's home, or another program's window.
export async function openWindow(world, owner, application = program('bomiljo-app')) {
  const [port, nativePort] = [await freePort(), await freePort()];
  const driver = spawn(
    process.env.TAURI_DRIVER ?? 'tauri-driver',
    ['--port', String(port), '--native-port', String(nativePort)],
    { env: { ...process.env, BOMILJO_HOME: world.home(owner) }, stdio: 'ignore' },
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

export class Window {
  constructor(home, process, application) {
    this.home = home;
    this.process = process;
    this.application = application;
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
    return this.driver.wait(visible, WAIT, `no ${tags} «${text}»`);
  }

  // WebKit's own click misses what a sticky bar covers while it scrolls; this is a click all the same.
  async click(text, tags) {
    const element = await this.find(text, tags);
    await this.driver.executeScript('arguments[0].scrollIntoView({ block: "center" })', element);
    await this.driver.wait(seen.elementIsEnabled(element), WAIT);
    await element.click();
  }

  // Types into the field with that label.
  async type(label, text) {
    const path = `//*[@id = //label[starts-with(normalize-space(.), "${label}")]/@for]`;
    const field = await this.driver.wait(seen.elementLocated(By.xpath(path)), WAIT, `no field «${label}»`);
    await field.clear();
    await field.sendKeys(text);
  }

  async sees(text) {
    const path = `//main//*[contains(normalize-space(.), "${text}")]`;
    await this.driver.wait(seen.elementLocated(By.xpath(path)), WAIT, `nowhere «${text}»`);
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
