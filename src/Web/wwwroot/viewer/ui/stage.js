// @ts-check
// The picture and what lies on it: canvas, the customer's pointer, the text box that has the focus, words over or instead of it.
import { panAt } from '../input/pan.js';
import { bring, place, toPicture } from '../view.js';
import { buildCover } from './cover.js';
import { drawing, h } from './dom.js';
import { Ghost } from './ghost.js';
import { buildPointer } from './pointer.js';

/** @typedef {import('./bar.js').Say} Say */
/** @typedef {import('./bar.js').Model} Model */

/** States in which there is no picture to be seen, whatever has arrived. */
const withoutPicture = ['waiting', 'verifying', 'unlock'];

/**
 * @param {Say} say
 * @param {{ confirm: () => void, panned: () => void }} act panned = the consultant moved the picture
 */
export function buildStage(say, act) {
  const canvas = h('canvas', { class: 'picture', role: 'img', 'aria-label': say('picture'), width: 1, height: 1 });
  const pointer = buildPointer();
  const box = h('textarea', { class: 'keyboard', 'aria-label': say('keyboard'), tabindex: -1, rows: 1,
    autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false' });
  const surface = h('div', { class: 'surface', hidden: true }, canvas, pointer.element, box);
  const cover = buildCover(say, act);
  const scroller = h('div', { class: 'scroller' }, surface);
  const element = h('div', { class: 'stage' }, scroller, cover.element);

  let size = { width: 0, height: 0 };
  /** @type {import('../view.js').Mode} */
  let mode = 'fit';
  let follow = false;
  let control = false;

  /** @type {{ x: number, y: number } | null} remote pixels */
  let tip = null;
  let shape = 0;
  const drawGhost = () => {
    pointer.place(tip, shape, size);
    if (follow && mode === 'actual' && tip !== null && size.width > 0) goTo(tip);
  };
  const ghost = new Ghost((at) => {
    tip = at;
    drawGhost();
  }, {
    now: () => performance.now(),
    after(ms, run) {
      const id = setTimeout(run, ms);
      return () => clearTimeout(id);
    },
  });

  /** @param {{ x: number, y: number }} point of the picture that is brought into sight */
  function goTo(point) {
    const scale = surface.clientWidth / size.width;
    const left = bring(surface.offsetLeft + point.x * scale, scroller.scrollLeft, scroller.clientWidth);
    const top = bring(surface.offsetTop + point.y * scale, scroller.scrollTop, scroller.clientHeight);
    if (left !== scroller.scrollLeft || top !== scroller.scrollTop) scroller.scrollTo(left, top);
  }

  const dress = () => (surface.style.cursor = control ? pointer.own(shape) : '');

  function layout() {
    if (size.width === 0) return;
    const ratio = devicePixelRatio;
    const room = scroller.getBoundingClientRect();
    const at = place(mode, room, size, ratio);
    // The stage itself may begin between two device pixels; the picture may not.
    const snap = (/** @type {number} */ from) => (Math.ceil(from * ratio - 0.001) - from * ratio) / ratio;
    // Browsers lay out in 64ths and cut what is left over: rounded up, a length stays whole on the device.
    const css = (/** @type {number} */ length) => `${Math.ceil(length * 64 - 0.001) / 64}px`;
    surface.style.left = css(at.left + snap(room.left));
    surface.style.top = css(at.top + snap(room.top));
    surface.style.width = css(at.width);
    surface.style.height = css(at.height);
    surface.classList.toggle('is-exact', at.exact);
    scroller.classList.toggle('is-actual', mode === 'actual');
  }
  new ResizeObserver(layout).observe(scroller);
  addEventListener('resize', layout);
  bindPanning(scroller, surface, () => mode === 'actual', () => control, act.panned);

  return {
    element, canvas, surface, box, ghost, layout,

    /** @param {import('../cursor.js').Shape} known */
    shape(known) {
      pointer.learn(known);
      dress();
    },

    /** @param {{ x: number, y: number, visible: boolean, shape: number }} remote */
    point(remote) {
      shape = remote.shape;
      dress();
      ghost.remote(remote.x, remote.y, remote.visible);
    },

    /** @type {(x: number, y: number) => { x: number, y: number, inside: boolean }} */
    locate: (x, y) => toPicture(x, y, surface.getBoundingClientRect(), size),

    /**
     * @param {number} width
     * @param {number} height
     */
    sized(width, height) {
      if (size.width === width && size.height === height) return;
      size = { width, height };
      layout();
      drawGhost();
    },

    /** @param {Model} model */
    show(model) {
      if (model.mode !== mode) {
        mode = model.mode;
        layout();
      }
      if (model.follow !== follow) {
        follow = model.follow;
        drawGhost();
      }
      control = model.state === 'controlled';
      dress();
      surface.hidden = withoutPicture.includes(model.state) || size.width === 0;
      cover.show(model, !surface.hidden);
    },
  };
}

/**
 * @param {HTMLElement} scroller
 * @param {HTMLElement} surface
 * @param {() => boolean} larger whether the picture can be larger than the stage
 * @param {() => boolean} control whether the pointer acts over there, so that it cannot drag the picture
 * @param {() => void} panned
 */
function bindPanning(scroller, surface, larger, control, panned) {
  /** @type {{ x: number, y: number } | null} */
  let at = null;
  let running = false;
  const step = () => {
    const by = at === null || !larger() || !control() ? { x: 0, y: 0 } : panAt(at.x, at.y, scroller.getBoundingClientRect());
    running = by.x !== 0 || by.y !== 0;
    if (!running) return;
    scroller.scrollBy(by.x, by.y);
    requestAnimationFrame(step);
  };
  scroller.addEventListener('pointermove', (event) => {
    at = { x: event.clientX, y: event.clientY };
    if (!running) step();
    if (!larger() || control() || event.buttons !== 1 || event.target === scroller) return;
    scroller.scrollBy(-event.movementX, -event.movementY);
    panned();
  });
  scroller.addEventListener('pointerleave', () => (at = null));
  surface.addEventListener('pointerdown', (event) => !control() && larger() && surface.setPointerCapture(event.pointerId));
}
