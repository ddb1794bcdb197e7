// @ts-check
// 04 a2c | reason u8 (0 = running again, 1 = the customer paused, 2 = the customer's hand is on the mouse, 3 = a problem was found)
import { PauseReason } from '../pause-reason.js';
import { WireFormatError } from '../wire-format-error.js';

/** @type {import('../wire.js').MessageKind<{ reason: number }>} */
export const Paused = {
  name: 'Paused',
  type: 0x04,
  direction: 'a2c',
  read(r) {
    const reason = r.u8();
    if (reason > PauseReason.problemFound) throw new WireFormatError('reason out of range');
    return { reason };
  },
  write(w, m) {
    w.u8(m.reason);
  },
};
