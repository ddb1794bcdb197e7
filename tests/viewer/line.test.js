// @ts-check
// The viewer's end of the line against a scripted agent and a relay that does what it likes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Grant } from '../../src/Web/wwwroot/viewer/grants.js';
import { EPOCH_MS } from '../../src/Web/wwwroot/viewer/rs1/limits.js';
import { frameUpdate, settle, until } from './fakes.js';
import { Rig, tokenOf } from './rig.js';

const CURSOR = { name: 'CursorPosition', x: 3, y: 4, visible: true, shape: 0 };
const whole = (/** @type {number} */ frame) => frameUpdate(frame, 3, [2, 1], [{ at: [0, 0, 2, 1], rgb: [255, 0, 0] }]);

/** A viewer whose line was lost, with a token for the next one. */
async function interrupted() {
  const rig = await Rig.seeing();
  rig.tokens = [tokenOf(100)];
  rig.socket.drop(4504);
  await rig.clock.advance(0);
  return rig;
}

/** @param {Rig} rig @param {number} code @param {string} ending */
function isOver(rig, code, ending) {
  assert.equal(rig.ending, ending);
  assert.equal(rig.socket.closedWith, code);
  assert.equal(rig.session.state, 'ended');
}

test('the number appears when both ends have confirmed, and goes when it was typed', async () => {
  const rig = await Rig.joined();
  await rig.deliver(await rig.agent.begin());
  assert.deepEqual(rig.last('verifying'), { type: 'verifying', number: null, attempt: 1, left: 20 });
  await rig.deliver(await rig.agent.reveal(rig.answer));
  await rig.deliver(await rig.agent.confirm());
  assert.deepEqual(rig.last('verifying'), { type: 'verifying', number: rig.agent.number, attempt: 1, left: 180 });
  await rig.open();
  assert.deepEqual(rig.states, ['waiting', 'verifying', 'unlock']);
});

test('the time left is told once a second', async () => {
  const rig = await Rig.agreed();
  const before = rig.news.filter((n) => n.type === 'verifying').length;
  await rig.clock.advance(3_000);
  assert.equal(rig.last('verifying').left, 177);
  assert.equal(rig.news.filter((n) => n.type === 'verifying').length, before + 3);
});

test('before the right entry only the three answers of the handshake are sent', async () => {
  const rig = await Rig.agreed();
  rig.session.input({ name: 'KeysHeld' });
  rig.session.requestControl();
  rig.session.problemFound();
  rig.session.confirm();
  await rig.clock.advance(100_000);
  assert.deepEqual(rig.socket.sent.map((bytes) => bytes.length), [34, 105, 32]);
});

test('a number nobody types ends it by the clock', async () => {
  const rig = await Rig.agreed();
  await rig.clock.advance(180_500);
  isOver(rig, 4408, 'timedOut');
});

test('a handshake that stands still ends by the clock', async () => {
  const rig = await Rig.joined();
  await rig.deliver(await rig.agent.begin());
  await rig.clock.advance(20_500);
  isOver(rig, 4408, 'timedOut');
});

test('a second attempt shows another number, and that it is the second', async () => {
  const rig = await Rig.agreed();
  const first = rig.last('verifying').number;
  await rig.agree();
  assert.notEqual(rig.last('verifying').number, first);
  assert.equal(rig.last('verifying').attempt, 2);
});

test('a fourth attempt is not answered: silent retries stop at three', async () => {
  const rig = await Rig.agreed();
  await rig.agree();
  await rig.agree();
  const sent = rig.socket.sent.length;
  rig.agent.attempt = 2;
  await rig.deliver(await rig.agent.begin());
  assert.equal(rig.socket.sent.length, sent);
  isOver(rig, 4400, 'disturbed');
});

test('an agent of another session or text is told by the number the context has', async () => {
  for (const context of [{ consultant: 'Eve' }, { version: '9' }, { channel: '000000000' }, { origin: 'https://other.example.org' }]) {
    const rig = await Rig.joined({ context });
    await rig.deliver(await rig.agent.begin());
    await rig.deliver(await rig.agent.reveal(rig.answer));
    // The commitment already holds the context.
    isOver(rig, 4495, 'insecure');
  }
});

