// @ts-check
// Keys the browser or the consultant's system would keep. Control+Alt+Delete is not here: it cannot be pressed for somebody else.

/** @typedef {import('./keys.js').Key} Key */

/** @param {string} name a key whose code is its name */
const named = (name) => ({ code: name, key: name });
const alt = { code: 'AltLeft', key: 'Alt' };
const control = { code: 'ControlLeft', key: 'Control' };

/** Label key in texts/, or the label itself for keys named alike everywhere; pressed in order. @type {readonly { label: string, keys: readonly Key[] }[]} */
export const specialKeys = [
  { label: 'Esc', keys: [named('Escape')] },
  { label: 'Tab', keys: [named('Tab')] },
  { label: 'keyWindows', keys: [{ code: 'MetaLeft', key: 'Meta' }] },
  { label: 'Alt+Tab', keys: [alt, named('Tab')] },
  { label: 'Alt+F4', keys: [alt, named('F4')] },
  { label: 'keyControlEscape', keys: [control, named('Escape')] },
  { label: 'keyPrint', keys: [named('PrintScreen')] },
  { label: 'keyMenu', keys: [named('ContextMenu')] },
];

/** @type {readonly { label: string, keys: readonly Key[] }[]} */
export const functionKeys = Array.from({ length: 12 }, (_, i) => ({ label: `F${i + 1}`, keys: [named(`F${i + 1}`)] }));
