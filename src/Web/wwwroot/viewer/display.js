// @ts-check
// Only shows: what of the back picture changed is copied to the canvas, which the browser shows with the next animation frame.

/** @typedef {import('./picture.js').Picture} Picture */

export class Display {
  #canvas;
  #context;
  #newImage;
  /** @type {Picture | null} */
  #picture = null;
  /** @type {ImageData | null} the pixels of #picture */
  #image = null;
  #lost = false;
  /** The browser took the canvas' memory and gave another: what was shown is to be shown again. */
  onLost = () => {};

  /**
   * @param {OffscreenCanvas} canvas
   * @param {(pixels: Uint8ClampedArray, width: number, height: number) => ImageData} [newImage]
   */
  constructor(canvas, newImage = (pixels, width, height) => new ImageData(/** @type {any} */ (pixels), width, height)) {
    this.#canvas = canvas;
    this.#newImage = newImage;
    this.#context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d', { alpha: false }));
    canvas.addEventListener('contextrestored', () => {
      this.#lost = true;
      this.onLost();
    });
  }

  /** @param {Picture} picture that is whole */
  show(picture) {
    const { width, height, pixels, dirty } = picture;
    if (this.#picture !== picture) {
      this.#picture = picture;
      this.#image = this.#newImage(new Uint8ClampedArray(pixels.buffer), width, height);
    }
    const image = /** @type {ImageData} */ (this.#image);
    if (this.#canvas.width !== width || this.#canvas.height !== height || this.#lost) {
      this.#canvas.width = width;
      this.#canvas.height = height;
      this.#lost = false;
      dirty.mark(0, 0, width, height);
    }
    for (const span of dirty.take()) this.#context.putImageData(image, 0, 0, span.x, span.y, span.width, span.height);
  }

  /** Forgets the picture. */
  clear() {
    this.#picture = null;
    this.#image = null;
    this.#canvas.width = 1;
    this.#canvas.height = 1;
  }
}
