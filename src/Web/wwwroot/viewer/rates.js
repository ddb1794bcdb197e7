// @ts-check
// How many pictures and bytes came in the last second. Nothing is told while nothing changes.

const EVERY = 1_000;

/** @typedef {{ type: 'rates', frames: number, bytes: number, total: number }} RatesNews a second; total = bytes since the line was opened */

export class Rates {
  #tell;
  #clock;
  #frames = 0;
  #bytes = 0;
  #total = 0;
  #toldRest = true;
  #since = 0;
  #cancel = () => {};
  #running = false;

  /**
   * @param {(news: RatesNews) => void} tell
   * @param {Pick<import('./session.js').Clock, 'now' | 'after'>} clock
   */
  constructor(tell, clock) {
    this.#tell = tell;
    this.#clock = clock;
  }

  /** @param {number} bytes as they came over the line */
  arrived(bytes) {
    this.#bytes += bytes;
    this.#total += bytes;
    this.#run();
  }

  /** A picture was shown. */
  shown() {
    this.#frames++;
    this.#run();
  }

  stop() {
    this.#cancel();
    this.#running = false;
  }

  /** The clock runs while something comes, and once more to say that nothing does. */
  #run() {
    if (this.#running) return;
    this.#running = true;
    this.#since = this.#clock.now();
    this.#cancel = this.#clock.after(EVERY, () => this.#look());
  }

  #look() {
    const seconds = (this.#clock.now() - this.#since) / 1000;
    const rest = this.#frames === 0 && this.#bytes === 0;
    this.#running = false;
    if (!rest || !this.#toldRest) this.#tell({ type: 'rates', frames: Math.round(this.#frames / seconds), bytes: Math.round(this.#bytes / seconds), total: this.#total });
    this.#toldRest = rest;
    [this.#frames, this.#bytes] = [0, 0];
    if (!rest) this.#run();
  }
}
