// @ts-check
// 4 Fill: rectangle | R G B. One colour.
import { colourAt } from './colour.js';

/** @type {import('./table.js').Operation} */
export const fill = {
  check(r, budget) {
    budget.painted(r);
    r.take(3);
  },

  run(r, { pixels, width: stride, dirty }) {
    const { x, y, width, height } = r.rectangle();
    const colour = colourAt(r.take(3), 0);
    for (let row = y; row < y + height; row++) pixels.fill(colour, row * stride + x, row * stride + x + width);
    dirty.mark(x, y, width, height);
  },
};
