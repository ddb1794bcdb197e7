// @ts-check
// padded = type u8 | body | 80 | 00 …     up to the next bucket:
// FrameUpdate (01): ≤ 4 KiB multiples of 256, above multiples of 1,024     all else: ≤ 4 KiB multiples of 64, above multiples of 1,024
import { FrameUpdate } from '../messages/FrameUpdate.js';

const END = 0x80;
const SMALL_UP_TO = 4096;

/**
 * @param {number} type
 * @param {number} length of the message, its type included
 */
export function paddedSize(type, length) {
  const marked = length + 1;
  const bucket = marked > SMALL_UP_TO ? 1024 : type === FrameUpdate.type ? 256 : 64;
  return Math.ceil(marked / bucket) * bucket;
}

/** @param {Uint8Array} plain */
export function pad(plain) {
  const padded = new Uint8Array(paddedSize(plain[0], plain.length));
  padded.set(plain);
  padded[plain.length] = END;
  return padded;
}

/**
 * There is exactly one way to pad a message, and no other is accepted.
 * @param {Uint8Array} padded
 * @returns {Uint8Array | null}
 */
export function unpad(padded) {
  let length = padded.length - 1;
  while (length > 0 && padded[length] === 0) length--;
  const good = length > 0 && padded[length] === END && padded.length === paddedSize(padded[0], length);
  return good ? padded.subarray(0, length) : null;
}
