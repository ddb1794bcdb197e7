// @ts-check
// Only paints. Frames go whole into the back buffer; `present` copies what changed to the canvas, once an animation
// frame, so a tick shows a complete picture or the one before it.
import { paintTiles } from './decoders/table.js';

/** @typedef {import('./frames.js').Frame} Frame */
/** @typedef {{ x: number, y: number, width: number, height: number }} Rectangle */

const BLACK = 0xff000000;
// Beyond this many pieces one copy of everything is quicker.
const MOST_PIECES = 200;

export class Display {
  #canvas;
  #context;
  #newImage;
  /** @type {ImageData | null} */
  #image = null;
  /** @type {import('./decoders/table.js').Target | null} */
  #back = null;
  /** @type {Rectangle[]} */
  #changed = [];
  #allChanged = false;

  /**
   * @param {OffscreenCanvas} canvas
   * @param {(width: number, height: number) => ImageData} [newImage]
   */
  constructor(canvas, newImage = (width, height) => new ImageData(width, height)) {
    this.#canvas = canvas;
    this.#newImage = newImage;
    this.#context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d', { alpha: false }));
    canvas.addEventListener('contextrestored', () => {
      this.#allChanged = true;
      this.present();
    });
  }

  /** @param {Frame} frame */
  paint(frame) {
    const back = frame.whole ? this.#startFromBlack(frame.width, frame.height) : this.#back;
    if (back === null) throw new Error('the first frame is a whole picture');
    for (const part of frame.parts) {
      paintTiles(back, part.tiles, part.data);
      if (!this.#allChanged) this.#mark(part.tiles);
    }
  }

  /** Shows the newest whole frame. */
  present() {
    const image = this.#image;
    if (image === null) return;
    if (this.#canvas.width !== image.width || this.#canvas.height !== image.height) {
      this.#canvas.width = image.width;
      this.#canvas.height = image.height;
      this.#allChanged = true;
    }
    if (this.#allChanged) this.#context.putImageData(image, 0, 0);
    else for (const r of this.#changed) this.#context.putImageData(image, 0, 0, r.x, r.y, r.width, r.height);
    this.#changed = [];
    this.#allChanged = false;
  }

  /** Forgets the picture. */
  clear() {
    this.#image = null;
    this.#back = null;
    this.#changed = [];
    this.#canvas.width = 1;
    this.#canvas.height = 1;
  }

  /**
   * @param {number} width
   * @param {number} height
   */
  #startFromBlack(width, height) {
    if (this.#image === null || this.#image.width !== width || this.#image.height !== height) {
      this.#image = this.#newImage(width, height);
      this.#back = { pixels: new Uint32Array(this.#image.data.buffer), width, height };
    }
    const back = /** @type {import('./decoders/table.js').Target} */ (this.#back);
    back.pixels.fill(BLACK);
    this.#allChanged = true;
    return back;
  }

  /** @param {Rectangle[]} tiles */
  #mark(tiles) {
    for (const { x, y, width, height } of tiles) {
      const last = this.#changed.at(-1);
      if (last && last.y === y && last.height === height && last.x + last.width === x) last.width += width;
      else this.#changed.push({ x, y, width, height });
    }
    if (this.#changed.length > MOST_PIECES) this.#allChanged = true;
  }
}
