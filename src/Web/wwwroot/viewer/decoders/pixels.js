// @ts-check
// 6 Pixels: rectangle | planes G, R−G, B−G (mod 256), each w·h bytes row by row, each byte the difference (mod 256) to what is
// expected from its neighbours in the plane: left, above, above left; beside the rectangle they are 0.

/** The row above, of each plane. */
let above = [new Uint8Array(0), new Uint8Array(0), new Uint8Array(0)];

/** @type {import('./table.js').Operation} */
export const pixels = {
  check(r, budget) {
    const { width, height } = budget.painted(r);
    r.take(width * height * 3);
  },

  run(r, { pixels: to, width: stride, dirty }) {
    const { x, y, width, height } = r.rectangle();
    const size = width * height;
    const planes = r.take(size * 3);
    if (above[0].length < width) above = above.map(() => new Uint8Array(width));
    const [greens, reds, blues] = above.map((row) => row.fill(0));
    for (let row = 0, from = 0; row < height; row++) {
      let [green, red, blue, lastGreen, lastRed, lastBlue] = [0, 0, 0, 0, 0, 0];
      // All three planes at once: what one waits for, the others fill.
      for (let i = 0, at = (y + row) * stride + x; i < width; i++, at++, from++) {
        const upGreen = greens[i];
        const upRed = reds[i];
        const upBlue = blues[i];
        green = greens[i] = (planes[from] + expected(green, upGreen, lastGreen)) & 0xff;
        red = reds[i] = (planes[from + size] + expected(red, upRed, lastRed)) & 0xff;
        blue = blues[i] = (planes[from + size * 2] + expected(blue, upBlue, lastBlue)) & 0xff;
        lastGreen = upGreen;
        lastRed = upRed;
        lastBlue = upBlue;
        to[at] = 0xff000000 | (((blue + green) & 0xff) << 16) | (green << 8) | ((red + green) & 0xff);
      }
    }
    dirty.mark(x, y, width, height);
  },
};

/**
 * The median edge detector of LOCO-I: a + b − c, but not beyond the smaller and the greater of a and b. Without a branch,
 * which noise would make a processor guess wrong.
 * @param {number} a left
 * @param {number} b above
 * @param {number} c above left
 */
function expected(a, b, c) {
  const difference = a - b;
  const less = difference >> 31;
  const low = b + (difference & less);
  const high = a - (difference & less);
  const overLow = a + b - c - low;
  const atLeast = low + (overLow & ~(overLow >> 31));
  const overHigh = atLeast - high;
  return high + (overHigh & (overHigh >> 31));
}
