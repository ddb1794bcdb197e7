// @ts-check
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Agent } from './agent.js';
import { Desk } from './desk.js';
import { Hand } from './hand.js';
import { acceptAndDownload, openViewer, readNumber, startSession, viewerIs, viewerStays } from './pages.js';
import { end, firstLine, start } from './processes.js';

/** @typedef {import('playwright-core').Page} Page */

// The hand that clicked "Allow" rests two seconds before the consultant's counts.
const HAND_RESTS = 2_500;

/** One remote session from the first click to control, told by real parts. A new one for each address the desk is reached at. */
export class Session {
  /** @type {Desk | undefined} */ desk;
  /** @type {Agent | undefined} */ agent;
  /** @type {import('node:child_process').ChildProcess | undefined} */ #way;

  /** @param {{ port: number, origin: string, desktop: import('./processes.js').Environment, folder: string }} where
   *   port: the desk's own; origin: where the consultant's browser finds it; desktop: the customer's; folder: emptied first */
  constructor({ port, origin, desktop, folder }) {
    this.port = port;
    this.origin = origin;
    this.desktop = desktop;
    this.folder = folder;
    this.hand = new Hand(desktop);
    this.hadKeyboard = '';
  }

  /** As far as the consultant being one click from the picture. @param {Page} page the consultant's */
  async begin(page) {
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(join(this.folder, 'data'), { recursive: true });
    this.hadKeyboard = await this.hand.focused();
    this.desk = await Desk.start(this);
    const channel = await startSession(page, this.origin);
    this.agent = Agent.start({ file: await this.#download(page, channel), way: await this.#openWay(), ...this });
    await this.hand.yes('start');
    await this.hand.type('channel', channel);
    await this.hand.yes('channel');
    await this.hand.panel('viewing');
    await openViewer(page);
    await this.hand.yes('viewing');
    await this.hand.panel('number');
    await this.hand.type('number', await readNumber(page));
    await this.hand.yes('number');
    await this.hand.strip('seen');
    await viewerIs(page, 'unlock');
  }

  /** The consultant hears of the green check: the last word before the picture. @param {Page} page */
  see(page) {
    return page.click('button.confirm');
  }

  /** The consultant asks for mouse and keyboard, the customer allows them. @param {Page} page */
  async control(page) {
    await viewerIs(page, 'seen');
    await page.click('button.request');
    await this.hand.yes('control');
    await viewerStays(page, 'controlled', HAND_RESTS);
    await this.hand.strip('controlled');
    await this.hand.focus(this.hadKeyboard);
  }

  async stop() {
    await this.agent?.stop();
    await end(this.#way);
    await this.desk?.stop();
  }

  // Past the link: what a customer downloads before the session is no part of it.
  /** @param {Page} page @param {string} channel */
  async #download(page, channel) {
    const browser = /** @type {import('playwright-core').Browser} */ (page.context().browser());
    const customer = await browser.newContext({ javaScriptEnabled: false });
    try {
      return await acceptAndDownload(await customer.newPage(), `http://localhost:${this.port}`, channel, this.folder);
    } finally {
      await customer.close();
    }
  }

  async #openWay() {
    const way = this.#way = start(process.execPath, [new URL('./way.js', import.meta.url).pathname, `${this.port}`], { env: process.env });
    return Number(await firstLine(way));
  }
}
