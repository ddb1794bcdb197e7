// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Display } from '../../src/Web/wwwroot/viewer/display.js';
import { Frames } from '../../src/Web/wwwroot/viewer/frames.js';
import { read, write } from '../../src/Web/wwwroot/viewer/wire.js';
import { FakeCanvas, frameUpdate, newImage } from './fakes.js';

const RED = [255, 0, 0];
const BLUE = [0, 0, 255];
const GREY = [9, 9, 9];
const [PART, WHOLE, LAST] = [0, 1, 2];

function setUp() {
  const canvas = new FakeCanvas();
  const display = new Display(/** @type {any} */ (canvas), newImage);
  const frames = new Frames();
  const add = async (/** @type {any} */ message) => {
    const frame = await frames.add(/** @type {any} */ (read(write(message, 'a2c'), 'a2c')));
    if (frame !== null) display.paint(frame);
    return frame;
  };
  return { canvas, display, frames, add };
}

test('a whole picture sets the size and starts from black', async () => {
  const { canvas, display, add } = setUp();
  await add(frameUpdate(1, WHOLE | LAST, [4, 3], [{ at: [1, 1, 2, 1], rgb: RED }]));
  display.present();
  assert.deepEqual([canvas.width, canvas.height], [4, 3]);
  assert.deepEqual(canvas.pixel(0, 0), [0, 0, 0]);
  assert.equal(canvas.shown[3], 255);
  assert.deepEqual(canvas.pixel(1, 1), RED);
  assert.deepEqual(canvas.pixel(2, 1), RED);
  assert.deepEqual(canvas.pixel(3, 1), [0, 0, 0]);
});

test('nothing of a frame is seen before its last part is there', async () => {
  const { canvas, display, add } = setUp();
  await add(frameUpdate(1, WHOLE | LAST, [4, 1], [{ at: [0, 0, 4, 1], rgb: GREY }]));
  display.present();
  assert.equal(await add(frameUpdate(2, PART, [4, 1], [{ at: [0, 0, 2, 1], rgb: RED }])), null);
  display.present();
  assert.deepEqual(canvas.pixel(0, 0), GREY);
  await add(frameUpdate(2, LAST, [4, 1], [{ at: [2, 0, 2, 1], rgb: BLUE }]));
  assert.deepEqual(canvas.pixel(0, 0), GREY);
  display.present();
  assert.deepEqual([canvas.pixel(1, 0), canvas.pixel(2, 0)], [RED, BLUE]);
});

test('a frame waiting to be shown is not mixed with parts of the next', async () => {
  const { canvas, display, add } = setUp();
  await add(frameUpdate(1, WHOLE | LAST, [2, 1], [{ at: [0, 0, 2, 1], rgb: GREY }]));
  await add(frameUpdate(2, LAST, [2, 1], [{ at: [0, 0, 2, 1], rgb: RED }]));
  await add(frameUpdate(3, PART, [2, 1], [{ at: [0, 0, 1, 1], rgb: BLUE }]));
  display.present();
  assert.deepEqual([canvas.pixel(0, 0), canvas.pixel(1, 0)], [RED, RED]);
});

test('several frames between two ticks show the newest, in order', async () => {
  const { canvas, display, add } = setUp();
  await add(frameUpdate(1, WHOLE | LAST, [3, 1], [{ at: [0, 0, 3, 1], rgb: GREY }]));
  display.present();
  await add(frameUpdate(2, LAST, [3, 1], [{ at: [0, 0, 2, 1], rgb: RED }]));
  await add(frameUpdate(3, LAST, [3, 1], [{ at: [1, 0, 1, 1], rgb: BLUE }]));
  display.present();
  assert.deepEqual([canvas.pixel(0, 0), canvas.pixel(1, 0), canvas.pixel(2, 0)], [RED, BLUE, GREY]);
});

test('every part of a whole picture may carry its flag', async () => {
  const { canvas, display, add } = setUp();
  await add(frameUpdate(1, WHOLE, [2, 1], [{ at: [0, 0, 1, 1], rgb: RED }]));
  await add(frameUpdate(1, WHOLE | LAST, [2, 1], [{ at: [1, 0, 1, 1], rgb: BLUE }]));
  display.present();
  assert.deepEqual([canvas.pixel(0, 0), canvas.pixel(1, 0)], [RED, BLUE]);
});

