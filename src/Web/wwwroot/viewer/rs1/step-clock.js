// @ts-check

/** How long the current step has left. */
export class StepClock {
  #now;
  #until = Infinity;

  /** @param {() => number} now in milliseconds */
  constructor(now) {
    this.#now = now;
  }

  get isOver() {
    return this.#now() >= this.#until;
  }

  /** @param {number} ms */
  start(ms) {
    this.#until = this.#now() + ms;
  }

  stop() {
    this.#until = Infinity;
  }
}
