// @ts-check
// What becomes of the frames: none is even unpacked before `unlock`. Then each is painted, shown with the next animation
// frame, and acknowledged when shown. Half a frame is never shown, and of several that wait only the newest.
import { Frames } from './frames.js';
import { LAST_PART, WHOLE_PICTURE } from './messages/FrameUpdate.js';

/** @typedef {{ show: (picture: import('./picture.js').Picture) => void, clear: () => void, onLost: () => void }} Screen */
/** @typedef {{ frame: number, width: number, height: number }} Shown */
/** @typedef {{ exact: boolean, state: number }} State of the picture, as in PictureState */
/** @typedef {{ screen: Screen, frame: (run: () => void) => void, decodeJpeg: import('./frames.js').DecodeJpeg,
 *   send: (message: import('./wire.js').Message) => void, shown: (newest: Shown) => void, told: (state: State | null) => void }} PictureParts
 *   frame = runs before the next animation frame; told = what the agent says of the picture that is shown now, null = nothing */

export class Pictures {
  #screen;
  #frame;
  #decodeJpeg;
  #send;
  #shown;
  #told;
  #frames;
  #locked = true;
  /** Something was left out, so only a whole picture can be built on. */
  #needsWhole = false;
  /** @type {number[]} frames that came while locked, to be acknowledged when the agent may send more */
  #leftOut = [];
  /** @type {Shown[]} whole frames that the next animation frame shows */
  #painted = [];
  #asked = false;
  /** @type {State | null} */
  #state = null;
  #stateIsTold = true;

  /** @param {PictureParts} parts */
  constructor({ screen, frame, decodeJpeg, send, shown, told }) {
    this.#screen = screen;
    this.#frame = frame;
    this.#decodeJpeg = decodeJpeg;
    this.#send = send;
    this.#shown = shown;
    this.#told = told;
    this.#frames = new Frames(decodeJpeg);
    screen.onLost = () => this.#later();
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
    if (!paintsAtOnce(update)) this.#toCanvas();
    if (!(await frames.add(update)) || frames !== this.#frames) return;
    this.#painted.push({ frame: update.frame, width: update.width, height: update.height });
    this.#later();
  }

  /** What the agent says of the picture as of the frames before; told no earlier than that picture is shown. @param {State} state */
  describe(state) {
    this.#state = state;
    this.#stateIsTold = false;
    if (!this.#locked && !this.#needsWhole && this.#painted.length === 0) this.#tellState();
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
    this.#frames = new Frames(this.#decodeJpeg);
    this.#painted = [];
    if (this.#state !== null) this.#told(null);
    this.#state = null;
    this.#stateIsTold = true;
  }

  #tellState() {
    if (this.#stateIsTold) return;
    this.#stateIsTold = true;
    this.#told(this.#state);
  }

  #later() {
    if (this.#asked) return;
    this.#asked = true;
    this.#frame(() => {
      this.#asked = false;
      this.#show();
    });
  }

  /** Runs once an animation frame: the newest picture is shown, every frame in it acknowledged. */
  #show() {
    this.#toCanvas();
    const shown = this.#painted.splice(0);
    const newest = shown.at(-1);
    if (newest === undefined) return;
    for (const { frame } of shown) this.#send({ name: 'FrameAck', frame });
    this.#shown(newest);
    this.#tellState();
  }

  /** What is whole goes to the canvas; while parts are missing it holds what was whole before them. */
  #toCanvas() {
    const { picture, isWhole } = this.#frames;
    if (picture !== null && isWhole) this.#screen.show(picture);
  }
}

/**
 * A frame in one part and without photos is painted before anything else can happen; before any other the canvas must
 * have got what waits to be shown.
 * @param {import('./frames.js').FrameUpdate} update
 */
function paintsAtOnce({ flags, blobs }) {
  return (flags & LAST_PART) !== 0 && blobs.length === 0;
}
