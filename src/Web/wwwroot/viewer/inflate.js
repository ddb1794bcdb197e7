// @ts-check
// Raw deflate (RFC 1951), unpacked at once: the pieces of a stream that runs on from frame to frame, or a stream of its own.
// Our own, since the browser's gives no sign when a piece holds fewer bytes than it promised: a reader would wait for ever.
import { Huffman } from './huffman.js';
import { WireFormatError } from './wire-format-error.js';

/** How far back a match may reach, bytes. */
const WINDOW = 32 * 1024;
// Deflate cannot do better than 1032 : 1, so a greater promise is false before memory is taken.
const BEST_RATIO = 1032;
// Zeros behind a piece, so that the reader of bits need not look out for its end at every byte.
const MARGIN = 16;
// What may have been read ahead of the bits in use.
const AHEAD = 4;
const END_OF_BLOCK = 256;
// Bits of the longest literal or length, its extra bits included.
const MOST_OF_LENGTH = 20;
// Below this a match is quicker copied byte by byte.
const LONG_MATCH = 24;

const lengthBase = Uint16Array.of(3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258, 0, 0);
const lengthBits = Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0, 0, 0);
const distanceBase = Uint16Array.of(1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577);
const distanceBits = Uint8Array.of(0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13);
const lengthOrder = Uint8Array.of(16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15);

/** @returns {never} */
function broken() {
  throw new WireFormatError('payload not deflate');
}

/** One running stream. Holds the window and the largest piece so far, no more. */
export class Inflater {
  #literals = new Huffman();
  #distances = new Huffman();
  #lengths = new Uint8Array(320);
  #in = new Uint8Array(0);
  #inLength = 0;
  #at = 0;
  #bits = 0;
  #count = 0;
  /** The window, right-aligned before WINDOW, and behind it what the piece unpacks to. */
  #out = new Uint8Array(WINDOW);
  #to = 0;
  #end = 0;
  /** Bytes of the window that the stream has filled. */
  #known = 0;

  /** A new stream begins: nothing before it may be referred to. */
  restart() {
    this.#known = 0;
  }

  /**
   * The next piece of the stream, ended by a sync flush.
   * @param {Uint8Array} packed
   * @param {number} size bytes that it must unpack to, neither more nor fewer
   * @returns {Uint8Array} valid until the next call
   */
  piece(packed, size) {
    this.#begin(packed, size);
    let flushed = true;
    while (this.#at < this.#inLength || this.#count > 0) {
      const header = this.#take(3);
      if ((header & 1) !== 0) broken();
      flushed = this.#block(header >> 1);
    }
    if (!flushed) throw new WireFormatError('payload not flushed');
    return this.#done(size);
  }

