// @ts-check
// In 1:1 the picture may be larger than its stage. With control the pointer near an edge moves it along.

const EDGE = 28;
const FASTEST = 18;

/**
 * @param {number} clientX
 * @param {number} clientY
 * @param {{ left: number, top: number, right: number, bottom: number }} stage
 * @returns {{ x: number, y: number }} CSS pixels to scroll in this animation frame, whole, 0 away from the edges
 */
export function panAt(clientX, clientY, stage) {
  return { x: along(clientX, stage.left, stage.right), y: along(clientY, stage.top, stage.bottom) };
}

/**
 * @param {number} at
 * @param {number} from
 * @param {number} to
 */
function along(at, from, to) {
  if (at < from || at > to) return 0;
  const near = Math.max(0, EDGE - (at - from));
  const far = Math.max(0, EDGE - (to - at));
  return Math.round(((far - near) / EDGE) * FASTEST);
}