test('a confirmation that does not fit reads as a text that changed', async () => {
  const rig = await Rig.joined();
  await rig.deliver(await rig.agent.begin());
  await rig.deliver(await rig.agent.reveal(rig.answer));
  await rig.deliver(new Uint8Array(32));
  isOver(rig, 4409, 'textChanged');
});

test('a relay that puts its own key in the agent\'s place is found out', async () => {
  const [rig, relay] = [await Rig.joined(), await Rig.joined({ seed: 2 })];
  await rig.deliver(await rig.agent.begin());
  await relay.agent.begin();
  await rig.deliver(await relay.agent.reveal(rig.answer));
  isOver(rig, 4495, 'insecure');
});

test('a relay between two handshakes of its own shows the ends two numbers', async () => {
  const [toViewer, toAgent] = [await Rig.agreed({ seed: 3 }), await Rig.agreed({ seed: 4 })];
  assert.notEqual(toViewer.last('verifying').number, toAgent.last('verifying').number);
});

test('an answer said twice is refused', async () => {
  const rig = await Rig.joined();
  const m1 = await rig.agent.begin();
  await rig.deliver(m1);
  await rig.deliver(rig.answer);
  isOver(rig, 4400, 'disturbed');

  const other = await Rig.joined();
  await other.deliver(m1);
  await other.deliver(m1);
  isOver(other, 4400, 'disturbed');
});

test('what was sealed under other keys does not open', async () => {
  const [rig, stranger] = [await Rig.agreed(), await Rig.agreed({ seed: 2 })];
  await rig.deliver((await stranger.agent.open(Grant.view)).record);
  isOver(rig, 4495, 'insecure');
});

/** What a relay may do to the records of an open line. @type {Record<string, (records: Uint8Array[], rig: Rig) => Uint8Array[] | Promise<Uint8Array[]>>} */
const tampering = {
  'flips a bit of the header': ([a]) => [flip(a, 3)],
  'flips a bit of the content': ([a]) => [flip(a, 20)],
  'flips a bit of the tag': ([a]) => [flip(a, a.length - 1)],
  'cuts a record': ([a]) => [a.subarray(0, a.length - 1)],
  'drops a record': ([, b]) => [b],
  'repeats a record': ([a]) => [a, a],
  'changes the order': ([a, b]) => [b, a],
  'sends back what the viewer sent': async (_, rig) => [await mirrored(rig)],
  'sends an empty message': () => [new Uint8Array()],
  'sends a message without a seal': () => [Uint8Array.of(0x40, 3, 0, 1, 0, 0, 0, 1)],
  'begins a handshake again': async (_, rig) => [await rig.agent.begin()],
  'asks for a resume on a line that stands': async (_, rig) => [await rig.agent.beginResume()],
};
for (const [what, tamper] of Object.entries(tampering)) {
  test(`a relay that ${what} ends the session with an alarm, and nothing of it is believed`, async () => {
    const rig = await Rig.seeing();
    const records = [await rig.seal({ name: 'GrantsChanged', grants: 3, grantSeq: 2 }), await rig.seal(CURSOR)];
    const before = rig.states.length;
    for (const bytes of await tamper(records, rig)) rig.socket.deliver(bytes);
    await settle();
    isOver(rig, 4495, 'insecure');
    // The first of two was good; after the deviation nothing counts.
    assert.ok(rig.states.slice(before).every((state) => state === 'controlled'));
    assert.equal(rig.last('cursor'), undefined);
    await rig.clock.advance(120_000);
    assert.equal(rig.asked, 0);
  });
}

/** @param {Uint8Array} bytes @param {number} at */
function flip(bytes, at) {
  const changed = bytes.slice();
  changed[at] ^= 1;
  return changed;
}

