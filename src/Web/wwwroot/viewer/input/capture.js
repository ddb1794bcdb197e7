// @ts-check
// Binds the page's events to pointer and keyboard. Nothing is taken from the browser unless control is granted and,
// for keys, the picture has the focus.
import { Keyboard } from './keyboard.js';
import { Pointer } from './pointer.js';
import { splitText } from './split-text.js';

/** @typedef {import('../wire.js').Message} Message */

const HEARTBEAT = 400;

export class Capture {
  #surface;
  #box;
  #send;
  #pointer;
  #keyboard;
  #on = false;
  /** When the event under way happened, by the page's clock; null between events and for those that no person made. @type {number | null} */
  #now = null;
  /** When the wheel was turned that has not been sent yet. @type {number | null} */
  #turned = null;

  /**
   * @param {{ surface: HTMLElement, box: HTMLTextAreaElement, locate: (x: number, y: number) => { x: number, y: number, inside: boolean },
   *   send: (message: Message, at: number | null) => void, leave: () => void, moved: (x: number, y: number) => void }} parts
   *   at = when the event happened that this may be the picture of, ms since 1970, null if it is of none; surface = the picture, box = the text box over it that has the focus and composes
   */
  constructor({ surface, box, locate, send, leave, moved }) {
    this.#surface = surface;
    this.#box = box;
    this.#send = send;
    this.#pointer = new Pointer((m) => {
      moved(m.x, m.y);
      const turned = m.wheelX !== 0 || m.wheelY !== 0 ? this.#turned : null;
      if (turned !== null) this.#turned = null;
      send(m, this.#now ?? turned);
    }, locate, (run) => void requestAnimationFrame(run));
    this.#keyboard = new Keyboard({
      send: (m) => send(m, this.#now),
      leave,
      after(ms, run) {
        const id = setTimeout(run, ms);
        return () => clearTimeout(id);
      },
      mac: /Mac|iPhone|iPad/.test(navigator.platform),
    });
    this.#bindPointer();
    this.#bindKeyboard();
    setInterval(() => {
      if (this.#on && (this.#keyboard.held || this.#pointer.held)) send({ name: 'KeysHeld' }, null);
    }, HEARTBEAT);
  }

  /** Control was granted or is gone. @param {boolean} on */
  set on(on) {
    if (this.#on === on) return;
    this.#on = on;
    this.#keyboard.reset();
    this.#pointer.reset();
    this.#box.value = '';
    this.#box.tabIndex = on ? 0 : -1;
    if (!on && document.activeElement === this.#box) this.#box.blur();
  }

  focus() {
    this.#box.focus({ preventScroll: true });
  }

  /** @param {readonly import('./keys.js').Key[]} keys */
  stroke(keys) {
    if (this.#on) this.#keyboard.stroke(keys);
  }

  /** @param {string} text */
  type(text) {
    for (const piece of splitText(text)) {
      if ('text' in piece) this.#keyboard.text(piece.text);
      else this.#keyboard.stroke([piece]);
    }
  }

  /**
   * What is sent meanwhile is sent for this event.
   * @template T
   * @param {Event} event
   * @param {() => T} act
   */
  #during(event, act) {
    this.#now = event.isTrusted ? timeOf(event) : null;
    const result = act();
    this.#now = null;
    return result;
  }

  #bindPointer() {
    const surface = this.#surface;
    /** @param {PointerEvent} event */
    const update = (event) => {
      if (!this.#on) return;
      if (event.type === 'pointerdown') {
        this.#keyboard.beforePointer();
        surface.setPointerCapture(event.pointerId);
        this.focus();
      }
      if (event.type === 'pointerdown' || event.type === 'pointerup') this.#during(event, () => this.#pointer.update(event));
      else this.#pointer.update(event);
    };
    for (const type of /** @type {const} */ (['pointerdown', 'pointermove', 'pointerup', 'pointerleave'])) surface.addEventListener(type, update);
    surface.addEventListener('pointercancel', () => this.#on && this.#pointer.release());
    surface.addEventListener('wheel', (event) => {
      if (!this.#on) return;
      event.preventDefault();
      this.#keyboard.beforePointer();
      if (event.isTrusted) this.#turned ??= timeOf(event);
      this.#pointer.wheel(event);
    }, { passive: false });
    // Menu, drag, middle-button scrolling and the back and forward buttons belong to the customer's machine.
    for (const type of ['contextmenu', 'dragstart', 'auxclick', 'mousedown', 'mouseup']) {
      surface.addEventListener(type, (event) => (this.#on || type === 'contextmenu' || type === 'dragstart') && event.preventDefault());
    }
  }

  #bindKeyboard() {
    const box = this.#box;
    box.addEventListener('keydown', (event) => {
      if (this.#on && this.#during(event, () => this.#keyboard.down(event))) event.preventDefault();
    });
    box.addEventListener('keyup', (event) => {
      if (this.#on && this.#keyboard.up(event)) event.preventDefault();
    });
    box.addEventListener('compositionend', (event) => {
      if (this.#on) this.#during(event, () => this.#keyboard.text(event.data));
      box.value = '';
    });
    box.addEventListener('input', (event) => {
      if (this.#on) this.#during(event, () => this.#keyboard.input(/** @type {InputEvent} */ (event)));
      if (!(/** @type {InputEvent} */ (event).isComposing)) box.value = '';
    });
    box.addEventListener('paste', (event) => event.preventDefault());
    box.addEventListener('blur', () => this.#letGo());
    document.addEventListener('visibilitychange', () => document.hidden && this.#letGo());
    addEventListener('blur', () => this.#letGo());
  }

  #letGo() {
    if (!this.#on) return;
    this.#keyboard.releaseAll();
    this.#pointer.release();
  }
}

/** @param {Event} event */
const timeOf = (event) => performance.timeOrigin + event.timeStamp;
