// @ts-check
import { ByteReader } from './bytes.js';
import { WireFormatError } from './wire-format-error.js';

const BASELINE = 0xffc0;
const SCAN = 0xffda;

/**
 * The size a baseline JPEG says it has, before anybody reserves memory for it.
 * @param {Uint8Array} jpeg
 * @returns {{ width: number, height: number }} pixels
 */
export function jpegSize(jpeg) {
  const r = new ByteReader(jpeg);
  if (r.u16() !== 0xffd8) throw new WireFormatError('photo not JPEG');
  for (;;) {
    const marker = r.u16();
    const length = r.u16();
    // C4, C8 and CC are tables among the frame headers; any other is a kind of JPEG that nobody sends.
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && marker !== 0xffc4 && marker !== 0xffc8 && marker !== 0xffcc;
    if (marker < 0xffc0 || marker === SCAN || length < 2 || (isFrame && marker !== BASELINE)) throw new WireFormatError('photo not baseline JPEG');
    const segment = new ByteReader(r.take(length - 2));
    if (!isFrame) continue;
    segment.take(1);
    const height = segment.u16();
    return { width: segment.u16(), height };
  }
}
