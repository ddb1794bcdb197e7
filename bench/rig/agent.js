// @ts-check
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { end, start } from './processes.js';

/** The downloaded agent as a customer starts it, in a home of its own. */
export class Agent {
  /** @param {import('node:child_process').ChildProcess} process */
  constructor(process) {
    this.process = process;
  }

  /** @param {{ file: string, origin: string, way: number, desktop: import('./processes.js').Environment, folder: string }} with_ way: port of the proxy it goes through */
  static start({ file, origin, way, desktop, folder }) {
    const home = join(folder, 'home');
    for (const part of ['tmp', 'run']) mkdirSync(join(home, part), { recursive: true, mode: 0o700 });
    chmodSync(file, 0o700);
    const env = {
      ...desktop, PATH: process.env.PATH, HOME: home, TMPDIR: join(home, 'tmp'), XDG_RUNTIME_DIR: join(home, 'run'), LC_ALL: 'C.UTF-8',
      http_proxy: `http://127.0.0.1:${way}`,
      // Or GTK takes another visual than the root window's, and xwd, which rigs compare with, packs such a screen three bytes a pixel.
      GDK_GL: 'disable',
    };
    return new Agent(start(file, ['--server', origin, '--locale', 'en'], { env, folder: home, log: join(folder, 'agent.log') }));
  }

  stop() {
    return end(this.process);
  }
}
