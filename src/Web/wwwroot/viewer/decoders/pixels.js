// @ts-check
// code 1: every pixel, row by row. Data: width · height × (R G B).

/** @type {import('./table.js').Decoder} */
export const pixels = {
  size: (tile) => tile.width * tile.height * 3,

  paint(target, tile, data, at) {
    let from = at;
    for (let y = tile.y; y < tile.y + tile.height; y++) {
      const row = y * target.width + tile.x;
      for (let to = row; to < row + tile.width; to++, from += 3) {
        target.pixels[to] = 0xff000000 | (data[from + 2] << 16) | (data[from + 1] << 8) | data[from];
      }
    }
  },
};
