// A server, phones and windows, each with data of its own; all gone when the story ends.
import { spawn, execFile } from 'node:child_process';
import { mkdtemp, rm, readdir, readFile, stat } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const BIN = process.env.BOMILJO_BIN_DIR ?? new URL('../../../target/debug', import.meta.url).pathname;
const WEB = process.env.BOMILJO_WEB ?? new URL('../../../target/browser', import.meta.url).pathname;
// When each story begins, as `cargo xtask test --at` says, and where the devices think they are.
// Without it clocks are left alone, as for measuring what was built for users.
const AT = process.env.BOMILJO_AT && Date.parse(process.env.BOMILJO_AT);
export const ZONE = process.env.BOMILJO_TZ ?? 'Europe/Oslo';
// Where the buildings stand.
const SITE_ZONE = 'Europe/Oslo';
const DAY = 86_400_000;
const DEMO = new URL('../../../demo/bredtvetveien2/', import.meta.url).pathname;

export const program = (name) => join(BIN, name);

// So many ports that nobody listens on, each another one: all are found before the first is given back.
export async function freePorts(count) {
  const probes = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(probes.map((it) => new Promise((resolve) => it.once('listening', resolve))));
  const ports = probes.map((it) => it.address().port);
  await Promise.all(probes.map((it) => new Promise((resolve) => it.close(resolve))));
  return ports;
}

// Waits for something to be true, and says what it waited for when it never is.
export async function until(what, holds, millis = 60_000) {
  const end = Date.now() + millis;
  for (;;) {
    const found = await holds().catch(() => undefined);
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export class World {
  #closing = [];

  // A world with a running server. `t` is the test that it belongs to.
  static async of(t) {
    const world = new World();
    // Added to the machine's clock by everything that belongs to this world.
    world.clockOffset = AT ? AT - Date.now() : 0;
    t.after(() => world.close());
    world.folder = await mkdtemp(join(tmpdir(), 'bomiljo-'));
    [world.port] = await freePorts(1);
    world.address = `http://127.0.0.1:${world.port}`;
    await world.startServer();
    return world;
  }

  async startServer() {
    const args = ['--listen', `127.0.0.1:${this.port}`, '--data', join(this.folder, 'server'), '--web', WEB];
    const env = this.environment({ RUST_LOG: 'warn' });
    const server = spawn(program('bomiljo-server'), args, { stdio: ['ignore', 'ignore', 'inherit'], env });
    this.server = server;
    // A story that stops halfway must not leave a server behind that holds its output open.
    process.once('exit', () => server.kill('SIGKILL'));
    await until('the server answers', async () => (await fetch(`${this.address}/healthz`)).ok);
  }

  async stopServer() {
    const stopped = new Promise((resolve) => this.server.once('exit', resolve));
    this.server.kill('SIGTERM');
    await stopped;
  }

  // What every program of this world is told: its clock and its time zone.
  environment(more = {}) {
    return { ...process.env, BOMILJO_CLOCK_OFFSET_MS: String(this.clockOffset), TZ: ZONE, ...more };
  }

  // The time in this world, so many milliseconds from now.
  now(ahead = 0) {
    return new Date(Date.now() + this.clockOffset + ahead);
  }

  // The calendar day at the building, so many days from today.
  day(ahead = 0, at = this.now()) {
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: SITE_ZONE }).format(at);
    return new Date(Date.parse(today) + ahead * DAY).toISOString().slice(0, 10);
  }

  // In half an hour, or before midnight when that is nearer.
  soon() {
    const ahead = [25, 5, 0].map((minutes) => this.now(minutes * 60_000));
    return ahead.find((at) => this.day(0, at) === this.day()).toISOString();
  }

  home(owner) {
    return join(this.folder, owner);
  }

  // Where downloads go.
  downloads() {
    return join(this.folder, 'downloads');
  }

  // The path of a download with that ending, once all of it is there: a browser gives it its name
  // before, or writes beside it.
  async downloaded(ending) {
    const name = await until(`a download ${ending}`, async () => {
      const names = await readdir(this.downloads());
      const found = names.find((it) => it.endsWith(ending));
      const whole = found && !names.includes(`${found}.part`) && (await stat(join(this.downloads(), found))).size > 0;
      return whole && found;
    });
    return join(this.downloads(), name);
  }

  // Runs the command line on somebody's device, while no window has it open.
  async bomiljo(owner, ...args) {
    const all = ['--home', this.home(owner), ...args];
    return (await promisify(execFile)(program('bomiljo'), all, { env: this.environment() })).stdout.trim();
  }

  // A founded site with the demo's people in it; answers with the join code.
  async demo(owner) {
    await this.bomiljo(owner, 'init', '--server', this.address, '--site', 'Bredtvetveien 2', '--name', owner[0].toUpperCase() + owner.slice(1));
    const shared = ['unit.csv', 'partner.csv', 'resident.csv', 'visit.aisha.csv', 'visit.bjorn.csv'];
    const files = [...shared, 'appointment.csv', 'incident.csv', 'referral.csv', 'follow-up.csv', 'activity.csv'];
    await this.bomiljo(owner, 'import', '--this-week', ...files.map((name) => DEMO + name));
    await this.plan(owner);
    await this.bomiljo(owner, 'sync');
    return this.bomiljo(owner, 'invite');
  }

  // What is on today, whatever day that is: an appointment in half an hour, and an activity.
  async plan(owner) {
    const find = async (text, kind) =>
      (await this.call(owner, 'search', { text, limit: 5 })).hits.find((it) => it.kind === kind).id;
    const save = (kind, fields) => this.call(owner, 'save', { entry: { id: randomUUID(), kind, fields } });
    const [oksana, doctor] = [await find('oksana', 'resident'), await find('bjerke legesenter', 'partner')];
    await save('appointment', {
      at: this.soon(), residents: [oksana], purpose: 'Legetime', partner: doctor, place: 'Trondheimsveien 275',
      escort: 'Bjørn', meet: 'På kontoret et kvarter før', interpreter_ordered: true, status: 'planned',
    });
    await save('activity', { title: 'Tur til Østmarka', status: 'confirmed', day: this.day(), time: '12:00', place: 'Oppmøte ved Felleshuset', attendance: 'names' });
  }

  async call(owner, call, args) {
    return JSON.parse(await this.bomiljo(owner, 'call', JSON.stringify({ call, args })));
  }

  onClose(action) {
    this.#closing.push(action);
  }

  async close() {
    for (const action of this.#closing.reverse()) await action().catch(() => {});
    if (this.server.exitCode === null) await this.stopServer();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

// Whether any file below a folder holds a text.
export async function holds(folder, text) {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0));
    if (bytes.includes(text)) return true;
  }
  return false;
}
