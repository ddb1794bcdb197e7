// @ts-check
// The back picture: what the frames paint on, never seen itself. With it what later frames refer to: tiles by slot, text by place.
import { Dirty } from './dirty.js';
import { History } from './history.js';

/** Side of a tile, pixels; smaller at the right and lower edge. Tiles are numbered row by row. */
export const TILE = 64;
export const SLOTS = 4096;
const BLACK = 0xff000000;

/** @typedef {{ x: number, y: number, width: number, height: number }} Rectangle pixels */

/**
 * The tile of that number, cut off at the edges.
 * @param {number} tile
 * @param {{ width: number, height: number }} picture
 * @returns {Rectangle | null} null for a number that no tile has
 */
export function tileAt(tile, { width, height }) {
  const columns = Math.ceil(width / TILE);
  const x = (tile % columns) * TILE;
  const y = Math.floor(tile / columns) * TILE;
  if (y >= height) return null;
  return { x, y, width: Math.min(TILE, width - x), height: Math.min(TILE, height - y) };
}

/** Memory: 4 bytes a pixel, 4 MiB of history, and at most 16 KiB for each of 4,096 slots, taken when the slot is first filled. */
export class Picture {
  /** Little-endian RGBA, as ImageData keeps it, row by row. */
  pixels;
  dirty;
  history = new History();
  /** @type {(Uint32Array | undefined)[]} */
  #slots = [];
  /** Width << 8 | height of what a slot holds, 0 = nothing. */
  #sizes = new Uint16Array(SLOTS);

  /**
   * @param {number} width
   * @param {number} height
   */
  constructor(width, height) {
    this.width = width;
    this.height = height;
    this.pixels = new Uint32Array(width * height);
    this.dirty = new Dirty(width, height, TILE);
    this.restart();
  }

  /** Black, and nothing to refer to. */
  restart() {
    this.pixels.fill(BLACK);
    this.#sizes.fill(0);
    this.history.restart();
    this.dirty.mark(0, 0, this.width, this.height);
  }

  /**
   * @param {number} slot
   * @param {Rectangle} tile whose pixels the slot shall hold from now on
   */
  keep(slot, { x, y, width, height }) {
    const kept = (this.#slots[slot] ??= new Uint32Array(TILE * TILE));
    const { pixels, width: stride } = this;
    for (let row = 0, to = 0; row < height; row++) {
      for (let from = (y + row) * stride + x, end = from + width; from < end;) kept[to++] = pixels[from++];
    }
    this.#sizes[slot] = (width << 8) | height;
  }

  /**
   * @param {number} slot
   * @param {Rectangle} tile
   * @returns {boolean} false if the slot holds nothing of that size
   */
  recall(slot, { x, y, width, height }) {
    const kept = this.#slots[slot];
    if (kept === undefined || this.#sizes[slot] !== ((width << 8) | height)) return false;
    const { pixels, width: stride } = this;
    for (let row = 0, from = 0; row < height; row++) {
      for (let to = (y + row) * stride + x, end = to + width; to < end;) pixels[to++] = kept[from++];
    }
    this.dirty.mark(x, y, width, height);
    return true;
  }
}
