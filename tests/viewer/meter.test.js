// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Echo } from '../../src/Web/wwwroot/viewer/echo.js';
import { Rates } from '../../src/Web/wwwroot/viewer/rates.js';
import { FakeClock } from './fakes.js';

function echoes() {
  const clock = new FakeClock();
  /** @type {[number[], number[]]} */
  const [pings, told] = [[], []];
  return { clock, pings, told, echo: new Echo((token) => pings.push(token), (ms) => told.push(ms), clock) };
}

test('the time is from the event to the animation frame that shows the first frame begun after the answer', async () => {
  const { clock, pings, told, echo } = echoes();
  echo.part(7);
  echo.input(clock.now() - 4);
  await clock.advance(20);
  // Begun before the answer: what it shows was captured before the key was pressed.
  echo.part(8);
  echo.pong(pings[0]);
  echo.part(8);
  echo.shown(8);
  assert.deepEqual(told, []);
  await clock.advance(10);
  echo.part(9);
  echo.part(9);
  await clock.advance(3);
  echo.shown(8);
  assert.deepEqual(told, []);
  await clock.advance(5);
  echo.shown(9);
  assert.deepEqual(told, [42]);
});

test('a later frame that is shown with the echo in it counts for it', async () => {
  const { clock, pings, told, echo } = echoes();
  echo.input(clock.now());
  echo.pong(pings[0]);
  echo.part(0xffffffff);
  echo.part(0);
  await clock.advance(30);
  echo.shown(0);
  assert.deepEqual(told, [30]);
});

test('a key that changes nothing has no time: what changes later is not its echo', async () => {
  const { clock, pings, told, echo } = echoes();
  echo.input(clock.now());
  echo.pong(pings[0]);
  await clock.advance(501);
  echo.part(1);
  echo.shown(1);
  assert.deepEqual(told, []);
});

test('the answer to another ping says nothing of an input', () => {
  const { clock, told, echo } = echoes();
  echo.input(clock.now());
  echo.pong(1);
  echo.part(1);
  echo.shown(1);
  assert.deepEqual(told, []);
});

test('pings for inputs are two a second at most, and one at a time', async () => {
  const { clock, pings, echo } = echoes();
  for (let i = 0; i < 20; i++) {
    echo.input(clock.now());
    await clock.advance(100);
  }
  assert.equal(pings.length, 1);
  echo.pong(pings[0]);
  echo.part(1);
  echo.shown(1);
  for (let i = 0; i < 10; i++) {
    echo.input(clock.now());
    echo.pong(/** @type {number} */ (pings.at(-1)));
    echo.part(2 + i);
    echo.shown(2 + i);
    await clock.advance(100);
  }
  assert.equal(pings.length, 3);
  assert.equal(new Set(pings).size, 3);
});

test('an answer that never comes holds up the next measurement for five seconds only', async () => {
  const { clock, pings, echo } = echoes();
  echo.input(clock.now());
  await clock.advance(5_001);
  echo.input(clock.now());
  assert.equal(pings.length, 2);
});

test('the median of the last nine is told, so that one that took long does not stay', async () => {
  const { clock, pings, told, echo } = echoes();
  const times = [900, 30, 40, 20, 900, 35, 33, 31, 32, 34, 34, 34, 34, 34, 34];
  for (const [i, ms] of times.entries()) {
    echo.input(clock.now());
    echo.pong(/** @type {number} */ (pings.at(-1)));
    echo.part(i);
    await clock.advance(ms);
    echo.shown(i);
    await clock.advance(1_000);
  }
  assert.deepEqual([told[0], told[2], told.at(-1)], [900, 40, 34]);
});

test('pictures and bytes are told each second while they come, once more when they stop, and then no more', async () => {
  const clock = new FakeClock();
  /** @type {any[]} */
  const told = [];
  const rates = new Rates((news) => told.push(news), clock);
  await clock.advance(5_000);
  assert.deepEqual(told, []);
  for (let i = 0; i < 10; i++) {
    rates.arrived(1_000);
    rates.shown();
    await clock.advance(100);
  }
  await clock.advance(10_000);
  assert.deepEqual(told, [{ type: 'rates', frames: 10, bytes: 10_000, total: 10_000 }, { type: 'rates', frames: 0, bytes: 0, total: 10_000 }]);
  rates.arrived(500);
  await clock.advance(1_000);
  assert.deepEqual(told.at(-1), { type: 'rates', frames: 0, bytes: 500, total: 10_500 });
});

test('nothing is told when the line is gone', async () => {
  const clock = new FakeClock();
  /** @type {any[]} */
  const told = [];
  const rates = new Rates((news) => told.push(news), clock);
  rates.arrived(500);
  rates.stop();
  await clock.advance(10_000);
  assert.deepEqual(told, []);
});
