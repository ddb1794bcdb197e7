// @ts-check
// What the viewer says and hears, without a browser: verification, grants, pauses, pictures, input, the end. How it travels is in line.js.
import { Clipboard } from './clipboard.js';
import { Cursor } from './cursor.js';
import { EndReason } from './end-reason.js';
import { endingOfReason } from './endings.js';
import { Grant } from './grants.js';
import { Line } from './line.js';
import { Meter } from './meter.js';
import { Outbox } from './outbox.js';
import { PauseReason } from './pause-reason.js';
import { Pictures } from './pictures.js';
import { CloseCode } from './rs1/close-codes.js';
import { stateOf } from './state.js';
import { read, write } from './wire.js';
import { WireFormatError } from './wire-format-error.js';

/** @typedef {import('./wire.js').Message} Message */
/** @typedef {{ now: () => number, after: (ms: number, run: () => void) => (() => void), frame: (run: () => void) => void }} Clock
 *   `after` gives its cancel; `frame` runs before the next animation frame */
/** @typedef {import('./state.js').State} State */

/** @typedef {import('./news.js').News} News */
/** @typedef {Omit<import('./line.js').LineParts, 'hear'> & { token: Uint8Array, screen: import('./pictures.js').Screen,
 *   decodeJpeg: import('./frames.js').DecodeJpeg, tell: (news: News) => void,
 *   endAtDesk: () => Promise<void> }} SessionParts endAtDesk: says the end to the desk, never fails */

const ASKED_FOR = 65_000;
const DECLINED_SHOWN = 6_000;
const NORMAL = 1000;
const AGENT_HANGS_UP = 3000; // ms

export class Session {
  #line;
  #tell;
  #endAtDesk;
  #clock;
  #outbox;
  #meter;
  #clipboard;
  #pictures;
  #cursor;
  #verifying = false;
  #verified = false;
  #confirmed = false;
  #interrupted = false;
  #grants = 0;
  #grantSeq = 0;
  /** @type {number} */
  #pause = PauseReason.running;
  #problemTold = false;
  /** @type {State} */
  #state = 'waiting';
  #toldPause = 0;
  #cancelAsked = () => {};

