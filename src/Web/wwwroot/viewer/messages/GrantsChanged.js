// @ts-check
// 03 a2c | grants u16 | grantSeq u32
import { ALL_GRANTS } from '../grants.js';

/** @type {import('../wire.js').MessageKind<{ grants: number, grantSeq: number }>} */
export const GrantsChanged = {
  name: 'GrantsChanged',
  type: 0x03,
  direction: 'a2c',
  read: (r) => ({ grants: r.flags(r.u16(), ALL_GRANTS), grantSeq: r.u32() }),
  write(w, m) {
    w.u16(m.grants);
    w.u32(m.grantSeq);
  },
};
