// @ts-check
// 48 c2a | token u32

/** @type {import('../wire.js').MessageKind<{ token: number }>} */
export const Ping = {
  name: 'Ping',
  type: 0x48,
  direction: 'c2a',
  read: (r) => ({ token: r.u32() }),
  write(w, m) {
    w.u32(m.token);
  },
};
