// @ts-check
// The line to the agent, over as many connections as it takes: handshake, records, and the resume when a connection is lost.
// Before the agent's M6 nothing but the handshake goes over it; afterwards nothing but records.
import { Connection } from './connection.js';
import { endingOfClose } from './endings.js';
import { CloseCode } from './rs1/close-codes.js';

/** @typedef {import('./rs1/handshake.js').HandshakeViewer} HandshakeViewer */
/** @typedef {import('./rs1/record-cipher.js').RecordCipher} RecordCipher */
/** @typedef {import('./endings.js').Ending} Ending */
/** @typedef {{ number: string | null, attempt: number, left: number }} Verifying number = to be read out, left = seconds for it */
/**
 * @typedef {object} LineHearer
 * @property {(bytes: number) => void} arrived length of a message, as it came over the line
 * @property {() => void} joined the relay let this end in, for the first time
 * @property {(step: Verifying) => void} verifying
 * @property {(grant: { granted: number, grantSeq: number }) => void} opened the customer typed the right number
 * @property {(plain: Uint8Array) => Promise<void>} message
 * @property {(left: number) => void} interrupted seconds in which it may still come back; again with each of them
 * @property {() => void} resumed
 * @property {(ending: Ending) => void} over
 */
/** @typedef {{ connect: () => import('./connection.js').Socket, renew: () => Promise<Uint8Array | 'refused' | null>, handshake: HandshakeViewer,
 *   clock: import('./session.js').Clock, hear: LineHearer }} LineParts renew: a new token; null = not now, ask again */

// At least once a second: the steps of rs1 end by the clock alone.
const LOOK_EVERY = 500;
const RETRY_AFTER = 2_000;

export class Line {
  #connect;
  #renew;
  #handshake;
  #clock;
  #hear;
  /** @type {'verifying' | 'open' | 'lost' | 'proving' | 'over'} proving = answered on a new connection, the agent has yet to show the new keys */
  #phase = 'verifying';
  /** @type {Connection | null} */
  #connection = null;
  /** @type {import('./rs1/resume.js').ResumeViewer | null} */
  #resume = null;
  /** @type {RecordCipher | null} */
  #records = null;
  /** @type {Promise<void>} */
  #sending = Promise.resolve();
  #everJoined = false;
  #told = '';
  #cancelLook = () => {};
  #cancelRetry = () => {};

  /** @param {LineParts} parts */
  constructor({ connect, renew, handshake, clock, hear }) {
    this.#connect = connect;
    this.#renew = renew;
    this.#handshake = handshake;
    this.#clock = clock;
    this.#hear = hear;
  }

  /** @param {Uint8Array} token of the relay */
  start(token) {
    this.#open(token);
    this.#look();
  }

