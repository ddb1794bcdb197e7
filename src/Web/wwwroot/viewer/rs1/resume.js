// @ts-check
// line lost   new line: R1 → ← R2   then records under new keys
// R1's mac = HMAC(HKDF(RS_k, "", "rs1 resume mac a", 32), R1 without mac)     R2's = HMAC(HKDF(RS_k, "", "rs1 resume mac c", 32), R1 | R2 without mac)
import { WireFormatError } from '../wire-format-error.js';
import { CloseCode } from './close-codes.js';
import { concat, same } from './fields.js';
import { isMac, keep, mac, resumeTranscriptOf, sessionSecrets } from './key-schedule.js';
import { RESUME_MS, RESUMES } from './limits.js';
import { MAC_SIZE, readR1, writeR2 } from './messages.js';
import { RecordCipher } from './record-cipher.js';
import { StepClock } from './step-clock.js';

/** @typedef {{ count: number, secret: Uint8Array }} Step k and RS_k; its bytes are needed, as they are joined with another secret */

/**
 * The viewer's end of replacing a lost line: within 60 s, ten times, without a new number, because the secret it starts
 * from was verified. The answer may get lost as well, so the old secret stays until the agent has shown that it has the
 * new one: by a record, or by asking from the new one. `answer` is awaited before it is called again;
 * `isOver` and `close` may come in between.
 */
export class ResumeViewer {
  #sessionId;
  #transcript;
  #now;
  #chance;
  #clock;
  /** @type {Step | null} */
  #step;
  /** @type {Step | null} */
  #next = null;
  #lost = false;
  /** @type {number | null} */
  #failure = null;

  /**
   * @param {{ sessionId: Uint8Array, transcript: Uint8Array, secret: Uint8Array, now: () => number, chance: import('./handshake.js').Chance }} parts
   */
  constructor({ sessionId, transcript, secret, now, chance }) {
    this.#sessionId = sessionId;
    this.#transcript = transcript;
    this.#step = { count: 0, secret };
    this.#now = now;
    this.#chance = chance;
    this.#clock = new StepClock(now);
  }

  /** The code to close the line with, once it has ended. */
  get failure() {
    return this.#failure;
  }

  /** Milliseconds in which the line can still be replaced; infinite while it is there. */
  get left() {
    return this.#clock.left;
  }

  /** The line is gone; the minute begins. Once more before the new one stands does not begin it again. */
  lineLost() {
    if (!this.#lost) this.#clock.start(RESUME_MS);
    this.#lost = true;
  }

  /** True once it cannot go on: a minute without a line, or refused. */
  isOver() {
    if (this.#clock.isOver) this.#fail(CloseCode.timedOut);
    return this.#step === null;
  }

  /**
   * @param {Uint8Array} message the agent's first on a new line
   * @returns {Promise<{ records: RecordCipher, reply: Uint8Array } | null>} reply: to be sent before any record; null: it is over, close with `failure`
   */
  async answer(message) {
    if (this.isOver()) return null;
    try {
      const r1 = readR1(message);
      const current = /** @type {Step} */ (this.#step);
      if (!this.#lost || !same(r1.sessionId, this.#sessionId) || r1.count >= RESUMES) return this.#fail(CloseCode.malformed);
      const step = r1.count === current.count ? current : r1.count === this.#next?.count ? this.#next : null;
      if (step === null) return this.#fail(CloseCode.securityCheck);
      const known = await keep(step.secret.slice());
      const fromAgent = await isMac(known, 'resume mac a', message.subarray(0, -MAC_SIZE), r1.mac);
      if (this.isOver()) return null;
      if (!fromAgent) return this.#fail(CloseCode.securityCheck);
      if (step === this.#next) {
        this.#promote(step);
        this.#clock.start(RESUME_MS); // the line between was there, and was lost later
      }
      return await this.#agree(step, known, r1.publicKey, message) ?? this.#fail(CloseCode.securityCheck);
    } catch (error) {
      if (error instanceof WireFormatError) return this.#fail(CloseCode.malformed);
      throw error;
    }
  }

  /** Wipes the secrets: this session's line cannot be replaced any more. */
  close() {
    if (this.#step !== null) this.#fail(CloseCode.ended);
  }

  /**
   * @param {Step} step
   * @param {CryptoKey} known its secret
   * @param {Uint8Array} point of the agent
   * @param {Uint8Array} r1
   */
  async #agree(step, known, point, r1) {
    const pair = await this.#chance.makeKeyPair();
    const nonce = this.#chance.randomBytes(32);
    const shared = await pair.agree(point);
    if (shared === null) return null;
    const reply = await writeR2(
      { sessionId: this.#sessionId, count: step.count, publicKey: pair.publicKey, nonce },
      (bytes) => mac(known, 'resume mac c', concat(r1, bytes)),
    );
    const agreed = await keep(concat(step.secret, shared));
    shared.fill(0);
    const secrets = await sessionSecrets(agreed, await resumeTranscriptOf(this.#transcript, r1, reply));
    if (this.isOver()) return null;
    const next = { count: step.count + 1, secret: secrets.resume };
    this.#next?.secret.fill(0);
    this.#next = next;
    const records = new RecordCipher('c2a', secrets, this.#now);
    records.firstOpened = () => {
      if (this.#next !== next) return;
      this.#promote(next);
      this.#lost = false;
      this.#clock.stop();
    };
    return { records, reply };
  }

  /** @param {Step} next */
  #promote(next) {
    this.#step?.secret.fill(0);
    this.#step = next;
    this.#next = null;
  }

  /**
   * @param {number} code
   * @returns {null}
   */
  #fail(code) {
    this.#failure ??= code;
    this.#clock.stop();
    this.#step?.secret.fill(0);
    this.#next?.secret.fill(0);
    this.#step = this.#next = null;
    return null;
  }
}