/** @param {Rig} rig */
async function mirrored(rig) {
  rig.session.requestControl();
  await settle();
  return rig.answer;
}

test('a record of an earlier session does not open in this one', async () => {
  const [rig, earlier] = [await Rig.seeing(), await Rig.seeing({ seed: 2 })];
  await rig.deliver(await earlier.seal(CURSOR));
  isOver(rig, 4495, 'insecure');
});

test('keys are updated in time on the way out, and an update from the agent says nothing', async () => {
  const rig = await Rig.seeing();
  rig.session.requestControl();
  await rig.messages();
  rig.clock.time += EPOCH_MS;
  const update = await rig.records?.keyUpdate() ?? assert.fail('none was due');
  await rig.deliver(update);
  const before = rig.socket.sent.length;
  await rig.says({ name: 'GrantDeclined', grants: Grant.control });
  rig.session.requestControl();
  assert.equal((await rig.messages()).length, 2);
  assert.equal(rig.socket.sent.length, before + 2);
  assert.equal(rig.ending, undefined);
});

test('what arrived before the close is read before the close counts', async () => {
  const rig = await Rig.seeing();
  rig.socket.deliver(await rig.seal({ name: 'End', reason: 1 }));
  rig.socket.drop(4410);
  await settle();
  assert.equal(rig.ending, 'customerEnded');
});

test('a lost line is replaced by itself, without a new number, and begins with viewing', async () => {
  const rig = await Rig.seeing();
  await rig.says({ name: 'GrantsChanged', grants: 3, grantSeq: 2 });
  rig.tokens = [tokenOf(100)];
  rig.socket.drop(4504);
  await rig.clock.advance(0);
  assert.deepEqual(rig.last('interrupted'), { type: 'interrupted', left: 60 });
  assert.equal(rig.sockets.length, 2);
  await rig.resume();
  assert.deepEqual([...rig.socket.sent[0]], [2, 2, ...tokenOf(100)]);
  assert.equal(rig.session.state, 'interrupted');
  await rig.says({ name: 'GrantsChanged', grants: 1, grantSeq: 3 });
  assert.deepEqual(rig.states.slice(-3), ['controlled', 'interrupted', 'seen']);
  assert.deepEqual(await rig.messages(), [{ name: 'WholePictureRequest' }]);
});

test('while the line is lost nothing is sent, and what waited is forgotten', async () => {
  const rig = await Rig.seeing();
  await rig.says({ name: 'GrantsChanged', grants: 3, grantSeq: 2 });
  for (let i = 0; i < 100; i++) rig.session.input({ name: 'KeyInput', down: true, code: `F${i}`, key: 'a', modifiers: 0 });
  await settle();
  rig.tokens = [tokenOf(100)];
  rig.socket.drop(1006);
  await rig.clock.advance(0);
  rig.session.input({ name: 'KeysHeld' });
  await rig.resume();
  await rig.clock.advance(5_000);
  // The join and the answer; nothing before the agent has shown the new keys.
  assert.deepEqual(rig.socket.sent.map((bytes) => bytes.length), [34, 156]);
});

test('the countdown is told, and after a minute the line is lost for good', async () => {
  const rig = await interrupted();
  await rig.clock.advance(30_000);
  assert.equal(rig.last('interrupted').left, 30);
  await rig.clock.advance(30_500);
  assert.equal(rig.ending, 'lineLost');
});

test('a desk that cannot be reached is asked again, one that refuses is not', async () => {
  const rig = await Rig.seeing();
  rig.tokens = [null, null, tokenOf(100)];
  rig.socket.drop(1006);
  await rig.clock.advance(4_000);
  assert.equal(rig.sockets.length, 2);

  const other = await Rig.seeing();
  other.tokens = [null, 'refused'];
  other.socket.drop(1006);
  await other.clock.advance(30_000);
  assert.equal(other.asked, 2);
  assert.equal(other.ending, 'lineLost');
});

