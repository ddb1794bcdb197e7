// @ts-check
// Whatever comes over the line, the reader of pictures paints it or ends in one named error: no other, no hang, no memory without bounds.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Frames } from '../../src/Web/wwwroot/viewer/frames.js';
import { read, write } from '../../src/Web/wwwroot/viewer/wire.js';
import { decodeJpeg } from './fakes.js';
import { seeded } from './numbers.js';
import { LAST, PART, Sender, WHOLE, cached, columns, copy, fill, keep, match, newColumns, photo, pixels, repeat } from './scripts.js';

const [WIDTH, HEIGHT] = [150, 100];
const HEADER = 18;
const COLOURS = [[255, 255, 255], [0, 0, 0], [10, 120, 200]];

/** @typedef {import('./scripts.js').Operation} Operation */

/** A rectangle inside the picture. @param {ReturnType<typeof seeded>} next @returns {[number, number, number, number]} */
function somewhere(next) {
  const [x, y] = [next() % WIDTH, next() % HEIGHT];
  return [x, y, 1 + (next() % Math.min(30, WIDTH - x)), 1 + (next() % Math.min(20, HEIGHT - y))];
}

/** @param {ReturnType<typeof seeded>} next @returns {Operation[]} the first of them leave something to refer to */
function operations(next) {
  const some = (/** @type {number} */ n, /** @type {number} */ of) => Array.from({ length: n }, () => next() % of);
  /** @type {(() => Operation)[]} */
  const kinds = [
    () => fill(somewhere(next), some(3, 256)),
    () => { const at = somewhere(next); return pixels(at, some(at[2] * at[3] * 3, 256)); },
    () => { const [x, y, w, h] = somewhere(next); return copy([next() % (WIDTH - w), next() % (HEIGHT - h)], [x, y, w, h]); },
    () => keep([next() % 6, next() % 8], [0, 1]),
    () => cached([0, 1]),
    () => { const [x, y, w, h] = somewhere(next); return columns([x, y, w, h], {}, newColumns(1, some(h, 3)), ...(w > 1 ? [repeat(w - 1)] : [])); },
    () => columns([next() % 100, 0, 9, 10], {}, match(4, next() % 100), match(5, 0)),
  ];
  return Array.from({ length: 1 + (next() % 6) }, () => kinds[next() % kinds.length]());
}

/** @param {ReturnType<typeof seeded>} next */
function sequence(next) {
  const sender = new Sender();
  const first = [keep([0, 1]), columns([0, 0, 60, 10], { colours: COLOURS }, newColumns(60, Array.from({ length: 600 }, () => next() % 3)))];
  const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xc0, 0, 8, 8, 0, 9, 0, 8, 3, 200);
  return [
    sender.part(1, WHOLE, [WIDTH, HEIGHT], first),
    sender.part(1, LAST, [WIDTH, HEIGHT], operations(next)),
    sender.part(2, PART, [WIDTH, HEIGHT], operations(next)),
    sender.part(2, LAST, [WIDTH, HEIGHT], [photo([5, 5, 8, 9], jpeg.length), ...operations(next)], jpeg),
    sender.part(3, LAST, [WIDTH, HEIGHT], operations(next)),
  ].map((part) => write(part, 'a2c'));
}

/** @param {Uint8Array[]} messages @returns {Promise<string>} why it ended, '' if all was painted */
async function outcome(messages) {
  const frames = new Frames(decodeJpeg);
  try {
    for (const message of messages) await frames.add(/** @type {any} */ (read(message, 'a2c')));
    return '';
  } catch (error) {
    assert.equal(/** @type {Error} */ (error).name, 'WireFormatError', /** @type {Error} */ (error).stack);
    return /** @type {Error} */ (error).message;
  }
}

test('what was not touched is painted', async () => {
  for (let seed = 1; seed < 60; seed++) assert.equal(await outcome(sequence(seeded(seed))), '', String(seed));
});

test('changed, cut, swapped and repeated messages end in one named error, and all of them are met', async () => {
  const next = seeded(20261124);
  /** @type {Map<string, number>} */
  const met = new Map();
  for (let round = 0; round < 1_500; round++) {
    const messages = sequence(next);
    const at = next() % messages.length;
    const message = messages[at];
    switch (next() % 6) {
      case 0: messages.splice(at, 1); break;
      case 1: messages.splice(next() % messages.length, 0, message); break;
      case 2: messages[at] = message.slice(0, next() % message.length); break;
      case 3: message[next() % HEADER] = next(); break;
      default: for (let changes = 1 + (next() % 4); changes > 0; changes--) message[next() % message.length] ^= 1 << (next() % 8);
    }
    const why = await outcome(messages.filter((m) => m.length > 0));
    met.set(why, (met.get(why) ?? 0) + 1);
  }
  assert.ok(met.size > 12, [...met.keys()].join(', '));
});

test('scripts of noise end in one named error', async () => {
  const next = seeded(7);
  for (let round = 0; round < 4_000; round++) {
    const sender = new Sender();
    const noise = Array.from({ length: next() % 60 }, () => next() & (round % 3 === 0 ? 0xff : 0x0f));
    // What stands first is an operation, so that most of it is not refused at once.
    const script = [1 + (next() % 7), ...noise];
    await outcome([write(sender.part(1, WHOLE | LAST, [WIDTH, HEIGHT], [() => script], Uint8Array.from(noise)), 'a2c')]);
  }
});

test('the largest frames that are allowed keep to the memory of the picture, the cache, the history and one part', async () => {
  const frames = new Frames(decodeJpeg);
  const size = /** @type {[number, number]} */ ([1024, 512]);
  const tiles = /** @type {[number, number][]} */ (Array.from({ length: 4096 }, (_, slot) => [slot % 128, slot]));
  const sender = new Sender();
  const memory = () => process.memoryUsage().arrayBuffers / 1024 / 1024;
  const before = memory();
  for (let frame = 1; frame <= 12; frame++) {
    await frames.add(sender.part(frame, frame === 1 ? WHOLE | LAST : LAST, size, [keep(...tiles), fill([0, 0, 1024, 512], [1, 2, frame])]));
  }
  // 2 MiB of picture, 64 of cache, 4 of history, and room for what is not collected yet.
  assert.ok(memory() - before < 90, `${memory() - before} MiB`);
});
