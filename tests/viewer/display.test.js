// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Dirty } from '../../src/Web/wwwroot/viewer/dirty.js';
import { Display } from '../../src/Web/wwwroot/viewer/display.js';
import { Pictures } from '../../src/Web/wwwroot/viewer/pictures.js';
import { read, write } from '../../src/Web/wwwroot/viewer/wire.js';
import { FakeCanvas, FakeClock, decodeJpeg, newImage } from './fakes.js';
import { LAST, PART, Sender, WHOLE, fill, photo } from './scripts.js';

const RED = [255, 0, 0];
const BLUE = [0, 0, 255];
const GREY = [9, 9, 9];
const BLACK = [0, 0, 0];
const JPEG = Uint8Array.of(0xff, 0xd8, 0xff, 0xc0, 0, 8, 8, 0, 1, 0, 1, 3, 200);

function setUp() {
  const [canvas, clock, sender] = [new FakeCanvas(), new FakeClock(), new Sender()];
  /** @type {number[]} */
  const acknowledged = [];
  /** @type {(import('../../src/Web/wwwroot/viewer/pictures.js').State | null)[]} */
  const told = [];
  /** @type {{ decode: import('../../src/Web/wwwroot/viewer/frames.js').DecodeJpeg }} */
  const browser = { decode: decodeJpeg };
  const pictures = new Pictures({
    screen: new Display(/** @type {any} */ (canvas), newImage),
    frame: clock.frame,
    decodeJpeg: (...jpeg) => browser.decode(...jpeg),
    send: ({ frame }) => void acknowledged.push(frame),
    shown: () => {},
    told: (state) => told.push(state),
  });
  pictures.unlock();
  /** @type {(...part: Parameters<Sender['part']>) => Promise<void>} */
  const add = (...part) => pictures.add(/** @type {any} */ (read(write(sender.part(...part), 'a2c'), 'a2c')));
  return { canvas, clock, pictures, acknowledged, told, browser, add, tick: () => clock.drawFrame() };
}

test('a whole picture sets the size and starts from black', async () => {
  const { canvas, add, tick } = setUp();
  await add(1, WHOLE | LAST, [4, 3], [fill([1, 1, 2, 1], RED)]);
  tick();
  assert.deepEqual([canvas.width, canvas.height], [4, 3]);
  assert.deepEqual([canvas.pixel(0, 0), canvas.shown[3]], [BLACK, 255]);
  assert.deepEqual([canvas.pixel(0, 1), canvas.pixel(1, 1), canvas.pixel(2, 1), canvas.pixel(3, 1)], [BLACK, RED, RED, BLACK]);
});

test('nothing of a frame is seen before its last part is there', async () => {
  const { canvas, acknowledged, add, tick } = setUp();
  await add(1, WHOLE | LAST, [4, 1], [fill([0, 0, 4, 1], GREY)]);
  tick();
  await add(2, PART, [4, 1], [fill([0, 0, 2, 1], RED)]);
  tick();
  assert.deepEqual([canvas.pixel(0, 0), acknowledged], [GREY, [1]]);
  await add(2, LAST, [4, 1], [fill([2, 0, 2, 1], BLUE)]);
  assert.deepEqual(canvas.pixel(0, 0), GREY);
  tick();
  assert.deepEqual([canvas.pixel(1, 0), canvas.pixel(2, 0), acknowledged], [RED, BLUE, [1, 2]]);
});

test('a frame that waits to be shown is not mixed with parts of the next', async () => {
  const { canvas, acknowledged, add, tick } = setUp();
  await add(1, WHOLE | LAST, [2, 1], [fill([0, 0, 2, 1], GREY)]);
  await add(2, LAST, [2, 1], [fill([0, 0, 2, 1], RED)]);
  await add(3, PART, [2, 1], [fill([0, 0, 1, 1], BLUE)]);
  tick();
  assert.deepEqual([canvas.pixel(0, 0), canvas.pixel(1, 0)], [RED, RED]);
  assert.deepEqual(acknowledged, [1, 2]);
});