  /** @param {SessionParts} parts */
  constructor({ connect, renew, handshake, token, screen, decodeJpeg, tell, endAtDesk, clock }) {
    this.#tell = tell;
    this.#endAtDesk = endAtDesk;
    this.#clock = clock;
    this.#outbox = new Outbox((message) => this.#line.send(write(message)), clock);
    this.#meter = new Meter((ping) => this.#outbox.add({ name: 'Ping', token: ping }), tell, clock);
    this.#clipboard = new Clipboard({ send: (message) => this.#outbox.add(message), tell, clock });
    this.#cursor = new Cursor(tell);
    this.#pictures = new Pictures({
      screen, decodeJpeg, frame: clock.frame, send: (message) => this.#outbox.add(message),
      shown: (newest) => this.#shown(newest), told: (state) => tell({ type: 'picture', state }),
    });
    this.#line = new Line({ connect, renew, handshake, clock, hear: {
      arrived: (bytes) => this.#meter.arrived(bytes),
      joined: () => this.#tellState(),
      verifying: (step) => this.#verify(step),
      opened: (grant) => this.#opened(grant),
      message: (plain) => this.#read(plain),
      interrupted: (left) => this.#lost(left),
      resumed: () => this.#resumed(),
      over: (ending) => this.#over(ending),
    } });
    this.#line.start(token);
  }

  get state() {
    return this.#state;
  }

  /** The customer says on the phone that the check is green: the picture may be seen. */
  confirm() {
    if (this.#state !== 'unlock') return;
    this.#confirmed = true;
    this.#pictures.unlock();
    this.#cursor.unlock();
    this.#follow();
  }

  /**
   * Pointer, key, text and held-key messages from the page, without their grantSeq. Dropped unless control is granted.
   * @param {Message} message
   * @param {number | null} [at] when the event happened that may change the picture, by the clock; null if it is no such event
   */
  input(message, at = null) {
    if (this.#state !== 'controlled' || this.#problemTold) return;
    this.#outbox.add({ ...message, grantSeq: this.#grantSeq });
    if (at !== null) this.#meter.input(at);
  }

  requestControl() {
    if (this.#state !== 'seen') return;
    this.#outbox.add({ name: 'GrantRequest', grants: Grant.control });
    this.#askedFor('waiting', ASKED_FOR);
  }

  /** @param {string} text for the customer's clipboard, plain and not too long; nothing happens while the screen is not seen */
  giveText(text) {
    if (this.#isSeen()) this.#clipboard.give(text);
  }

  askText() {
    if (this.#isSeen()) this.#clipboard.ask();
  }

  /** The consultant saw that something is wrong with the machine; nothing more is done until the customer wishes it. */
  problemFound() {
    if (!this.#isSeen()) return;
    this.#problemTold = true;
    this.#outbox.dropInput();
    this.#outbox.add({ name: 'ProblemFound' });
    this.#askedFor('none', 0);
  }

  /** The consultant ends the session. */
  async end() {
    if (this.#state === 'ended') return;
    const hasNoLine = this.#interrupted;
    await this.#leave(EndReason.consultantEnded, CloseCode.ended);
    // A line that is lost cannot say it; the agent and the record learn it from the desk.
    if (hasNoLine) await this.#endAtDesk();
  }

  /** Nothing else is going on between the two. */
  #isSeen() {
    return !this.#problemTold && (this.#state === 'seen' || this.#state === 'controlled');
  }

  /** @param {import('./line.js').Verifying} step */
  #verify(step) {
    this.#verifying = true;
    this.#tell({ type: 'verifying', ...step });
    this.#follow();
  }

  /** @param {{ granted: number, grantSeq: number }} grant */
  #opened({ granted, grantSeq }) {
    this.#verified = true;
    this.#meter.start();
    this.#granted(granted, grantSeq);
  }

  /** @param {number} left */
  #lost(left) {
    if (!this.#interrupted) {
      this.#interrupted = true;
      this.#meter.stop();
      this.#outbox.clear();
      this.#clipboard.reset();
      this.#pictures.interrupted();
      this.#askedFor('none', 0);
      // The agent says anew what holds on the new line: it begins there with viewing alone.
      this.#grants &= Grant.view;
      this.#pause = PauseReason.running;
      this.#problemTold = false;
    }
    this.#tell({ type: 'interrupted', left });
    this.#follow();
  }

  #resumed() {
    this.#interrupted = false;
    this.#meter.start();
    this.#pictures.resumed();
    this.#follow();
  }

  /** @param {Uint8Array} plain */
  async #read(plain) {
    if (this.#state === 'ended') return;
    try {
      await this.#handle(read(plain, 'a2c'));
    } catch (error) {
      await this.#leave(EndReason.protocolError, CloseCode.malformed);
      // Anything but bad bytes is our own bug and must be seen.
      if (!(error instanceof WireFormatError)) throw error;
    }
  }

  /** @param {any} message */
  async #handle(message) {
    this.#meter.heard(message);
    switch (message.name) {
      case 'FrameUpdate': return this.#pictures.add(message);
      case 'CursorPosition': return this.#cursor.move(message);
      case 'CursorShape': return this.#cursor.shape(message);
      case 'PictureState': return this.#pictures.describe({ exact: message.exact, state: message.state });
      case 'GrantsChanged': return this.#granted(message.grants, message.grantSeq);
      case 'GrantDeclined': return this.#declined(message.grants);
      case 'ClipboardText': return this.#clipboard.came(message.text);
      case 'ClipboardAnswer': return this.#clipboard.answered(message.outcome);
      case 'Paused': return this.#paused(message.reason);
      case 'Pong': return;
      case 'End':
        // Who hangs up first is written down as who ended it, so the agent hangs up.
        this.#over(endingOfReason(message.reason));
        return this.#line.letGo(NORMAL, AGENT_HANGS_UP);
      default: throw new TypeError(`${message.name} has no handler`);
    }
  }

  /** @param {import('./pictures.js').Shown} newest */
  #shown(newest) {
    this.#meter.shown(newest.frame);
    this.#tell({ type: 'painted', ...newest });
  }

  /** @param {number} reason */
  #paused(reason) {
    this.#pause = reason;
    this.#problemTold = false;
    this.#follow();
  }

  /**
   * @param {number} grants
   * @param {number} grantSeq
   */
  #granted(grants, grantSeq) {
    this.#outbox.dropInput();
    this.#grants = grants;
    this.#grantSeq = grantSeq;
    this.#clipboard.granted(grants);
    if ((grants & Grant.control) !== 0) this.#askedFor('none', 0);
    if ((grants & Grant.view) === 0) this.#pictures.forget();
    this.#follow();
  }

  /** @param {number} grants */
  #declined(grants) {
    this.#clipboard.declined(grants);
    if ((grants & Grant.control) !== 0) this.#askedFor('declined', DECLINED_SHOWN);
  }

  #follow() {
    if (this.#state === 'ended') return;
    const state = stateOf({ interrupted: this.#interrupted, verifying: this.#verifying, verified: this.#verified, confirmed: this.#confirmed,
      grants: this.#grants, pause: this.#pause });
    if (state !== 'controlled') this.#outbox.dropInput();
    if (state === this.#state && this.#pause === this.#toldPause) return;
    this.#state = state;
    this.#tellState();
  }

  #tellState() {
    this.#toldPause = this.#pause;
    this.#tell({ type: 'state', state: this.#state, pause: this.#pause });
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

  /**
   * @param {number} reason
   * @param {number} code
   */
  async #leave(reason, code) {
    if (this.#state === 'ended') return;
    this.#over(endingOfReason(reason));
    this.#line.send(write({ name: 'End', reason }));
    await this.#line.finish(code);
  }

  /** @param {import('./endings.js').Ending} ending */
  #over(ending) {
    if (this.#state === 'ended') return;
    this.#state = 'ended';
    this.#cancelAsked();
    this.#meter.stop();
    this.#outbox.clear();
    this.#clipboard.reset();
    this.#pictures.forget();
    this.#tell({ type: 'ended', ending });
  }
}
