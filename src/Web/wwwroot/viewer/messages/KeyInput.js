// @ts-check
// 42 c2a | grantSeq u32 | down u8 | codeLen u8 | code (ASCII) | keyLen u8 | key (UTF-8) | modifiers u8
// code and key as in KeyboardEvent; modifiers: 1 shift 2 control 4 alt 8 meta 16 altgr
import { encodeText } from '../bytes.js';
import { WireFormatError } from '../wire-format-error.js';

const ALL_MODIFIERS = 31;

/** @typedef {{ grantSeq: number, down: boolean, code: string, key: string, modifiers: number }} KeyInputFields */

/** @type {import('../wire.js').MessageKind<KeyInputFields>} */
export const KeyInput = {
  name: 'KeyInput',
  type: 0x42,
  direction: 'c2a',

  read(r) {
    const grantSeq = r.u32();
    const down = r.bool();
    const code = r.text(r.take(r.u8()));
    if (!/^[\x20-\x7e]*$/.test(code)) throw new WireFormatError('code not ASCII');
    const key = r.text(r.take(r.u8()));
    return { grantSeq, down, code, key, modifiers: r.flags(r.u8(), ALL_MODIFIERS) };
  },

  write(w, m) {
    const code = encodeText(m.code);
    const key = encodeText(m.key);
    w.u32(m.grantSeq);
    w.bool(m.down);
    w.u8(code.length);
    w.bytes(code);
    w.u8(key.length);
    w.bytes(key);
    w.u8(m.modifiers);
  },
};
