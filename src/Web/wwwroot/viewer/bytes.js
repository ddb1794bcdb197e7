// @ts-check
// Integers are big-endian, text is UTF-8. Sizes in bytes.
import { WireFormatError } from './wire-format-error.js';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const toUtf8 = new TextEncoder();

/** Reads in wire order; running past the end is a WireFormatError, never `undefined`. */
export class ByteReader {
  #bytes;
  #view;
  #at = 0;

  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get left() {
    return this.#bytes.length - this.#at;
  }

  /** @param {number} count */
  #skip(count) {
    if (this.left < count) throw new WireFormatError('body too short');
    const at = this.#at;
    this.#at += count;
    return at;
  }

  u8() {
    return this.#view.getUint8(this.#skip(1));
  }

  u16() {
    return this.#view.getUint16(this.#skip(2));
  }

  i16() {
    return this.#view.getInt16(this.#skip(2));
  }

  u32() {
    return this.#view.getUint32(this.#skip(4));
  }

  bool() {
    const value = this.u8();
    if (value > 1) throw new WireFormatError('bad boolean');
    return value === 1;
  }

  /**
   * Bits of a flag field; a bit we do not know may mean something we must not ignore.
   * @param {number} value
   * @param {number} known
   */
  flags(value, known) {
    if ((value & ~known) !== 0) throw new WireFormatError('unknown flag');
    return value;
  }

  /** @param {number} count */
  take(count) {
    const at = this.#skip(count);
    return this.#bytes.subarray(at, at + count);
  }

  rest() {
    return this.take(this.left);
  }

  /** @param {Uint8Array} bytes */
  text(bytes) {
    try {
      return utf8.decode(bytes);
    } catch {
      throw new WireFormatError('not UTF-8');
    }
  }

  end() {
    if (this.left !== 0) throw new WireFormatError('body too long');
  }
}

/** Writes in wire order. A value that does not fit is the caller's bug: RangeError. */
export class ByteWriter {
  /** @type {number[]} */
  #bytes = [];

  /**
   * @param {number} value
   * @param {number} least
   * @param {number} most
   */
  #fits(value, least, most) {
    if (!Number.isInteger(value) || value < least || value > most) throw new RangeError(`${value} does not fit`);
  }

  /** @param {number} value */
  u8(value) {
    this.#fits(value, 0, 0xff);
    this.#bytes.push(value);
  }

  /** @param {number} value */
  u16(value) {
    this.#fits(value, 0, 0xffff);
    this.#bytes.push(value >>> 8, value & 0xff);
  }

  /** @param {number} value */
  i16(value) {
    this.#fits(value, -0x8000, 0x7fff);
    this.#bytes.push((value >> 8) & 0xff, value & 0xff);
  }

  /** @param {number} value */
  u32(value) {
    this.#fits(value, 0, 0xffffffff);
    this.#bytes.push(value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff);
  }

  /** @param {boolean} value */
  bool(value) {
    this.#bytes.push(value ? 1 : 0);
  }

  /** @param {Uint8Array} bytes */
  bytes(bytes) {
    for (const byte of bytes) this.#bytes.push(byte);
  }

  /** @returns {Uint8Array} */
  done() {
    return Uint8Array.from(this.#bytes);
  }
}

/** @param {string} text */
export const encodeText = (text) => toUtf8.encode(text);
