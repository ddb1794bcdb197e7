// @ts-check
import { ByteReader } from '../bytes.js';

/** Reads a script. `rectangle` is x u16 | y u16 | w u16 | h u16, x and y as the difference (mod 65536) to those of the rectangle before. */
export class ScriptReader extends ByteReader {
  #x = 0;
  #y = 0;

  /** @returns {import('../picture.js').Rectangle} anywhere, and maybe empty */
  rectangle() {
    this.#x = (this.#x + this.u16()) & 0xffff;
    this.#y = (this.#y + this.u16()) & 0xffff;
    return { x: this.#x, y: this.#y, width: this.u16(), height: this.u16() };
  }
}
