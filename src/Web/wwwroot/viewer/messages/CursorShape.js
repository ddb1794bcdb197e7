// @ts-check
// 0A a2c | id u16 (1 … 64) | w u8 | h u8 | hotX u8 | hotY u8 | packed = rest
// packed: one raw deflate stream of w·h × (R G B A), alpha not multiplied in, row by row from the top
import { WireFormatError } from '../wire-format-error.js';

export const MOST_SHAPES = 64;

/** @typedef {{ id: number, width: number, height: number, hotX: number, hotY: number, packed: Uint8Array }} CursorShapeFields pixels of the remote screen */

/** @type {import('../wire.js').MessageKind<CursorShapeFields>} */
export const CursorShape = {
  name: 'CursorShape',
  type: 0x0a,
  direction: 'a2c',
  read(r) {
    const m = { id: r.u16(), width: r.u8(), height: r.u8(), hotX: r.u8(), hotY: r.u8(), packed: r.rest() };
    if (m.id === 0 || m.id > MOST_SHAPES) throw new WireFormatError('shape out of range');
    if (m.width === 0 || m.height === 0) throw new WireFormatError('empty shape');
    if (m.hotX >= m.width || m.hotY >= m.height) throw new WireFormatError('hot spot outside the shape');
    return m;
  },
  write(w, m) {
    w.u16(m.id);
    w.u8(m.width);
    w.u8(m.height);
    w.u8(m.hotX);
    w.u8(m.hotY);
    w.bytes(m.packed);
  },
};
