// @ts-check
// 0c a2c | outcome u8
import { ClipboardOutcome } from '../clipboard-outcome.js';
import { WireFormatError } from '../wire-format-error.js';

/** @type {import('../wire.js').MessageKind<{ outcome: number }>} */
export const ClipboardAnswer = {
  name: 'ClipboardAnswer',
  type: 0x0c,
  direction: 'a2c',
  read(r) {
    const outcome = r.u8();
    if (outcome > ClipboardOutcome.tooLong) throw new WireFormatError('outcome out of range');
    return { outcome };
  },
  write(w, m) {
    w.u8(m.outcome);
  },
};
