// @ts-check
// 46 c2a | frame u32; sent when the frame is painted

/** @type {import('../wire.js').MessageKind<{ frame: number }>} */
export const FrameAck = {
  name: 'FrameAck',
  type: 0x46,
  direction: 'c2a',
  read: (r) => ({ frame: r.u32() }),
  write(w, m) {
    w.u32(m.frame);
  },
};
