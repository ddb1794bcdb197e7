// @ts-check
// Where the picture lies in its stage. CSS pixels unless it says "device"; the remote picture has its own pixels.

/** @typedef {'fit' | 'actual'} Mode fit = all of it, actual = one remote pixel is one device pixel */
/** @typedef {{ width: number, height: number }} Size */
/** @typedef {{ left: number, top: number, width: number, height: number, exact: boolean }} Placement exact = pixels are shown one to one */

/**
 * @param {Mode} mode
 * @param {Size} stage
 * @param {Size} picture remote pixels
 * @param {number} ratio device pixels in a CSS pixel
 * @returns {Placement} on whole device pixels, so that nothing is blurred that need not be
 */
export function place(mode, stage, picture, ratio) {
  const room = { width: Math.floor(stage.width * ratio), height: Math.floor(stage.height * ratio) };
  const scale = mode === 'actual' ? 1 : Math.min(room.width / picture.width, room.height / picture.height);
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  return {
    left: Math.max(0, Math.floor((room.width - width) / 2)) / ratio,
    top: Math.max(0, Math.floor((room.height - height) / 2)) / ratio,
    width: width / ratio,
    height: height / ratio,
    exact: width === picture.width && height === picture.height,
  };
}

/**
 * The remote pixel under a point; a point beside the picture gives the nearest one.
 * @param {number} clientX
 * @param {number} clientY
 * @param {{ left: number, top: number, width: number, height: number }} box of the picture in the window
 * @param {Size} picture remote pixels
 * @returns {{ x: number, y: number, inside: boolean }}
 */
export function toPicture(clientX, clientY, box, picture) {
  const x = Math.floor(((clientX - box.left) * picture.width) / box.width);
  const y = Math.floor(((clientY - box.top) * picture.height) / box.height);
  const inside = x >= 0 && y >= 0 && x < picture.width && y < picture.height;
  return { x: clamp(x, picture.width), y: clamp(y, picture.height), inside };
}

/**
 * @param {number} value
 * @param {number} size
 */
function clamp(value, size) {
  return Math.min(size - 1, Math.max(0, value));
}
