// @ts-check
// One WebSocket to the relay: joins with its token, hands on what arrives one after the other, and says once that it is over.

/** @typedef {{ send: (bytes: any) => void, close: (code: number) => void, binaryType: string, addEventListener: EventTarget['addEventListener'] }} Socket */
/** @typedef {{ joined: () => void, received: (bytes: Uint8Array) => Promise<void>, refused: () => void, closed: (code: number) => void }} Hearer
 *   refused = something arrived that is no message; closed = by the other side, after everything that came before it was read */

const JOIN = 0x02;
const VIEWER = 2;
const TOKEN_SIZE = 32;
// An honest agent has two frames under way; more than this waiting is not one.
const MOST_WAITING = 128 * 1024 * 1024;

export class Connection {
  #socket;
  #hear;
  /** @type {Uint8Array[]} */
  #arrived = [];
  #waitingBytes = 0;
  #reading = false;
  /** @type {number | null} */
  #closedWith = null;
  #over = false;

  /**
   * @param {Socket} socket
   * @param {Uint8Array} token used once, then wiped
   * @param {Hearer} hear
   */
  constructor(socket, token, hear) {
    if (token.length !== TOKEN_SIZE) throw new RangeError('a relay token has 32 bytes');
    this.#socket = socket;
    this.#hear = hear;
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('open', () => this.#join(token));
    socket.addEventListener('message', (/** @type {any} */ event) => this.#arrive(event.data));
    socket.addEventListener('close', (/** @type {any} */ event) => this.#closed(event.code));
  }

  /** Nothing is sent on a connection that is gone. @param {Uint8Array} bytes */
  send(bytes) {
    if (!this.#over && this.#closedWith === null) this.#socket.send(bytes);
  }

  /** Nothing more is heard of it. @param {number} code */
  close(code) {
    if (this.#over) return;
    this.#over = true;
    this.#arrived = [];
    this.#socket.close(code);
  }

  /** @param {Uint8Array} token */
  #join(token) {
    const join = new Uint8Array(2 + TOKEN_SIZE);
    join.set([JOIN, VIEWER]);
    join.set(token, 2);
    this.send(join);
    token.fill(0);
    if (!this.#over) this.#hear.joined();
  }

  /** @param {unknown} data */
  #arrive(data) {
    if (this.#over) return;
    const bytes = data instanceof ArrayBuffer ? new Uint8Array(data) : null;
    this.#waitingBytes += bytes?.length ?? 0;
    if (bytes === null || this.#waitingBytes > MOST_WAITING) return this.#hear.refused();
    this.#arrived.push(bytes);
    if (!this.#reading) void this.#readAll();
  }

  /** One after the other, in the order of arrival: the next is read when the last has been. */
  async #readAll() {
    this.#reading = true;
    try {
      for (let bytes = this.#arrived.shift(); bytes !== undefined && !this.#over; bytes = this.#arrived.shift()) {
        await this.#hear.received(bytes);
        this.#waitingBytes -= bytes.length;
      }
    } finally {
      this.#reading = false;
      this.#tellClosed();
    }
  }

  /** @param {number} code */
  #closed(code) {
    this.#closedWith ??= code;
    if (!this.#reading) this.#tellClosed();
  }

  #tellClosed() {
    if (this.#over || this.#closedWith === null) return;
    this.#over = true;
    this.#hear.closed(this.#closedWith);
  }
}
