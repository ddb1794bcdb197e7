// @ts-check
import { WireFormatError } from './wire-format-error.js';

// Deflate cannot do better than 1032 : 1, so a greater promise is false before anything is unpacked.
const BEST_RATIO = 1032;

/**
 * Unpacks one raw-deflate stream that must hold exactly `size` bytes; stops as soon as it holds more.
 * @param {Uint8Array} packed
 * @param {number} size bytes
 * @returns {Promise<Uint8Array>}
 */
export async function inflate(packed, size) {
  if (size > packed.length * BEST_RATIO) throw new WireFormatError('payload too short');
  if (packed.length === 0) return new Uint8Array();
  const unpacked = new Uint8Array(size);
  let at = 0;
  const stream = new DecompressionStream('deflate-raw');
  const writer = stream.writable.getWriter();
  // A broken stream fails the reader below; the writer's copy of that failure must not go unhandled.
  const written = Promise.allSettled([writer.write(/** @type {BufferSource} */ (packed)), writer.close()]);
  const reader = stream.readable.getReader();
  for (;;) {
    const { done, value } = await next(reader);
    if (done) break;
    if (at + value.length > size) {
      await reader.cancel().catch(() => undefined);
      throw new WireFormatError('payload too long');
    }
    unpacked.set(value, at);
    at += value.length;
  }
  await written;
  if (at !== size) throw new WireFormatError('payload too short');
  return unpacked;
}

/** @param {ReadableStreamDefaultReader<Uint8Array>} reader */
async function next(reader) {
  try {
    return await reader.read();
  } catch {
    throw new WireFormatError('payload not deflate');
  }
}
