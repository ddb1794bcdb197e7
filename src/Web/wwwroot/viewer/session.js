// @ts-check
// What the viewer does on the line, without a browser: join, read in order, paint, acknowledge, ping, send input.
import { Delay } from './delay.js';
import { EndReason } from './end-reason.js';
import { endingOfClose, endingOfReason } from './endings.js';
import { Frames } from './frames.js';
import { Grant } from './grants.js';
import { Outbox } from './outbox.js';
import { read, write } from './wire.js';
import { WireFormatError } from './wire-format-error.js';

/** @typedef {import('./wire.js').Message} Message */
/** @typedef {{ now: () => number, after: (ms: number, run: () => void) => (() => void), frame: (run: () => void) => void }} Clock
 *   `after` gives its cancel; `frame` runs before the next animation frame */
/** @typedef {'waiting' | 'seen' | 'controlled' | 'paused' | 'ended'} State */
/** @typedef {{ paint: (frame: import('./frames.js').Frame) => void, present: () => void, clear: () => void }} Screen */
/** @typedef {{ send: (bytes: any) => void, close: (code: number) => void, binaryType: string, addEventListener: EventTarget['addEventListener'] }} Socket */

/**
 * What the page is told.
 * @typedef {{ type: 'state', state: State } | { type: 'asked', answer: 'waiting' | 'declined' | 'none' }
 *   | { type: 'delay', ms: number | null, silent: number } | { type: 'cursor', x: number, y: number, visible: boolean }
 *   | { type: 'painted', frame: number, width: number, height: number } | { type: 'ended', ending: import('./endings.js').Ending }} News
 */

const JOIN = 0x02;
const VIEWER = 2;
const TOKEN_SIZE = 32;
const ASKED_FOR = 65_000;
const DECLINED_SHOWN = 6_000;
// An honest agent has two frames under way; more than this waiting is not one.
const MOST_WAITING = 128 * 1024 * 1024;
const ENDED_ON_PURPOSE = 4410;
const NORMAL = 1000;
const AGENT_HANGS_UP = 3000; // ms
const MALFORMED = 4400;

export class Session {
  #socket;
  #records;
  #screen;
  #tell;
  #clock;
  #token;
  #outbox;
  #delay;
  #frames = new Frames();
  /** @type {Uint8Array[]} */
  #arrived = [];
  #waitingBytes = 0;
  #reading = false;
  /** @type {Promise<void>} */
  #sending = Promise.resolve();
  #grants = 0;
  #grantSeq = 0;
  #paused = false;
  /** @type {State} */
  #state = 'waiting';
  #everOpen = false;
  /** @type {{ frame: number, width: number, height: number }[]} */
  #painted = [];
  #cancelAsked = () => {};

