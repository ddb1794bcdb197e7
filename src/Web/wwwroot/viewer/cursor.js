// @ts-check
// The customer's pointer: where it is and what it looks like. The page gets a shape when it is first seen, then only its number.
import { Inflater } from './inflate.js';
import { WireFormatError } from './wire-format-error.js';

/** @typedef {{ id: number, width: number, height: number, hotX: number, hotY: number, rgba: Uint8ClampedArray }} Shape remote pixels; 4 bytes each, alpha not multiplied in */
/** @typedef {{ x: number, y: number, visible: boolean, shape: number }} Position remote pixels; shape = id, 0 = not known */
/** @typedef {{ type: 'shape', shape: Shape } | { type: 'cursor', x: number, y: number, visible: boolean, shape: number }} CursorNews */

/** Memory: at most 64 shapes of 254 KiB. */
export class Cursor {
  #tell;
  #inflater = new Inflater();
  /** @type {Map<number, Shape>} */
  #shapes = new Map();
  /** @type {Set<number>} ids whose shape the page has */
  #told = new Set();
  /** @type {Position | null} */
  #at = null;
  #locked = true;

  /** @param {(news: CursorNews) => void} tell */
  constructor(tell) {
    this.#tell = tell;
  }

  /** The pointer may be seen from now on. */
  unlock() {
    this.#locked = false;
    this.#tellNow();
  }

  /** @param {import('./messages/CursorShape.js').CursorShapeFields} message */
  shape({ packed, ...shape }) {
    const rgba = this.#inflater.whole(packed, shape.width * shape.height * 4);
    this.#shapes.set(shape.id, { ...shape, rgba: new Uint8ClampedArray(rgba) });
    this.#told.delete(shape.id);
    if (this.#at?.shape === shape.id) this.#tellNow();
  }

  /** @param {Position} at */
  move({ x, y, visible, shape }) {
    if (shape !== 0 && !this.#shapes.has(shape)) throw new WireFormatError('unknown shape');
    this.#at = { x, y, visible, shape };
    this.#tellNow();
  }

  #tellNow() {
    if (this.#locked || this.#at === null) return;
    const shape = this.#shapes.get(this.#at.shape);
    if (shape !== undefined && !this.#told.has(shape.id)) {
      this.#told.add(shape.id);
      this.#tell({ type: 'shape', shape });
    }
    this.#tell({ type: 'cursor', ...this.#at });
  }
}
