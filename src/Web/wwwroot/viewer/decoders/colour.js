// @ts-check

/**
 * @param {Uint8Array} rgb
 * @param {number} at
 * @returns {number} opaque, as in Picture
 */
export const colourAt = (rgb, at) => (0xff000000 | (rgb[at + 2] << 16) | (rgb[at + 1] << 8) | rgb[at]) >>> 0;