test('nor with the next while that waits for its photos', async () => {
  const { canvas, acknowledged, browser, add, tick } = setUp();
  let decoded = (/** @type {Uint32Array} */ _) => {};
  browser.decode = () => new Promise((resolve) => (decoded = resolve));
  await add(1, WHOLE | LAST, [2, 1], [fill([0, 0, 2, 1], GREY)]);
  const next = add(2, LAST, [2, 1], [fill([0, 0, 2, 1], RED), photo([1, 0, 1, 1], JPEG.length)], JPEG);
  tick();
  assert.deepEqual([canvas.pixel(0, 0), canvas.pixel(1, 0), acknowledged], [GREY, GREY, [1]]);
  decoded(Uint32Array.of(0xff0000c8));
  await next;
  tick();
  assert.deepEqual([canvas.pixel(0, 0), canvas.pixel(1, 0), acknowledged], [RED, [200, 0, 0], [1, 2]]);
});

test('several frames between two ticks show the newest, in one paint, and all are acknowledged', async () => {
  const { canvas, clock, acknowledged, add, tick } = setUp();
  await add(1, WHOLE | LAST, [3, 1], [fill([0, 0, 3, 1], GREY)]);
  tick();
  [canvas.puts, clock.framesAsked] = [0, 0];
  await add(2, LAST, [3, 1], [fill([0, 0, 2, 1], RED)]);
  await add(3, LAST, [3, 1], [fill([1, 0, 1, 1], BLUE)]);
  assert.deepEqual([canvas.puts, clock.framesAsked, acknowledged], [0, 1, [1]]);
  tick();
  assert.deepEqual([canvas.pixel(0, 0), canvas.pixel(1, 0), canvas.pixel(2, 0)], [RED, BLUE, GREY]);
  assert.deepEqual([canvas.puts, acknowledged], [1, [1, 2, 3]]);
});

test('a whole picture of a new size replaces the old one', async () => {
  const { canvas, add, tick } = setUp();
  await add(1, WHOLE | LAST, [4, 4], [fill([0, 0, 4, 4], RED)]);
  tick();
  await add(2, WHOLE | LAST, [2, 3], [fill([0, 0, 1, 1], BLUE)]);
  tick();
  assert.deepEqual([canvas.width, canvas.height], [2, 3]);
  assert.deepEqual([canvas.pixel(0, 0), canvas.pixel(1, 2)], [BLUE, BLACK]);
});

test('a whole picture of the same size replaces the old one, too', async () => {
  const { canvas, add, tick } = setUp();
  await add(1, WHOLE | LAST, [2, 1], [fill([0, 0, 2, 1], RED)]);
  tick();
  await add(2, WHOLE | LAST, [2, 1], [fill([0, 0, 1, 1], BLUE)]);
  tick();
  assert.deepEqual([canvas.pixel(0, 0), canvas.pixel(1, 0)], [BLUE, BLACK]);
});

test('a new whole picture may replace an unfinished frame', async () => {
  const { canvas, add, tick } = setUp();
  await add(1, WHOLE, [2, 2], [fill([0, 0, 1, 1], RED)]);
  await add(2, WHOLE | LAST, [2, 2], [fill([1, 1, 1, 1], BLUE)]);
  tick();
  assert.deepEqual([canvas.pixel(0, 0), canvas.pixel(1, 1)], [BLACK, BLUE]);
});

test('only what changed is copied to the canvas, an unchanged picture not at all', async () => {
  const { canvas, add, tick } = setUp();
  await add(1, WHOLE | LAST, [200, 200], []);
  tick();
  canvas.puts = 0;
  await add(2, LAST, [200, 200], [0, 2, 4, 6].map((x) => fill([x, 2, 2, 2], RED)));
  tick();
  assert.equal(canvas.puts, 1);
  await add(3, LAST, [200, 200], []);
  tick();
  assert.equal(canvas.puts, 1);
});

test('a lost context gets the picture again, without waiting for the next frame', async () => {
  const { canvas, add, tick } = setUp();
  await add(1, WHOLE | LAST, [2, 1], [fill([0, 0, 2, 1], RED)]);
  tick();
  canvas.shown.fill(0);
  canvas.dispatchEvent(new Event('contextrestored'));
  tick();
  assert.deepEqual(canvas.pixel(1, 0), RED);
});

