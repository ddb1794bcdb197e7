// @ts-check
// A shape as a CUR file in a data: address, since that is all a style sheet takes for a pointer. Little-endian:
// 0 0 | 2 1 u16 | w h u8 | 0 u16 | hotX hotY u16 | size offset u32 | BITMAPINFOHEADER 40, height doubled | B G R A from the bottom row up | mask of nothing

const HEAD = 22;
const BITMAP = 40;

/**
 * @param {import('../cursor.js').Shape} shape
 * @returns {string}
 */
export function cursorUrl({ width, height, hotX, hotY, rgba }) {
  const mask = Math.ceil(width / 32) * 4 * height;
  const size = BITMAP + width * height * 4 + mask;
  const bytes = new Uint8Array(HEAD + size);
  const view = new DataView(bytes.buffer);
  const u16 = (/** @type {number} */ at, /** @type {number} */ value) => view.setUint16(at, value, true);
  const u32 = (/** @type {number} */ at, /** @type {number} */ value) => view.setUint32(at, value, true);
  u16(2, 2);
  u16(4, 1);
  bytes.set([width, height], 6);
  u16(10, hotX);
  u16(12, hotY);
  u32(14, size);
  u32(18, HEAD);
  u32(HEAD, BITMAP);
  u32(HEAD + 4, width);
  u32(HEAD + 8, height * 2);
  u16(HEAD + 12, 1);
  u16(HEAD + 14, 32);
  for (let y = 0, to = HEAD + BITMAP; y < height; y++) {
    for (let from = (height - 1 - y) * width * 4, end = from + width * 4; from < end; from += 4, to += 4) {
      bytes.set([rgba[from + 2], rgba[from + 1], rgba[from], rgba[from + 3]], to);
    }
  }
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return `data:image/x-icon;base64,${btoa(text)}`;
}
