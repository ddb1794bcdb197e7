// @ts-check
// M1 → ← M2   M3 → ← M4   M5 →   the consultant reads the number out   M6 → (first record)
import { WireFormatError } from '../wire-format-error.js';
import { CloseCode } from './close-codes.js';
import { same } from './fields.js';
import { KeyPair } from './key-pair.js';
import { commitment, isMac, keep, mac, numberOf, sessionSecrets, transcriptOf } from './key-schedule.js';
import { HANDSHAKE_MS, HANDSHAKES, NUMBER_MS } from './limits.js';
import { MAC_SIZE, readM1, readM3, readM6, readMac, TYPE, writeM2 } from './messages.js';
import { RecordCipher } from './record-cipher.js';
import { ResumeViewer } from './resume.js';
import { StepClock } from './step-clock.js';

/** @typedef {'idle' | 'handshake' | 'number' | 'verified' | 'ended'} HandshakeState */
/** @typedef {{ records: RecordCipher, granted: number, grantSeq: number, resume: ResumeViewer }} VerifiedLine */
/** @typedef {{ makeKeyPair: () => Promise<KeyPair>, randomBytes: (count: number) => Uint8Array }} Chance tests repeat it */

/** @type {Chance} */
export const platformChance = {
  makeKeyPair: () => KeyPair.create(),
  randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
};

/**
 * The viewer's end of the handshake. One object serves one channel, retries included, because the cap counts per channel.
 * `receive` is awaited before it is called again; `isOver` and `close` may come in between.
 */
export class HandshakeViewer {
  #context;
  #offered;
  #now;
  #digits;
  #chance;
  #clock;
  #handshakes = 0;
  /** @type {{ attempt: number, commit: Uint8Array } | null} */
  #commitment = null;
  /** @type {Uint8Array} */
  #m1 = new Uint8Array();
  /** @type {Uint8Array} */
  #m2 = new Uint8Array();
  /** @type {KeyPair | null} */
  #pair = null;
  /** @type {CryptoKey | null} */
  #agreed = null;
  /** @type {Uint8Array} */
  #transcript = new Uint8Array();
  /** @type {import('./key-schedule.js').SessionSecrets | null} */
  #secrets = null;
  /** @type {RecordCipher | null} */
  #records = null;
  #shown = '';
  /** @type {HandshakeState} */
  #state = 'idle';
  /** @type {number | null} */
  #failure = null;
  /** @type {VerifiedLine | null} */
  #line = null;

  /**
   * @param {{ context: import('./context.js').Context, offered: number, now: () => number, digits?: 6 | 8, chance?: Chance }} parts
   *   offered: the grants this side may ask for; now: milliseconds
   */
  constructor({ context, offered, now, digits = 6, chance = platformChance }) {
    this.#context = context;
    this.#offered = offered;
    this.#now = now;
    this.#digits = digits;
    this.#chance = chance;
    this.#clock = new StepClock(now);
  }

  get state() {
    return this.#state;
  }

  /** The code to close the line with, once it has ended. */
  get failure() {
    return this.#failure;
  }

  /** The agent's count of handshakes on this channel; above one the consultant is shown that the connection was set up anew. */
  get attempt() {
    return this.#commitment?.attempt ?? 0;
  }

  /** To be read out; null before both ends have the same keys, and after the customer has typed it. */
  get number() {
    return this.#state === 'number' ? this.#shown : null;
  }

  /** Milliseconds that the current step has left. */
  get left() {
    return this.#clock.left;
  }

  /** The open line, once the customer typed the right number. */
  get line() {
    return this.#line;
  }

