// @ts-check
// 7 Photo: rectangle | length u32. The next `length` bytes of the part's blobs are a JPEG of that size.

/** @type {import('./table.js').Operation} */
export const photo = {
  check(r, budget) {
    budget.photos.push({ rectangle: budget.painted(r), length: r.u32() });
  },

  run(r, { pixels, width: stride, dirty }, photos) {
    const { x, y, width, height } = r.rectangle();
    r.u32();
    const photo = photos.next().value;
    for (let row = 0; row < height; row++) pixels.set(photo.subarray(row * width, (row + 1) * width), (y + row) * stride + x);
    dirty.mark(x, y, width, height);
  },
};
