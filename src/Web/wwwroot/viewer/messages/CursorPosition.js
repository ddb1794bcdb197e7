// @ts-check
// 02 a2c | x u16 | y u16 | visible u8 | shape u16 (of a CursorShape, 0 = not known)

/** @type {import('../wire.js').MessageKind<{ x: number, y: number, visible: boolean, shape: number }>} */
export const CursorPosition = {
  name: 'CursorPosition',
  type: 0x02,
  direction: 'a2c',
  read: (r) => ({ x: r.u16(), y: r.u16(), visible: r.bool(), shape: r.u16() }),
  write(w, m) {
    w.u16(m.x);
    w.u16(m.y);
    w.bool(m.visible);
    w.u16(m.shape);
  },
};
