// @ts-check

/** Bits of KeyInput.modifiers. */
export const Modifier = Object.freeze({ shift: 1, control: 2, alt: 4, meta: 8, altGr: 16 });

/** @typedef {{ code: string, key: string }} Key as in KeyboardEvent */

/** Keys whose effect is already in the text, or that would switch something over there for good. */
const locks = new Set(['CapsLock', 'NumLock', 'ScrollLock']);

/** With Num Lock off the number block means these; the customer's Num Lock may be on. */
const unlocked = new Set(['Home', 'End', 'PageUp', 'PageDown', 'Insert', 'Delete', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']);

/** Older names of the same keys. */
const renamed = new Map([['OSLeft', 'MetaLeft'], ['OSRight', 'MetaRight']]);

/** @param {string} key */
export const isLock = (key) => locks.has(key);

/**
 * Named keys are ASCII words ("Enter", "F5", "ArrowLeft"); everything else is what the key writes.
 * @param {string} key
 */
export function isPrintable(key) {
  return [...key].length === 1 || !/^[A-Z][A-Za-z0-9]*$/.test(key);
}

/**
 * @param {Key} event
 * @returns {Key} as the agent shall press it
 */
export function toWire({ code, key }) {
  if (code.startsWith('Numpad') && unlocked.has(key)) return { code: key, key };
  return { code: renamed.get(code) ?? (code === '' ? key : code), key };
}

/**
 * @param {Key} event
 * @returns {number} its bit in Modifier, 0 for other keys
 */
export function modifierOf({ code, key }) {
  if (code === 'AltRight' && (key === 'AltGraph' || key === 'ISO_Level3_Shift')) return Modifier.altGr;
  switch (code === '' ? key : code.replace(/(Left|Right)$/, '')) {
    case 'Shift': return Modifier.shift;
    case 'Control': return Modifier.control;
    case 'Alt': return Modifier.alt;
    case 'AltGraph': return Modifier.altGr;
    case 'Meta': case 'OS': return Modifier.meta;
    default: return 0;
  }
}
