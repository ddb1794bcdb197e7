// @ts-check
// 5 Columns: rectangle | fresh u16 | colours × (R G B) | tokens until w columns are there, from the left, each h pixels from the top.
// fresh: 8000 the palette is emptied first; bits 0–8 how many colours follow and join it.
// token: kind << 6 | n u8, n = 63: n is the u16 that follows.
//   0 new: n·h indices of the palette; each column also joins the history
//   1 match: pos u24; n·h pixels of the history
//   2 repeat: the column before once more, n times
import { WireFormatError } from '../wire-format-error.js';
import { colourAt } from './colour.js';

/** @typedef {import('./script-reader.js').ScriptReader} ScriptReader */

const EMPTY_FIRST = 0x8000;
const COUNT = 0x1ff;
const MOST_COLOURS = 256;
const [NEW, MATCH, REPEAT] = [0, 1, 2];
const LONG = 63;

/** @type {import('./table.js').Operation} */
export const columns = {
  check(r, budget) {
    const { width, height } = budget.painted(r);
    const fresh = r.flags(r.u16(), EMPTY_FIRST | COUNT) & COUNT;
    if (fresh > MOST_COLOURS) throw new WireFormatError('too many colours');
    r.take(fresh * 3);
    for (let x = 0; x < width;) {
      const token = r.u8();
      const [kind, n] = [token >> 6, count(r, token)];
      if (n === 0 || x + n > width) throw new WireFormatError('columns outside the rectangle');
      if (kind === NEW) r.take(n * height);
      else if (kind === MATCH) r.take(3);
      else if (kind !== REPEAT || x === 0) throw new WireFormatError('bad columns');
      x += n;
    }
  },

  run(r, picture) {
    const { history, dirty } = picture;
    const at = r.rectangle();
    addColours(r, history);
    const end = at.x + at.width;
    for (let x = at.x; x < end;) {
      const token = r.u8();
      const [kind, width] = [token >> 6, count(r, token)];
      const part = { x, y: at.y, width, height: at.height };
      if (kind === NEW) history.paintNew(picture, part, r.take(width * at.height));
      else if (kind === MATCH) history.paint(picture, part, (r.u8() << 16) | r.u16());
      else repeat(picture, part);
      x += width;
    }
    dirty.mark(at.x, at.y, at.width, at.height);
  },
};

/**
 * @param {ScriptReader} r
 * @param {number} token
 */
function count(r, token) {
  const n = token & LONG;
  return n === LONG ? r.u16() : n;
}

/**
 * @param {ScriptReader} r
 * @param {import('../history.js').History} history
 */
function addColours(r, history) {
  const fresh = r.u16();
  if ((fresh & EMPTY_FIRST) !== 0) history.colours = 0;
  const rgb = r.take((fresh & COUNT) * 3);
  if (history.colours * 3 + rgb.length > MOST_COLOURS * 3) throw new WireFormatError('too many colours');
  for (let i = 0; i < rgb.length; i += 3) history.palette[history.colours++] = colourAt(rgb, i);
}

/**
 * @param {import('../picture.js').Picture} picture
 * @param {import('../picture.js').Rectangle} part the column to its left is in the rectangle, too
 */
function repeat({ pixels, width: stride }, { x, y, width, height }) {
  for (let row = 0, to = y * stride + x; row < height; row++, to += stride) {
    const colour = pixels[to - 1];
    for (let i = to, end = to + width; i < end;) pixels[i++] = colour;
  }
}
