// @ts-check
import { figures, firstPicture, works } from './figures.js';

/** @typedef {import('./figures.js').Cell} Cell */
/** @typedef {import('./figures.js').Figure} Figure */

// Work that fills the screen, so that the agent's own windows lie over it.
const FULL_SCREEN = ['w3', 'w4'];

/**
 * The figures of one run side by side, as Markdown: a table for each link, ours first, with our share of the best peer's figure.
 * @param {Cell[]} cells in the order in which they were measured; of repeated ones the least disturbed counts
 * @param {{ ours: string, covered: number }} about covered: share of the screen under our own windows, 0…1, which can never be identical
 */
export function table(cells, { ours, covered }) {
  const best = leastDisturbed(cells.map((cell) => (cell.peer === ours && FULL_SCREEN.includes(cell.load) ? withoutCovered(cell, covered) : cell)));
  const peers = distinct(best, (cell) => cell.peer).filter((peer) => peer !== ours);
  const links = distinct(best, (cell) => cell.link);
  const tables = links.map((link) => {
    const here = best.filter((cell) => cell.link === link);
    const rows = [...figures, firstPicture].map((figure) => row(figure, here, { ours, peers, link })).filter((one) => one !== null);
    const head = ['work', 'figure', 'ours', ...peers, 'ours / best peer', 'target', 'met'];
    return [`### ${link}`, '', line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
  });
  const worst = Math.max(0, ...best.filter((cell) => cell.error === undefined).map(foreign));
  return [
    ...tables,
    [
      ...(covered > 0 ? [`In ${FULL_SCREEN.join(' and ')} the agent's own windows cover ${(covered * 100).toFixed(2)} % of the screen; our "identical" is the share of the rest.`] : []),
      `Other programs on the machine used up to ${worst.toFixed(1)} cores in a cell.`,
    ].join('\n'),
  ].join('\n\n');
}

/** @param {Figure} figure @param {Cell[]} cells @param {{ ours: string, peers: string[], link: string }} of */
function row(figure, cells, { ours, peers, link }) {
  const read = (/** @type {string} */ peer) => {
    const found = cells.filter((cell) => cell.peer === peer && (figure.load === '' || cell.load === figure.load) && cell.error === undefined).map(figure.read);
    return found.find((value) => value !== null && value !== undefined) ?? null;
  };
  const isMeasured = (/** @type {string} */ peer) => cells.some((cell) => cell.peer === peer && (figure.load === '' || cell.load === figure.load));
  if (![ours, ...peers].some(isMeasured)) return null;
  const theirs = peers.map(read).filter((value) => value !== null);
  const best = theirs.length === 0 ? null : figure.better === 'less' ? Math.min(...theirs) : Math.max(...theirs);
  const mine = read(ours);
  const met = mine === null || figure.target === undefined ? null : figure.target.isMet({ link, ours: mine, best, of: read });
  const say = (/** @type {number | null} */ value) => (value === null ? '–' : value.toFixed(figure.digits));
  return [
    figure.load === '' ? '' : `${figure.load} ${works[figure.load]}`, figure.name, `**${say(mine)}**`, ...peers.map((peer) => say(read(peer))),
    mine === null || best === null ? '–' : ratio(mine, best), figure.target?.text(link) ?? '', met === null ? '' : met ? 'yes' : 'no',
  ];
}

/** @param {number} ours @param {number} best */
const ratio = (ours, best) => (best === 0 ? (ours === 0 ? '1.00' : '∞') : (ours / best).toFixed(2));

/** @param {Cell} cell @param {number} covered @returns {Cell} */
function withoutCovered(cell, covered) {
  /** @template {import('./figures.js').Likeness} T @param {T} one @returns {T} */
  const rest = (one) => ({ ...one, same: Math.min(100, Math.round(one.same / (1 - covered) * 100) / 100) });
  return { ...cell, ...(cell.still && { still: rest(cell.still) }), ...(cell.motion && { motion: cell.motion.map(rest) }) };
}

/** @param {Cell[]} cells */
function leastDisturbed(cells) {
  /** @type {Map<string, Cell>} */
  const kept = new Map();
  for (const cell of cells) {
    const name = [cell.peer, cell.link, cell.load].join('|');
    const before = kept.get(name);
    if (before === undefined || foreign(cell) < foreign(before)) kept.set(name, cell);
  }
  return [...kept.values()];
}

/** Cores that other programs used meanwhile. @param {Cell} cell */
const foreign = (cell) => (cell.error === undefined ? cell.cpu.foreign / cell.secs : Infinity);

/** @template T @param {Cell[]} cells @param {(cell: Cell) => T} of @returns {T[]} */
const distinct = (cells, of) => [...new Set(cells.map(of))].filter((one) => one !== undefined);

/** @param {string[]} cells */
const line = (cells) => `| ${cells.join(' | ')} |`;