  /** Seals and sends; nothing happens while the line is not open. @param {Uint8Array} plain */
  send(plain) {
    const [records, connection] = [this.#records, this.#connection];
    if (this.#phase !== 'open' || records === null || connection === null) return;
    this.#sending = this.#sending.then(async () => {
      try {
        const update = await records.keyUpdate();
        if (update !== null) connection.send(update);
        connection.send(await records.seal(plain));
      } catch (error) {
        // Keys that were let go meanwhile seal nothing; anything else is our own bug and must be seen.
        if (this.#records === records) throw error;
      }
    });
  }

  /** Sends what was given to `send`, then closes. @param {number} code */
  async finish(code) {
    await this.#sending;
    this.#close(code);
  }

  /** The agent said good-bye and hangs up; this end only sees to it that the connection goes. @param {number} code @param {number} ms */
  letGo(code, ms) {
    const connection = this.#connection;
    this.#forget();
    this.#clock.after(ms, () => connection?.close(code));
  }

  /** @param {Uint8Array} token */
  #open(token) {
    this.#connection = new Connection(this.#connect(), token, {
      joined: () => this.#joined(),
      received: (bytes) => this.#receive(bytes),
      refused: () => this.#fail(CloseCode.malformed),
      closed: (code) => this.#closed(code),
    });
  }

  #joined() {
    if (this.#everJoined) return;
    this.#everJoined = true;
    this.#hear.joined();
  }

  /** @param {Uint8Array} bytes */
  async #receive(bytes) {
    this.#hear.arrived(bytes.length);
    if (this.#phase === 'verifying') await this.#verify(bytes);
    else if (this.#phase === 'lost') await this.#answer(bytes);
    else if (this.#phase !== 'over') await this.#read(bytes);
  }

  /** @param {Uint8Array} bytes */
  async #verify(bytes) {
    const reply = await this.#handshake.receive(bytes);
    if (this.#phase !== 'verifying') return;
    if (reply === null) return this.#fail(this.#handshake.failure);
    if (reply.length > 0) this.#connection?.send(reply);
    const { line } = this.#handshake;
    if (line === null) return this.#tellStep();
    this.#phase = 'open';
    this.#records = line.records;
    this.#resume = line.resume;
    this.#hear.opened({ granted: line.granted, grantSeq: line.grantSeq });
  }

  /** @param {Uint8Array} bytes the agent's first on a new connection */
  async #answer(bytes) {
    const resume = /** @type {import('./rs1/resume.js').ResumeViewer} */ (this.#resume);
    const answer = await resume.answer(bytes);
    if (this.#phase !== 'lost') return;
    if (answer === null) return this.#fail(resume.failure);
    this.#phase = 'proving';
    this.#records = answer.records;
    this.#connection?.send(answer.reply);
  }

  /** @param {Uint8Array} record */
  async #read(record) {
    const plain = await this.#records?.open(record) ?? null;
    if (this.#isOver()) return;
    if (plain === null) return this.#fail(CloseCode.securityCheck);
    if (this.#phase === 'proving') {
      this.#phase = 'open';
      this.#hear.resumed();
    }
    // A key update has nothing to say.
    if (plain.length > 0) await this.#hear.message(plain);
  }

  /** @param {number} code */
  #closed(code) {
    if (this.#isOver()) return;
    const ending = endingOfClose(code, this.#everJoined);
    if (this.#resume === null || ending !== 'lineLost') return this.#end(ending);
    const again = this.#phase === 'open' ? 0 : RETRY_AFTER;
    this.#phase = 'lost';
    this.#connection = null;
    this.#letGoOfRecords();
    this.#resume.lineLost();
    this.#tellStep();
    this.#retry(again);
  }

  /** @param {number} ms */
  #retry(ms) {
    this.#cancelRetry = this.#clock.after(ms, async () => {
      const token = await this.#renew();
      if (this.#phase !== 'lost') return;
      if (token === 'refused') this.#end('lineLost');
      else if (token === null) this.#retry(RETRY_AFTER);
      else this.#open(token);
    });
  }

  /** Ends a step whose time has run out, and tells how much the current one has left. */
  #look() {
    if (this.#resume === null && this.#handshake.isOver()) return this.#fail(this.#handshake.failure);
    if (this.#resume?.isOver()) return this.#fail(this.#resume.failure);
    this.#tellStep();
    this.#cancelLook = this.#clock.after(LOOK_EVERY, () => this.#look());
  }

  #tellStep() {
    const { state, number, attempt, left } = this.#handshake;
    const of = this.#resume ?? { left };
    const seconds = Math.ceil(of.left / 1000);
    const now = `${this.#phase} ${number} ${attempt} ${seconds}`;
    if (now === this.#told) return;
    this.#told = now;
    if (this.#phase === 'lost' || this.#phase === 'proving') this.#hear.interrupted(seconds);
    else if (this.#phase === 'verifying' && state !== 'idle') this.#hear.verifying({ number, attempt, left: seconds });
  }

  /** @param {number | null} failure of rs1 */
  #fail(failure) {
    const code = failure ?? CloseCode.malformed;
    // A minute without a line is not a step that took too long: to those who talk to each other, the line was lost.
    const ending = this.#resume !== null && code === CloseCode.timedOut ? 'lineLost' : endingOfClose(code, true);
    this.#close(code);
    this.#hear.over(ending);
  }

  /** @param {Ending} ending */
  #end(ending) {
    this.#forget();
    this.#hear.over(ending);
  }

  /** @param {number} code */
  #close(code) {
    const connection = this.#connection;
    this.#forget();
    connection?.close(code);
  }

  #isOver() {
    return this.#phase === 'over';
  }

  /** Lets go of every key; nothing is sent or read any more. */
  #forget() {
    this.#phase = 'over';
    this.#cancelLook();
    this.#cancelRetry();
    this.#connection = null;
    this.#letGoOfRecords();
    this.#handshake.close();
    this.#resume?.close();
  }

  #letGoOfRecords() {
    const records = this.#records;
    this.#records = null;
    records?.close();
  }
}
