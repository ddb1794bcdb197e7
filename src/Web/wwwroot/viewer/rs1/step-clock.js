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

  /** Milliseconds; infinite when no step runs. */
  get left() {
    return Math.max(0, this.#until - this.#now());
  }

  /** @param {number} ms */
  start(ms) {
    this.#until = this.#now() + ms;
  }

  stop() {
    this.#until = Infinity;
  }
}
