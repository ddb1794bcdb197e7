// @ts-check
// In full screen the bar goes away when nobody is near it.

const NEAR = 64;
const AFTER = 3000;

export class AutoHide {
  #set;
  #after;
  #busy;
  #on = false;
  #cancel = () => {};

  /**
   * @param {(hidden: boolean) => void} set
   * @param {(ms: number, run: () => void) => (() => void)} after gives its cancel
   * @param {() => boolean} busy whether the bar is in use: focus in it, a panel open, nothing to see yet
   */
  constructor(set, after, busy) {
    this.#set = set;
    this.#after = after;
    this.#busy = busy;
  }

  /** Full screen began or ended. @param {boolean} on */
  set on(on) {
    this.#on = on;
    this.show();
  }

  /** @param {number} clientY */
  pointer(clientY) {
    if (this.#on && clientY < NEAR) this.show();
  }

  show() {
    this.#cancel();
    this.#set(false);
    if (this.#on) this.#cancel = this.#after(AFTER, () => (this.#busy() ? this.show() : this.#set(true)));
  }
}
