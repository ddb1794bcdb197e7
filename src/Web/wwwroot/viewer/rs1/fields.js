// @ts-check
// Byte order: big-endian.  u8 1 | u16 2 | u32 4 | lv: length u16, then that many bytes | label: ASCII, no length
import { ByteReader, ByteWriter, encodeText } from '../bytes.js';
import { WireFormatError } from '../wire-format-error.js';

const MOST_IN_HANDSHAKE = 512;

/** Puts the fields of a handshake message, or of what is hashed, one after the other. */
export class Fields extends ByteWriter {
  /** @param {Uint8Array} bytes a field with its length */
  lv(bytes) {
    this.u16(bytes.length);
    this.bytes(bytes);
  }

  /** @param {string} text UTF-8 */
  label(text) {
    this.bytes(encodeText(text));
  }
}

/** @param {(fields: Fields) => void} put */
export function bytesOf(put) {
  const fields = new Fields();
  put(fields);
  return fields.done();
}

/** @param {(fields: Fields) => void} put what is hashed with SHA-256 */
export async function hashOf(put) {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', /** @type {any} */ (bytesOf(put))));
}

/** Reads the fields of a handshake message. */
export class FieldReader extends ByteReader {
  /**
   * @param {Uint8Array} message
   * @param {number} type which its first byte must be
   */
  constructor(message, type) {
    if (message.length > MOST_IN_HANDSHAKE) throw new WireFormatError('handshake message too long');
    super(message);
    if (this.u8() !== type) throw new WireFormatError('unexpected handshake message');
  }

  /** @param {number} length which the field must have */
  lv(length) {
    if (this.u16() !== length) throw new WireFormatError('bad field length');
    return this.take(length).slice();
  }
}

/**
 * @param {Uint8Array} a
 * @param {Uint8Array} b
 */
export function same(a, b) {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) difference |= a[i] ^ b[i];
  return difference === 0;
}

/** @param {...Uint8Array} parts */
export function concat(...parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
