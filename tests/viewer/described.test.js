// @ts-check
// What comes beside the pictures: the pointer's shape, what the screen is like, and how long an input takes to its picture.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { EndReason } from '../../src/Web/wwwroot/viewer/end-reason.js';
import { Grant } from '../../src/Web/wwwroot/viewer/grants.js';
import { frameUpdate, settle } from './fakes.js';
import { Rig } from './rig.js';

const VIEW = { name: 'GrantsChanged', grants: Grant.view, grantSeq: 1 };
const CONTROL = { name: 'GrantsChanged', grants: Grant.view | Grant.control, grantSeq: 2 };
const KEY = { name: 'KeyInput', down: true, code: 'KeyA', key: 'a', modifiers: 0 };
const EXACT = { name: 'PictureState', exact: true, state: 0 };
const SHAPE = { name: 'CursorShape', id: 3, width: 1, height: 1, hotX: 0, hotY: 0, packed: new Uint8Array(deflateRawSync(Uint8Array.of(1, 2, 3, 4))) };
const POINTER = { name: 'CursorPosition', x: 1, y: 2, visible: true, shape: 3 };

/** @param {Rig} rig @param {string} type */
const told = (rig, type) => rig.news.filter((n) => n.type === type);

test('the pointer comes with its shape, once', async () => {
  const rig = await Rig.seeing();
  for (const message of [VIEW, SHAPE, POINTER, { ...POINTER, x: 5 }]) await rig.says(message);
  assert.deepEqual(told(rig, 'shape').map((n) => [n.shape.id, ...n.shape.rgba]), [[3, 1, 2, 3, 4]]);
  assert.deepEqual(told(rig, 'cursor').map((n) => [n.x, n.shape]), [[1, 3], [5, 3]]);
});

for (const [what, messages] of /** @type {[string, any[]][]} */ ([
  ['a shape that was never sent', [POINTER]],
  ['a shape that holds more than it says', [{ ...SHAPE, packed: new Uint8Array(deflateRawSync(new Uint8Array(5))) }]],
])) {
  test(`${what} ends the session with ProtocolError`, async () => {
    const rig = await Rig.seeing();
    for (const message of messages) await rig.says(message);
    assert.equal(rig.ending, 'disturbed');
    assert.deepEqual(await rig.messages(), [{ name: 'End', reason: EndReason.protocolError }]);
  });
}

test('the page hears that the picture is exact when that picture is shown', async () => {
  const rig = await Rig.seeing();
  for (const message of [VIEW, frameUpdate(1, 3, [2, 1], []), EXACT]) await rig.says(message);
  assert.deepEqual(told(rig, 'picture'), []);
  rig.clock.drawFrame();
  assert.deepEqual(rig.news.slice(-2).map((n) => n.type), ['painted', 'picture']);
  assert.deepEqual(rig.last('picture'), { type: 'picture', state: { exact: true, state: 0 } });
});

test('before the consultant has confirmed nothing is said of the picture', async () => {
  const rig = await Rig.verified();
  for (const message of [VIEW, frameUpdate(1, 3, [2, 1], []), EXACT]) await rig.says(message);
  assert.deepEqual(told(rig, 'picture'), []);
  rig.session.confirm();
  assert.deepEqual(told(rig, 'picture'), []);
  await rig.says(frameUpdate(2, 3, [2, 1], []));
  rig.clock.drawFrame();
  assert.equal(rig.last('picture')?.state.exact, true);
});

test('viewing taken back takes with it what was said of the picture', async () => {
  const rig = await Rig.seeing();
  for (const message of [VIEW, EXACT, { name: 'GrantsChanged', grants: 0, grantSeq: 2 }]) await rig.says(message);
  assert.equal(rig.last('picture')?.state, null);
});

test('an input is followed by a ping, and its time is told when the picture of it is shown', async () => {
  const rig = await Rig.seeing();
  for (const message of [CONTROL, frameUpdate(1, 3, [2, 1], [])]) await rig.says(message);
  rig.clock.drawFrame();
  rig.session.input(KEY, rig.clock.now() - 5);
  await settle();
  const [key, ping] = (await rig.messages({ all: true })).slice(-2);
  assert.deepEqual([key.name, ping.name], ['KeyInput', 'Ping']);
  await rig.clock.advance(30);
  await rig.says({ name: 'Pong', token: ping.token });
  await rig.says(frameUpdate(2, 2, [2, 1], []));
  await rig.clock.advance(7);
  rig.clock.drawFrame();
  assert.deepEqual(told(rig, 'echo'), [{ type: 'echo', ms: 42 }]);
});

test('a move of the pointer, which changes no picture, is followed by nothing', async () => {
  const rig = await Rig.seeing();
  await rig.says(CONTROL);
  rig.session.input({ name: 'PointerInput', x: 1, y: 2, buttons: 0, wheelX: 0, wheelY: 0 });
  assert.deepEqual((await rig.sent('Ping')), []);
});

test('all that comes over the line is counted, as it came', async () => {
  const rig = await Rig.seeing();
  const before = rig.last('rates')?.total ?? 0;
  await rig.clock.advance(3_000);
  const sealed = await rig.seal(VIEW);
  await rig.deliver(sealed);
  await rig.clock.advance(1_000);
  assert.equal(rig.last('rates').bytes, sealed.length);
  assert.ok(rig.last('rates').total > before);
});
