// @ts-check
// Where the picture lies in its stage. CSS pixels unless it says "device"; the remote picture has its own pixels.

/** What may be given away for a whole factor. */
const WORTH_ROOM = 1.25;
/** How close to the border what is followed may come, CSS pixels. */
const NEAR_BORDER = 120;

/** @typedef {'fit' | 'actual'} Mode fit = all of it, as large as it is sharp; actual = one remote pixel is one device pixel */
/** @typedef {{ width: number, height: number }} Size */
/** @typedef {{ left: number, top: number, width: number, height: number, exact: boolean }} Placement exact = each remote pixel is a square of whole device pixels */

/**
 * @param {Mode} mode
 * @param {Size} stage
 * @param {Size} picture remote pixels
 * @param {number} ratio device pixels in a CSS pixel
 * @returns {Placement} on whole device pixels, so that nothing is blurred that need not be
 */
export function place(mode, stage, picture, ratio) {
  const room = { width: Math.floor(stage.width * ratio), height: Math.floor(stage.height * ratio) };
  const scale = mode === 'actual' ? 1 : sharp(Math.min(room.width / picture.width, room.height / picture.height));
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  return {
    left: Math.max(0, Math.floor((room.width - width) / 2)) / ratio,
    top: Math.max(0, Math.floor((room.height - height) / 2)) / ratio,
    width: width / ratio,
    height: height / ratio,
    exact: width % picture.width === 0 && width / picture.width === height / picture.height,
  };
}

/**
 * Text is sharp only at whole factors: a little room is given away for one.
 * @param {number} scale device pixels for a remote one, as many as there is room for
 */
function sharp(scale) {
  const whole = Math.floor(scale);
  return whole > 0 && scale / whole <= WORTH_ROOM ? whole : scale;
}

/**
 * Where to scroll so that a point keeps its distance from the borders.
 * @param {number} at the point
 * @param {number} from what is scrolled to now
 * @param {number} room what is in sight
 */
export function bring(at, from, room) {
  const margin = Math.min(NEAR_BORDER, room / 3);
  return Math.max(at - room + margin, Math.min(at - margin, from));
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
