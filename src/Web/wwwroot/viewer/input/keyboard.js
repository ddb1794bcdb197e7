// @ts-check
// Turns key events into text and keys.
// - What writes a character goes as text: the customer's layout does not matter. Shortcuts and named keys go by code.
// - Text never travels with a modifier held: Shift and AltGr are already in it. So modifiers are pressed over there
//   only when a key (or a click) needs them, except Control, Alt and Meta, which mean something alone.
// - Windows says AltGr as Control, then AltRight; so Control waits 50 ms for an AltRight before it is believed.
// - On a Mac Option writes characters, and keys held with Command never say that they came up.
import { Modifier, isLock, isPrintable, modifierOf, toWire } from './keys.js';

/** @typedef {import('./keys.js').Key} Key */
/** @typedef {{ name: 'KeyInput', down: boolean, code: string, key: string, modifiers: number } | { name: 'TextInput', text: string }} KeyboardMessage */
/** @typedef {Key & { keyCode?: number, isComposing?: boolean, shiftKey: boolean, ctrlKey: boolean, altKey: boolean, metaKey: boolean,
 *   getModifierState?: (key: string) => boolean }} KeyLike */
/** @typedef {Key & { bit: number, sent: boolean }} Held a modifier that is down here; sent = also over there */

const ALTGR_WITHIN = 50;

export class Keyboard {
  #send;
  #leave;
  #after;
  #mac;
  /** @type {Map<string, Held>} by code */
  #modifiers = new Map();
  /** @type {Map<string, Key>} other keys down over there, by the code of the key down here */
  #keys = new Map();
  /** @type {(() => void) | null} cancels the belief in a Control that may be half an AltGr */
  #doubt = null;
  #dead = false;

  /**
   * @param {{ send: (message: KeyboardMessage) => void, leave: () => void, after: (ms: number, run: () => void) => (() => void), mac?: boolean }} parts
   *   `leave` is called for Control+Alt+Shift, the way out of the picture; `after` gives its cancel
   */
  constructor({ send, leave, after, mac = false }) {
    this.#send = send;
    this.#leave = leave;
    this.#after = after;
    this.#mac = mac;
  }

  /** Whether a key is down on the customer's side. */
  get held() {
    return this.#keys.size > 0 || [...this.#modifiers.values()].some((m) => m.sent);
  }

