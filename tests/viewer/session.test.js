// @ts-check
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { EndReason } from '../../src/Web/wwwroot/viewer/end-reason.js';
import { Grant } from '../../src/Web/wwwroot/viewer/grants.js';
import { PauseReason } from '../../src/Web/wwwroot/viewer/pause-reason.js';
import { frameUpdate, settle, until } from './fakes.js';
import { Rig, tokenOf } from './rig.js';

const vectors = JSON.parse(readFileSync(new URL('../vectors/wire.json', import.meta.url), 'utf8'));
const RED = [255, 0, 0];
const VIEW = { name: 'GrantsChanged', grants: Grant.view, grantSeq: 1 };
const CONTROL = { name: 'GrantsChanged', grants: Grant.view | Grant.control, grantSeq: 2 };
const KEY = { name: 'KeyInput', down: true, code: 'KeyA', key: 'a', modifiers: 0 };

test('the first message joins as viewer with the token, which is then forgotten', async () => {
  const token = tokenOf(0);
  const rig = await Rig.joined({ token });
  assert.deepEqual([...rig.socket.sent[0]], [2, 2, ...Array.from({ length: 32 }, (_, i) => i)]);
  assert.equal(rig.socket.binaryType, 'arraybuffer');
  assert.ok(token.every((byte) => byte === 0));
});

test('the state follows the grants', async () => {
  const rig = await Rig.seeing();
  for (const message of [VIEW, CONTROL, { ...VIEW, grantSeq: 3 }, { name: 'GrantsChanged', grants: 0, grantSeq: 4 }])
    await rig.says(message);
  assert.deepEqual(rig.states, ['waiting', 'verifying', 'unlock', 'seen', 'controlled', 'seen', 'waiting']);
  assert.equal(rig.session.state, 'waiting');
});

test('viewing taken back leaves nothing of the picture, and given again starts whole', async () => {
  const rig = await Rig.seeing();
  await rig.says(VIEW);
  await rig.says(frameUpdate(1, 3, [2, 1], [{ at: [0, 0, 2, 1], rgb: RED }]));
  await until(() => rig.clock.framesAsked === 1);
  rig.clock.drawFrame();
  await rig.says({ name: 'GrantsChanged', grants: 0, grantSeq: 2 });
  assert.deepEqual([...rig.canvas.shown], [0, 0, 0, 0]);
  await rig.says({ ...VIEW, grantSeq: 3 });
  await rig.says(frameUpdate(2, 2, [2, 1], []));
  await until(() => rig.last('ended'));
  assert.equal(rig.ending, 'disturbed');
});

for (const [name, reason] of Object.entries(PauseReason).filter(([, value]) => value !== PauseReason.running)) {
  test(`a pause (${name}) holds input until it runs again`, async () => {
    const rig = await Rig.seeing();
    await rig.says(CONTROL);
    await rig.says({ name: 'Paused', reason });
    assert.deepEqual(rig.last('state'), { type: 'state', state: 'paused', pause: reason });
    rig.session.input(KEY);
    assert.deepEqual(await rig.messages(), []);
    await rig.says({ name: 'Paused', reason: 0 });
    rig.session.input(KEY);
    assert.deepEqual(await rig.messages(), [{ ...KEY, grantSeq: 2 }]);
  });
}

test('a hand on the mouse is no pause for who only sees', async () => {
  const rig = await Rig.seeing();
  await rig.says({ name: 'Paused', reason: PauseReason.handOnMouse });
  assert.equal(rig.session.state, 'seen');
});

test('one pause that follows another is told', async () => {
  const rig = await Rig.seeing();
  await rig.says({ name: 'Paused', reason: PauseReason.byCustomer });
  await rig.says({ name: 'Paused', reason: PauseReason.problemFound });
  assert.equal(rig.last('state').pause, PauseReason.problemFound);
});

test('a problem found is said once, and input stops with it', async () => {
  const rig = await Rig.seeing();
  await rig.says(CONTROL);
  rig.session.problemFound();
  rig.session.problemFound();
  rig.session.input(KEY);
  assert.deepEqual(await rig.messages(), [{ name: 'ProblemFound' }]);
  await rig.says({ ...VIEW, grantSeq: 3 });
  await rig.says({ name: 'Paused', reason: PauseReason.problemFound });
  rig.session.problemFound();
  await rig.says({ name: 'Paused', reason: PauseReason.running });
  assert.equal(rig.session.state, 'seen');
  rig.session.problemFound();
  assert.equal((await rig.messages()).length, 2);
});

test('the state is told to the page: waiting, number, tick, seen', async () => {
  const rig = await Rig.seeing();
  assert.deepEqual(rig.states, ['waiting', 'verifying', 'unlock', 'seen']);
});

