// The desktop that the window stands on: what programs ask it to show.
import { spawn } from 'node:child_process';

export class Desktop {
  #shown = '';

  // Listens from now on, as long as the test `t` lasts.
  static async of(t) {
    const desktop = new Desktop();
    const rule = "interface='org.freedesktop.Notifications',member='Notify'";
    const bus = spawn('dbus-monitor', ['--session', rule], { stdio: ['ignore', 'pipe', 'ignore'] });
    t.after(() => bus.kill());
    bus.stdout.setEncoding('utf8').on('data', (text) => (desktop.#shown += text));
    await new Promise((resolve) => bus.stdout.once('data', resolve));
    return desktop;
  }

  count(text) {
    return this.#shown.split(text).length - 1;
  }

  // Whether it was asked to show a text.
  async says(text) {
    return this.count(text) > 0;
  }
}
