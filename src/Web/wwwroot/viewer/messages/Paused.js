// @ts-check
// 04 a2c | reason u8 (0 = running again, 1 = the customer paused)
import { WireFormatError } from '../wire-format-error.js';

/** @type {import('../wire.js').MessageKind<{ reason: number }>} */
export const Paused = {
  name: 'Paused',
  type: 0x04,
  direction: 'a2c',
  read(r) {
    const reason = r.u8();
    if (reason > 1) throw new WireFormatError('reason out of range');
    return { reason };
  },
  write(w, m) {
    w.u8(m.reason);
  },
};
