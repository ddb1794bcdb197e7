// @ts-check
// What becomes of the frames: none is even unpacked before `unlock`. Then each is painted, shown with the next animation
// frame, and acknowledged when shown.
import { Frames } from './frames.js';
import { LAST_PART, WHOLE_PICTURE } from './messages/FrameUpdate.js';

/** @typedef {{ paint: (frame: import('./frames.js').Frame) => void, present: () => void, clear: () => void }} Screen */
/** @typedef {{ frame: number, width: number, height: number }} Shown */

export class Pictures {
  #screen;
  #frame;
  #send;
  #shown;
  #frames = new Frames();
  #locked = true;
  /** Something was left out, so only a whole picture can be built on. */
  #needsWhole = false;
  /** @type {number[]} frames that came while locked, to be acknowledged when the agent may send more */
  #leftOut = [];
  /** @type {Shown[]} */
  #painted = [];

  /**
   * @param {{ screen: Screen, frame: (run: () => void) => void, send: (message: import('./wire.js').Message) => void, shown: (newest: Shown) => void }} parts
   *   frame = runs before the next animation frame
   */
  constructor({ screen, frame, send, shown }) {
    this.#screen = screen;
    this.#frame = frame;
    this.#send = send;
    this.#shown = shown;
  }

  /** The consultant has the customer's word: the picture may be looked at, from a fresh and whole one on. */
  unlock() {
    this.#locked = false;
    if (this.#needsWhole) this.#send({ name: 'WholePictureRequest' });
    for (const frame of this.#leftOut.splice(0)) this.#send({ name: 'FrameAck', frame });
  }

  /**
   * Calls must not overlap.
   * @param {import('./frames.js').FrameUpdate} update
   */
  async add(update) {
    if (this.#isLeftOut(update)) return;
    const frames = this.#frames;
    const frame = await frames.add(update);
    if (frame === null || frames !== this.#frames) return;
    this.#screen.paint(frame);
    this.#painted.push({ frame: frame.frame, width: frame.width, height: frame.height });
    if (this.#painted.length === 1) this.#frame(() => this.#show());
  }

  /** The line is gone and with it whatever was under way; the picture stays as it was. */
  interrupted() {
    this.#startAnew();
    this.#leftOut = [];
    this.#needsWhole = true;
  }

  resumed() {
    if (!this.#locked) this.#send({ name: 'WholePictureRequest' });
  }

  /** Nothing of the picture stays. */
  forget() {
    this.#startAnew();
    this.#screen.clear();
  }

  /** @param {import('./frames.js').FrameUpdate} update */
  #isLeftOut({ frame, flags }) {
    if (!this.#locked && (flags & WHOLE_PICTURE) !== 0) this.#needsWhole = false;
    if (!this.#locked && !this.#needsWhole) return false;
    this.#needsWhole = true;
    if ((flags & LAST_PART) === 0) return true;
    if (this.#locked) this.#leftOut.push(frame);
    else this.#send({ name: 'FrameAck', frame });
    return true;
  }

  #startAnew() {
    this.#frames = new Frames();
    this.#painted = [];
  }

  /** Runs once an animation frame: the newest picture is shown, every frame in it acknowledged. */
  #show() {
    const shown = this.#painted.splice(0);
    const newest = shown.at(-1);
    if (newest === undefined) return;
    this.#screen.present();
    for (const { frame } of shown) this.#send({ name: 'FrameAck', frame });
    this.#shown(newest);
  }
}
