// @ts-check
// All that is measured of the line.
import { Delay } from './delay.js';
import { Echo } from './echo.js';
import { Rates } from './rates.js';

/** @typedef {{ type: 'delay', ms: number | null, silent: number } | { type: 'echo', ms: number } | import('./rates.js').RatesNews} MeterNews
 *   ms = there and back, null = not known; silent = seconds without a word; of an echo: from the event to its picture */

export class Meter {
  #delay;
  #echo;
  #rates;

  /**
   * @param {(token: number) => void} ping
   * @param {(news: MeterNews) => void} tell
   * @param {import('./session.js').Clock} clock
   */
  constructor(ping, tell, clock) {
    this.#delay = new Delay(ping, (ms, silent) => tell({ type: 'delay', ms, silent }), clock);
    this.#echo = new Echo(ping, (ms) => tell({ type: 'echo', ms }), clock);
    this.#rates = new Rates(tell, clock);
  }

  start() {
    this.#delay.start();
  }

  stop() {
    this.#delay.stop();
    this.#echo.stop();
    this.#rates.stop();
  }

  /** @param {number} bytes of a record */
  arrived(bytes) {
    this.#rates.arrived(bytes);
  }

  /** @param {import('./wire.js').Message} message of the agent */
  heard(message) {
    this.#delay.heard();
    if (message.name === 'FrameUpdate') this.#echo.part(message.frame);
    if (message.name !== 'Pong') return;
    this.#delay.pong(message.token);
    this.#echo.pong(message.token);
  }

  /** An input that may change the picture was sent. @param {number} at when it happened */
  input(at) {
    this.#echo.input(at);
  }

  /** @param {number} newest frame that is shown now */
  shown(newest) {
    this.#echo.shown(newest);
    this.#rates.shown();
  }
}
