// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Frames } from '../../src/Web/wwwroot/viewer/frames.js';
import { decodeJpeg } from './fakes.js';
import { LAST, PART, Sender, WHOLE, cached, columns, copy, fill, keep, match, newColumns, photo, pixels, repeat } from './scripts.js';

const RED = [255, 0, 0];
const BLUE = [0, 0, 255];
const [R, B, K] = [0xff0000ff, 0xffff0000, 0xff000000];

/** @param {[number, number]} size */
function start(size) {
  const [frames, sender] = [new Frames(decodeJpeg), new Sender()];
  let frame = 0;
  return {
    /** One frame of these operations. @param {Parameters<Sender['part']>[3]} operations @param {Uint8Array} [blobs] */
    async run(operations, blobs) {
      frame++;
      await frames.add(sender.part(frame, frame === 1 ? WHOLE | LAST : LAST, size, operations, blobs));
      return [.../** @type {any} */ (frames.picture).pixels];
    },
  };
}

/** @typedef {import('./scripts.js').Operation} Operation */
/** @param {[number, number]} size @param {Operation[]} operations */
const painted = async (size, ...operations) => start(size).run(operations);

test('a whole picture begins black and opaque', async () => assert.deepEqual(await painted([2, 1]), [K, K]));

test('fill touches its rectangle and nothing beside it', async () => {
  assert.deepEqual(await painted([3, 3], fill([1, 1, 1, 2], RED)), [K, K, K, K, R, K, K, R, K]);
});

test('rectangles are told as the difference to the one before, also backwards', async () => {
  assert.deepEqual(await painted([3, 2], fill([2, 1, 1, 1], RED), fill([0, 0, 1, 1], BLUE)), [B, K, K, K, K, R]);
});

test('pixels come out as they went in, whatever surrounds them', async () => {
  const rgb = Array.from({ length: 5 * 4 * 3 }, (_, i) => (i * i * 31 + i * 7) & 0xff);
  const at = /** @type {[number, number, number, number]} */ ([1, 1, 5, 4]);
  const all = await painted([7, 6], fill([0, 0, 7, 6], RED), pixels(at, rgb));
  for (let y = 0; y < 6; y++) {
    for (let x = 0; x < 7; x++) {
      const i = ((y - 1) * 5 + x - 1) * 3;
      const inside = x >= 1 && x < 6 && y >= 1 && y < 5;
      assert.equal(all[y * 7 + x], inside ? (0xff000000 | (rgb[i + 2] << 16) | (rgb[i + 1] << 8) | rgb[i]) >>> 0 : R, `${x} ${y}`);
    }
  }
});

/** @type {[string, [number, number], [number, number]][]} */
const moves = [['right', [0, 1], [2, 1]], ['left', [2, 1], [0, 1]], ['down', [1, 0], [1, 2]], ['up', [1, 2], [1, 0]], ['down left', [1, 1], [0, 2]]];
for (const [name, from, to] of moves) {
  test(`a move ${name} onto itself takes the pixels as they were`, async () => {
    const width = 6;
    const rgb = Array.from({ length: width * 6 * 3 }, (_, i) => i);
    const before = await painted([width, 6], pixels([0, 0, width, 6], rgb));
    const after = await painted([width, 6], pixels([0, 0, width, 6], rgb), copy(from, [...to, 4, 4]));
    for (let y = 0; y < 6; y++) {
      for (let x = 0; x < width; x++) {
        const inside = x >= to[0] && x < to[0] + 4 && y >= to[1] && y < to[1] + 4;
        const source = inside ? (y - to[1] + from[1]) * width + x - to[0] + from[0] : y * width + x;
        assert.equal(after[y * width + x], before[source], `${x} ${y}`);
      }
    }
  });
}

test('a tile comes back from its slot as it was when it was kept, also at the corner', async () => {
  const { run } = start([65, 65]);
  await run([fill([64, 64, 1, 1], RED), keep([3, 4095], [0, 7]), fill([0, 0, 65, 65], BLUE)]);
  const all = await run([cached([3, 4095], [0, 7])]);
  assert.deepEqual([all[0], all[63 * 65 + 63], all[64], all[64 * 65], all[64 * 65 + 64]], [K, K, B, B, R]);
});

test('a slot holds what was kept last', async () => {
  const { run } = start([64, 64]);
  await run([fill([0, 0, 64, 64], RED), keep([0, 1]), fill([0, 0, 64, 64], BLUE), keep([0, 1])]);
  await run([fill([0, 0, 64, 64], RED)]);
  assert.equal((await run([cached([0, 1])]))[0], B);
});

test('new columns go down first, then to the right', async () => {
  assert.deepEqual(await painted([3, 2], columns([0, 0, 3, 2], { colours: [RED, BLUE] }, newColumns(3, [0, 1, 1, 1, 0, 0]))), [R, B, R, B, B, R]);
});

