// @ts-check
import { ByteReader } from './bytes.js';
import { ScriptReader } from './decoders/script-reader.js';
import { operations } from './decoders/table.js';
import { WireFormatError } from './wire-format-error.js';

/** @typedef {import('./picture.js').Rectangle} Rectangle */
/** @typedef {{ rectangle: Rectangle, jpeg: Uint8Array }} Photo */

/**
 * Reads the whole script before any of it is done.
 * @param {Uint8Array} script
 * @param {Uint8Array} blobs
 * @param {import('./decoders/budget.js').Budget} budget of the frame
 * @returns {Photo[]} in the order in which the script uses them
 */
export function check(script, blobs, budget) {
  const r = new ScriptReader(script);
  while (r.left > 0) next(r).check(r, budget);
  const jpegs = new ByteReader(blobs);
  const photos = budget.photos.splice(0).map(({ rectangle, length }) => ({ rectangle, jpeg: jpegs.take(length) }));
  jpegs.end();
  return photos;
}

/**
 * @param {Uint8Array} script that was checked
 * @param {import('./picture.js').Picture} picture
 * @param {Uint32Array[]} photos pixels of each
 */
export function run(script, picture, photos) {
  const r = new ScriptReader(script);
  const inOrder = photos.values();
  while (r.left > 0) next(r).run(r, picture, inOrder);
}

/** @param {ScriptReader} r */
function next(r) {
  return operations[r.u8()] ?? unknown();
}

/** @returns {never} */
function unknown() {
  throw new WireFormatError('unknown operation');
}
