// @ts-check
// The words of the viewer, as the page needs them. They stand in texts/.
import { de } from './texts/de.js';
import { en } from './texts/en.js';

/** @typedef {import('./texts/en.js').Texts} Texts */

/** @type {Record<string, Texts>} */
export const languages = { de, en };

/**
 * @param {string} locale
 * @param {Record<string, string>} known values every text may use
 * @returns {(key: keyof Texts, values?: Record<string, string | number>) => string}
 */
export function textsFor(locale, known) {
  const texts = languages[locale.slice(0, 2)] ?? en;
  return (key, values = {}) => texts[key].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? known[name] ?? ''));
}

/**
 * "4 min 12 s"; both languages write it alike.
 * @param {number} ms
 */
export function duration(ms) {
  const seconds = Math.round(ms / 1000);
  const [h, min, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return [h && `${h} h`, (h || min) && `${min} min`, !h && `${s} s`].filter(Boolean).join(' ');
}