  /**
   * @param {KeyLike} event
   * @returns {boolean} whether the browser must not act on it
   */
  down(event) {
    if (event.isComposing || event.keyCode === 229 || event.key === 'Process') return false;
    if (isLock(event.key) || event.key === 'Unidentified') return true;
    const bit = modifierOf(event);
    if (bit !== 0) return this.#modifierDown(event, bit);
    this.#catchUp(event);
    this.#believe();
    if (this.#writes() && event.key === 'Dead') {
      this.#dead = true;
      return false;
    }
    if (this.#writes() && isPrintable(event.key)) {
      // After a dead key the text box writes the accent and the letter as one.
      if (this.#dead) return false;
      this.text(event.key);
      return true;
    }
    this.#dead = false;
    this.#keyDown(event);
    return true;
  }

  /**
   * @param {KeyLike} event
   * @returns {boolean} whether the browser must not act on it
   */
  up(event) {
    const modifier = this.#modifiers.get(event.code || event.key);
    if (modifier !== undefined) {
      if (modifier.bit === Modifier.control) this.#believe();
      this.#modifiers.delete(modifier.code);
      if (modifier.sent) this.#key(false, modifier);
      return true;
    }
    const key = this.#keys.get(event.code || event.key);
    if (key === undefined) return false;
    this.#keys.delete(event.code || event.key);
    this.#key(false, key);
    return true;
  }

  /** Text that was composed, or typed by something that has no keys. @param {string} text */
  text(text) {
    this.#dead = false;
    for (const modifier of this.#modifiers.values()) {
      if (modifier.sent) this.#key(false, modifier);
      modifier.sent = false;
    }
    if (text !== '') this.#send({ name: 'TextInput', text });
  }

  /**
   * What the text box says beside key events.
   * @param {{ inputType: string, data: string | null, isComposing: boolean }} event
   */
  input({ inputType, data, isComposing }) {
    if (isComposing || /Composition/.test(inputType) || data === null) return;
    this.text(data);
  }

  /** A click or turn of the wheel takes the modifiers with it. */
  beforePointer() {
    this.#believe();
    this.#pressModifiers();
  }

  /** Lets go of everything: focus is lost, the page is hidden. */
  releaseAll() {
    this.#doubt?.();
    for (const key of [...this.#keys.values()].reverse()) this.#key(false, key);
    for (const modifier of [...this.#modifiers.values()].reverse()) if (modifier.sent) this.#key(false, modifier);
    this.reset();
  }

  /** Forgets what is down without saying so: the agent has already let go. */
  reset() {
    this.#doubt?.();
    this.#doubt = null;
    this.#dead = false;
    this.#keys.clear();
    this.#modifiers.clear();
  }

  /** Presses and lets go, for the menu of special keys. @param {readonly Key[]} keys pressed in order */
  stroke(keys) {
    this.releaseAll();
    let modifiers = 0;
    for (const key of keys) this.#send({ name: 'KeyInput', down: true, ...key, modifiers: modifiers |= modifierOf(key) });
    for (const key of [...keys].reverse()) this.#send({ name: 'KeyInput', down: false, ...key, modifiers: modifiers &= ~modifierOf(key) });
  }

  /**
   * @param {KeyLike} event
   * @param {number} bit
   */
  #modifierDown(event, bit) {
    const { code } = toWire(event);
    if (this.#modifiers.has(code)) return true;
    // While AltGr is held Windows repeats the Control that is part of it.
    if (bit === Modifier.control && (this.#bits() & Modifier.altGr) !== 0) return true;
    if (code === 'AltRight') bit = this.#maybeAltGr(bit);
    else this.#believe();
    this.#modifiers.set(code, { code, key: event.key, bit, sent: false });
    if (this.#isWayOut()) {
      this.releaseAll();
      this.#leave();
    } else if (code === 'ControlLeft') {
      this.#doubt = this.#after(ALTGR_WITHIN, () => this.#believe());
    } else if (!this.#waitsForUse(bit)) {
      this.#pressModifiers();
    }
    return true;
  }

  /** What only changes the character means nothing over there until a key or click needs it. @param {number} bit */
  #waitsForUse(bit) {
    if (bit === Modifier.shift) return ![...this.#modifiers.values()].some((m) => m.sent);
    return bit === Modifier.altGr || (this.#mac && bit === Modifier.alt);
  }

  /** Control and AltRight together are one AltGr. @param {number} bit */
  #maybeAltGr(bit) {
    if (this.#doubt === null) return bit;
    this.#doubt();
    this.#doubt = null;
    this.#modifiers.delete('ControlLeft');
    return Modifier.altGr;
  }

  /** The Control that was waiting is a Control. */
  #believe() {
    if (this.#doubt === null) return;
    this.#doubt();
    this.#doubt = null;
    this.#pressModifiers();
  }

  /** Modifiers that went down or up while nobody told us. @param {KeyLike} event */
  #catchUp(event) {
    if ((this.#bits() & Modifier.altGr) !== 0) return;
    if (event.getModifierState?.('AltGraph')) {
      this.#modifiers.set('AltRight', { code: 'AltRight', key: 'AltGraph', bit: Modifier.altGr, sent: false });
      return;
    }
    const flags = /** @type {const} */ ([
      ['Shift', Modifier.shift, event.shiftKey], ['Control', Modifier.control, event.ctrlKey],
      ['Alt', Modifier.alt, event.altKey], ['Meta', Modifier.meta, event.metaKey]]);
    for (const [key, bit, isDown] of flags) {
      const held = [...this.#modifiers.values()].filter((m) => m.bit === bit);
      if (isDown && held.length === 0) this.#modifiers.set(`${key}Left`, { code: `${key}Left`, key, bit, sent: false });
      if (isDown) continue;
      for (const modifier of held) {
        this.#modifiers.delete(modifier.code);
        if (modifier.sent) this.#key(false, modifier);
      }
    }
  }

  /** @param {KeyLike} event */
  #keyDown(event) {
    this.#pressModifiers();
    const key = toWire(event);
    this.#keys.set(event.code || event.key, key);
    this.#key(true, key);
    if (this.#mac && (this.#bits() & Modifier.meta) !== 0) this.up(event);
  }

  #pressModifiers() {
    for (const modifier of this.#modifiers.values()) {
      if (modifier.sent) continue;
      modifier.sent = true;
      this.#key(true, modifier);
    }
  }

  /**
   * @param {boolean} down
   * @param {Key} key
   */
  #key(down, { code, key }) {
    const modifiers = [...this.#modifiers.values()].reduce((bits, m) => (m.sent ? bits | m.bit : bits), 0);
    const own = modifierOf({ code, key });
    this.#send({ name: 'KeyInput', down, code, key, modifiers: down ? modifiers : modifiers & ~own });
  }

  #bits() {
    return [...this.#modifiers.values()].reduce((bits, m) => bits | m.bit, 0);
  }

  #shortcut() {
    return (this.#bits() & (Modifier.control | Modifier.alt | Modifier.meta)) !== 0;
  }

  /** Whether a key that has a character writes it, with the modifiers now down. */
  #writes() {
    const bits = this.#bits();
    if ((bits & Modifier.altGr) !== 0 || !this.#shortcut()) return true;
    return this.#mac && (bits & (Modifier.control | Modifier.meta)) === 0;
  }

  #isWayOut() {
    const wanted = Modifier.control | Modifier.alt | Modifier.shift;
    return (this.#bits() & wanted) === wanted && (this.#bits() & Modifier.altGr) === 0;
  }
}