  /**
   * A stream of its own.
   * @param {Uint8Array} packed
   * @param {number} size bytes that it must unpack to, neither more nor fewer
   * @returns {Uint8Array} valid until the next call
   */
  whole(packed, size) {
    this.restart();
    this.#begin(packed, size);
    for (let last = 0; last === 0;) {
      const header = this.#take(3);
      last = header & 1;
      this.#block(header >> 1);
    }
    if (this.#at - (this.#count >> 3) !== this.#inLength) throw new WireFormatError('payload not deflate');
    return this.#done(size);
  }

  /**
   * @param {Uint8Array} packed
   * @param {number} size
   */
  #begin(packed, size) {
    if (size > packed.length * BEST_RATIO) throw new WireFormatError('payload too short');
    if (this.#in.length < packed.length + MARGIN) this.#in = new Uint8Array(packed.length * 2 + MARGIN);
    this.#in.set(packed);
    this.#in.fill(0, packed.length, packed.length + MARGIN);
    this.#inLength = packed.length;
    this.#at = this.#bits = this.#count = 0;
    if (this.#out.length < WINDOW + size) {
      const grown = new Uint8Array(WINDOW + size);
      grown.set(this.#out.subarray(0, WINDOW));
      this.#out = grown;
    }
    this.#to = WINDOW;
    this.#end = WINDOW + size;
  }

  /** @param {number} size */
  #done(size) {
    if (this.#to !== this.#end) throw new WireFormatError('payload too short');
    this.#known = Math.min(WINDOW, this.#known + size);
    this.#out.copyWithin(WINDOW - this.#known, this.#end - this.#known, this.#end);
    return this.#out.subarray(WINDOW, this.#end);
  }

  /** @param {number} count of bits, at most 24 */
  #take(count) {
    while (this.#count < count) {
      this.#bits |= this.#in[this.#at++] << this.#count;
      this.#count += 8;
    }
    if (this.#at > this.#inLength + AHEAD) broken();
    const value = this.#bits & ((1 << count) - 1);
    this.#bits >>>= count;
    this.#count -= count;
    return value;
  }

  /**
   * @param {number} type
   * @returns {boolean} whether it ended on a whole byte by its nature
   */
  #block(type) {
    if (type === 0) this.#stored();
    else if (type === 1) this.#packed(fixed.literals, fixed.distances);
    else if (type === 2) {
      this.#codes();
      this.#packed(this.#literals, this.#distances);
    } else broken();
    if (this.#at * 8 - this.#count > this.#inLength * 8) broken();
    return type === 0;
  }

  #stored() {
    this.#at -= this.#count >> 3;
    this.#bits = this.#count = 0;
    const [from, input] = [this.#at + 4, this.#in];
    if (from > this.#inLength) broken();
    const length = input[from - 4] | (input[from - 3] << 8);
    if ((length ^ 0xffff) !== (input[from - 2] | (input[from - 1] << 8)) || from + length > this.#inLength) broken();
    if (length > this.#end - this.#to) throw new WireFormatError('payload too long');
    this.#out.set(input.subarray(from, from + length), this.#to);
    this.#to += length;
    this.#at = from + length;
  }

  /** The codes of a block that brings its own. */
  #codes() {
    const lengths = this.#lengths;
    const [literals, distances, count] = [this.#take(5) + 257, this.#take(5) + 1, this.#take(4) + 4];
    if (literals > 286 || distances > 30) broken();
    lengths.fill(0);
    for (let i = 0; i < count; i++) lengths[lengthOrder[i]] = this.#take(3);
    this.#literals.build(lengths, 0, 19);
    for (let i = 0, previous = 0; i < literals + distances;) {
      const symbol = this.#symbol(this.#literals);
      if (symbol < 16) {
        lengths[i++] = previous = symbol;
        continue;
      }
      if (symbol === 16 && i === 0) broken();
      if (symbol > 16) previous = 0;
      let times = symbol === 16 ? this.#take(2) + 3 : symbol === 17 ? this.#take(3) + 3 : this.#take(7) + 11;
      if (i + times > literals + distances) broken();
      while (times-- > 0) lengths[i++] = previous;
    }
    if (lengths[END_OF_BLOCK] === 0) broken();
    this.#literals.build(lengths, 0, literals);
    this.#distances.build(lengths, literals, distances);
  }

  /** @param {Huffman} code */
  #symbol(code) {
    while (this.#count < 15) {
      this.#bits |= this.#in[this.#at++] << this.#count;
      this.#count += 8;
    }
    if (this.#at > this.#inLength + AHEAD) broken();
    const entry = code.entries[this.#bits & ((1 << code.bits) - 1)];
    const length = entry & 15;
    if (length === 0) broken();
    this.#bits >>>= length;
    this.#count -= length;
    return entry >> 4;
  }

  /**
   * The loop in which the time is spent: everything it needs is local.
   * @param {Huffman} literalCode
   * @param {Huffman} distanceCode
   */
  #packed(literalCode, distanceCode) {
    const { entries: literals, bits: literalBits } = literalCode;
    const { entries: distances, bits: distanceBitsMost } = distanceCode;
    const [literalMask, distanceMask] = [(1 << literalBits) - 1, (1 << distanceBitsMost) - 1];
    const [input, out, end, last, first] = [this.#in, this.#out, this.#end, this.#inLength + AHEAD, WINDOW - this.#known];
    let [at, bits, count, to] = [this.#at, this.#bits, this.#count, this.#to];
    for (;;) {
      while (count <= 24) {
        bits |= input[at++] << count;
        count += 8;
      }
      if (at > last) broken();
      let entry = literals[bits & literalMask];
      let used = entry & 15;
      // Literals come in crowds: no more bits are fetched while there are enough for the next.
      while (used !== 0 && entry < END_OF_BLOCK << 4) {
        if (to === end) throw new WireFormatError('payload too long');
        out[to++] = entry >> 4;
        bits >>>= used;
        count -= used;
        if (count < MOST_OF_LENGTH) break;
        entry = literals[bits & literalMask];
        used = entry & 15;
      }
      if (used === 0) broken();
      if (entry < END_OF_BLOCK << 4) continue;
      bits >>>= used;
      count -= used;
      let symbol = entry >> 4;
      if (symbol === END_OF_BLOCK) break;
      symbol -= 257;
      used = lengthBits[symbol];
      const length = lengthBase[symbol] + (bits & ((1 << used) - 1));
      if (length < 3) broken();
      bits >>>= used;
      count -= used;
      while (count <= 24) {
        bits |= input[at++] << count;
        count += 8;
      }
      entry = distances[bits & distanceMask];
      used = entry & 15;
      symbol = entry >> 4;
      if (used === 0 || symbol > 29) broken();
      bits >>>= used;
      count -= used;
      used = distanceBits[symbol];
      while (count < used) {
        bits |= input[at++] << count;
        count += 8;
      }
      const from = to - distanceBase[symbol] - (bits & ((1 << used) - 1));
      bits >>>= used;
      count -= used;
      if (from < first) broken();
      if (length > end - to) throw new WireFormatError('payload too long');
      copy(out, from, to, length);
      to += length;
    }
    [this.#at, this.#bits, this.#count, this.#to] = [at, bits, count, to];
  }
}

/**
 * A match may overlap what it writes: then it repeats itself.
 * @param {Uint8Array} out
 * @param {number} from
 * @param {number} to
 * @param {number} length
 */
function copy(out, from, to, length) {
  if (length < LONG_MATCH) for (const end = to + length; to < end;) out[to++] = out[from++];
  else if (from + 1 === to) out.fill(out[from], to, to + length);
  else if (to - from >= length) out.copyWithin(to, from, from + length);
  else for (const end = to + length; to < end;) out[to++] = out[from++];
}

const fixed = (() => {
  const lengths = new Uint8Array(320);
  lengths.fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280, 288).fill(5, 288);
  const [literals, distances] = [new Huffman(), new Huffman()];
  literals.build(lengths, 0, 288);
  distances.build(lengths, 288, 32);
  return { literals, distances };
})();