test('a match repeats columns of the history, of frames before, at any height', async () => {
  const { run } = start([4, 2]);
  await run([columns([0, 0, 2, 2], { colours: [RED, BLUE] }, newColumns(2, [0, 1, 1, 1]))]);
  assert.deepEqual((await run([columns([2, 0, 2, 2], {}, match(2, 0))])).slice(0, 4), [R, B, R, B]);
  assert.deepEqual((await run([columns([0, 1, 4, 1], {}, match(4, 0))])).slice(4), [R, B, B, B]);
});

test('repeat paints the column before, as often as it says, and leaves no history', async () => {
  const { run } = start([70, 1]);
  assert.deepEqual(await run([columns([0, 0, 70, 1], { colours: [RED, BLUE] }, newColumns(2, [0, 1]), repeat(68))]), [R, ...Array(69).fill(B)]);
  await assert.rejects(run([columns([0, 0, 3, 1], {}, match(3, 0))]), /outside the history/);
});

test('the palette grows from operation to operation until it is emptied', async () => {
  const { run } = start([2, 1]);
  await run([columns([0, 0, 1, 1], { colours: [RED] }, newColumns(1, [0]))]);
  assert.deepEqual(await run([columns([0, 0, 2, 1], { colours: [BLUE] }, newColumns(2, [1, 0]))]), [B, R]);
  await assert.rejects(run([columns([0, 0, 1, 1], { empty: true, colours: [BLUE] }, newColumns(1, [1]))]), /without a colour/);
});

test('the history outlives the palette it was told in', async () => {
  const { run } = start([2, 1]);
  await run([columns([0, 0, 1, 1], { colours: [RED] }, newColumns(1, [0]))]);
  assert.deepEqual(await run([columns([0, 0, 2, 1], { empty: true, colours: [BLUE] }, match(1, 0), newColumns(1, [0]))]), [R, B]);
});

test('at its end the history goes on from its beginning, and tears no column apart', async () => {
  const height = 1000;
  const { run } = start([1100, height]);
  const plain = (/** @type {number} */ n) => newColumns(n, Array(n * height).fill(0));
  // 1,048 columns of 1,000 pixels fit into 1,048,576; the next begins at 0.
  await run([columns([0, 0, 1047, height], { colours: [RED, BLUE] }, plain(1047))]);
  const ends = await run([columns([0, 0, 2, height], {}, newColumns(2, [...Array(height).fill(0), ...Array(height).fill(1)]))]);
  assert.deepEqual([ends[0], ends[1]], [R, B]);
  const all = await run([columns([0, 0, 2, height], {}, match(1, 0), match(1, 1000))]);
  assert.deepEqual([all[0], all[1]], [B, R]);
  await assert.rejects(run([columns([0, 0, 1, height], {}, match(1, 1_047_001))]), /outside the history/);
});

test('a whole picture begins with an empty cache, history and palette', async () => {
  const frames = new Frames(decodeJpeg);
  const sender = new Sender();
  await frames.add(sender.part(1, WHOLE | LAST, [64, 64], [keep([0, 0]), columns([0, 0, 1, 1], { colours: [RED] }, newColumns(1, [0]))]));
  for (const operation of [cached([0, 0]), columns([0, 0, 1, 1], {}, match(1, 0)), columns([0, 0, 1, 1], {}, newColumns(1, [0]))]) {
    const other = new Sender();
    await frames.add(other.part(2, WHOLE | LAST, [64, 64]));
    await assert.rejects(frames.add(other.part(3, LAST, [64, 64], [operation])), { name: 'WireFormatError' });
  }
});

/** The head of a baseline JPEG and one byte that the fake decoder takes as its colour. @param {number} width @param {number} height @param {number} red */
const jpeg = (width, height, red, marker = 0xc0) => [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, marker, 0, 8, 8, 0, height, 0, width, 3, red];

test('photos take their files in order', async () => {
  const [first, second] = [jpeg(1, 1, 7), jpeg(2, 1, 9)];
  const all = await start([3, 1]).run([photo([2, 0, 1, 1], first.length), photo([0, 0, 2, 1], second.length)], Uint8Array.of(...first, ...second));
  assert.deepEqual(all, [0xff000009, 0xff000009, 0xff000007]);
});

/** @type {[string, (number[])][]} */
const badPhotos = [
  ['of another size', jpeg(2, 1, 0)], ['that is progressive', jpeg(1, 1, 0, 0xc2)], ['that is arithmetic', jpeg(1, 1, 0, 0xc9)],
  ['that is no JPEG', [1, 2, 3, 4]], ['without a frame', jpeg(1, 1, 0).slice(0, 8)], ['with a scan before its frame', jpeg(1, 1, 0, 0xda)],
  ['with a segment shorter than its length', [0xff, 0xd8, 0xff, 0xe0, 0, 1, 0]], ['that is nothing', []],
];
for (const [what, file] of badPhotos) {
  test(`a photo ${what} is refused before it is decoded`, async () => {
    let decoded = 0;
    const frames = new Frames(async () => new Uint32Array(++decoded));
    await assert.rejects(frames.add(new Sender().part(1, WHOLE | LAST, [1, 1], [photo([0, 0, 1, 1], file.length)], Uint8Array.from(file))), { name: 'WireFormatError' });
    assert.equal(decoded, 0);
  });
}

