// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Outbox } from '../../src/Web/wwwroot/viewer/outbox.js';
import { FakeClock } from './fakes.js';

function setUp() {
  const clock = new FakeClock();
  /** @type {{ at: number, m: any }[]} */
  const sent = [];
  const outbox = new Outbox((m) => sent.push({ at: clock.time, m }), clock);
  return { clock, sent, outbox };
}

const move = (/** @type {number} */ x, buttons = 0) => ({ name: 'PointerInput', grantSeq: 1, x, y: 0, buttons, wheelX: 0, wheelY: 0 });
const key = (/** @type {number} */ n) => ({ name: 'KeyInput', grantSeq: 1, down: true, code: `F${n}`, key: `F${n}`, modifiers: 0 });

test('a single message leaves at once', () => {
  const { outbox, sent } = setUp();
  outbox.add({ name: 'Ping', token: 1 });
  assert.equal(sent.length, 1);
});

test('never more than 200 messages leave in any second, none is lost, none overtakes', async () => {
  const { outbox, sent, clock } = setUp();
  for (let i = 0; i < 500; i++) outbox.add(key(i));
  await clock.advance(5_000);
  assert.deepEqual(sent.map((s) => s.m.code), Array.from({ length: 500 }, (_, i) => `F${i}`));
  for (const { at } of sent) assert.ok(sent.filter((s) => s.at >= at && s.at < at + 1000).length <= 200);
});

test('moves that wait become the last of them, presses do not', async () => {
  const { outbox, sent, clock } = setUp();
  for (let i = 0; i < 40; i++) outbox.add(key(i));
  for (const m of [move(1), move(2), move(3), move(3, 1), move(4, 1), move(4)]) outbox.add(m);
  await clock.advance(1_000);
  assert.deepEqual(sent.slice(40).map((s) => [s.m.x, s.m.buttons]), [[3, 0], [4, 1], [4, 0]]);
});

test('turns that wait add up and stay within what a message holds', async () => {
  const { outbox, sent, clock } = setUp();
  for (let i = 0; i < 40; i++) outbox.add(key(i));
  for (const wheelY of [120, 120, 32_700, -120]) outbox.add({ ...move(1), wheelY });
  await clock.advance(1_000);
  assert.deepEqual(sent.slice(40).map((s) => s.m.wheelY), [240, 32_580]);
});

test('texts that wait are joined in order, up to what one message holds', async () => {
  const { outbox, sent, clock } = setUp();
  const typed = Array.from({ length: 3000 }, (_, i) => 'aä€🙂'[Symbol.iterator] && [...'aä€🙂'][i % 4]);
  for (const text of typed) outbox.add({ name: 'TextInput', grantSeq: 1, text });
  await clock.advance(10_000);
  assert.equal(sent.map((s) => s.m.text).join(''), typed.join(''));
  assert.ok(sent.length < 100);
  for (const { m } of sent) assert.ok(new TextEncoder().encode(m.text).length <= 1024);
  for (const { at } of sent) {
    const second = sent.filter((s) => s.at >= at && s.at < at + 1000);
    assert.ok(second.reduce((sum, s) => sum + new TextEncoder().encode(s.m.text).length + 35, 0) < 64_000);
  }
});

test('a text before and after a key stays before and after', async () => {
  const { outbox, sent, clock } = setUp();
  for (let i = 0; i < 40; i++) outbox.add(key(i));
  const text = (/** @type {string} */ t) => ({ name: 'TextInput', grantSeq: 1, text: t });
  for (const m of [text('a'), text('b'), key(99), text('c')]) outbox.add(m);
  await clock.advance(1_000);
  assert.deepEqual(sent.slice(40).map((s) => s.m.text ?? s.m.code), ['ab', 'F99', 'c']);
});
