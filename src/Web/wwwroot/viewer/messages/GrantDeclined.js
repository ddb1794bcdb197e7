// @ts-check
// 08 a2c | grants u16
import { ALL_GRANTS } from '../grants.js';

/** @type {import('../wire.js').MessageKind<{ grants: number }>} */
export const GrantDeclined = {
  name: 'GrantDeclined',
  type: 0x08,
  direction: 'a2c',
  read: (r) => ({ grants: r.flags(r.u16(), ALL_GRANTS) }),
  write(w, m) {
    w.u16(m.grants);
  },
};
