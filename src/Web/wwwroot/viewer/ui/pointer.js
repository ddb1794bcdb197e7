// @ts-check
// The customer's pointer as it is drawn on the picture: in its own shape where that is known, else as an arrow.
import { cursorUrl } from './cursor-url.js';
import { h } from './dom.js';

/** @typedef {import('../cursor.js').Shape} Shape */

const SVG = 'http://www.w3.org/2000/svg';

/** An outline in both colours, seen on any picture. */
function buildArrow() {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 22');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', 'M1 1v16l4-3.7l2.7 6.3l2.8-1.2l-2.7-6.2h5.5z');
  svg.append(path);
  return svg;
}

export function buildPointer() {
  const arrow = buildArrow();
  const canvas = h('canvas');
  const element = h('div', { class: 'ghost', 'aria-hidden': 'true', hidden: true }, arrow, canvas);
  /** @type {Map<number, { shape: Shape, url: string }>} */
  const shapes = new Map();
  /** @type {Shape | null} */
  let drawn = null;

  /** @param {Shape | null} shape */
  function draw(shape) {
    if (shape === drawn) return;
    drawn = shape;
    arrow.toggleAttribute('hidden', shape !== null);
    canvas.hidden = shape === null;
    if (shape === null) return;
    canvas.width = shape.width;
    canvas.height = shape.height;
    canvas.getContext('2d')?.putImageData(new ImageData(/** @type {any} */ (shape.rgba), shape.width, shape.height), 0, 0);
  }

  return {
    element,

    /** @param {Shape} shape */
    learn(shape) {
      shapes.set(shape.id, { shape, url: cursorUrl(shape) });
    },

    /** What the consultant's own pointer looks like over there. @param {number} id */
    own(id) {
      const known = shapes.get(id);
      return known === undefined ? '' : `url(${known.url}) ${known.shape.hotX} ${known.shape.hotY}, default`;
    },

    /**
     * @param {{ x: number, y: number } | null} tip remote pixels, null = not shown
     * @param {number} id of its shape
     * @param {{ width: number, height: number }} picture remote pixels
     */
    place(tip, id, picture) {
      // The position may be known before the picture is.
      element.hidden = tip === null || picture.width === 0;
      if (tip === null || picture.width === 0) return;
      const shape = shapes.get(id)?.shape ?? null;
      draw(shape);
      const share = (/** @type {number} */ part, /** @type {number} */ of) => `${(part / of) * 100}%`;
      element.style.left = share(tip.x - (shape?.hotX ?? 0), picture.width);
      element.style.top = share(tip.y - (shape?.hotY ?? 0), picture.height);
      element.style.width = shape === null ? '' : share(shape.width, picture.width);
      element.style.height = shape === null ? '' : share(shape.height, picture.height);
    },
  };
}
