// @ts-check
import { Budget } from './decoders/budget.js';
import { Inflater } from './inflate.js';
import { jpegSize } from './jpeg-size.js';
import { LAST_PART, WHOLE_PICTURE } from './messages/FrameUpdate.js';
import { Picture } from './picture.js';
import { check, run } from './script.js';
import { WireFormatError } from './wire-format-error.js';

/** @typedef {import('./messages/FrameUpdate.js').FrameUpdateFields} FrameUpdate */
/** @typedef {(jpeg: Uint8Array, width: number, height: number) => Promise<Uint32Array>} DecodeJpeg pixels as in Picture; WireFormatError for what is none of that size */
/** @typedef {{ frame: number, budget: Budget }} Open the frame of which parts are missing */

/**
 * Paints the parts of frames on the back picture as they come, in their order: operations of one refer to what those before
 * have painted. Memory is bounded by one picture, its cache and one part.
 */
export class Frames {
  #decodeJpeg;
  #inflater = new Inflater();
  /** @type {Picture | null} */
  #picture = null;
  /** @type {Open | null} */
  #open = null;

  /** @param {DecodeJpeg} decodeJpeg */
  constructor(decodeJpeg) {
    this.#decodeJpeg = decodeJpeg;
  }

  /** Holds a part of a frame without the rest while `isWhole` is false. */
  get picture() {
    return this.#picture;
  }

  get isWhole() {
    return this.#open === null;
  }

  /**
   * Calls must not overlap: the next part is added when the one before it has been.
   * @param {FrameUpdate} update
   * @returns {Promise<boolean>} whether that was the last part, so that the frame may be shown
   */
  async add(update) {
    const { picture, open } = this.#begin(update);
    this.#open = open;
    const script = this.#inflater.piece(update.piece, update.unpacked);
    const photos = check(script, update.blobs, open.budget);
    // Nothing is awaited where nothing needs to be: a frame without photos is painted at one go.
    run(script, picture, photos.length === 0 ? [] : await Promise.all(photos.map((photo) => this.#decode(photo))));
    if ((update.flags & LAST_PART) === 0) return false;
    this.#open = null;
    return true;
  }

  /**
   * @param {FrameUpdate} update
   * @returns {{ picture: Picture, open: Open }}
   */
  #begin({ frame, flags, width, height }) {
    const whole = (flags & WHOLE_PICTURE) !== 0;
    const open = this.#open;
    const picture = this.#picture;
    const sameSize = picture !== null && picture.width === width && picture.height === height;
    if (open !== null && open.frame === frame) {
      if (whole) throw new WireFormatError('whole picture within a frame');
      if (picture === null || !sameSize) throw new WireFormatError('size changed within a frame');
      return { picture, open };
    }
    if (whole) return this.#beginAnew(frame, width, height, sameSize);
    if (open !== null) throw new WireFormatError('frame left unfinished');
    if (picture === null) throw new WireFormatError('first frame is not whole');
    if (!sameSize) throw new WireFormatError('size changed without a whole picture');
    return { picture, open: { frame, budget: new Budget(picture) } };
  }

  /**
   * @param {number} frame
   * @param {number} width
   * @param {number} height
   * @param {boolean} sameSize
   */
  #beginAnew(frame, width, height, sameSize) {
    this.#inflater.restart();
    if (sameSize) this.#picture?.restart();
    else this.#picture = new Picture(width, height);
    const picture = /** @type {Picture} */ (this.#picture);
    return { picture, open: { frame, budget: new Budget(picture) } };
  }

  /** @param {import('./script.js').Photo} photo */
  async #decode({ rectangle: { width, height }, jpeg }) {
    const size = jpegSize(jpeg);
    if (size.width !== width || size.height !== height) throw new WireFormatError('photo of another size');
    return this.#decodeJpeg(jpeg, width, height);
  }
}
