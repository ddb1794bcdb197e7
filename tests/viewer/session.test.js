// @ts-check
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Display } from '../../src/Web/wwwroot/viewer/display.js';
import { EndReason } from '../../src/Web/wwwroot/viewer/end-reason.js';
import { Grant } from '../../src/Web/wwwroot/viewer/grants.js';
import { UnsealedRecords } from '../../src/Web/wwwroot/viewer/seal.js';
import { Session } from '../../src/Web/wwwroot/viewer/session.js';
import { FakeCanvas, FakeClock, FakeSocket, frameUpdate, newImage, settle, until } from './fakes.js';

const vectors = JSON.parse(readFileSync(new URL('../vectors/wire.json', import.meta.url), 'utf8'));
const RED = [255, 0, 0];
const VIEW = { name: 'GrantsChanged', grants: Grant.view, grantSeq: 1 };
const CONTROL = { name: 'GrantsChanged', grants: Grant.view | Grant.control, grantSeq: 2 };
const KEY = { name: 'KeyInput', down: true, code: 'KeyA', key: 'a', modifiers: 0 };

async function joined() {
  const socket = new FakeSocket();
  const clock = new FakeClock();
  const canvas = new FakeCanvas();
  /** @type {any[]} */
  const news = [];
  const token = Uint8Array.from({ length: 32 }, (_, i) => i);
  const session = new Session({
    socket: /** @type {any} */ (socket), token, records: new UnsealedRecords(), clock,
    screen: new Display(/** @type {any} */ (canvas), newImage), tell: (n) => news.push(n),
  });
  socket.open();
  await settle();
  const last = (/** @type {string} */ type) => news.filter((n) => n.type === type).at(-1);
  return { session, socket, clock, canvas, news, last, token };
}

test('the first message joins as viewer with the token, which is then forgotten', async () => {
  const { socket, token } = await joined();
  assert.deepEqual([...socket.sent[0]], [2, 2, ...Array.from({ length: 32 }, (_, i) => i)]);
  assert.equal(socket.binaryType, 'arraybuffer');
  assert.ok(token.every((byte) => byte === 0));
});

test('the state follows the grants', async () => {
  const { session, socket, news } = await joined();
  for (const message of [VIEW, CONTROL, { ...VIEW, grantSeq: 3 }, { name: 'GrantsChanged', grants: 0, grantSeq: 4 }])
    await socket.agentSays(message);
  assert.deepEqual(news.filter((n) => n.type === 'state').map((n) => n.state), ['waiting', 'seen', 'controlled', 'seen', 'waiting']);
  assert.equal(session.state, 'waiting');
});

test('viewing taken back leaves nothing of the picture, and given again starts whole', async () => {
  const { socket, clock, canvas, last } = await joined();
  await socket.agentSays(VIEW);
  await socket.agentSays(frameUpdate(1, 3, [2, 1], [{ at: [0, 0, 2, 1], rgb: RED }]));
  await until(() => clock.framesAsked === 1);
  clock.drawFrame();
  await socket.agentSays({ name: 'GrantsChanged', grants: 0, grantSeq: 2 });
  assert.deepEqual([...canvas.shown], [0, 0, 0, 0]);
  await socket.agentSays({ ...VIEW, grantSeq: 3 });
  await socket.agentSays(frameUpdate(2, 2, [2, 1], []));
  await until(() => last('ended'));
  assert.equal(last('ended').ending, 'protocolError');
});

test('a pause by the customer holds input until it runs again', async () => {
  const { session, socket } = await joined();
  await socket.agentSays(VIEW);
  await socket.agentSays(CONTROL);
  await socket.agentSays({ name: 'Paused', reason: 1 });
  assert.equal(session.state, 'paused');
  session.input(KEY);
  await settle();
  assert.deepEqual(socket.messages(), []);
  await socket.agentSays({ name: 'Paused', reason: 2 });
  assert.notEqual(session.state, 'paused', 'a hand on the mouse leaves the picture');
  await socket.agentSays({ name: 'Paused', reason: 0 });
  session.input(KEY);
  await settle();
  assert.deepEqual(socket.messages(), [{ ...KEY, grantSeq: 2 }]);
});

test('input is not sent without control', async () => {
  const { session, socket } = await joined();
  session.input(KEY);
  await socket.agentSays(VIEW);
  session.input(KEY);
  await settle();
  assert.deepEqual(socket.messages(), []);
});