  /**
   * @param {{ socket: Socket, token: Uint8Array, records: import('./seal.js').RecordSeal, screen: Screen,
   *   tell: (news: News) => void, clock: Clock }} parts
   */
  constructor({ socket, token, records, screen, tell, clock }) {
    if (token.length !== TOKEN_SIZE) throw new RangeError('a relay token has 32 bytes');
    this.#socket = socket;
    this.#token = token;
    this.#records = records;
    this.#screen = screen;
    this.#tell = tell;
    this.#clock = clock;
    this.#outbox = new Outbox((message) => this.#transmit(message), clock);
    this.#delay = new Delay((ping) => this.#outbox.add({ name: 'Ping', token: ping }), (ms, silent) => tell({ type: 'delay', ms, silent }), clock);
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('open', () => this.#join());
    socket.addEventListener('message', (/** @type {any} */ event) => this.#arrive(event.data));
    socket.addEventListener('close', (/** @type {any} */ event) => this.#over(endingOfClose(event.code, this.#everOpen)));
  }

  get state() {
    return this.#state;
  }

  /**
   * Pointer, key, text and held-key messages from the page, without their grantSeq. Dropped unless control is granted.
   * @param {Message} message
   */
  input(message) {
    if (this.#state === 'controlled') this.#outbox.add({ ...message, grantSeq: this.#grantSeq });
  }

  requestControl() {
    if (this.#state !== 'seen') return;
    this.#outbox.add({ name: 'GrantRequest', grants: Grant.control });
    this.#askedFor('waiting', ASKED_FOR);
  }

  /** The consultant ends the session. */
  async end() {
    await this.#leave(EndReason.consultantEnded, ENDED_ON_PURPOSE);
  }

  #join() {
    this.#everOpen = true;
    const join = new Uint8Array(2 + TOKEN_SIZE);
    join.set([JOIN, VIEWER]);
    join.set(this.#token, 2);
    this.#socket.send(join);
    this.#token.fill(0);
    this.#tell({ type: 'state', state: this.#state });
    this.#delay.start();
  }

  /** @param {unknown} data */
  #arrive(data) {
    if (this.#state === 'ended') return;
    const record = data instanceof ArrayBuffer ? new Uint8Array(data) : null;
    this.#waitingBytes += record?.length ?? 0;
    if (record === null || this.#waitingBytes > MOST_WAITING) {
      void this.#leave(EndReason.protocolError, MALFORMED);
      return;
    }
    this.#arrived.push(record);
    if (!this.#reading) void this.#readAll();
  }

  /** One message after the other, in the order of arrival: the next is opened when the last is decoded. */
  async #readAll() {
    this.#reading = true;
    try {
      for (let record = this.#arrived.shift(); record !== undefined && this.#state !== 'ended'; record = this.#arrived.shift()) {
        const plain = await this.#records.open(record);
        if (plain === null) throw new WireFormatError('record refused');
        await this.#handle(read(plain, 'a2c'));
        this.#waitingBytes -= record.length;
      }
    } catch (error) {
      await this.#leave(EndReason.protocolError, MALFORMED);
      // Anything but bad bytes is our own bug and must be seen.
      if (!(error instanceof WireFormatError)) throw error;
    } finally {
      this.#reading = false;
    }
  }

  /** @param {any} message */
  async #handle(message) {
    this.#delay.heard();
    switch (message.name) {
      case 'FrameUpdate': return this.#add(message);
      case 'CursorPosition': return this.#tell({ type: 'cursor', x: message.x, y: message.y, visible: message.visible });
      case 'GrantsChanged': return this.#granted(message.grants, message.grantSeq);
      case 'GrantDeclined': return this.#askedFor('declined', DECLINED_SHOWN);
      case 'Paused':
        this.#paused = message.reason !== 0 && message.reason !== 2; // a hand on the mouse holds back input only
        return this.#follow();
      case 'Pong': return this.#delay.pong(message.token);
      case 'End':
        // Who hangs up first is written down as who ended it, so the agent hangs up and this end only sees to it that the line goes.
        this.#over(endingOfReason(message.reason));
        this.#clock.after(AGENT_HANGS_UP, () => this.#socket.close(NORMAL));
        return;
      default: throw new TypeError(`${message.name} has no handler`);
    }
  }

  /** @param {any} update */
  async #add(update) {
    const frame = await this.#frames.add(update);
    if (frame === null || this.#state === 'ended') return;
    this.#screen.paint(frame);
    this.#painted.push({ frame: frame.frame, width: frame.width, height: frame.height });
    if (this.#painted.length === 1) this.#clock.frame(() => this.#show());
  }

  /** Runs once an animation frame: the newest picture is shown, every frame in it acknowledged. */
  #show() {
    if (this.#state === 'ended') return;
    this.#screen.present();
    const shown = this.#painted.splice(0);
    for (const { frame } of shown) this.#outbox.add({ name: 'FrameAck', frame });
    const { frame, width, height } = shown[shown.length - 1];
    this.#tell({ type: 'painted', frame, width, height });
  }

  /**
   * @param {number} grants
   * @param {number} grantSeq
   */
  #granted(grants, grantSeq) {
    this.#outbox.dropInput();
    this.#grants = grants;
    this.#grantSeq = grantSeq;
    if ((grants & Grant.control) !== 0) this.#askedFor('none', 0);
    this.#follow();
  }

  /** The state is what the agent's messages add up to; nothing else sets it. */
  #follow() {
    const allowed = (this.#grants & Grant.view) === 0 ? 'waiting' : (this.#grants & Grant.control) === 0 ? 'seen' : 'controlled';
    const state = allowed !== 'waiting' && this.#paused ? 'paused' : allowed;
    if (state !== 'controlled') this.#outbox.dropInput();
    if (state === this.#state) return;
    this.#state = state;
    if (state === 'waiting') {
      // Viewing was taken back: nothing of the picture stays, and the next one starts whole.
      this.#screen.clear();
      this.#frames = new Frames();
    }
    this.#tell({ type: 'state', state });
  }

  /**
   * @param {'waiting' | 'declined' | 'none'} answer
   * @param {number} ms after which it is forgotten
   */
  #askedFor(answer, ms) {
    this.#cancelAsked();
    this.#tell({ type: 'asked', answer });
    this.#cancelAsked = answer === 'none' ? () => {} : this.#clock.after(ms, () => this.#tell({ type: 'asked', answer: 'none' }));
  }

  /** @param {Message} message */
  #transmit(message) {
    const plain = write(message);
    this.#sending = this.#sending.then(async () => {
      const record = await this.#records.seal(plain);
      this.#socket.send(record);
    });
  }

  /**
   * @param {number} reason
   * @param {number} code
   */
  async #leave(reason, code) {
    if (this.#state === 'ended') return;
    const tell = this.#everOpen;
    this.#over(endingOfReason(reason));
    if (tell) {
      this.#outbox.dropInput();
      this.#outbox.add({ name: 'End', reason });
      this.#outbox.flush();
      await this.#sending;
    }
    this.#socket.close(code);
  }

  /** @param {import('./endings.js').Ending} ending */
  #over(ending) {
    if (this.#state === 'ended') return;
    this.#state = 'ended';
    this.#arrived = [];
    this.#cancelAsked();
    this.#delay.stop();
    this.#screen.clear();
    this.#tell({ type: 'ended', ending });
  }
}
