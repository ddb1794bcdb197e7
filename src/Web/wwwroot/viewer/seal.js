// @ts-check
// The one place every message passes on its way out and in. Both calls are asynchronous because the platform's
// ciphers are; the session awaits them in order.

const RECORD = 0x40;

/**
 * @typedef {object} RecordSeal
 * @property {(plain: Uint8Array) => Promise<Uint8Array>} seal
 * @property {(record: Uint8Array) => Promise<Uint8Array | null>} open null = refused; ends the session, never retried
 */

/**
 * Frames a message as `40 | plain` without protecting it. Stands where the record cipher will stand.
 * @implements {RecordSeal}
 */
export class UnsealedRecords {
  /** @param {Uint8Array} plain */
  async seal(plain) {
    const record = new Uint8Array(1 + plain.length);
    record[0] = RECORD;
    record.set(plain, 1);
    return record;
  }

  /** @param {Uint8Array} record */
  async open(record) {
    return record.length > 1 && record[0] === RECORD ? record.subarray(1) : null;
  }
}
