// @ts-check
// How the line does, in figures: what opens below the delay in the bar.
import { h } from './dom.js';

/** @typedef {import('./bar.js').Say} Say */
/** @typedef {import('./bar.js').Model} Model */

/** @type {readonly ['echo' | 'delay' | 'rate' | 'speed' | 'total' | 'size' | 'equal', 'factEcho' | 'factDelay' | 'factRate' | 'factSpeed' | 'factTotal' | 'factSize' | 'factEqual'][]} */
const rows = [['echo', 'factEcho'], ['delay', 'factDelay'], ['rate', 'factRate'], ['speed', 'factSpeed'], ['total', 'factTotal'], ['size', 'factSize'], ['equal', 'factEqual']];

/**
 * @param {Say} say
 * @param {string} locale
 */
export function buildFacts(say, locale) {
  const cells = rows.map(([key, label]) => ({ key, label, value: h('dd') }));
  const element = h('section', { id: 'panel-line', class: 'panel', 'aria-label': say('facts'), tabindex: -1, hidden: true },
    h('dl', { class: 'facts' }, ...cells.flatMap(({ label, value }) => [h('dt', {}, say(label)), value])),
    h('p', { class: 'hint' }, say('factsHint')));
  const amount = (/** @type {number} */ value, /** @type {number} */ digits) =>
    value.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const ms = (/** @type {number | null} */ value) => (value === null ? say('factNone') : say('delay', { ms: value }));

  /** @type {Record<typeof rows[number][0], (model: Model) => string>} */
  const values = {
    echo: ({ echo }) => ms(echo),
    delay: ({ delay }) => ms(delay),
    rate: ({ frames }) => (frames === 0 ? say('factRest') : amount(frames, 0)),
    speed: ({ bytes }) => `${amount(bytes / 1000, bytes < 100_000 ? 1 : 0)} kB/s`,
    total: ({ total }) => `${amount(total / 1_000_000, 1)} MB`,
    size: ({ width, height }) => (width === 0 ? say('factNone') : `${width} × ${height}`),
    equal: ({ picture }) => say(picture === null ? 'factNone' : picture.exact ? 'factExact' : 'factNotYet'),
  };

  return {
    element,
    first: element,

    /** @param {Model} model */
    show(model) {
      if (element.hidden) return;
      for (const { key, value } of cells) {
        const text = values[key](model);
        if (value.textContent !== text) value.textContent = text;
      }
    },
  };
}
