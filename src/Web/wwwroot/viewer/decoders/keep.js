// @ts-check
// 1 Keep: entries.js. A slot gets the pixels that the tile has now.
import { tileAt } from '../picture.js';
import { readEntries } from './entries.js';

/** @type {import('./table.js').Operation} */
export const keep = {
  check(r, budget) {
    budget.kept(readEntries(r, (tile, slot) => budget.entry(tile, slot, false)));
  },

  run(r, picture) {
    readEntries(r, (tile, slot) => picture.keep(slot, /** @type {import('../picture.js').Rectangle} */ (tileAt(tile, picture))));
  },
};
