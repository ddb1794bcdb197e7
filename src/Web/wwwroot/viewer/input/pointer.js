// @ts-check
// Moves are sent once an animation frame, presses and releases at once and in order.

/** @typedef {{ x: number, y: number, inside: boolean }} Point remote pixels */
/** @typedef {{ name: 'PointerInput', x: number, y: number, buttons: number, wheelX: number, wheelY: number }} PointerMessage */
/** @typedef {Pick<PointerEvent, 'clientX' | 'clientY' | 'buttons'>} PointerLike */
/** @typedef {Pick<WheelEvent, 'clientX' | 'clientY' | 'deltaX' | 'deltaY' | 'deltaMode'> & { wheelDeltaX?: number, wheelDeltaY?: number }} WheelLike */

const STEP = 120;
// What one step is where the browser does not say it in 120ths: deltaMode 0 pixels, 1 lines, 2 pages.
const STEP_IN = [100, 3, 1];
const MOST = 200 * STEP;

export class Pointer {
  #send;
  #locate;
  #frame;
  #buttons = 0;
  #at = { x: 0, y: 0 };
  #wheelX = 0;
  #wheelY = 0;
  #asked = false;
  #changed = false;
  // A press beside the picture is not a press on its edge; it counts for nothing until all buttons are up.
  #beside = false;

  /**
   * @param {(message: PointerMessage) => void} send
   * @param {(clientX: number, clientY: number) => Point} locate
   * @param {(run: () => void) => void} frame runs before the next animation frame
   */
  constructor(send, locate, frame) {
    this.#send = send;
    this.#locate = locate;
    this.#frame = frame;
  }

  /** Whether a button is down on the customer's side. */
  get held() {
    return this.#buttons !== 0;
  }

  /**
   * For pointermove, pointerdown and pointerup alike: a second button pressed comes as a move.
   * @param {PointerLike} event
   */
  update(event) {
    const point = this.#locate(event.clientX, event.clientY);
    if (event.buttons !== 0 && this.#buttons === 0 && !point.inside) this.#beside = true;
    if (event.buttons === 0) this.#beside = false;
    if (this.#beside) return;
    const buttons = toWire(event.buttons);
    if (point.x !== this.#at.x || point.y !== this.#at.y) {
      this.#at = { x: point.x, y: point.y };
      this.#changed = true;
    }
    if (buttons === this.#buttons) {
      if (this.#changed) this.#later();
      return;
    }
    this.#buttons = buttons;
    this.#changed = true;
    this.#flush();
  }

  /** @param {WheelLike} event */
  wheel(event) {
    const point = this.#locate(event.clientX, event.clientY);
    if (!point.inside) return;
    this.#at = { x: point.x, y: point.y };
    this.#wheelX = add(this.#wheelX, inSteps(event.deltaX, event.wheelDeltaX, event.deltaMode));
    this.#wheelY = add(this.#wheelY, inSteps(event.deltaY, event.wheelDeltaY, event.deltaMode));
    this.#later();
  }

  /** Lets go of every button: focus is lost, the pointer was taken away. */
  release() {
    this.#wheelX = 0;
    this.#wheelY = 0;
    this.#beside = false;
    if (this.#buttons === 0) return;
    this.#buttons = 0;
    this.#changed = true;
    this.#flush();
  }

  /** Forgets what is down without saying so: the agent has already let go. */
  reset() {
    this.#buttons = 0;
    this.#wheelX = 0;
    this.#wheelY = 0;
    this.#changed = false;
  }

  #later() {
    if (this.#asked) return;
    this.#asked = true;
    this.#frame(() => {
      this.#asked = false;
      this.#flush();
    });
  }

  #flush() {
    const wheelX = whole(this.#wheelX);
    const wheelY = whole(this.#wheelY);
    if (!this.#changed && wheelX === 0 && wheelY === 0) return;
    this.#wheelX -= wheelX;
    this.#wheelY -= wheelY;
    this.#changed = false;
    this.#send({ name: 'PointerInput', ...this.#at, buttons: this.#buttons, wheelX, wheelY });
  }
}

/** DOM: 1 left 2 right 4 middle 8 back 16 forward. Wire: 1 left 2 middle 4 right 8 back 16 forward. @param {number} buttons */
function toWire(buttons) {
  return (buttons & 0b11001) | ((buttons & 2) << 1) | ((buttons & 4) >> 1);
}

/**
 * A turn in 120ths of a step, right and down positive. `wheelDelta` has them already, with the other sign.
 * @param {number} delta
 * @param {number | undefined} wheelDelta
 * @param {number} mode
 */
function inSteps(delta, wheelDelta, mode) {
  return wheelDelta ? -wheelDelta : (delta * STEP) / STEP_IN[mode];
}

/**
 * Fine turns stay fine: the agent adds up what its system wants in steps. Turning back starts anew.
 * @param {number} sum
 * @param {number} turn
 */
function add(sum, turn) {
  return sum * turn < 0 ? turn : sum + turn;
}

/** What of a turn can be sent; the rest waits for more. @param {number} sum */
function whole(sum) {
  return Math.max(-MOST, Math.min(MOST, Math.trunc(sum)));
}
