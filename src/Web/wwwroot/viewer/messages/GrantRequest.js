// @ts-check
// 45 c2a | grants u16
import { ALL_GRANTS } from '../grants.js';

/** @type {import('../wire.js').MessageKind<{ grants: number }>} */
export const GrantRequest = {
  name: 'GrantRequest',
  type: 0x45,
  direction: 'c2a',
  read: (r) => ({ grants: r.flags(r.u16(), ALL_GRANTS) }),
  write(w, m) {
    w.u16(m.grants);
  },
};
