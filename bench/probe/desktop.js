// @ts-check
import { ask, end, firstLine, start, until } from '../rig/processes.js';

/** A real desktop of its own: an X server on a free display, 1920 × 1080 in true colour, without a window manager. */
export class Desktop {
  /** @param {import('node:child_process').ChildProcess} server @param {string} display */
  constructor(server, display) {
    this.server = server;
    this.env = { DISPLAY: display };
  }

  static async start() {
    const server = start('Xvfb', ['-displayfd', '1', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp', '-noreset', '-dpi', '96'], { env: process.env });
    return new Desktop(server, `:${await firstLine(server)}`);
  }

  /**
   * Opens a terminal with a program in it; keys go to the window under the pointer, there being no window manager.
   * @param {string[]} program
   */
  async openTerminal(program) {
    const [columns, rows] = [120, 46];
    const terminal = start('xterm', ['-fa', 'DejaVu Sans Mono', '-fs', '10', '-b', '0', '+bc', '-ut', '+sb', '-title', 'Work', '-geometry', `${columns}x${rows}+300+80`, '-e', ...program],
      { env: { ...process.env, ...this.env, LC_ALL: 'C.UTF-8' }, log: '/dev/null' });
    const id = await until('the terminal is there', async () => (await ask('xdotool', ['search', '--onlyvisible', '--name', '^Work$'], this.#tools)).trim() || null);
    const lines = (await ask('xdotool', ['getwindowgeometry', '--shell', id], this.#tools)).split('\n');
    const read = (/** @type {string} */ name) => Number(lines.find((line) => line.startsWith(`${name}=`))?.slice(name.length + 1));
    const [width, height] = [read('WIDTH'), read('HEIGHT')];
    return { process: terminal, x: read('X'), y: read('Y'), width, height, cellWidth: width / columns, cellHeight: height / rows };
  }

  stop() {
    return end(this.server);
  }

  get #tools() {
    return { ...process.env, ...this.env };
  }
}
