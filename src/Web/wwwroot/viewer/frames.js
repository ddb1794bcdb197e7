// @ts-check
import { dataSize } from './decoders/table.js';
import { inflate } from './inflate.js';
import { LAST_PART, WHOLE_PICTURE } from './messages/FrameUpdate.js';
import { WireFormatError } from './wire-format-error.js';

/** @typedef {import('./messages/FrameUpdate.js').FrameUpdateFields} FrameUpdate */
/** @typedef {import('./decoders/table.js').Tile} Tile */
/** @typedef {{ tiles: Tile[], data: Uint8Array }} Part unpacked */
/** @typedef {{ frame: number, whole: boolean, width: number, height: number, parts: Part[] }} Frame all of one frame */

/**
 * Collects the parts of a frame until it is whole. Parts are unpacked as they come but handed on together: the
 * display never holds half a frame. What is kept is bounded by one picture.
 */
export class Frames {
  /** @type {{ width: number, height: number } | null} */
  #size = null;
  /** @type {Frame | null} */
  #open = null;
  #area = 0;

  /**
   * Calls must not overlap: the next part is added when the one before it has been.
   * @param {FrameUpdate} update
   * @returns {Promise<Frame | null>} null while parts are missing
   */
  async add(update) {
    const frame = this.#frameOf(update);
    this.#area += update.tiles.reduce((sum, tile) => sum + tile.width * tile.height, 0);
    if (this.#area > frame.width * frame.height) throw new WireFormatError('frame covers more than the picture');
    const data = await inflate(update.payload, dataSize(update.tiles));
    frame.parts.push({ tiles: update.tiles, data });
    if ((update.flags & LAST_PART) === 0) return null;
    this.#open = null;
    return frame;
  }

  /** @param {FrameUpdate} update */
  #frameOf(update) {
    const { frame, width, height } = update;
    const whole = (update.flags & WHOLE_PICTURE) !== 0;
    const open = this.#open;
    if (open !== null && open.frame === frame) {
      if (open.width !== width || open.height !== height) throw new WireFormatError('size changed within a frame');
      if (whole && !open.whole) throw new WireFormatError('whole picture within a frame');
      return open;
    }
    if (!whole) {
      if (open !== null) throw new WireFormatError('frame left unfinished');
      if (this.#size === null) throw new WireFormatError('first frame is not whole');
      if (this.#size.width !== width || this.#size.height !== height) throw new WireFormatError('size changed without a whole picture');
    }
    this.#size = { width, height };
    this.#area = 0;
    this.#open = { frame, whole, width, height, parts: [] };
    return this.#open;
  }
}
