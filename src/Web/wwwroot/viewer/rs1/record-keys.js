// @ts-check
// record = hdr 13 | ciphertext | tag 16     hdr = 40 | epoch u32 | seq u64     key 32, iv 12, nonce = iv XOR (00000000 | seq)
// aad = "rs1 rec" | direction u8 (00 = a2c, 01 = c2a) | hdr
// key = HKDF(s, "", "rs1 key", 32)     iv = HKDF(s, "", "rs1 iv", 12)     next epoch's s = HKDF(s, "", "rs1 next", 32)
import { encodeText } from '../bytes.js';
import { concat, same } from './fields.js';
import { derive, deriveCipherKey, keep } from './key-schedule.js';
import { EPOCH_MS, EPOCH_RECORDS } from './limits.js';

export const HEADER_SIZE = 13;
export const OVERHEAD = HEADER_SIZE + 16;

const RECORD = 0x40;
const IV_SIZE = 12;
const LAST_EPOCH = 0xffffffff;
const DIRECTION = { a2c: 0, c2a: 1 };

/** One direction: the keys of the current epoch and the number of the next record. A number is never used twice. */
export class RecordKeys {
  #direction;
  /** @type {CryptoKey | null} */
  #secret;
  #now;
  #epochRecords;
  #epoch = 0;
  #seq = 0;
  #since;
  /** @type {{ key: CryptoKey, iv: Uint8Array } | null} */
  #keys = null;

  /**
   * @param {'a2c' | 'c2a'} direction
   * @param {CryptoKey} secret
   * @param {() => number} now in milliseconds
   * @param {number} [epochRecords] fewer in tests
   */
  constructor(direction, secret, now, epochRecords = EPOCH_RECORDS) {
    this.#direction = direction;
    this.#secret = secret;
    this.#now = now;
    this.#epochRecords = epochRecords;
    this.#since = now();
  }

  /** The next record's number, and so the records of this epoch so far. */
  get seq() {
    return this.#seq;
  }

  get isFull() {
    return this.#seq >= this.#epochRecords;
  }

  /** An epoch in which nothing was sent needs no successor. */
  get isOld() {
    return this.isFull || (this.#seq > 0 && this.#now() - this.#since >= EPOCH_MS);
  }

  /** @param {Uint8Array} padded */
  async seal(padded) {
    const { key, iv } = await this.#current();
    const header = this.#header();
    const parameters = this.#parameters(iv, header);
    this.#seq++;
    return concat(header, new Uint8Array(await crypto.subtle.encrypt(parameters, key, /** @type {any} */ (padded))));
  }

  /**
   * @param {Uint8Array} record
   * @returns {Promise<Uint8Array | null>} null when the record is not exactly the one that is due
   */
  async open(record) {
    const header = this.#header();
    if (!same(record.subarray(0, HEADER_SIZE), header)) return null;
    const { key, iv } = await this.#current();
    try {
      const padded = await crypto.subtle.decrypt(this.#parameters(iv, header), key, /** @type {any} */ (record.subarray(HEADER_SIZE)));
      this.#seq++;
      return new Uint8Array(padded);
    } catch {
      return null; // a wrong tag: the platform's OperationError
    }
  }

  /** Begins the next epoch; the last one's keys are gone. */
  async advance() {
    if (this.#epoch === LAST_EPOCH) throw new RangeError('no epoch is left');
    if (this.#secret === null) throw new TypeError('the keys are gone');
    const next = await keep(await derive(this.#secret, 'next', 32));
    this.close();
    this.#secret = next;
    this.#epoch++;
    this.#seq = 0;
    this.#since = this.#now();
  }

  /** Lets go of the keys; the next seal or open would fail. */
  close() {
    this.#keys?.iv.fill(0);
    this.#keys = null;
    this.#secret = null;
  }

  async #current() {
    if (this.#secret === null) throw new TypeError('the keys are gone');
    this.#keys ??= { key: await deriveCipherKey(this.#secret), iv: await derive(this.#secret, 'iv', IV_SIZE) };
    return this.#keys;
  }

  #header() {
    const header = new Uint8Array(HEADER_SIZE);
    const view = new DataView(header.buffer);
    view.setUint8(0, RECORD);
    view.setUint32(1, this.#epoch);
    view.setBigUint64(5, BigInt(this.#seq));
    return header;
  }

  /**
   * @param {Uint8Array} iv
   * @param {Uint8Array} header
   * @returns {any}
   */
  #parameters(iv, header) {
    const nonce = iv.map((byte, i) => (i < 4 ? byte : byte ^ header[i + 1]));
    return { name: 'AES-GCM', iv: nonce, additionalData: concat(encodeText('rs1 rec'), Uint8Array.of(DIRECTION[this.#direction]), header) };
  }
}