test('a right number without viewing waits for it', async () => {
  const rig = await Rig.agreed();
  rig.granted = 0;
  await rig.open();
  rig.session.confirm();
  assert.equal(rig.session.state, 'waiting');
});

test('input is not sent without control', async () => {
  const rig = await Rig.seeing();
  rig.session.input(KEY);
  await rig.says(VIEW);
  rig.session.input(KEY);
  await settle();
  assert.deepEqual(await rig.messages(), []);
});

test('a frame is acknowledged when painted, not when it arrives', async () => {
  const rig = await Rig.seeing();
  await rig.says(VIEW);
  await rig.says(frameUpdate(7, 3, [2, 1], [{ at: [0, 0, 2, 1], rgb: RED }]));
  await until(() => rig.clock.framesAsked === 1);
  assert.deepEqual((await rig.messages({ all: true })).filter((m) => m.name === 'FrameAck'), []);
  rig.clock.drawFrame();
  await settle();
  assert.deepEqual(rig.canvas.pixel(1, 0), RED);
  assert.deepEqual((await rig.messages({ all: true })).filter((m) => m.name === 'FrameAck'), [{ name: 'FrameAck', frame: 7 }]);
  assert.deepEqual(rig.last('painted'), { type: 'painted', frame: 7, width: 2, height: 1 });
});

test('frames that pile up between ticks are shown as one and all acknowledged', async () => {
  const rig = await Rig.seeing();
  await rig.says(VIEW);
  await rig.says(frameUpdate(1, 3, [2, 1], []));
  await rig.says(frameUpdate(2, 2, [2, 1], [{ at: [0, 0, 1, 1], rgb: RED }]));
  await rig.says({ name: 'CursorPosition', x: 1, y: 2, visible: true, shape: 0 });
  await until(() => rig.news.some((n) => n.type === 'cursor'));
  rig.clock.drawFrame();
  await settle();
  assert.deepEqual((await rig.messages({ all: true })).filter((m) => m.name === 'FrameAck').map((m) => m.frame), [1, 2]);
  assert.deepEqual(rig.news.filter((n) => n.type === 'painted').map((n) => n.frame), [2]);
});

test('messages are handled in the order of arrival however long a decode takes', async () => {
  const rig = await Rig.seeing();
  const noise = Array.from({ length: 256 * 256 * 3 }, (_, i) => (i * 7919) & 255);
  rig.says(VIEW);
  rig.says(frameUpdate(1, 3, [256, 256], [{ at: [0, 0, 256, 256], rgb: noise }]));
  rig.says({ name: 'CursorPosition', x: 1, y: 2, visible: true, shape: 0 });
  await until(() => rig.news.some((n) => n.type === 'cursor'));
  assert.equal(rig.clock.framesAsked, 1);
});

test('control is asked for once seen, and the answers are told', async () => {
  const rig = await Rig.verified();
  rig.session.requestControl();
  rig.session.confirm();
  rig.session.requestControl();
  assert.deepEqual(await rig.messages(), [{ name: 'GrantRequest', grants: Grant.control }]);
  assert.equal(rig.last('asked').answer, 'waiting');
  await rig.says({ name: 'GrantDeclined', grants: Grant.control });
  assert.equal(rig.last('asked').answer, 'declined');
  rig.session.requestControl();
  await rig.says(CONTROL);
  assert.equal(rig.last('asked').answer, 'none');
  assert.equal(rig.session.state, 'controlled');
});

test('a question nobody answers is forgotten, so that it can be asked again', async () => {
  const rig = await Rig.seeing();
  await rig.says(VIEW);
  rig.session.requestControl();
  await rig.clock.advance(66_000);
  assert.equal(rig.last('asked').answer, 'none');
});

test('pings every five seconds once the line is open and tells the delay', async () => {
  const rig = await Rig.seeing();
  await rig.clock.advance(1_000);
  assert.equal((await rig.sent('Ping')).length, 1);
  rig.clock.time += 38;
  await rig.says({ name: 'Pong', token: (await rig.sent('Ping'))[0].token });
  assert.deepEqual(rig.last('delay'), { type: 'delay', ms: 38, silent: 0 });
  await rig.clock.advance(10_000);
  assert.equal((await rig.sent('Ping')).length, 3);
  assert.equal(rig.last('delay').silent, 10);
});

test('a pong nobody asked for is not a delay', async () => {
  const rig = await Rig.seeing();
  await rig.says({ name: 'Pong', token: 99 });
  assert.deepEqual(rig.news.filter((n) => n.type === 'delay' && n.ms !== null), []);
});