  /** True once it has ended. Ends it when the time of the current step has run out. */
  isOver() {
    if (this.#clock.isOver) this.#fail(CloseCode.timedOut);
    return this.#state === 'ended';
  }

  /**
   * @param {Uint8Array} message what the agent sent
   * @returns {Promise<Uint8Array | null>} to be sent, if it has bytes; null: it is over, close with `failure`
   */
  async receive(message) {
    if (this.isOver()) return null;
    if (this.#state === 'verified') throw new TypeError('records are opened by the line');
    try {
      if (message[0] === TYPE.M1 && message.length !== MAC_SIZE) return await this.#begin(message);
      if (this.#state === 'handshake') return await (this.#agreed === null ? this.#check(message) : this.#confirm(message));
      return this.#state === 'number' ? await this.#open(message) : this.#fail(CloseCode.malformed);
    } catch (error) {
      if (error instanceof WireFormatError) return this.#fail(CloseCode.malformed);
      throw error;
    }
  }

  /** Lets go of the keys. Ends it, if it has not come to an end. */
  close() {
    if (this.#state !== 'verified' && this.#state !== 'ended') this.#fail(CloseCode.ended);
  }

  /**
   * An agent that lost the line begins again, counting up; the number shown so far is void.
   * @param {Uint8Array} message
   */
  async #begin(message) {
    const m1 = readM1(message);
    if (m1 === null) return this.#fail(CloseCode.version);
    if (!same(m1.sessionId, this.#context.sessionId)) return this.#fail(CloseCode.contextChanged);
    if (m1.attempt <= this.attempt || this.#handshakes === HANDSHAKES) return this.#fail(CloseCode.malformed);
    this.#forget();
    this.#handshakes++;
    this.#commitment = m1;
    this.#m1 = message.slice();
    const pair = await this.#chance.makeKeyPair();
    if (this.isOver()) return null;
    this.#pair = pair;
    this.#m2 = writeM2({ publicKey: pair.publicKey, nonce: this.#chance.randomBytes(32), offered: this.#offered });
    this.#state = 'handshake';
    this.#clock.start(HANDSHAKE_MS);
    return this.#m2.slice();
  }

  /** @param {Uint8Array} message */
  async #check(message) {
    const m3 = readM3(message);
    const pair = this.#pair;
    if (this.#commitment === null || pair === null) return this.#fail(CloseCode.malformed);
    // Without this check a relay could choose the agent's key until both numbers are the same.
    if (!same(this.#commitment.commit, await commitment(this.#context.hash, m3))) return this.#fail(CloseCode.securityCheck);
    const agreed = await pair.agree(m3.publicKey);
    if (agreed === null) return this.#fail(CloseCode.securityCheck);
    const kept = await keep(agreed);
    const transcript = await transcriptOf(this.#context.bytes, this.#m1, this.#m2, message);
    const confirmation = await mac(kept, 'confirm c', transcript, transcript);
    if (this.isOver()) return null;
    this.#agreed = kept;
    this.#transcript = transcript;
    this.#pair = null;
    return confirmation;
  }

  /** @param {Uint8Array} message */
  async #confirm(message) {
    const agreed = /** @type {CryptoKey} */ (this.#agreed);
    const confirmed = await isMac(agreed, 'confirm a', this.#transcript, readMac(message), this.#transcript);
    if (!confirmed) return this.#fail(CloseCode.contextChanged);
    const number = await numberOf(agreed, this.#transcript, this.#digits);
    const secrets = await sessionSecrets(agreed, this.#transcript);
    if (this.isOver()) return null;
    this.#shown = number;
    this.#secrets = secrets;
    this.#records = new RecordCipher('c2a', secrets, this.#now);
    this.#agreed = null;
    this.#state = 'number';
    this.#clock.start(NUMBER_MS);
    return new Uint8Array();
  }

  /** @param {Uint8Array} message */
  async #open(message) {
    const records = /** @type {RecordCipher} */ (this.#records);
    const secrets = /** @type {import('./key-schedule.js').SessionSecrets} */ (this.#secrets);
    const plain = await records.open(message);
    if (this.isOver()) return null;
    if (plain === null) return this.#fail(CloseCode.securityCheck);
    const m6 = readM6(plain);
    const resume = new ResumeViewer({
      sessionId: this.#context.sessionId, transcript: this.#transcript, secret: secrets.resume.slice(), now: this.#now, chance: this.#chance,
    });
    this.#line = { records, ...m6, resume };
    this.#records = null;
    this.#forget();
    this.#state = 'verified';
    return new Uint8Array();
  }

  /**
   * @param {number} code
   * @returns {null}
   */
  #fail(code) {
    this.#state = 'ended';
    this.#failure = code;
    this.#forget();
    return null;
  }

  #forget() {
    this.#clock.stop();
    this.#pair = null;
    this.#agreed = null;
    this.#secrets?.resume.fill(0);
    this.#secrets = null;
    this.#records?.close();
    this.#records = null;
    this.#shown = '';
  }
}
