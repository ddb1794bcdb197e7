// @ts-check
// 43 c2a | grantSeq u32 | text = rest, 1 … 1024 bytes UTF-8
import { encodeText } from '../bytes.js';
import { WireFormatError } from '../wire-format-error.js';

export const MAX_TEXT_BYTES = 1024;

/** @type {import('../wire.js').MessageKind<{ grantSeq: number, text: string }>} */
export const TextInput = {
  name: 'TextInput',
  type: 0x43,
  direction: 'c2a',

  read(r) {
    const grantSeq = r.u32();
    const bytes = r.rest();
    if (bytes.length === 0) throw new WireFormatError('no text');
    if (bytes.length > MAX_TEXT_BYTES) throw new WireFormatError('text too long');
    return { grantSeq, text: r.text(bytes) };
  },

  write(w, m) {
    const bytes = encodeText(m.text);
    if (bytes.length === 0 || bytes.length > MAX_TEXT_BYTES) throw new RangeError('text is split before it is written');
    w.u32(m.grantSeq);
    w.bytes(bytes);
  },
};