test('a new connection that breaks as well is tried again within the same minute', async () => {
  const rig = await interrupted();
  rig.tokens = [tokenOf(150)];
  rig.socket.drop(1006);
  await rig.clock.advance(2_000);
  assert.equal(rig.sockets.length, 3);
  await rig.resume();
  await rig.says(CURSOR);
  assert.equal(rig.session.state, 'seen');
});

test('a stranger on the new connection ends the session with an alarm', async () => {
  const [rig, stranger] = [await interrupted(), await Rig.seeing({ seed: 2 })];
  rig.socket.open();
  await rig.deliver(await stranger.agent.beginResume());
  isOver(rig, 4495, 'insecure');
});

test('records of the old line open nothing of the new one', async () => {
  const rig = await Rig.seeing();
  const old = await rig.seal(CURSOR);
  rig.tokens = [tokenOf(100)];
  rig.socket.drop(4504);
  await rig.clock.advance(0);
  await rig.resume();
  await rig.deliver(old);
  isOver(rig, 4495, 'insecure');
});

test('a line that is lost before the right entry is lost', async () => {
  const rig = await Rig.agreed();
  rig.socket.drop(4504);
  await rig.clock.advance(10_000);
  assert.equal(rig.ending, 'lineLost');
  assert.equal(rig.asked, 0);
});

test('ending it while the line is lost stops the coming back', async () => {
  const rig = await interrupted();
  await rig.session.end();
  await rig.clock.advance(120_000);
  isOver(rig, 4410, 'consultantEnded');
  assert.equal(rig.asked, 1);
});

test('an end while the line is lost is said to the desk, once; on a living line it is not', async () => {
  const [rig, living] = [await interrupted(), await Rig.seeing({ seed: 2 })];
  await rig.session.end();
  await rig.session.end();
  await living.session.end();
  assert.deepEqual([rig.endedAtDesk, living.endedAtDesk], [1, 0]);
  assert.equal(rig.ending, 'consultantEnded');
});

test('nothing is sealed for an agent that has yet to show the new keys', async () => {
  const rig = await interrupted();
  await rig.resume();
  await rig.session.end();
  assert.deepEqual(rig.socket.sent.map((bytes) => bytes.length), [34, 156]);
  isOver(rig, 4410, 'consultantEnded');
});

test('a line lost before the tick comes back before the tick', async () => {
  const rig = await Rig.verified();
  rig.tokens = [tokenOf(100)];
  rig.socket.drop(4504);
  await rig.clock.advance(0);
  rig.session.confirm();
  await rig.resume();
  await rig.says(whole(1));
  assert.equal(rig.session.state, 'unlock');
  assert.equal(rig.clock.framesAsked, 0);
});

test('nothing is unpacked, told or acknowledged before the tick, and then a fresh whole picture comes', async () => {
  const rig = await Rig.verified();
  await rig.says(CURSOR);
  await rig.says(whole(1));
  // Not even a broken one is looked at.
  await rig.says({ ...whole(2), payload: Uint8Array.of(0xff, 0xff, 1) });
  rig.clock.drawFrame();
  assert.deepEqual([rig.clock.framesAsked, rig.canvas.puts, rig.last('cursor'), rig.last('painted')], [0, 0, undefined, undefined]);
  assert.deepEqual(await rig.messages({ all: true }), []);

  rig.session.confirm();
  assert.deepEqual(await rig.messages({ all: true }),
    [{ name: 'WholePictureRequest' }, { name: 'FrameAck', frame: 1 }, { name: 'FrameAck', frame: 2 }]);
  assert.equal(rig.last('cursor').x, 3);
  await rig.says(frameUpdate(3, 2, [2, 1], []));
  assert.deepEqual((await rig.sent('FrameAck')).at(-1), { name: 'FrameAck', frame: 3 });
  assert.equal(rig.clock.framesAsked, 0);
  await rig.says(whole(4));
  await until(() => rig.clock.framesAsked === 1);
  rig.clock.drawFrame();
  assert.equal(rig.last('painted').frame, 4);
});