test('a context that is lost in the middle of a frame gets the picture when the frame is whole', async () => {
  const { canvas, add, tick } = setUp();
  await add(1, WHOLE | LAST, [2, 1], [fill([0, 0, 2, 1], RED)]);
  tick();
  await add(2, PART, [2, 1], [fill([0, 0, 1, 1], BLUE)]);
  canvas.shown.fill(0);
  canvas.dispatchEvent(new Event('contextrestored'));
  tick();
  assert.deepEqual([canvas.pixel(0, 0), canvas.pixel(1, 0)], [BLACK, BLACK]);
  await add(2, LAST, [2, 1]);
  tick();
  assert.deepEqual([canvas.pixel(0, 0), canvas.pixel(1, 0)], [BLUE, RED]);
});

test('nothing of the picture stays when it is to be forgotten', async () => {
  const { canvas, pictures, acknowledged, add, tick } = setUp();
  await add(1, WHOLE | LAST, [2, 2], [fill([0, 0, 2, 2], RED)]);
  tick();
  await add(2, LAST, [2, 2], [fill([0, 0, 2, 2], BLUE)]);
  pictures.forget();
  tick();
  assert.deepEqual([...canvas.shown], [0, 0, 0, 0]);
  assert.deepEqual(acknowledged, [1]);
});

test('what the agent says of a picture is told when that picture is shown, and not before', async () => {
  const { pictures, told, add, tick } = setUp();
  const [lossy, exact] = [{ exact: false, state: 0 }, { exact: true, state: 0 }];
  await add(1, WHOLE | LAST, [2, 1]);
  pictures.describe(lossy);
  assert.deepEqual(told, []);
  tick();
  assert.deepEqual(told, [lossy]);
  pictures.describe(exact);
  assert.deepEqual(told, [lossy, exact]);
});

test('of a line that was lost nothing is known until the agent says it anew', async () => {
  const { pictures, told, add, tick } = setUp();
  await add(1, WHOLE | LAST, [2, 1]);
  pictures.describe({ exact: true, state: 0 });
  tick();
  pictures.interrupted();
  assert.deepEqual(told, [{ exact: true, state: 0 }, null]);
});

test('rows of tiles with the same span are one, and a span is as wide as what was marked in it', () => {
  const dirty = new Dirty(200, 150, 64);
  assert.deepEqual(dirty.take(), []);
  dirty.mark(10, 10, 20, 100);
  dirty.mark(0, 140, 200, 10);
  dirty.mark(40, 0, 5, 1);
  assert.deepEqual(dirty.take(), [
    { x: 10, y: 0, width: 35, height: 64 }, { x: 10, y: 64, width: 20, height: 64 }, { x: 0, y: 128, width: 200, height: 22 }]);
  assert.deepEqual(dirty.take(), []);
  dirty.mark(3, 0, 4, 130);
  assert.deepEqual(dirty.take(), [{ x: 3, y: 0, width: 4, height: 150 }]);
});

/** @type {[string, Parameters<Sender['part']>[]][]} */
const broken = [
  ['a first frame that is not whole', [[1, LAST, [2, 2]]]],
  ['a size that changes without a whole picture', [[1, WHOLE | LAST, [2, 2]], [2, LAST, [3, 2]]]],
  ['a size that changes within a frame', [[1, WHOLE, [2, 2]], [1, LAST, [3, 2]]]],
  ['a whole picture in the middle of a frame', [[1, WHOLE | LAST, [2, 2]], [2, PART, [2, 2]], [2, WHOLE | LAST, [2, 2]]]],
  ['a whole picture in the middle of a whole picture', [[1, WHOLE, [2, 2]], [1, WHOLE | LAST, [2, 2]]]],
  ['a frame left unfinished', [[1, WHOLE, [2, 2]], [2, LAST, [2, 2]]]],
];

for (const [what, parts] of broken) {
  test(`${what} is refused`, async () => {
    const { add } = setUp();
    await assert.rejects(async () => {
      for (const part of parts) await add(...part);
    }, { name: 'WireFormatError' });
  });
}
