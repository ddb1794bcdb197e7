// @ts-check
// What of a picture has yet to be shown: one span a row of tiles, so that a thousand small changes cost no more than a few.

export class Dirty {
  #row;
  #width;
  #height;
  #from;
  #to;
  #any = false;

  /**
   * @param {number} width
   * @param {number} height
   * @param {number} row height of a row of tiles
   */
  constructor(width, height, row) {
    this.#width = width;
    this.#height = height;
    this.#row = row;
    this.#from = new Int32Array(Math.ceil(height / row)).fill(width);
    this.#to = new Int32Array(this.#from.length);
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} width
   * @param {number} height
   */
  mark(x, y, width, height) {
    this.#any = true;
    for (let row = Math.floor(y / this.#row), last = Math.floor((y + height - 1) / this.#row); row <= last; row++) {
      if (x < this.#from[row]) this.#from[row] = x;
      if (x + width > this.#to[row]) this.#to[row] = x + width;
    }
  }

  /**
   * What was marked, and nothing is any more.
   * @returns {import('./picture.js').Rectangle[]} rows with the same span as one
   */
  take() {
    /** @type {import('./picture.js').Rectangle[]} */
    const spans = [];
    if (!this.#any) return spans;
    for (let row = 0; row < this.#from.length; row++) {
      const [x, y, width] = [this.#from[row], row * this.#row, this.#to[row] - this.#from[row]];
      if (width <= 0) continue;
      const height = Math.min(this.#row, this.#height - y);
      const last = spans.at(-1);
      if (last && last.x === x && last.width === width && last.y + last.height === y) last.height += height;
      else spans.push({ x, y, width, height });
    }
    this.#from.fill(this.#width);
    this.#to.fill(0);
    this.#any = false;
    return spans;
  }
}
