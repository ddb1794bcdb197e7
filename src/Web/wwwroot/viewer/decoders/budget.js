// @ts-check
import { SLOTS, tileAt } from '../picture.js';
import { WireFormatError } from '../wire-format-error.js';

/** @typedef {import('../picture.js').Rectangle} Rectangle */

const MOST_COPIES = 256;
const MOST_RECTANGLES = 0xffff;
const MOST_KEPT = SLOTS;
const MOST_TIMES_PAINTED = 4;

/** What one frame may still do, so that no frame costs more than a few pictures. */
export class Budget {
  #size;
  #copies = MOST_COPIES;
  #rectangles = MOST_RECTANGLES;
  #kept = MOST_KEPT;
  #area;
  /** The photos of the part, in their order; the frame's reader takes them. @type {{ rectangle: Rectangle, length: number }[]} */
  photos = [];

  /** @param {{ width: number, height: number }} picture */
  constructor(picture) {
    this.#size = picture;
    this.#area = picture.width * picture.height * MOST_TIMES_PAINTED;
  }

  /**
   * @param {import('./script-reader.js').ScriptReader} r
   * @returns {Rectangle} to be painted
   */
  painted(r) {
    const rectangle = r.rectangle();
    this.inside(rectangle);
    this.#paint(rectangle);
    return rectangle;
  }

  /** @param {Rectangle} rectangle */
  inside({ x, y, width, height }) {
    if (width === 0 || height === 0) throw new WireFormatError('empty rectangle');
    if (x + width > this.#size.width || y + height > this.#size.height) throw new WireFormatError('rectangle outside the picture');
  }

  copied() {
    if (--this.#copies < 0) throw new WireFormatError('too many moves');
  }

  /** @param {number} count */
  kept(count) {
    this.#kept -= count;
    if (this.#kept < 0) throw new WireFormatError('too many tiles kept');
  }

  /**
   * @param {number} tile
   * @param {number} slot
   * @param {boolean} painted
   */
  entry(tile, slot, painted) {
    const rectangle = tileAt(tile, this.#size);
    if (rectangle === null) throw new WireFormatError('tile outside the picture');
    if (slot >= SLOTS) throw new WireFormatError('slot out of range');
    if (painted) this.#paint(rectangle);
  }

  /** @param {Rectangle} rectangle */
  #paint({ width, height }) {
    this.#area -= width * height;
    if (--this.#rectangles < 0 || this.#area < 0) throw new WireFormatError('frame paints too much');
  }
}
