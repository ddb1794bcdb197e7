// @ts-check
// 2 Copy: rectangle | fromX u16 | fromY u16. Moves a rectangle; source and target may overlap.

/** @type {import('./table.js').Operation} */
export const copy = {
  check(r, budget) {
    const { width, height } = budget.painted(r);
    budget.inside({ x: r.u16(), y: r.u16(), width, height });
    budget.copied();
  },

  run(r, { pixels, width: stride, dirty }) {
    const { x, y, width, height } = r.rectangle();
    const [fromX, fromY] = [r.u16(), r.u16()];
    // Downwards the last row goes first, so that none is overwritten before it has moved.
    const [first, step] = y > fromY ? [height - 1, -1] : [0, 1];
    for (let i = 0, row = first; i < height; i++, row += step) {
      const from = (fromY + row) * stride + fromX;
      pixels.copyWithin((y + row) * stride + x, from, from + width);
    }
    dirty.mark(x, y, width, height);
  },
};
