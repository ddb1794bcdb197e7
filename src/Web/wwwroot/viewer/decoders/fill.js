// @ts-check
// code 0: one colour. Data: R G B, 3 bytes.

/** @type {import('./table.js').Decoder} */
export const fill = {
  size: () => 3,

  paint(target, tile, data, at) {
    const colour = (0xff000000 | (data[at + 2] << 16) | (data[at + 1] << 8) | data[at]) >>> 0;
    for (let y = tile.y; y < tile.y + tile.height; y++) {
      const row = y * target.width + tile.x;
      target.pixels.fill(colour, row, row + tile.width);
    }
  },
};
