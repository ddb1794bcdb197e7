// @ts-check
// plain = type u8 | body     padded: padding.js     record: record-keys.js, 29 bytes longer than padded
import { MOST_PLAIN } from './limits.js';
import { pad, unpad } from './padding.js';
import { OVERHEAD, RecordKeys } from './record-keys.js';

const KEY_UPDATE = 0x00;

/**
 * Seals and opens the records of one line. The line keeps their order, so the number of each is known before it comes:
 * whatever is not exactly the next record ends both directions at once.
 * Before each `seal` the sender sends what `keyUpdate` gives, if it gives something. A received key update opens to an
 * empty message, which is none of the receiver's business. Calls run one after the other, in the order they were made.
 */
export class RecordCipher {
  #sending;
  #receiving;
  #mostSent;
  #mostReceived;
  #closed = false;
  /** @type {Promise<unknown>} */
  #last = Promise.resolve();

  /**
   * @param {'a2c' | 'c2a'} sends c2a in the viewer; a2c is for tests
   * @param {{ a2c: CryptoKey, c2a: CryptoKey }} secrets
   * @param {() => number} now in milliseconds
   * @param {number} [epochRecords] fewer in tests
   */
  constructor(sends, secrets, now, epochRecords) {
    const receives = sends === 'a2c' ? 'c2a' : 'a2c';
    this.#sending = new RecordKeys(sends, secrets[sends], now, epochRecords);
    this.#receiving = new RecordKeys(receives, secrets[receives], now, epochRecords);
    this.#mostSent = MOST_PLAIN[sends];
    this.#mostReceived = MOST_PLAIN[receives];
    /** Called once, when the other end has shown that it has these keys. */
    this.firstOpened = () => {};
  }

  /**
   * @param {Uint8Array} plain
   * @returns {Promise<Uint8Array>}
   */
  seal(plain) {
    if (plain.length === 0 || plain[0] === KEY_UPDATE) throw new TypeError('not a message');
    return this.#next(async () => {
      if (this.#sending.isFull) throw new RangeError('the key update is overdue');
      return this.#seal(plain);
    });
  }

  /** @returns {Promise<Uint8Array | null>} the last record of this epoch when one is due; what is sealed afterwards has new keys */
  keyUpdate() {
    return this.#next(async () => {
      if (!this.#sending.isOld) return null;
      const record = await this.#seal(Uint8Array.of(KEY_UPDATE));
      await this.#sending.advance();
      return record;
    });
  }

  /**
   * @param {Uint8Array} record
   * @returns {Promise<Uint8Array | null>} null = refused; ends the session, never retried. Empty = a key update
   */
  async open(record) {
    const plain = await this.#next(async () => {
      const opened = await this.#open(record);
      if (opened === null) this.close();
      return opened;
    }, null);
    if (plain !== null) this.#tellFirst();
    return plain;
  }

  /** Lets go of the keys. */
  close() {
    this.#closed = true;
    this.#sending.close();
    this.#receiving.close();
  }

  /**
   * @template T
   * @param {() => Promise<T>} run
   * @param {T} [whenClosed]
   * @returns {Promise<T>}
   */
  #next(run, whenClosed) {
    const result = this.#last.then(() => {
      if (!this.#closed) return run();
      if (whenClosed === undefined) throw new TypeError('the line is closed');
      return whenClosed;
    });
    this.#last = result.catch(() => {});
    return result;
  }

  /** @param {Uint8Array} plain */
  async #seal(plain) {
    const padded = pad(plain);
    if (padded.length > this.#mostSent) throw new RangeError('the message is longer than a record');
    return this.#sending.seal(padded);
  }

  /** @param {Uint8Array} record */
  async #open(record) {
    const size = record.length - OVERHEAD;
    if (size <= 0 || size > this.#mostReceived) return null;
    const first = this.#receiving.seq === 0;
    const updateDue = this.#receiving.isFull;
    const padded = await this.#receiving.open(record);
    const plain = padded === null ? null : unpad(padded);
    if (plain === null) return null;
    if (plain[0] !== KEY_UPDATE) return updateDue ? null : plain;
    if (plain.length !== 1 || first) return null; // nothing to say, or said twice
    await this.#receiving.advance();
    return plain.subarray(1);
  }

  #tellFirst() {
    const tell = this.firstOpened;
    this.firstOpened = () => {};
    tell();
  }
}
