// @ts-check
// 3 Cached: entries.js. A tile gets the pixels that the slot holds; they must be of its size.
import { tileAt } from '../picture.js';
import { WireFormatError } from '../wire-format-error.js';
import { readEntries } from './entries.js';

/** @type {import('./table.js').Operation} */
export const cached = {
  check(r, budget) {
    readEntries(r, (tile, slot) => budget.entry(tile, slot, true));
  },

  run(r, picture) {
    readEntries(r, (tile, slot) => {
      const at = /** @type {import('../picture.js').Rectangle} */ (tileAt(tile, picture));
      if (!picture.recall(slot, at)) throw new WireFormatError('slot holds no tile of that size');
    });
  },
};
