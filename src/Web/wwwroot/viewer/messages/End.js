// @ts-check
// 05 both | reason u8
import { EndReason } from '../end-reason.js';
import { WireFormatError } from '../wire-format-error.js';

/** @type {import('../wire.js').MessageKind<{ reason: number }>} */
export const End = {
  name: 'End',
  type: 0x05,
  direction: 'both',
  read(r) {
    const reason = r.u8();
    if (reason > EndReason.textChanged) throw new WireFormatError('reason out of range');
    return { reason };
  },
  write(w, m) {
    w.u8(m.reason);
  },
};