/** @param {number} op @param {...number} rest */
const raw = (op, ...rest) => () => [op, ...rest];
const [one, big] = [Array(64 * 64).fill(0), Array(256).fill(RED)];

/** @type {[string, Operation[], RegExp][]} */
const refused = [
  ['an operation without a number', [raw(0)], /unknown operation/],
  ['an operation that does not exist', [raw(8)], /unknown operation/],
  ['an operation that is cut', [raw(4, 0, 0, 0, 0, 0, 1)], /too short/],
  ['an empty rectangle', [fill([0, 0, 0, 1], RED)], /empty/],
  ['a rectangle that leaves the picture', [fill([1, 0, 64, 1], RED)], /outside the picture/],
  ['a rectangle that begins outside', [fill([0, 65, 1, 1], RED)], /outside the picture/],
  ['a move from outside', [copy([1, 0], [0, 0, 64, 1])], /outside the picture/],
  ['a tile that is not there', [keep([1, 0])], /tile outside/],
  ['a slot that is not there', [keep([0, 4096])], /slot out of range/],
  ['no tiles', [raw(1, 0, 0)], /no tiles/],
  ['a slot that is empty', [cached([0, 5])], /no tile of that size/],
  ['a palette of more than 256 colours', [columns([0, 0, 1, 1], { colours: [...big, RED] }, newColumns(1, [0]))], /too many colours/],
  ['a palette that grows beyond 256', [columns([0, 0, 1, 1], { colours: big }, newColumns(1, [0])), columns([0, 0, 1, 1], { colours: [RED] }, newColumns(1, [0]))], /too many colours/],
  ['an unknown bit beside the colours', [raw(5, 0, 0, 0, 0, 0, 1, 0, 1, 0x40, 0, 0x81)], /unknown flag/],
  ['an index without a colour', [columns([0, 0, 1, 1], { colours: [RED] }, newColumns(1, [1]))], /without a colour/],
  ['no columns', [columns([0, 0, 1, 1], { colours: [RED] }, [0])], /outside the rectangle/],
  ['no columns, told at length', [columns([0, 0, 1, 1], { colours: [RED] }, [63, 0, 0])], /outside the rectangle/],
  ['more columns than there are', [columns([0, 0, 2, 1], { colours: [RED] }, newColumns(1, [0]), repeat(2))], /outside the rectangle/],
  ['a repeat of nothing', [columns([0, 0, 1, 1], { colours: [RED] }, repeat(1))], /bad columns/],
  ['a fourth kind of columns', [columns([0, 0, 1, 1], { colours: [RED] }, [0xc1])], /bad columns/],
  ['a match before anything was painted', [columns([0, 0, 1, 1], {}, match(1, 0))], /outside the history/],
  ['a photo without a file', [photo([0, 0, 1, 1], 1)], /too short/],
  ['more moves than 256', Array(257).fill(copy([0, 0], [0, 0, 1, 1])), /too many moves/],
  ['more tiles kept than there are slots', [keep(...Array(4096).fill([0, 0])), keep([0, 0])], /too many tiles kept/],
  ['a picture painted more than four times', Array(5).fill(fill([0, 0, 64, 64], RED)), /paints too much/],
  ['a picture painted more than four times by tiles', [keep([0, 0]), cached(...Array(5).fill([0, 0]))], /paints too much/],
];
for (const [what, operations, why] of refused) {
  test(`refused: ${what}`, async () => {
    await assert.rejects(painted([64, 64], ...operations), (/** @type {Error} */ error) => {
      assert.equal(error.name, 'WireFormatError');
      assert.match(error.message, why);
      return true;
    });
  });
}

test('refused: more than 65,535 rectangles a frame, over all of its parts', async () => {
  const [frames, sender] = [new Frames(decodeJpeg), new Sender()];
  const many = Array(40_000).fill(fill([0, 0, 1, 1], RED));
  await frames.add(sender.part(1, WHOLE, [256, 256], many));
  await assert.rejects(frames.add(sender.part(1, LAST, [256, 256], many)), /paints too much/);
});

test('refused: files that no photo takes', async () => {
  await assert.rejects(start([1, 1]).run([], Uint8Array.of(1)), /too long/);
});

test('refused: a slot of another size', async () => {
  await assert.rejects(painted([65, 64], keep([1, 0]), cached([0, 0])), /no tile of that size/);
});

test('four times the picture may be painted, and every frame begins anew', async () => {
  const { run } = start([64, 64]);
  for (let i = 0; i < 3; i++) await run(Array(4).fill(columns([0, 0, 64, 64], { empty: true, colours: [RED] }, newColumns(64, one))));
});
