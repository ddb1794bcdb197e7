// @ts-check
// The agent's end of rs1 in JavaScript, as small as it can be: it checks nothing it need not. For tests only; the real
// one is in C#.
import { bytesOf, concat } from '../../src/Web/wwwroot/viewer/rs1/fields.js';
import { commitment, keep, mac, numberOf, resumeTranscriptOf, sessionSecrets, transcriptOf } from '../../src/Web/wwwroot/viewer/rs1/key-schedule.js';
import { RecordCipher } from '../../src/Web/wwwroot/viewer/rs1/record-cipher.js';

/** @typedef {import('../../src/Web/wwwroot/viewer/rs1/key-pair.js').KeyPair} KeyPair */

export class TestAgent {
  /**
   * @param {{ context: import('../../src/Web/wwwroot/viewer/rs1/context.js').Context, now: () => number,
   *   chance: import('../../src/Web/wwwroot/viewer/rs1/handshake.js').Chance, digits?: 6 | 8 }} parts
   */
  constructor({ context, now, chance, digits = 6 }) {
    this.context = context;
    this.now = now;
    this.chance = chance;
    this.digits = digits;
    this.attempt = 0;
    this.count = 0;
    this.number = '';
    /** @type {Uint8Array} */
    this.m1 = new Uint8Array();
    /** @type {Uint8Array} */
    this.nonce = new Uint8Array();
    /** @type {Uint8Array} */
    this.transcript = new Uint8Array();
    /** @type {Uint8Array} */
    this.secret = new Uint8Array();
    /** @type {Uint8Array} */
    this.r1 = new Uint8Array();
    /** @type {KeyPair | null} */
    this.pair = null;
    /** @type {CryptoKey | null} */
    this.agreed = null;
  }

  async begin() {
    this.attempt++;
    const pair = this.pair = await this.chance.makeKeyPair();
    this.nonce = this.chance.randomBytes(32);
    const commit = await commitment(this.context.hash, { publicKey: pair.publicKey, nonce: this.nonce });
    this.m1 = bytesOf((f) => {
      f.bytes(Uint8Array.of(0x01, 1));
      f.lv(Uint8Array.of(1));
      f.lv(this.context.sessionId);
      f.u8(this.attempt);
      f.lv(commit);
    });
    return this.m1.slice();
  }

  /** @param {Uint8Array} m2 */
  async reveal(m2) {
    const pair = /** @type {KeyPair} */ (this.pair);
    const m3 = bytesOf((f) => {
      f.u8(0x03);
      f.lv(pair.publicKey);
      f.lv(this.nonce);
    });
    this.transcript = await transcriptOf(this.context.bytes, this.m1, m2, m3);
    this.agreed = await keep(/** @type {Uint8Array} */ (await pair.agree(m2.subarray(4, 69))));
    this.number = await numberOf(this.agreed, this.transcript, this.digits);
    return m3;
  }

  confirm() {
    return mac(/** @type {CryptoKey} */ (this.agreed), 'confirm a', this.transcript, this.transcript);
  }

  /** @param {number} granted */
  async open(granted) {
    const secrets = await sessionSecrets(/** @type {CryptoKey} */ (this.agreed), this.transcript);
    this.secret = secrets.resume;
    const m6 = bytesOf((f) => {
      f.u8(0x07);
      f.u16(granted);
      f.u32(1);
    });
    const records = new RecordCipher('a2c', secrets, this.now);
    return { records, m6, record: await records.seal(m6) };
  }

  async beginResume() {
    const pair = this.pair = await this.chance.makeKeyPair();
    const nonce = this.chance.randomBytes(32);
    const body = bytesOf((f) => {
      f.u8(0x05);
      f.lv(this.context.sessionId);
      f.u32(this.count);
      f.lv(pair.publicKey);
      f.lv(nonce);
    });
    this.r1 = concat(body, await mac(await keep(this.secret.slice()), 'resume mac a', body));
    return this.r1.slice();
  }

  /** @param {Uint8Array} r2 */
  async completeResume(r2) {
    const pair = /** @type {KeyPair} */ (this.pair);
    const shared = /** @type {Uint8Array} */ (await pair.agree(r2.subarray(25, 90)));
    const agreed = await keep(concat(this.secret, shared));
    const secrets = await sessionSecrets(agreed, await resumeTranscriptOf(this.transcript, this.r1, r2));
    this.secret = secrets.resume;
    this.count++;
    return new RecordCipher('a2c', secrets, this.now);
  }
}
