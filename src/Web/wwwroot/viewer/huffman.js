// @ts-check
// Prefix codes of deflate (RFC 1951 §3.2.2): a table that gives symbol and length for the next bits of the stream.
import { WireFormatError } from './wire-format-error.js';

const LONGEST = 15;

export class Huffman {
  /** By the next `bits` bits: symbol << 4 | length of its code. */
  entries = new Uint16Array(1 << LONGEST);
  bits = 0;
  #count = new Uint16Array(LONGEST + 1);
  #next = new Uint16Array(LONGEST + 1);

  /**
   * Strict as zlib: more codes than fit are refused, fewer too, unless there is but one code of one bit.
   * @param {Uint8Array} lengths of the codes, 0 = symbol not used
   * @param {number} from first symbol's place
   * @param {number} count symbols
   */
  build(lengths, from, count) {
    const counts = this.#count.fill(0);
    for (let i = 0; i < count; i++) counts[lengths[from + i]]++;
    counts[0] = 0;
    let most = LONGEST;
    while (most > 1 && counts[most] === 0) most--;
    let left = 1;
    let code = 0;
    for (let length = 1; length <= LONGEST; length++) {
      left = (left << 1) - counts[length];
      if (left < 0) throw new WireFormatError('payload not deflate');
      code = (code + counts[length - 1]) << 1;
      this.#next[length] = code;
    }
    if (left > 0 && most > 1) throw new WireFormatError('payload not deflate');
    this.bits = most;
    if (left > 0) this.entries.fill(0, 0, 1 << most);
    for (let symbol = 0; symbol < count; symbol++) {
      const length = lengths[from + symbol];
      if (length !== 0) this.#put(symbol, length);
    }
  }

  /**
   * @param {number} symbol
   * @param {number} length
   */
  #put(symbol, length) {
    const { entries, bits } = this;
    let code = this.#next[length]++;
    let reversed = 0;
    for (let i = 0; i < length; i++, code >>= 1) reversed = (reversed << 1) | (code & 1);
    const entry = (symbol << 4) | length;
    for (let at = reversed; at < 1 << bits; at += 1 << length) entries[at] = entry;
  }
}
