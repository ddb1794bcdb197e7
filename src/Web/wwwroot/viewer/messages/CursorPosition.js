// @ts-check
// 02 a2c | x u16 | y u16 | visible u8

/** @type {import('../wire.js').MessageKind<{ x: number, y: number, visible: boolean }>} */
export const CursorPosition = {
  name: 'CursorPosition',
  type: 0x02,
  direction: 'a2c',
  read: (r) => ({ x: r.u16(), y: r.u16(), visible: r.bool() }),
  write(w, m) {
    w.u16(m.x);
    w.u16(m.y);
    w.bool(m.visible);
  },
};
