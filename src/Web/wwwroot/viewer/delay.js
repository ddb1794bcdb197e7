// @ts-check
// Pings keep the line open and measure it.

const FIRST = 1_000;
const EVERY = 5_000;

export class Delay {
  #send;
  #tell;
  #clock;
  /** Time of the agent's last message. */
  #heard = 0;
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

  /** The line is open. The first picture has it to itself for a moment: a ping beside it would tell a false delay. */
  start() {
    this.#heard = this.#clock.now();
    this.#cancel = this.#clock.after(FIRST, () => this.#ping());
  }

  stop() {
    this.#cancel();
    this.#pings.clear();
  }

  /** Any message of the agent. */
  heard() {
    this.#heard = this.#clock.now();
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
    this.#tell(this.#delay, Math.round((this.#clock.now() - this.#heard) / 1000));
    this.#cancel = this.#clock.after(EVERY, () => this.#ping());
  }
}