test('a frame is acknowledged when painted, not when it arrives', async () => {
  const { socket, clock, canvas, last } = await joined();
  await socket.agentSays(VIEW);
  await socket.agentSays(frameUpdate(7, 3, [2, 1], [{ at: [0, 0, 2, 1], rgb: RED }]));
  await until(() => clock.framesAsked === 1);
  assert.deepEqual(socket.messages({ all: true }).filter((m) => m.name === 'FrameAck'), []);
  clock.drawFrame();
  await settle();
  assert.deepEqual(canvas.pixel(1, 0), RED);
  assert.deepEqual(socket.messages({ all: true }).filter((m) => m.name === 'FrameAck'), [{ name: 'FrameAck', frame: 7 }]);
  assert.deepEqual(last('painted'), { type: 'painted', frame: 7, width: 2, height: 1 });
});

test('frames that pile up between ticks are shown as one and all acknowledged', async () => {
  const { socket, clock, news } = await joined();
  await socket.agentSays(VIEW);
  await socket.agentSays(frameUpdate(1, 3, [2, 1], []));
  await socket.agentSays(frameUpdate(2, 2, [2, 1], [{ at: [0, 0, 1, 1], rgb: RED }]));
  await socket.agentSays({ name: 'CursorPosition', x: 1, y: 2, visible: true });
  await until(() => news.some((n) => n.type === 'cursor'));
  clock.drawFrame();
  await settle();
  assert.deepEqual(socket.messages({ all: true }).filter((m) => m.name === 'FrameAck').map((m) => m.frame), [1, 2]);
  assert.deepEqual(news.filter((n) => n.type === 'painted').map((n) => n.frame), [2]);
});

test('messages are handled in the order of arrival however long a decode takes', async () => {
  const { socket, news, clock } = await joined();
  const noise = Array.from({ length: 256 * 256 * 3 }, (_, i) => (i * 7919) & 255);
  socket.agentSays(VIEW);
  socket.agentSays(frameUpdate(1, 3, [256, 256], [{ at: [0, 0, 256, 256], rgb: noise }]));
  socket.agentSays({ name: 'CursorPosition', x: 1, y: 2, visible: true });
  await until(() => news.some((n) => n.type === 'cursor'));
  assert.equal(clock.framesAsked, 1);
});

test('control is asked for once seen, and the answers are told', async () => {
  const { session, socket, last } = await joined();
  session.requestControl();
  await socket.agentSays(VIEW);
  session.requestControl();
  await settle();
  assert.deepEqual(socket.messages(), [{ name: 'GrantRequest', grants: Grant.control }]);
  assert.equal(last('asked').answer, 'waiting');
  await socket.agentSays({ name: 'GrantDeclined', grants: Grant.control });
  assert.equal(last('asked').answer, 'declined');
  session.requestControl();
  await socket.agentSays(CONTROL);
  assert.equal(last('asked').answer, 'none');
  assert.equal(session.state, 'controlled');
});

test('a question nobody answers is forgotten, so that it can be asked again', async () => {
  const { session, socket, clock, last } = await joined();
  await socket.agentSays(VIEW);
  session.requestControl();
  await clock.advance(66_000);
  assert.equal(last('asked').answer, 'none');
});

test('pings every five seconds once the agent has spoken and tells the delay', async () => {
  const { socket, clock, last } = await joined();
  const pings = () => socket.messages({ all: true }).filter((m) => m.name === 'Ping');
  await clock.advance(15_000);
  assert.equal(pings().length, 0);
  await socket.agentSays(VIEW);
  await clock.advance(1_000);
  assert.equal(pings().length, 1);
  clock.time += 38;
  await socket.agentSays({ name: 'Pong', token: pings()[0].token });
  assert.deepEqual(last('delay'), { type: 'delay', ms: 38, silent: 0 });
  await clock.advance(10_000);
  assert.equal(pings().length, 3);
  assert.equal(last('delay').silent, 10);
});

test('while it waits for the customer it keeps the relay\'s idle limit away', async () => {
  const { socket, clock } = await joined();
  await clock.advance(59_000);
  assert.equal(socket.messages({ all: true }).filter((m) => m.name === 'Ping').length, 2);
});

test('a pong nobody asked for is not a delay', async () => {
  const { socket, news } = await joined();
  await socket.agentSays({ name: 'Pong', token: 99 });
  assert.deepEqual(news.filter((n) => n.type === 'delay' && n.ms !== null), []);
});

