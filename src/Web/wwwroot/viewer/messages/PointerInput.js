// @ts-check
// 41 c2a | grantSeq u32 | x u16 | y u16 | buttons u8 | wheelX i16 | wheelY i16
// buttons: 1 left 2 middle 4 right 8 back 16 forward; wheel: 120 = one step, positive = right and down
const ALL_BUTTONS = 31;

/** @typedef {{ grantSeq: number, x: number, y: number, buttons: number, wheelX: number, wheelY: number }} PointerInputFields */

/** @type {import('../wire.js').MessageKind<PointerInputFields>} */
export const PointerInput = {
  name: 'PointerInput',
  type: 0x41,
  direction: 'c2a',
  read: (r) => ({
    grantSeq: r.u32(),
    x: r.u16(),
    y: r.u16(),
    buttons: r.flags(r.u8(), ALL_BUTTONS),
    wheelX: r.i16(),
    wheelY: r.i16(),
  }),
  write(w, m) {
    w.u32(m.grantSeq);
    w.u16(m.x);
    w.u16(m.y);
    w.u8(m.buttons);
    w.i16(m.wheelX);
    w.i16(m.wheelY);
  },
};
