// @ts-check
// Which figures of a run are compared, and what is aimed at.

/** @typedef {{ p50: number | null, p95: number | null }} Spread */
/** @typedef {{ psnr: number | null, same: number }} Likeness psnr null: no difference at all; same: percent of the pixels */
/**
 * @typedef {object} Cell what the rig writes about one peer, link and work; which of it depends on the work
 * @property {string} peer @property {string} link @property {string} load
 * @property {string} [error]
 * @property {number} [connect_ms] @property {number} [fps] @property {number} [torn_pct] @property {number} [kb_per_event] @property {number} [catchup_ms]
 * @property {Spread} [key] @property {Spread} [click] @property {Spread} [stale] @property {Spread} [behind]
 * @property {Likeness} [still] @property {Likeness | null} [still6] @property {Likeness[]} [motion]
 * @property {number} mb @property {number} secs
 * @property {{ agent: number, relay: number, x: number, viewer: number, foreign: number }} cpu
 */
/** @typedef {{ link: string, ours: number, best: number | null, of: (peer: string) => number | null }} Comparison best: of the peers */
/** @typedef {{ text: (link: string) => string, isMet: (comparison: Comparison) => boolean | null }} Target isMet null: nothing to compare with */
/** @typedef {{ load: string, name: string, better: 'less' | 'more', digits: number, read: (cell: Cell) => number | null | undefined, target?: Target }} Figure */

/** @param {Record<string, number> | number} bounds by link, or one for all @returns {Target} */
const atMost = (bounds) => bounded(bounds, '≤', (ours, bound) => ours <= bound);
/** @param {Record<string, number> | number} bounds @returns {Target} */
const atLeast = (bounds) => bounded(bounds, '≥', (ours, bound) => ours >= bound);

/** @param {Record<string, number> | number} bounds @param {string} sign @param {(ours: number, bound: number) => boolean} holds @returns {Target} */
function bounded(bounds, sign, holds) {
  const of = (/** @type {string} */ link) => (typeof bounds === 'number' ? bounds : bounds[link]);
  return {
    text: (link) => (of(link) === undefined ? '' : `${sign} ${of(link)}`),
    isMet: ({ link, ours }) => (of(link) === undefined ? null : holds(ours, of(link))),
  };
}

/** @param {number} factor @param {string} [peer] the best one where none is named @returns {Target} */
const ofPeer = (factor, peer) => ({
  text: () => `≤ ${factor === 1 ? '' : `${factor} × `}${peer ?? 'best peer'}`,
  isMet({ ours, best, of }) {
    const theirs = peer === undefined ? best : of(peer);
    return theirs === null ? null : ours <= factor * theirs;
  },
});

// Where the peer is the X server itself, what it computes cannot be told from drawing.
/** @param {Cell} cell */
const agentCpu = ({ peer, cpu }) => (peer === 'xtigervnc' ? null : cpu.agent);

/** @param {(number | null)[]} all */
const mean = (all) => (all.length === 0 ? null : all.reduce((/** @type {number} */ sum, x) => sum + (x ?? EXACT), 0) / all.length);
// What counts as PSNR of a picture without any difference.
const EXACT = 99;