test('ending it says so to the agent, then closes on purpose', async () => {
  const { session, socket, clock, canvas, last } = await joined();
  await socket.agentSays(VIEW);
  await socket.agentSays(frameUpdate(1, 3, [2, 1], [{ at: [0, 0, 2, 1], rgb: RED }]));
  await until(() => clock.framesAsked === 1);
  await session.end();
  assert.deepEqual(socket.messages(), [{ name: 'End', reason: EndReason.consultantEnded }]);
  assert.equal(socket.closedWith, 4410);
  assert.deepEqual(last('ended'), { type: 'ended', ending: 'consultantEnded' });
  assert.deepEqual([canvas.width, canvas.height], [1, 1]);
});

test('the customer\'s end stops everything at once', async () => {
  const { session, socket, clock, last } = await joined();
  await socket.agentSays(VIEW);
  await socket.agentSays(CONTROL);
  await socket.agentSays({ name: 'End', reason: EndReason.customerEnded });
  assert.deepEqual(last('ended'), { type: 'ended', ending: 'customerEnded' });
  const sent = socket.sent.length;
  session.input(KEY);
  session.requestControl();
  clock.drawFrame();
  // Who hangs up first counts as who ended it: the agent does, and this end only when nothing comes of it.
  await clock.advance(2_900);
  assert.equal(socket.closedWith, null);
  await clock.advance(60_000);
  assert.equal(socket.closedWith, 1000);
  assert.equal(socket.sent.length, sent);
  socket.drop(4410);
  assert.equal(last('ended').ending, 'customerEnded');
});

/** @type {[number, string][]} */
const closes = [[4410, 'ended'], [4504, 'lineLost'], [1006, 'lineLost'], [4401, 'refused'], [4408, 'tooSlow'], [4411, 'timeLimit'], [4421, 'occupied'],
  [4400, 'protocolError'], [4429, 'tooMuch']];
for (const [code, ending] of closes) {
  test(`a close with ${code} reads as ${ending}`, async () => {
    const { socket, last } = await joined();
    socket.drop(code);
    assert.equal(last('ended').ending, ending);
  });
}

test('a relay that was never reached is not a lost line', async () => {
  const socket = new FakeSocket();
  /** @type {any[]} */
  const news = [];
  new Session({ socket: /** @type {any} */ (socket), token: new Uint8Array(32), records: new UnsealedRecords(), clock: new FakeClock(),
    screen: { paint() {}, present() {}, clear() {} }, tell: (n) => news.push(n) });
  socket.drop(1006);
  assert.deepEqual(news, [{ type: 'ended', ending: 'unreachable' }]);
});

for (const { name, direction, hex } of vectors.malformed.filter((/** @type {any} */ v) => v.direction === 'a2c')) {
  test(`${name} (${direction}) ends the session with ProtocolError`, async () => {
    const { socket, last } = await joined();
    socket.deliver(Uint8Array.of(0x40, ...Buffer.from(hex, 'hex')));
    await settle();
    assert.equal(last('ended').ending, 'protocolError');
    assert.deepEqual(socket.messages(), [{ name: 'End', reason: EndReason.protocolError }]);
    assert.equal(socket.closedWith, 4400);
  });
}

test('a record that does not open ends the session', async () => {
  const { socket, last } = await joined();
  socket.deliver(Uint8Array.of(0x41, 6, 0, 0, 0, 1));
  await settle();
  assert.equal(last('ended').ending, 'protocolError');
});

test('a broken payload ends the session and nothing of it is painted', async () => {
  const { socket, clock, news, last } = await joined();
  await socket.agentSays(VIEW);
  await socket.agentSays({ ...frameUpdate(1, 3, [2, 1], [{ at: [0, 0, 2, 1], rgb: RED }]), payload: Uint8Array.of(0xff, 0xff, 1) });
  await until(() => last('ended'));
  clock.drawFrame();
  assert.equal(last('ended').ending, 'protocolError');
  assert.equal(news.some((n) => n.type === 'painted'), false);
});

test('text on the line is refused', async () => {
  const { socket, last } = await joined();
  socket.dispatchEvent(Object.assign(new Event('message'), { data: 'hello' }));
  await settle();
  assert.equal(last('ended').ending, 'protocolError');
});

test('a change of grants drops the input that still waited for the old one', async () => {
  const { session, socket, clock } = await joined();
  await socket.agentSays(VIEW);
  await socket.agentSays(CONTROL);
  for (let i = 0; i < 100; i++) session.input({ ...KEY, code: `F${i}` });
  await settle();
  const before = socket.messages().length;
  assert.ok(before < 100);
  await socket.agentSays({ ...VIEW, grantSeq: 3 });
  await clock.advance(5_000);
  assert.equal(socket.messages().length, before);
});
