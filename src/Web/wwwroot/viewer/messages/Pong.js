// @ts-check
// 06 a2c | token u32 (the token of the Ping it answers)

/** @type {import('../wire.js').MessageKind<{ token: number }>} */
export const Pong = {
  name: 'Pong',
  type: 0x06,
  direction: 'a2c',
  read: (r) => ({ token: r.u32() }),
  write(w, m) {
    w.u32(m.token);
  },
};