test('a whole picture of a new size replaces the old one', async () => {
  const { canvas, display, add } = setUp();
  await add(frameUpdate(1, WHOLE | LAST, [4, 4], [{ at: [0, 0, 4, 4], rgb: RED }]));
  display.present();
  await add(frameUpdate(2, WHOLE | LAST, [2, 3], [{ at: [0, 0, 1, 1], rgb: BLUE }]));
  display.present();
  assert.deepEqual([canvas.width, canvas.height], [2, 3]);
  assert.deepEqual([canvas.pixel(0, 0), canvas.pixel(1, 2)], [BLUE, [0, 0, 0]]);
});

test('neighbouring tiles of a row are copied to the canvas in one go, an unchanged picture not at all', async () => {
  const { canvas, display, add } = setUp();
  await add(frameUpdate(1, WHOLE | LAST, [8, 8], []));
  display.present();
  canvas.puts = 0;
  const row = [0, 2, 4, 6].map((x) => ({ at: /** @type {[number, number, number, number]} */ ([x, 2, 2, 2]), rgb: RED }));
  await add(frameUpdate(2, LAST, [8, 8], row));
  display.present();
  assert.equal(canvas.puts, 1);
  display.present();
  assert.equal(canvas.puts, 1);
});

test('a lost context shows the picture again', async () => {
  const { canvas, display, add } = setUp();
  await add(frameUpdate(1, WHOLE | LAST, [2, 1], [{ at: [0, 0, 2, 1], rgb: RED }]));
  display.present();
  canvas.shown.fill(0);
  canvas.dispatchEvent(new Event('contextrestored'));
  assert.deepEqual(canvas.pixel(1, 0), RED);
});

test('clear leaves nothing of the picture', async () => {
  const { canvas, display, add } = setUp();
  await add(frameUpdate(1, WHOLE | LAST, [2, 2], [{ at: [0, 0, 2, 2], rgb: RED }]));
  display.present();
  display.clear();
  display.present();
  assert.deepEqual([...canvas.shown], [0, 0, 0, 0]);
});

/** @type {[string, any[]][]} */
const broken = [
  ['a first frame that is not whole', [frameUpdate(1, LAST, [2, 2], [])]],
  ['a size that changes without a whole picture', [frameUpdate(1, WHOLE | LAST, [2, 2], []), frameUpdate(2, LAST, [3, 2], [])]],
  ['a size that changes within a frame', [frameUpdate(1, WHOLE, [2, 2], []), frameUpdate(1, LAST, [3, 2], [])]],
  ['a whole picture in the middle of a frame', [
    frameUpdate(1, WHOLE | LAST, [2, 2], []), frameUpdate(2, PART, [2, 2], []), frameUpdate(2, WHOLE | LAST, [2, 2], [])]],
  ['a frame left unfinished', [frameUpdate(1, WHOLE, [2, 2], []), frameUpdate(2, LAST, [2, 2], [])]],
  ['parts that together cover more than the picture', [
    frameUpdate(1, WHOLE, [2, 2], [{ at: [0, 0, 2, 2], rgb: RED }]), frameUpdate(1, LAST, [2, 2], [{ at: [0, 0, 1, 1], rgb: RED }])]],
];

for (const [what, updates] of broken) {
  test(`${what} is refused`, async () => {
    const { add } = setUp();
    await assert.rejects(async () => {
      for (const update of updates) await add(update);
    }, { name: 'WireFormatError' });
  });
}

test('a new whole picture may replace an unfinished frame', async () => {
  const { canvas, display, add } = setUp();
  await add(frameUpdate(1, WHOLE, [2, 2], [{ at: [0, 0, 1, 1], rgb: RED }]));
  await add(frameUpdate(2, WHOLE | LAST, [2, 2], [{ at: [1, 1, 1, 1], rgb: BLUE }]));
  display.present();
  assert.deepEqual([canvas.pixel(0, 0), canvas.pixel(1, 1)], [[0, 0, 0], BLUE]);
});