test('ending it says so to the agent, then closes on purpose', async () => {
  const rig = await Rig.seeing();
  await rig.says(VIEW);
  await rig.says(frameUpdate(1, 3, [2, 1], [{ at: [0, 0, 2, 1], rgb: RED }]));
  await until(() => rig.clock.framesAsked === 1);
  await rig.session.end();
  assert.deepEqual(await rig.messages(), [{ name: 'End', reason: EndReason.consultantEnded }]);
  assert.equal(rig.socket.closedWith, 4410);
  assert.deepEqual(rig.last('ended'), { type: 'ended', ending: 'consultantEnded' });
  assert.deepEqual([rig.canvas.width, rig.canvas.height], [1, 1]);
});

test('the customer\'s end stops everything at once', async () => {
  const rig = await Rig.seeing();
  await rig.says(VIEW);
  await rig.says(CONTROL);
  await rig.says({ name: 'End', reason: EndReason.customerEnded });
  assert.deepEqual(rig.last('ended'), { type: 'ended', ending: 'customerEnded' });
  const sent = rig.socket.sent.length;
  rig.session.input(KEY);
  rig.session.requestControl();
  rig.clock.drawFrame();
  // Who hangs up first counts as who ended it: the agent does, and this end only when nothing comes of it.
  await rig.clock.advance(2_900);
  assert.equal(rig.socket.closedWith, null);
  await rig.clock.advance(60_000);
  assert.equal(rig.socket.closedWith, 1000);
  assert.equal(rig.socket.sent.length, sent);
  rig.socket.drop(4410);
  assert.equal(rig.ending, 'customerEnded');
});

/** @type {[number, string][]} */
const closes = [[1001, 'serverEnded'], [1009, 'disturbed'], [4400, 'disturbed'], [4401, 'refused'], [4403, 'notAllowed'], [4408, 'timedOut'],
  [4409, 'textChanged'], [4410, 'ended'], [4411, 'timeLimit'], [4412, 'serverEnded'], [4413, 'customerEnded'], [4421, 'occupied'], [4426, 'outdated'], [4429, 'tooMuch'], [4495, 'insecure']];
for (const [code, ending] of closes) {
  test(`a close with ${code} reads as ${ending}, also once the line is open, and ends it`, async () => {
    for (const rig of [await Rig.joined(), await Rig.seeing()]) {
      rig.socket.drop(code);
      await rig.clock.advance(70_000);
      assert.equal(rig.ending, ending);
      assert.equal(rig.asked, 0);
    }
  });
}

test('a relay that was never reached is not a lost line', async () => {
  const rig = await Rig.make();
  rig.socket.drop(1006);
  assert.deepEqual(rig.news, [{ type: 'ended', ending: 'unreachable' }]);
});

/** @param {Rig} rig @param {string} hex */
const sealRaw = (rig, hex) => /** @type {any} */ (rig.records).seal(Uint8Array.from(Buffer.from(hex, 'hex')));

for (const { name, direction, hex } of vectors.malformed.filter((/** @type {any} */ v) => v.direction === 'a2c' && v.hex !== '')) {
  test(`${name} (${direction}) ends the session with ProtocolError`, async () => {
    const rig = await Rig.seeing();
    await rig.deliver(await sealRaw(rig, hex));
    assert.equal(rig.ending, 'disturbed');
    assert.deepEqual(await rig.messages(), [{ name: 'End', reason: EndReason.protocolError }]);
    assert.equal(rig.socket.closedWith, 4400);
  });
}

test('a broken payload ends the session and nothing of it is painted', async () => {
  const rig = await Rig.seeing();
  await rig.says(VIEW);
  await rig.says({ ...frameUpdate(1, 3, [2, 1], [{ at: [0, 0, 2, 1], rgb: RED }]), piece: Uint8Array.of(0xff, 0xff, 1) });
  await until(() => rig.last('ended'));
  rig.clock.drawFrame();
  assert.equal(rig.ending, 'disturbed');
  assert.equal(rig.news.some((n) => n.type === 'painted'), false);
});

test('text on the line is refused', async () => {
  const rig = await Rig.seeing();
  rig.socket.dispatchEvent(Object.assign(new Event('message'), { data: 'hello' }));
  await settle();
  assert.equal(rig.ending, 'disturbed');
});

test('a change of grants drops the input that still waited for the old one', async () => {
  const rig = await Rig.seeing();
  await rig.says(VIEW);
  await rig.says(CONTROL);
  for (let i = 0; i < 100; i++) rig.session.input({ ...KEY, code: `F${i}` });
  await settle();
  const before = (await rig.messages()).length;
  assert.ok(before < 100);
  await rig.says({ ...VIEW, grantSeq: 3 });
  await rig.clock.advance(5_000);
  assert.equal((await rig.messages()).length, before);
});
