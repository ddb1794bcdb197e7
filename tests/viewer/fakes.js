// @ts-check
import { Sender, fill, pixels } from './scripts.js';

/** A canvas of which a test can read the pixels. */
export class FakeCanvas extends EventTarget {
  #width = 1;
  #height = 1;
  /** @type {Uint8ClampedArray} */
  shown = new Uint8ClampedArray(4);
  puts = 0;

  get width() {
    return this.#width;
  }

  set width(value) {
    this.#width = value;
    this.#reset();
  }

  get height() {
    return this.#height;
  }

  set height(value) {
    this.#height = value;
    this.#reset();
  }

  /** As a real canvas: setting either side clears it. */
  #reset() {
    this.shown = new Uint8ClampedArray(this.#width * this.#height * 4);
  }

  getContext() {
    return {
      putImageData: (/** @type {any} */ image, /** @type {number} */ dx, /** @type {number} */ dy,
        x = 0, y = 0, width = image.width, height = image.height) => {
        this.puts++;
        for (let row = y; row < y + height; row++) {
          const at = (row * image.width + x) * 4;
          this.shown.set(image.data.subarray(at, at + width * 4), ((row + dy) * this.#width + x + dx) * 4);
        }
      },
    };
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  pixel(x, y) {
    const at = (y * this.#width + x) * 4;
    return [...this.shown.slice(at, at + 3)];
  }
}

/**
 * @param {Uint8ClampedArray} data
 * @param {number} width
 * @param {number} height
 */
export const newImage = (data, width, height) => /** @type {any} */ ({ width, height, data });

/** Time that moves only when a test says so; animation frames only when a test draws one. */
export class FakeClock {
  time = 1000;
  #id = 0;
  /** @type {{ id: number, at: number, run: () => void }[]} */
  #timers = [];
  /** @type {(() => void)[]} */
  #frames = [];

  now = () => this.time;

  after = (/** @type {number} */ ms, /** @type {() => void} */ run) => {
    const id = ++this.#id;
    this.#timers.push({ id, at: this.time + ms, run });
    return () => {
      this.#timers = this.#timers.filter((t) => t.id !== id);
    };
  };

  framesAsked = 0;

  frame = (/** @type {() => void} */ run) => {
    this.framesAsked++;
    this.#frames.push(run);
  };

  drawFrame() {
    const due = this.#frames;
    this.#frames = [];
    due.forEach((run) => run());
  }

  /** @param {number} ms */
  async advance(ms) {
    const end = this.time + ms;
    for (;;) {
      const [next] = this.#timers.filter((t) => t.at <= end).sort((a, b) => a.at - b.at || a.id - b.id);
      if (next === undefined) break;
      this.time = Math.max(this.time, next.at);
      this.#timers = this.#timers.filter((t) => t !== next);
      next.run();
      await settle();
    }
    this.time = end;
    await settle();
  }
}

/** The relay and, behind it, the agent: keeps what the viewer sent and says what a test lets it say. */
export class FakeSocket extends EventTarget {
  binaryType = '';
  /** @type {Uint8Array[]} */
  sent = [];
  /** @type {number | null} */
  closedWith = null;

  /** @param {Uint8Array} bytes */
  send(bytes) {
    if (this.closedWith !== null) throw new Error('sent after close');
    this.sent.push(bytes.slice());
  }

  /** @param {number} code */
  close(code) {
    this.closedWith ??= code;
  }

  open() {
    this.dispatchEvent(new Event('open'));
  }

  /** @param {number} code */
  drop(code) {
    this.closedWith ??= code;
    this.dispatchEvent(Object.assign(new Event('close'), { code }));
  }

  /** @param {Uint8Array} bytes a record as the relay copies it */
  deliver(bytes) {
    this.dispatchEvent(Object.assign(new Event('message'), { data: bytes.slice().buffer }));
  }
}

/**
 * Waits for work on other threads (unpacking), of which nobody else tells the end.
 * @param {() => unknown} holds
 */
export async function until(holds) {
  const giveUp = Date.now() + 10_000;
  while (!holds()) {
    if (Date.now() > giveUp) throw new Error(`never: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

/** Ciphers run on other threads: how many of their calls are not yet answered. */
let underWay = 0;
const subtle = /** @type {any} */ (crypto.subtle);
for (const name of ['encrypt', 'decrypt', 'sign', 'verify', 'digest', 'deriveBits', 'deriveKey', 'importKey', 'exportKey', 'generateKey']) {
  const call = subtle[name].bind(subtle);
  subtle[name] = async (/** @type {any[]} */ ...parameters) => {
    underWay++;
    try {
      return await call(...parameters);
    } finally {
      underWay--;
    }
  };
}

/** Lets promises and ciphers that are under way come to rest. */
export async function settle() {
  for (let quiet = 0; quiet < 12; quiet = underWay > 0 ? 0 : quiet + 1) await new Promise((resolve) => setImmediate(resolve));
}

/**
 * A frame in one part that needs nothing before it.
 * @param {number} frame
 * @param {number} flags
 * @param {[number, number]} size
 * @param {{ at: [number, number, number, number], rgb: number[] }[]} rectangles 3 bytes of colour = fill, more = pixels
 */
export function frameUpdate(frame, flags, size, rectangles) {
  return new Sender().part(frame, flags, size, rectangles.map(({ at, rgb }) => (rgb.length === 3 ? fill(at, rgb) : pixels(at, rgb))));
}

/** Stands for the browser's: the last byte of a file is how red it is all over. @type {import('../../src/Web/wwwroot/viewer/frames.js').DecodeJpeg} */
export const decodeJpeg = async (jpeg, width, height) => {
  await new Promise((resolve) => setImmediate(resolve));
  return new Uint32Array(width * height).fill(0xff000000 | /** @type {number} */ (jpeg.at(-1)));
};
