// @ts-check
// A viewer's session, the relay before it and an agent behind that: the agent is the scripted one of rs1, with messages. For tests only.
import assert from 'node:assert/strict';
import { Display } from '../../src/Web/wwwroot/viewer/display.js';
import { Grant } from '../../src/Web/wwwroot/viewer/grants.js';
import { HandshakeViewer } from '../../src/Web/wwwroot/viewer/rs1/handshake.js';
import { Session } from '../../src/Web/wwwroot/viewer/session.js';
import { read, write } from '../../src/Web/wwwroot/viewer/wire.js';
import { FakeCanvas, FakeClock, FakeSocket, decodeJpeg, newImage, settle } from './fakes.js';
import { TestAgent } from './rs1-agent.js';
import { seeded } from './rs1-chance.js';
import { contextOf } from './rs1-ends.js';

/** @typedef {import('../../src/Web/wwwroot/viewer/rs1/record-cipher.js').RecordCipher} RecordCipher */
/** @typedef {import('../../src/Web/wwwroot/viewer/wire.js').Message} Message */

export const tokenOf = (/** @type {number} */ first) => Uint8Array.from({ length: 32 }, (_, i) => first + i);

export class Rig {
  clock = new FakeClock();
  canvas = new FakeCanvas();
  /** @type {FakeSocket[]} one for each connection */
  sockets = [];
  /** @type {any[]} */
  news = [];
  /** What the desk answers to a viewer that wants a new token. @type {(Uint8Array | 'refused' | null)[]} */
  tokens = [];
  asked = 0;
  endedAtDesk = 0;
  granted = Grant.view;
  /** @type {RecordCipher | null} the agent's */
  records = null;
  #read = 0;

  /** @param {{ seed?: number, context?: Parameters<typeof contextOf>[0], token?: Uint8Array }} [parts] context: what the viewer has other than the agent */
  static async make({ seed = 1, context, token = tokenOf(0) } = {}) {
    const rig = new Rig();
    const chance = seeded(seed);
    const { now } = rig.clock;
    rig.agent = new TestAgent({ context: await contextOf(), now, chance });
    rig.session = new Session({
      connect: () => {
        rig.#read = 0;
        rig.sockets.push(new FakeSocket());
        return /** @type {any} */ (rig.socket);
      },
      renew: async () => {
        rig.asked++;
        return rig.tokens.shift() ?? null;
      },
      handshake: new HandshakeViewer({ context: await contextOf(context), offered: 3, now, chance }),
      token,
      screen: new Display(/** @type {any} */ (rig.canvas), newImage),
      decodeJpeg,
      tell: (news) => rig.news.push(news),
      endAtDesk: async () => {
        rig.endedAtDesk++;
      },
      clock: rig.clock,
    });
    return rig;
  }

  /** A viewer that is in the room. @param {Parameters<typeof Rig.make>[0]} [parts] */
  static async joined(parts) {
    const rig = await Rig.make(parts);
    rig.socket.open();
    await settle();
    return rig;
  }

  /** A viewer that shows the number. @param {Parameters<typeof Rig.make>[0]} [parts] */
  static async agreed(parts) {
    const rig = await Rig.joined(parts);
    await rig.agree();
    return rig;
  }

  /** A viewer that has heard of the right entry, not of the green check. @param {Parameters<typeof Rig.make>[0]} [parts] */
  static async verified(parts) {
    const rig = await Rig.agreed(parts);
    await rig.open();
    return rig;
  }

  /** A viewer whose consultant has ticked. @param {Parameters<typeof Rig.make>[0]} [parts] */
  static async seeing(parts) {
    const rig = await Rig.verified(parts);
    rig.session.confirm();
    return rig;
  }

  /** @type {TestAgent} */
  agent = /** @type {any} */ (null);
  /** @type {Session} */
  session = /** @type {any} */ (null);

  get socket() {
    return /** @type {FakeSocket} */ (this.sockets.at(-1));
  }

  /** What the viewer sent last, as it is on the line. */
  get answer() {
    return this.socket.sent.at(-1) ?? assert.fail('nothing was sent');
  }

  get states() {
    return this.news.filter((n) => n.type === 'state').map((n) => n.state);
  }

  get ending() {
    return this.last('ended')?.ending;
  }

  /** @param {string} type */
  last(type) {
    return this.news.filter((n) => n.type === type).at(-1);
  }

  /** @param {Uint8Array} bytes as the relay hands them on */
  async deliver(bytes) {
    this.socket.deliver(bytes);
    await settle();
  }

  async agree() {
    await this.deliver(await this.agent.begin());
    await this.deliver(await this.agent.reveal(this.answer));
    await this.deliver(await this.agent.confirm());
  }

  async open() {
    const { records, record } = await this.agent.open(this.granted);
    this.records = records;
    this.#read = this.socket.sent.length;
    await this.deliver(record);
  }

  /** @param {Message} message @returns {Promise<Uint8Array>} */
  seal(message) {
    return /** @type {RecordCipher} */ (this.records).seal(write(message, 'a2c'));
  }

  /** @param {Message} message */
  async says(message) {
    await this.deliver(await this.seal(message));
  }

  /** The new connection joins, and the agent replaces the lost line over it. */
  async resume() {
    this.socket.open();
    await settle();
    await this.deliver(await this.agent.beginResume());
    this.records = await this.agent.completeResume(this.answer);
    this.#read = this.socket.sent.length;
  }

  /** @type {Message[]} */
  #messages = [];

  /** What the agent has read since the number was right, without pings and acks unless asked for. */
  async messages({ all = false } = {}) {
    await settle();
    for (; this.#read < this.socket.sent.length; this.#read++) {
      const plain = await /** @type {RecordCipher} */ (this.records).open(this.socket.sent[this.#read]) ?? assert.fail('the agent refuses a record');
      if (plain.length > 0) this.#messages.push(read(plain, 'c2a'));
    }
    return this.#messages.filter((m) => all || !['Ping', 'FrameAck'].includes(m.name));
  }

  /** @param {string} name */
  async sent(name) {
    return (await this.messages({ all: true })).filter((m) => m.name === name);
  }
}
