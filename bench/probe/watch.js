// @ts-check
/**
 * Runs inside the viewer's page: reads the frame's number off the picture in each animation frame.
 * @param {{ x: number, y: number, cellWidth: number, cellHeight: number }} mark upper left corner, in pixels of the desktop, and size of a terminal's cell
 */
export function watch({ x, y, cellWidth, cellHeight }) {
  const bits = 10;
  const block = 2 * cellWidth;
  const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('canvas.picture'));
  const row = new OffscreenCanvas(Math.ceil(2 * bits * block), 1);
  const context = /** @type {OffscreenCanvasRenderingContext2D} */ (row.getContext('2d', { willReadFrequently: true }));

  /** @returns {number | null} null: no number there */
  function read() {
    context.drawImage(canvas, x, y + Math.floor(cellHeight / 2), row.width, 1, 0, 0, row.width, 1);
    const pixels = context.getImageData(0, 0, row.width, 1).data;
    const bit = (/** @type {number} */ i) => (pixels[4 * Math.floor((i + 0.5) * block)] > 127 ? 1 : 0);
    let n = 0;
    for (let i = 0; i < bits; i++) {
      if (bit(i) === bit(i + bits)) return null;
      n = 2 * n + bit(i);
    }
    return n;
  }

  /** @type {{ seen: { n: number, at: number }[], keyAt: number }} at: ms since 1970 */
  const probe = { seen: [], keyAt: 0 };
  addEventListener('keydown', (event) => (probe.keyAt = performance.timeOrigin + event.timeStamp), true);
  const tick = () => {
    if (/** @type {any} */ (globalThis).probe !== probe) return; // another watch has taken over
    requestAnimationFrame(tick);
    const n = read();
    if (n !== null && n !== probe.seen.at(-1)?.n) probe.seen.push({ n, at: performance.timeOrigin + performance.now() });
  };
  /** @type {any} */ (globalThis).probe = probe;
  tick();
}
