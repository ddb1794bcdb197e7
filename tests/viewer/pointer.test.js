// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { panAt } from '../../src/Web/wwwroot/viewer/input/pan.js';
import { Pointer } from '../../src/Web/wwwroot/viewer/input/pointer.js';
import { place, toPicture } from '../../src/Web/wwwroot/viewer/view.js';
import { FakeClock } from './fakes.js';

const PICTURE = { width: 1000, height: 500 };

function setUp() {
  const clock = new FakeClock();
  /** @type {any[]} */
  const sent = [];
  const box = { left: 0, top: 0, width: 1000, height: 500 };
  const pointer = new Pointer((m) => sent.push(m), (x, y) => toPicture(x, y, box, PICTURE), clock.frame);
  const at = (/** @type {number} */ x, /** @type {number} */ y, buttons = 0) => pointer.update({ clientX: x, clientY: y, buttons });
  const wheel = (/** @type {any} */ w) => pointer.wheel({ clientX: 5, clientY: 5, deltaX: 0, deltaY: 0, deltaMode: 0, ...w });
  return { clock, sent, pointer, at, wheel };
}

test('moves are sent once an animation frame, the last of them', () => {
  const { clock, sent, at } = setUp();
  at(1, 1);
  at(2, 2);
  at(3, 3);
  assert.equal(sent.length, 0);
  clock.drawFrame();
  assert.deepEqual(sent, [{ name: 'PointerInput', x: 3, y: 3, buttons: 0, wheelX: 0, wheelY: 0 }]);
  clock.drawFrame();
  assert.equal(sent.length, 1);
});

test('a press is sent at once and at its own place', () => {
  const { clock, sent, at } = setUp();
  at(1, 1);
  at(7, 8, 1);
  at(9, 9, 1);
  at(9, 9, 0);
  clock.drawFrame();
  assert.deepEqual(sent.map((m) => [m.x, m.y, m.buttons]), [[7, 8, 1], [9, 9, 0]]);
});

test('right and middle change places on the wire, back and forward stay', () => {
  const { sent, at } = setUp();
  for (const buttons of [2, 0, 4, 0, 8, 0, 16, 0, 3]) at(1, 1, buttons);
  assert.deepEqual(sent.map((m) => m.buttons), [4, 0, 2, 0, 8, 0, 16, 0, 5]);
});

test('a drag that leaves the picture is held at its edge', () => {
  const { clock, sent, at } = setUp();
  at(10, 10, 1);
  at(-50, 9000, 1);
  clock.drawFrame();
  at(-50, 9000, 0);
  assert.deepEqual(sent.slice(1).map((m) => [m.x, m.y, m.buttons]), [[0, 499, 1], [0, 499, 0]]);
});

test('a press beside the picture counts for nothing until it is over', () => {
  const { clock, sent, at, pointer } = setUp();
  at(-5, 10, 1);
  at(50, 50, 1);
  clock.drawFrame();
  assert.equal(sent.length, 0);
  assert.equal(pointer.held, false);
  at(50, 50, 0);
  clock.drawFrame();
  at(50, 50, 1);
  assert.deepEqual(sent.map((m) => m.buttons), [0, 1]);
});

test('release lets go of every button once', () => {
  const { sent, at, pointer } = setUp();
  at(1, 1, 3);
  assert.equal(pointer.held, true);
  pointer.release();
  pointer.release();
  assert.deepEqual(sent.map((m) => m.buttons), [5, 0]);
  assert.equal(pointer.held, false);
});

test('reset forgets without a word', () => {
  const { sent, at, pointer } = setUp();
  at(1, 1, 1);
  pointer.reset();
  assert.equal(sent.length, 1);
  assert.equal(pointer.held, false);
});

for (const [where, event, expected] of /** @type {[string, any, number][]} */ ([
  ['Chrome, mouse', { deltaY: 100, wheelDeltaY: -120 }, 120],
  ['Chrome, mouse at 125 %', { deltaY: 80, wheelDeltaY: -120 }, 120],
  ['Firefox, lines', { deltaY: -3, deltaMode: 1 }, -120],
  ['pixels only', { deltaY: 200 }, 240],
  ['pages', { deltaY: 1, deltaMode: 2 }, 120],
])) {
  test(`one turn of the wheel is whole steps: ${where}`, () => {
    const { clock, sent, wheel } = setUp();
    wheel(event);
    clock.drawFrame();
    assert.deepEqual(sent.map((m) => m.wheelY), [expected]);
  });
}

