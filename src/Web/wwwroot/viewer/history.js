// @ts-check
import { WireFormatError } from './wire-format-error.js';

/** Pixels that the history holds. */
const SIZE = 1024 * 1024;

/** @typedef {import('./picture.js').Picture} Picture */
/** @typedef {import('./picture.js').Rectangle} Rectangle */

/** What text has been painted: columns of pixels, of which later ones are copies. With it the colours they are told in. 4 MiB. */
export class History {
  /** By index; valid below `colours`. */
  palette = new Uint32Array(256);
  colours = 0;
  #pixels = new Uint32Array(SIZE);
  #at = 0;
  #filled = 0;

  restart() {
    this.colours = 0;
    this.#at = 0;
    this.#filled = 0;
  }

  /**
   * Columns that were not there before: painted, and kept.
   * @param {Picture} picture
   * @param {Rectangle} part
   * @param {Uint8Array} indices column by column
   */
  paintNew(picture, part, indices) {
    this.#checkIndices(indices);
    const { width, height } = part;
    for (let from = 0; from < width;) {
      // No column is torn apart at the end of the ring.
      if (this.#at + height > SIZE) this.#at = 0;
      const count = Math.min(width - from, Math.floor((SIZE - this.#at) / height));
      const at = this.#at;
      this.#keep(indices, from * height, count * height);
      this.paint(picture, { ...part, x: part.x + from, width: count }, at);
      from += count;
    }
  }

  /**
   * @param {Picture} picture
   * @param {Rectangle} part
   * @param {number} from place in the history; column by column
   */
  paint({ pixels, width: stride }, { x, y, width, height }, from) {
    if (from + width * height > this.#filled) throw new WireFormatError('match outside the history');
    const kept = this.#pixels;
    for (let row = 0, to = y * stride + x; row < height; row++, to += stride) {
      for (let i = to, end = to + width, at = from + row; i < end; at += height) pixels[i++] = kept[at];
    }
  }

  /**
   * @param {Uint8Array} indices
   * @param {number} from
   * @param {number} count
   */
  #keep(indices, from, count) {
    const { palette } = this;
    const kept = this.#pixels;
    for (let at = this.#at, end = at + count; at < end;) kept[at++] = palette[indices[from++]];
    this.#at += count;
    this.#filled = Math.max(this.#filled, this.#at);
  }

  /** @param {Uint8Array} indices */
  #checkIndices(indices) {
    let highest = -1;
    for (let i = 0; i < indices.length; i++) if (indices[i] > highest) highest = indices[i];
    if (highest >= this.colours) throw new WireFormatError('index without a colour');
  }
}
