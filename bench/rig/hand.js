// @ts-check
import { ask, until } from './processes.js';

const PANEL = '^ServiceDesk$';
const STRIP = '^ServiceDesk – ';
const OWN = '^ServiceDesk';
const LEFT_ANSWER = 105;
const ANSWERS_ABOVE_EDGE = 48;

/** @typedef {{ x: number, y: number, width: number, height: number }} Area pixels of the desktop */

/** The customer's hand on the agent's windows: real clicks and keys on a real desktop. Pages are told apart by their window role. */
export class Hand {
  /** @param {import('./processes.js').Environment} env of the customer's desktop */
  constructor(env) {
    this.env = { ...process.env, ...env, LC_ALL: 'C.UTF-8' };
  }

  /** The left answer of a page, or its only one. @param {string} page */
  async yes(page) {
    const { x, y, height } = await this.#window(PANEL, page);
    await this.#xdotool('mousemove', `${x + LEFT_ANSWER}`, `${y + height - ANSWERS_ABOVE_EDGE}`, 'click', '1');
  }

  /** @param {string} page @param {string} text */
  async type(page, text) {
    const { id } = await this.#window(PANEL, page);
    await this.#xdotool('windowfocus', id);
    await this.#xdotool('type', '--delay', '15', text);
  }

  /** Waits for a page. @param {string} page */
  panel(page) {
    return this.#window(PANEL, page);
  }

  /** Waits for the strip on top. @param {'waiting' | 'seen' | 'controlled'} state */
  strip(state) {
    return this.#window(STRIP, state);
  }

  /** The window that has the keyboard. */
  async focused() {
    return (await this.#xdotool('getwindowfocus', '-f')).trim();
  }

  /** Gives the keyboard back, as a window manager does when a window closes. @param {string} window as of `focused` */
  focus(window) {
    return this.#xdotool('windowfocus', window);
  }

  /** What of the desktop the agent's own windows cover, whose places are one plain colour in the picture. @returns {Promise<Area[]>} */
  async ownAreas() {
    const areas = await Promise.all((await this.#windows(OWN)).map((id) => this.#area(id)));
    return areas.filter((area) => area !== null);
  }

  /** @param {string} title @param {string} role */
  #window(title, role) {
    return until(`the agent shows "${role}"`, async () => {
      for (const id of await this.#windows(title)) {
        if (!(await ask('xprop', ['-id', id, 'WM_WINDOW_ROLE'], this.env)).includes(`"${role}"`)) continue;
        const area = await this.#area(id);
        if (area !== null) return { id, ...area };
      }
      return null;
    });
  }

  /** @param {string} title */
  async #windows(title) {
    return (await this.#xdotool('search', '--onlyvisible', '--name', title)).split('\n').filter((id) => id !== '');
  }

  /** Null for a window that went between being found and being asked. @param {string} id @returns {Promise<Area | null>} */
  async #area(id) {
    const lines = (await this.#xdotool('getwindowgeometry', '--shell', id)).split('\n');
    const read = (/** @type {string} */ name) => Number(lines.find((line) => line.startsWith(`${name}=`))?.slice(name.length + 1));
    const area = { x: read('X'), y: read('Y'), width: read('WIDTH'), height: read('HEIGHT') };
    return area.height > 0 ? area : null;
  }

  /** @param {string[]} args */
  #xdotool(...args) {
    return ask('xdotool', args, this.env);
  }
}
