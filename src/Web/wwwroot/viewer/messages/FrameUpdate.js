// @ts-check
// 01 a2c | frame u32 | flags u8 | width u16 | height u16 | tileCount u16 | tiles × 9 | payload (raw deflate) = rest
// tile   | x u16 | y u16 | width u16 | height u16 | code u8
import { WireFormatError } from '../wire-format-error.js';

export const WHOLE_PICTURE = 1;
export const LAST_PART = 2;
export const MAX_SIDE = 16384;
export const MAX_PIXELS = 64 * 1024 * 1024;
const TILE_SIZE = 9;
const HIGHEST_CODE = 1;

/** @typedef {{ x: number, y: number, width: number, height: number, code: number }} Tile pixels; code 0 fill, 1 pixels */
/** @typedef {{ frame: number, flags: number, width: number, height: number, tiles: Tile[], payload: Uint8Array }} FrameUpdateFields */

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
    const count = r.u16();
    if (r.left < count * TILE_SIZE) throw new WireFormatError('body too short');
    const tiles = [];
    let area = 0;
    for (let i = 0; i < count; i++) {
      const tile = readTile(r);
      if (tile.x + tile.width > width || tile.y + tile.height > height) throw new WireFormatError('tile outside the picture');
      area += tile.width * tile.height;
      tiles.push(tile);
    }
    // Tiles of a frame do not overlap, so what they unpack to is bounded by the picture.
    if (area > width * height) throw new WireFormatError('tiles cover more than the picture');
    return { frame, flags, width, height, tiles, payload: r.rest() };
  },

  write(w, m) {
    w.u32(m.frame);
    w.u8(m.flags);
    w.u16(m.width);
    w.u16(m.height);
    w.u16(m.tiles.length);
    for (const tile of m.tiles) {
      w.u16(tile.x);
      w.u16(tile.y);
      w.u16(tile.width);
      w.u16(tile.height);
      w.u8(tile.code);
    }
    w.bytes(m.payload);
  },
};

/**
 * @param {import('../bytes.js').ByteReader} r
 * @returns {Tile}
 */
function readTile(r) {
  const tile = { x: r.u16(), y: r.u16(), width: r.u16(), height: r.u16(), code: r.u8() };
  if (tile.width === 0 || tile.height === 0) throw new WireFormatError('empty tile');
  if (tile.code > HIGHEST_CODE) throw new WireFormatError('unknown tile code');
  return tile;
}
