// @ts-check
// 0b both | text = rest, 1 … 65520 bytes UTF-8
import { encodeText } from '../bytes.js';
import { WireFormatError } from '../wire-format-error.js';

export const MAX_CLIPBOARD_BYTES = 64 * 1024 - 16;

/** @type {import('../wire.js').MessageKind<{ text: string }>} */
export const ClipboardText = {
  name: 'ClipboardText',
  type: 0x0b,
  direction: 'both',

  read(r) {
    const bytes = r.rest();
    if (bytes.length === 0) throw new WireFormatError('no text');
    if (bytes.length > MAX_CLIPBOARD_BYTES) throw new WireFormatError('text too long');
    return { text: r.text(bytes) };
  },

  write(w, m) {
    const bytes = encodeText(m.text);
    if (bytes.length === 0 || bytes.length > MAX_CLIPBOARD_BYTES) throw new RangeError('text is measured before it is written');
    w.bytes(bytes);
  },
};
