// @ts-check
// The relay ends a session that sends more than 200 messages or 512 kbit in a second. What is to be sent waits here
// when there is too much of it: nothing is lost or overtaken, but moves, turns and texts that wait side by side become one.
import { encodeText } from './bytes.js';
import { MAX_TEXT_BYTES } from './messages/TextInput.js';

/** @typedef {import('./wire.js').Message} Message */

const PER_SECOND = 150;
const BURST = 40;
// A message costs one, a long text more, so that the same figure also keeps the byte rate (150 × 300 B = 360 kbit/s). One of a
// clipboard takes no more than all that is there: the relay has room for its bytes, and what follows must not wait for a second.
const BYTES_OF_ONE = 300;
const MOST_WHEEL = 0x7fff;

export class Outbox {
  #send;
  #clock;
  #credit = BURST;
  #since;
  /** @type {Message[]} */
  #waiting = [];
  /** @type {(() => void) | null} */
  #cancel = null;

  /**
   * @param {(message: Message) => void} send
   * @param {import('./session.js').Clock} clock
   */
  constructor(send, clock) {
    this.#send = send;
    this.#clock = clock;
    this.#since = clock.now();
  }

  /** @param {Message} message */
  add(message) {
    const last = this.#waiting.at(-1);
    const merged = last === undefined ? null : merge(last, message);
    if (merged === null) this.#waiting.push(message);
    else this.#waiting[this.#waiting.length - 1] = merged;
    this.#pump();
  }

  /** Forgets everything: the line is gone, or the session at its end. */
  clear() {
    this.#cancel?.();
    this.#cancel = null;
    this.#waiting = [];
  }

  /** Forgets input that was meant for a grant that is gone. */
  dropInput() {
    this.#waiting = this.#waiting.filter((m) => !('grantSeq' in m));
  }

  #pump() {
    const now = this.#clock.now();
    this.#credit = Math.min(BURST, this.#credit + ((now - this.#since) * PER_SECOND) / 1000);
    this.#since = now;
    while (this.#waiting.length > 0 && this.#credit >= 1) {
      const message = /** @type {Message} */ (this.#waiting.shift());
      this.#credit -= cost(message);
      this.#send(message);
    }
    if (this.#waiting.length > 0 && this.#cancel === null) {
      this.#cancel = this.#clock.after(Math.ceil(((1 - this.#credit) * 1000) / PER_SECOND), () => {
        this.#cancel = null;
        this.#pump();
      });
    }
  }
}

/** @param {Message} message */
function cost(message) {
  return 'text' in message ? Math.min(BURST, Math.max(1, encodeText(message.text).length / BYTES_OF_ONE)) : 1;
}

/**
 * @param {Message} first
 * @param {Message} second
 * @returns {Message | null} one message that says the same as both
 */
function merge(first, second) {
  if (first.name !== second.name || first.grantSeq !== second.grantSeq) return null;
  if (first.name === 'PointerInput') {
    if (first.buttons !== second.buttons) return null;
    const [wheelX, wheelY] = [first.wheelX + second.wheelX, first.wheelY + second.wheelY];
    return Math.max(Math.abs(wheelX), Math.abs(wheelY)) <= MOST_WHEEL ? { ...second, wheelX, wheelY } : null;
  }
  if (first.name === 'TextInput') {
    const text = first.text + second.text;
    return encodeText(text).length <= MAX_TEXT_BYTES ? { ...first, text } : null;
  }
  return null;
}
