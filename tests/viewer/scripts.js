// @ts-check
// Writes what the agent's encoder would: operations, and the running stream that packs them. For tests and measurements.
import { constants, deflateRawSync } from 'node:zlib';

const WINDOW = 32 * 1024;

/** @param {...number} values */
const u16 = (...values) => values.flatMap((v) => [v >>> 8, v & 0xff]);
/** @typedef {[number, number, number, number]} Rect x y w h */

/** @param {number[]} values */
const deltas = (values) => u16(...values.map((v, i) => (v - (values[i - 1] ?? 0)) & 0xffff));

/** @param {[number, number][]} pairs tile and slot */
const entries = (pairs) => [...u16(pairs.length), ...deltas(pairs.map((p) => p[0])), ...deltas(pairs.map((p) => p[1]))];

/** An operation: what it says of its rectangle depends on the one before. @typedef {(last: [number, number]) => number[]} Operation */

/**
 * @param {number} op
 * @param {Rect} at
 * @param {ArrayLike<number>} rest
 * @returns {Operation}
 */
const painted = (op, at, rest) => (last) => {
  const [x, y] = [(at[0] - last[0]) & 0xffff, (at[1] - last[1]) & 0xffff];
  [last[0], last[1]] = at;
  return [op, ...u16(x, y, at[2], at[3]), ...Array.from(rest)];
};

/** @param {[number, number][]} pairs tile and slot */
export const keep = (...pairs) => () => [1, ...entries(pairs)];
/** @param {[number, number]} from @param {Rect} to */
export const copy = (from, to) => painted(2, to, u16(...from));
/** @param {[number, number][]} pairs tile and slot */
export const cached = (...pairs) => () => [3, ...entries(pairs)];
/** @param {Rect} at @param {number[]} rgb */
export const fill = (at, rgb) => painted(4, at, rgb);
/** @param {Rect} at @param {{ empty?: boolean, colours?: number[][] }} fresh @param {number[][]} tokens */
export const columns = (at, { empty = false, colours = [] }, ...tokens) =>
  painted(5, at, [...u16((empty ? 0x8000 : 0) | colours.length), ...colours.flat(), ...tokens.flat()]);
/** @param {number} kind @param {number} n */
const token = (kind, n) => (n > 0 && n < 63 ? [(kind << 6) | n] : [(kind << 6) | 63, ...u16(n)]);
/** Tokens of columns. @param {number} n @param {number[]} indices column by column */
export const newColumns = (n, indices) => [...token(0, n), ...indices];
/** @param {number} n @param {number} from */
export const match = (n, from) => [...token(1, n), from >>> 16, ...u16(from & 0xffff)];
/** @param {number} n */
export const repeat = (n) => token(2, n);
/** @param {Rect} at @param {ArrayLike<number>} rgb row by row */
export const pixels = (at, rgb) => {
  const planes = [0, 1, 2].map((plane) => Array.from({ length: at[2] * at[3] }, (_, i) => {
    const green = rgb[i * 3 + 1];
    return plane === 0 ? green : (rgb[i * 3 + (plane === 1 ? 0 : 2)] - green) & 0xff;
  }));
  return painted(6, at, planes.flatMap((plane) => differences(plane, at[2])));
};
/** @param {Rect} at @param {number} length */
export const photo = (at, length) => painted(7, at, u16(length >>> 16, length & 0xffff));

/** @param {Operation[]} operations */
export function scriptOf(operations) {
  /** @type {[number, number]} */
  const last = [0, 0];
  return operations.flatMap((operation) => operation(last));
}

/**
 * @param {number[]} plane
 * @param {number} width
 */
function differences(plane, width) {
  return plane.map((value, i) => {
    const left = i % width > 0;
    const a = left ? plane[i - 1] : 0;
    const b = i >= width ? plane[i - width] : 0;
    const c = left && i >= width ? plane[i - width - 1] : 0;
    const expected = c >= Math.max(a, b) ? Math.min(a, b) : c <= Math.min(a, b) ? Math.max(a, b) : a + b - c;
    return (value - expected) & 0xff;
  });
}

/** The raw deflate stream that runs since the last whole picture. */
export class Stream {
  #window = Buffer.alloc(0);

  /**
   * @param {ArrayLike<number>} bytes
   * @param {import('node:zlib').ZlibOptions} [options]
   * @returns {Uint8Array} the piece that holds them
   */
  piece(bytes, options = {}) {
    const data = Buffer.from(Uint8Array.from(bytes));
    if (data.length === 0) return new Uint8Array();
    const dictionary = this.#window.length > 0 ? { dictionary: this.#window } : {};
    this.#window = Buffer.concat([this.#window, data]).subarray(-WINDOW);
    return new Uint8Array(deflateRawSync(data, { finishFlush: constants.Z_SYNC_FLUSH, ...dictionary, ...options }));
  }
}

export const [PART, WHOLE, LAST] = [0, 1, 2];

/** An agent's side of the pictures: one stream, frames in order. */
export class Sender {
  #stream = new Stream();

  /**
   * @param {number} frame
   * @param {number} flags
   * @param {[number, number]} size
   * @param {Operation[]} [operations]
   * @param {Uint8Array} [blobs]
   */
  part(frame, flags, [width, height], operations = [], blobs = new Uint8Array()) {
    if ((flags & WHOLE) !== 0) this.#stream = new Stream();
    const script = scriptOf(operations);
    return { name: 'FrameUpdate', frame, flags, width, height, unpacked: script.length, piece: this.#stream.piece(script), blobs };
  }
}
