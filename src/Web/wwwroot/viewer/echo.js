// @ts-check
// How long the consultant waits for what a key or click does: from the event here to the animation frame that shows its picture.
// A Ping follows the input. When its Pong is there the input has been given to the customer's system, and every frame that
// begins after it was captured later: the first of them is taken for the echo. What the screen adds after the animation frame
// is not in it, and a picture that changes by itself at that moment can pass for the echo of a program that takes its time.

/** No more often: a Ping for each key would say little more. */
const EVERY = 500;
/** Without an answer or a picture for so long there is no echo to be seen: not every key has one. */
const GIVE_UP = 5_000;
const ECHO_WITHIN = 500;
const SAMPLES = 9;
/** Apart from the tokens of those pings that measure the line. */
const TOKENS = 0x80000000;

/** @typedef {{ token: number, at: number, sent: number, answered: number, frame: number | null }} Probe answered = when, 0 = not yet; frame = the first after it */

export class Echo {
  #send;
  #tell;
  #clock;
  #count = 0;
  /** @type {Probe | null} */
  #open = null;
  #last = -EVERY;
  /** @type {number | null} number of the frame of which a part came last */
  #frame = null;
  /** @type {number[]} */
  #samples = [];

  /**
   * @param {(token: number) => void} send a Ping
   * @param {(ms: number) => void} tell the median of the last ones
   * @param {Pick<import('./session.js').Clock, 'now'>} clock
   */
  constructor(send, tell, clock) {
    this.#send = send;
    this.#tell = tell;
    this.#clock = clock;
  }

  /** An input that may change the picture has just been sent. @param {number} at when its event happened, by this clock */
  input(at) {
    const now = this.#clock.now();
    if (this.#open !== null && now - this.#open.sent > GIVE_UP) this.#open = null;
    if (this.#open !== null || now - this.#last < EVERY) return;
    this.#last = now;
    this.#count = (this.#count + 1) % TOKENS;
    this.#open = { token: TOKENS + this.#count, at, sent: now, answered: 0, frame: null };
    this.#send(this.#open.token);
  }

  /** @param {number} token */
  pong(token) {
    if (this.#open?.token === token) this.#open.answered = this.#clock.now();
  }

  /** A part of a frame arrived. @param {number} frame */
  part(frame) {
    const begins = frame !== this.#frame;
    this.#frame = frame;
    const open = this.#open;
    if (!begins || open === null || open.answered === 0 || open.frame !== null) return;
    if (this.#clock.now() - open.answered > ECHO_WITHIN) this.#open = null;
    else open.frame = frame;
  }

  /** @param {number} newest frame that is shown now, and with it all before */
  shown(newest) {
    const open = this.#open;
    if (open === null || open.frame === null || ((newest - open.frame) | 0) < 0) return;
    this.#open = null;
    this.#samples = [...this.#samples, this.#clock.now() - open.at].slice(-SAMPLES);
    const sorted = [...this.#samples].sort((a, b) => a - b);
    this.#tell(Math.round(sorted[Math.floor(sorted.length / 2)]));
  }

  /** What is under way will not be answered: the line is gone. */
  stop() {
    this.#open = null;
  }
}
