// @ts-check
import { fill } from './fill.js';
import { pixels } from './pixels.js';

/** @typedef {import('../messages/FrameUpdate.js').Tile} Tile */
/** @typedef {{ pixels: Uint32Array, width: number, height: number }} Target little-endian RGBA, as ImageData keeps it */

/**
 * Paints one tile. The tile lies inside the target and `data` holds `size(tile)` bytes at `at`: both were checked.
 * @typedef {object} Decoder
 * @property {(tile: Tile) => number} size of the tile's data in the unpacked payload, bytes
 * @property {(target: Target, tile: Tile, data: Uint8Array, at: number) => void} paint
 */

/** By tile code. @type {readonly Decoder[]} */
export const decoders = [fill, pixels];

/**
 * @param {readonly Tile[]} tiles
 * @returns {number} bytes of their data together
 */
export function dataSize(tiles) {
  return tiles.reduce((sum, tile) => sum + decoders[tile.code].size(tile), 0);
}

/**
 * @param {Target} target
 * @param {readonly Tile[]} tiles
 * @param {Uint8Array} data of all tiles in order
 */
export function paintTiles(target, tiles, data) {
  let at = 0;
  for (const tile of tiles) {
    const decoder = decoders[tile.code];
    decoder.paint(target, tile, data, at);
    at += decoder.size(tile);
  }
}
