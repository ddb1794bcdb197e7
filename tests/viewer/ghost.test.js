// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AutoHide } from '../../src/Web/wwwroot/viewer/ui/auto-hide.js';
import { Ghost } from '../../src/Web/wwwroot/viewer/ui/ghost.js';
import { FakeClock } from './fakes.js';

function setUp() {
  const clock = new FakeClock();
  /** @type {{ drawn: { x: number, y: number } | null }} */
  const seen = { drawn: null };
  const ghost = new Ghost((at) => (seen.drawn = at), clock);
  return { clock, seen, ghost };
}

test('without control the customer\'s pointer is always shown', () => {
  const { seen, ghost } = setUp();
  ghost.remote(5, 6, true);
  assert.deepEqual(seen.drawn, { x: 5, y: 6 });
  ghost.remote(7, 6, true);
  assert.deepEqual(seen.drawn, { x: 7, y: 6 });
});

test('a pointer that is hidden over there is hidden here', () => {
  const { seen, ghost } = setUp();
  ghost.remote(5, 6, true);
  ghost.remote(5, 6, false);
  assert.equal(seen.drawn, null);
});

test('what only trails behind the own pointer is not shown', async () => {
  const { clock, seen, ghost } = setUp();
  for (let x = 0; x < 200; x += 20) {
    ghost.own(x, 0);
    ghost.remote(x - 20, 0, true);
    assert.equal(seen.drawn, null);
    await clock.advance(50);
  }
  ghost.remote(180, 0, true);
  await clock.advance(1_000);
  assert.equal(seen.drawn, null);
});

test('a pointer that stays elsewhere is shown once the own one rests', async () => {
  const { clock, seen, ghost } = setUp();
  ghost.own(100, 100);
  ghost.remote(300, 100, true);
  assert.equal(seen.drawn, null);
  await clock.advance(401);
  assert.deepEqual(seen.drawn, { x: 300, y: 100 });
  ghost.own(299, 101);
  assert.equal(seen.drawn, null);
});

test('when control is gone the pointer is the customer\'s again', () => {
  const { seen, ghost } = setUp();
  ghost.own(5, 6);
  ghost.remote(5, 6, true);
  assert.equal(seen.drawn, null);
  ghost.alone();
  assert.deepEqual(seen.drawn, { x: 5, y: 6 });
});

test('the bar goes away in full screen only, after three seconds, and comes back when the pointer is near', async () => {
  const clock = new FakeClock();
  let hidden = false;
  let busy = false;
  const bar = new AutoHide((h) => (hidden = h), clock.after, () => busy);
  await clock.advance(10_000);
  assert.equal(hidden, false);
  bar.on = true;
  await clock.advance(2_900);
  assert.equal(hidden, false);
  await clock.advance(200);
  assert.equal(hidden, true);
  bar.pointer(400);
  assert.equal(hidden, true);
  bar.pointer(10);
  assert.equal(hidden, false);
  busy = true;
  await clock.advance(10_000);
  assert.equal(hidden, false);
  busy = false;
  await clock.advance(3_100);
  assert.equal(hidden, true);
  bar.on = false;
  assert.equal(hidden, false);
});
