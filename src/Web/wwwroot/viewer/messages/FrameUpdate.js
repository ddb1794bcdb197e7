// @ts-check
// 01 a2c | frame u32 | flags u8 | width u16 | height u16 | unpacked u32 | packed u32 | piece (packed bytes) | blobs = rest
// piece: the next of the raw deflate stream that runs since the last whole picture; blobs: JPEG files one behind the other
import { WireFormatError } from '../wire-format-error.js';

export const WHOLE_PICTURE = 1;
export const LAST_PART = 2;
export const MAX_SIDE = 16384;
export const MAX_PIXELS = 64 * 1024 * 1024;
export const MAX_SCRIPT = 16 * 1024 * 1024;

/**
 * @typedef {{ frame: number, flags: number, width: number, height: number, unpacked: number, piece: Uint8Array, blobs: Uint8Array }} FrameUpdateFields
 *   pixels; unpacked = bytes of the script that the piece holds
 */

/** @type {import('../wire.js').MessageKind<FrameUpdateFields>} */
export const FrameUpdate = {
  name: 'FrameUpdate',
  type: 0x01,
  direction: 'a2c',

  read(r) {
    const frame = r.u32();
    const flags = r.flags(r.u8(), WHOLE_PICTURE | LAST_PART);
    const width = r.u16();
    const height = r.u16();
    if (width === 0 || height === 0) throw new WireFormatError('empty picture');
    if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS) throw new WireFormatError('picture too large');
    const unpacked = r.u32();
    if (unpacked > MAX_SCRIPT) throw new WireFormatError('script too long');
    const piece = r.take(r.u32());
    if ((piece.length === 0) !== (unpacked === 0)) throw new WireFormatError('script without a piece, or a piece without a script');
    return { frame, flags, width, height, unpacked, piece, blobs: r.rest() };
  },

  write(w, m) {
    w.u32(m.frame);
    w.u8(m.flags);
    w.u16(m.width);
    w.u16(m.height);
    w.u32(m.unpacked);
    w.u32(m.piece.length);
    w.bytes(m.piece);
    w.bytes(m.blobs);
  },
};
