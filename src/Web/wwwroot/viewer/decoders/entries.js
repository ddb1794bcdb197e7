// @ts-check
// n u16 | n × tileDelta u16 | n × slotDelta u16: pairs of tile and slot, each as the difference to the one before (the first to 0), mod 65536.
import { WireFormatError } from '../wire-format-error.js';

const MOD = 0xffff;

/**
 * @param {import('../bytes.js').ByteReader} r
 * @param {(tile: number, slot: number) => void} each
 * @returns {number} how many there were
 */
export function readEntries(r, each) {
  const count = r.u16();
  if (count === 0) throw new WireFormatError('no tiles');
  const deltas = r.take(count * 4);
  let tile = 0;
  let slot = 0;
  for (let i = 0, j = count * 2; i < count * 2; i += 2, j += 2) {
    tile = (tile + (deltas[i] << 8) + deltas[i + 1]) & MOD;
    slot = (slot + (deltas[j] << 8) + deltas[j + 1]) & MOD;
    each(tile, slot);
  }
  return count;
}
