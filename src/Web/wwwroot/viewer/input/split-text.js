// @ts-check
import { encodeText } from '../bytes.js';
import { MAX_TEXT_BYTES } from '../messages/TextInput.js';

/** @typedef {{ text: string } | { code: string, key: string }} Piece text to write, or a key to press */

/** @type {Record<string, { code: string, key: string }>} */
const keys = { '\n': { code: 'Enter', key: 'Enter' }, '\t': { code: 'Tab', key: 'Tab' } };

/**
 * Long text in pieces that fit a message; a piece never ends inside a character, and line breaks and tabs are keys.
 * @param {string} text
 * @returns {Piece[]}
 */
export function splitText(text) {
  /** @type {Piece[]} */
  const pieces = [];
  let run = '';
  let size = 0;
  const close = () => {
    if (run !== '') pieces.push({ text: run });
    run = '';
    size = 0;
  };
  for (const character of text.replace(/\r\n?/g, '\n')) {
    const key = keys[character];
    const bytes = encodeText(character).length;
    if (key !== undefined || size + bytes > MAX_TEXT_BYTES) close();
    if (key !== undefined) {
      pieces.push(key);
    } else {
      run += character;
      size += bytes;
    }
  }
  close();
  return pieces;
}
