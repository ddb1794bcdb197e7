// @ts-check
// Pings keep the line open and measure it.

const FIRST = 1_000;
const EVERY = 5_000;
// Before the agent has said anything a ping only keeps the relay's idle limit (200 s) away.
const EVERY_WHILE_WAITING = 20_000;

export class Delay {
  #send;
  #tell;
  #clock;
  /** @type {number | null} time of the agent's last message */
  #heard = null;
  /** @type {number | null} */
  #delay = null;
  /** @type {Map<number, number>} token → time sent */
  #pings = new Map();
  #token = 0;
  #cancel = () => {};

  /**
   * @param {(token: number) => void} send a Ping
   * @param {(ms: number | null, silent: number) => void} tell ms there and back, null = not known; silent = seconds without a word
   * @param {Pick<import('./session.js').Clock, 'now' | 'after'>} clock
   */
  constructor(send, tell, clock) {
    this.#send = send;
    this.#tell = tell;
    this.#clock = clock;
  }

  start() {
    this.#cancel = this.#clock.after(this.#heard === null ? EVERY_WHILE_WAITING : EVERY, () => this.#ping());
  }

  stop() {
    this.#cancel();
  }

  /** Any message of the agent. */
  heard() {
    const first = this.#heard === null;
    this.#heard = this.#clock.now();
    if (!first) return;
    // Earlier pings were held up by the relay until the agent came, and the first picture has the line to itself for a
    // moment: either would tell a false delay.
    this.#pings.clear();
    this.#cancel();
    this.#cancel = this.#clock.after(FIRST, () => this.#ping());
  }

  /** @param {number} token */
  pong(token) {
    const sent = this.#pings.get(token);
    if (sent === undefined) return;
    for (const older of this.#pings.keys()) if (older <= token) this.#pings.delete(older);
    this.#delay = Math.round(this.#clock.now() - sent);
    this.#tell(this.#delay, 0);
  }

  #ping() {
    this.#token = (this.#token + 1) >>> 0;
    this.#pings.set(this.#token, this.#clock.now());
    this.#send(this.#token);
    if (this.#heard !== null) this.#tell(this.#delay, Math.round((this.#clock.now() - this.#heard) / 1000));
    this.start();
  }
}