/** @param {string} load @param {{ fps: Target, delay?: Target, late?: Target, bytes: Target, moving?: Target }} targets @returns {Figure[]} */
const moving = (load, targets) => [
  { load, name: 'whole frames/s', better: 'more', digits: 1, read: (c) => c.fps, target: targets.fps },
  { load, name: 'delay p50, ms', better: 'less', digits: 0, read: (c) => c.stale?.p50, target: targets.delay },
  { load, name: 'delay p95, ms', better: 'less', digits: 0, read: (c) => c.stale?.p95, target: targets.late },
  { load, name: 'behind p95, ms', better: 'less', digits: 0, read: (c) => c.behind?.p95 },
  { load, name: 'last frame after, ms', better: 'less', digits: 0, read: (c) => c.catchup_ms },
  { load, name: 'torn, % of ticks', better: 'less', digits: 1, read: (c) => c.torn_pct, target: atMost(0) },
  { load, name: 'MB down', better: 'less', digits: 3, read: (c) => c.mb, target: targets.bytes },
  { load, name: 'identical while moving, %', better: 'more', digits: 2, read: (c) => (c.motion?.length ? Math.min(...c.motion.map((one) => one.same)) : null), target: targets.moving },
  { load, name: 'identical 2 s after, %', better: 'more', digits: 2, read: (c) => c.still?.same, target: atLeast(100) },
  { load, name: 'agent CPU, s', better: 'less', digits: 2, read: agentCpu, target: ofPeer(1) },
  { load, name: 'viewer CPU, s', better: 'less', digits: 1, read: (c) => c.cpu.viewer, target: load === 'w2' ? ofPeer(0.5) : undefined },
];

/** @type {Record<string, string>} */
export const works = {
  w1: 'typing and clicking, screen idle', w2: 'scrolling text, 30/s', w3: 'dragging a photo window, 60/s', w4: 'switching full-screen programs, 2/s',
  w5: 'a video in a window, 25/s', w6: 'nothing', w7: 'typing while the video plays',
};

/** @type {Figure[]} */
export const figures = [
  { load: 'w1', name: 'key to picture p50, ms', better: 'less', digits: 0, read: (c) => c.key?.p50, target: atMost({ lan: 20, wan20: 58, wan4: 118 }) },
  { load: 'w1', name: 'key to picture p95, ms', better: 'less', digits: 0, read: (c) => c.key?.p95, target: atMost({ lan: 32, wan20: 70, wan4: 130 }) },
  { load: 'w1', name: 'click to picture p50, ms', better: 'less', digits: 0, read: (c) => c.click?.p50 },
  { load: 'w1', name: 'kB for each', better: 'less', digits: 2, read: (c) => c.kb_per_event, target: atMost(0.5) },
  { load: 'w1', name: 'agent CPU, s', better: 'less', digits: 2, read: agentCpu, target: ofPeer(1) },
  ...moving('w2', { fps: atLeast(28), bytes: ofPeer(0.1), moving: atLeast(100) }),
  ...moving('w3', { fps: atLeast({ lan: 50, wan20: 50, wan4: 30 }), bytes: ofPeer(1.2, 'xtigervnc') }),
  // Three screens are seen for the first time, all others again: the median is of those.
  ...moving('w4', { fps: atLeast(1.9), delay: atMost({ lan: 40, wan20: 60, wan4: 90 }), late: atMost(450), bytes: atMost(0.65), moving: atLeast(100) }),
  ...moving('w5', { fps: atLeast({ lan: 24, wan20: 24, wan4: 20 }), bytes: ofPeer(1) }),
  { load: 'w5', name: 'PSNR while moving, dB', better: 'more', digits: 1, read: (c) => (c.motion === undefined ? null : mean(c.motion.map((one) => one.psnr))) },
  { load: 'w6', name: 'kB down', better: 'less', digits: 1, read: (c) => c.mb * 1000, target: atMost(1) },
  { load: 'w6', name: 'agent CPU, s', better: 'less', digits: 2, read: agentCpu, target: atMost(0.05) },
  { load: 'w7', name: 'key to picture p50, ms', better: 'less', digits: 0, read: (c) => c.key?.p50, target: atMost({ lan: 50, wan20: 90, wan4: 150 }) },
  { load: 'w7', name: 'key to picture p95, ms', better: 'less', digits: 0, read: (c) => c.key?.p95 },
  { load: 'w7', name: 'agent CPU, s', better: 'less', digits: 2, read: agentCpu },
];

/** @type {Figure} */
export const firstPicture = {
  load: '', name: 'last grant to first picture, ms', better: 'less', digits: 0, read: (c) => c.connect_ms, target: atMost({ lan: 300, wan20: 400, wan4: 800 }),
};
