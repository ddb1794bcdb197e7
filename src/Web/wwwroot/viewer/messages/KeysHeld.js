// @ts-check
// 44 c2a | grantSeq u32; sent every 400 ms while a key or button is down, without it the agent lets go

/** @type {import('../wire.js').MessageKind<{ grantSeq: number }>} */
export const KeysHeld = {
  name: 'KeysHeld',
  type: 0x44,
  direction: 'c2a',
  read: (r) => ({ grantSeq: r.u32() }),
  write(w, m) {
    w.u32(m.grantSeq);
  },
};
