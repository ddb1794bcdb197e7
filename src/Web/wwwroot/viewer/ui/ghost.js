// @ts-check
// The customer's pointer, where it is not the consultant's own. The own pointer is drawn by the system, at once;
// on its way over there it would only trail behind, so the ghost waits until both have come to rest.

const SAME_WITHIN = 4;
const REST = 400;

export class Ghost {
  #draw;
  #clock;
  /** @type {{ x: number, y: number, visible: boolean }} */
  #remote = { x: 0, y: 0, visible: false };
  /** @type {{ x: number, y: number, at: number } | null} the own pointer as last sent; null without control */
  #own = null;
  #cancel = () => {};

  /**
   * @param {(at: { x: number, y: number } | null) => void} draw remote pixels, null = not shown
   * @param {Pick<import('../session.js').Clock, 'now' | 'after'>} clock
   */
  constructor(draw, clock) {
    this.#draw = draw;
    this.#clock = clock;
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {boolean} visible
   */
  remote(x, y, visible) {
    this.#remote = { x, y, visible };
    this.#decide();
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  own(x, y) {
    this.#own = { x, y, at: this.#clock.now() };
    this.#decide();
  }

  /** Control is gone: every move over there is the customer's. */
  alone() {
    this.#own = null;
    this.#decide();
  }

  #decide() {
    this.#cancel();
    const { x, y, visible } = this.#remote;
    const own = this.#own;
    if (!visible) return this.#draw(null);
    if (own === null) return this.#draw({ x, y });
    if (Math.abs(own.x - x) <= SAME_WITHIN && Math.abs(own.y - y) <= SAME_WITHIN) return this.#draw(null);
    const rested = this.#clock.now() - own.at;
    if (rested >= REST) return this.#draw({ x, y });
    this.#draw(null);
    this.#cancel = this.#clock.after(REST - rested, () => this.#decide());
  }
}