test('fine turns stay fine, and what is less than a 120th of a step waits for more', () => {
  const { clock, sent, wheel } = setUp();
  for (let i = 0; i < 4; i++) {
    wheel({ deltaY: 1, wheelDeltaY: -30 });
    wheel({ deltaX: 0.5 });   // 0.6 of a 120th
    clock.drawFrame();
  }
  assert.deepEqual(sent.map((m) => m.wheelY), [30, 30, 30, 30]);
  assert.deepEqual(sent.map((m) => m.wheelX), [0, 1, 0, 1]);
});

test('turning back starts anew', () => {
  const { clock, sent, wheel } = setUp();
  wheel({ wheelDeltaY: -110, deltaY: 90 });
  wheel({ wheelDeltaY: 30, deltaY: -10 });
  clock.drawFrame();
  assert.deepEqual(sent.map((m) => m.wheelY), [-30]);
});

test('both directions travel together, a wild turn fits the message', () => {
  const { clock, sent, wheel } = setUp();
  wheel({ wheelDeltaX: -240, wheelDeltaY: 1e6, deltaX: 1, deltaY: -1 });
  clock.drawFrame();
  assert.deepEqual([sent[0].wheelX, sent[0].wheelY], [240, -24_000]);
});

test('fit shows all of the picture in the middle, on whole device pixels', () => {
  assert.deepEqual(place('fit', { width: 801, height: 600 }, { width: 1920, height: 1080 }, 1), { left: 0, top: 74, width: 801, height: 451, exact: false });
  assert.deepEqual(place('fit', { width: 1280, height: 800 }, { width: 1280, height: 800 }, 1), { left: 0, top: 0, width: 1280, height: 800, exact: true });
  const half = place('fit', { width: 1000, height: 333 }, { width: 640, height: 480 }, 1.5);
  for (const side of [half.left, half.top, half.width, half.height]) assert.ok(Number.isInteger(Math.round(side * 1.5 * 1e6) / 1e6));
});

test('1:1 is one remote pixel on one device pixel, whatever the ratio', () => {
  assert.deepEqual(place('actual', { width: 1300, height: 901 }, { width: 1280, height: 800 }, 1), { left: 10, top: 50, width: 1280, height: 800, exact: true });
  assert.deepEqual(place('actual', { width: 500, height: 400 }, { width: 1280, height: 800 }, 2), { left: 0, top: 0, width: 640, height: 400, exact: true });
});

test('every remote pixel can be reached and every point gives a remote pixel', () => {
  for (const [mode, ratio] of /** @type {['fit' | 'actual', number][]} */ ([['fit', 1], ['fit', 1.25], ['fit', 2], ['actual', 1], ['actual', 1.5]])) {
    const picture = { width: 321, height: 123 };
    const box = place(mode, { width: 777, height: 555 }, picture, ratio);
    for (const [x, y] of [[0, 0], [320, 122], [160, 61]]) {
      const middle = toPicture(box.left + ((x + 0.5) * box.width) / 321, box.top + ((y + 0.5) * box.height) / 123, box, picture);
      assert.deepEqual(middle, { x, y, inside: true });
    }
    assert.deepEqual(toPicture(box.left - 1, box.top + box.height + 1, box, picture), { x: 0, y: 122, inside: false });
  }
});

test('the pointer near an edge moves the picture along, elsewhere not', () => {
  const stage = { left: 0, top: 40, right: 1000, bottom: 700 };
  assert.deepEqual(panAt(500, 300, stage), { x: 0, y: 0 });
  assert.ok(panAt(999, 300, stage).x > 0);
  assert.ok(panAt(2, 45, stage).x < 0 && panAt(2, 45, stage).y < 0);
  assert.deepEqual(panAt(500, 20, stage), { x: 0, y: 0 });
});
