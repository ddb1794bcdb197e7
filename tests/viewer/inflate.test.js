// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { constants, deflateRawSync } from 'node:zlib';
import { Inflater } from '../../src/Web/wwwroot/viewer/inflate.js';
import { seeded } from './numbers.js';
import { Stream } from './scripts.js';

const packings = Object.entries({
  stored: { level: 0 }, fast: { level: 1 }, best: { level: 9 }, fixed: { strategy: constants.Z_FIXED },
  'one distance': { strategy: constants.Z_RLE }, 'no matches': { strategy: constants.Z_HUFFMAN_ONLY }, 'small window': { windowBits: 9 },
});

/** Data of several kinds: noise, few values, runs, what was there before. @param {ReturnType<typeof seeded>} next @param {number} length */
function data(next, length) {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length;) {
    const size = Math.min(length - at, 1 + (next() % 700));
    const kind = next() % 4;
    const few = next() % 256;
    if (kind === 3 && at > 0) {
      const from = next() % at;
      for (let i = 0; i < size; i++) bytes[at + i] = bytes[from + i];
    } else for (let i = 0; i < size; i++) bytes[at + i] = kind === 0 ? next() : kind === 1 ? few + (next() % 3) : few;
    at += size;
  }
  return bytes;
}

/** @param {string} stream bits as they follow each other, blanks for the eye */
function bits(stream) {
  const plain = stream.replaceAll(' ', '');
  return Uint8Array.from({ length: Math.ceil(plain.length / 8) }, (_, i) => parseInt([...plain.slice(i * 8, i * 8 + 8).padEnd(8, '0')].reverse().join(''), 2));
}

for (const [name, options] of packings) {
  test(`a stream unpacks piece by piece to what was packed: ${name}`, () => {
    const next = seeded(11);
    const stream = new Stream();
    const inflater = new Inflater();
    for (const length of [1, 5, 300, 40_000, 0, 2, 100_000, 70, 32_768, 3]) {
      const bytes = data(next, length);
      assert.deepEqual(inflater.piece(stream.piece(bytes, options), length), bytes);
    }
  });

  test(`a stream of its own unpacks to what was packed: ${name}`, () => {
    const bytes = data(seeded(12), 50_000);
    assert.deepEqual(new Inflater().whole(new Uint8Array(deflateRawSync(bytes, options)), bytes.length), bytes);
  });
}

test('a piece may refer to what came 32 KiB before it, in another piece, and no further', () => {
  // One match of 258 bytes, the farthest there is; then the sync flush.
  const farthest = bits('0 10 11000101 11101 1111111111111 0000000 0 00 0 0000000000000000 1111111111111111');
  const bytes = data(seeded(18), 32_768);
  for (const known of [32_768, 32_767]) {
    const inflater = new Inflater();
    inflater.piece(new Stream().piece(bytes.slice(0, known), { level: 0 }), known);
    if (known === 32_768) assert.deepEqual(inflater.piece(farthest, 258), bytes.slice(0, 258));
    else assert.throws(() => inflater.piece(farthest, 258), /not deflate/);
  }
});

test('after a restart nothing before it may be referred to', () => {
  const stream = new Stream();
  const inflater = new Inflater();
  const bytes = data(seeded(13), 4_000);
  inflater.piece(stream.piece(bytes), 4_000);
  inflater.restart();
  assert.throws(() => inflater.piece(stream.piece(bytes), 4_000), { name: 'WireFormatError' });
});

test('a piece that holds one byte more or less than it promised is refused at once', () => {
  for (const [name, options] of packings) {
    const bytes = data(seeded(14), 3_000);
    for (const size of [2_999, 3_001]) {
      assert.throws(() => new Inflater().piece(new Stream().piece(bytes, options), size), /too (long|short)/, name);
      assert.throws(() => new Inflater().whole(new Uint8Array(deflateRawSync(bytes, options)), size), /too (long|short)/, name);
    }
  }
});

test('a bomb is stopped without being unpacked', () => {
  const bomb = new Uint8Array(deflateRawSync(new Uint8Array(64 * 1024 * 1024)));
  const before = process.memoryUsage().arrayBuffers;
  assert.throws(() => new Inflater().whole(bomb, 3), /too long/);
  assert.ok(process.memoryUsage().arrayBuffers - before < 8 * 1024 * 1024);
});

test('a promise that no stream of that length can keep is refused before memory is taken', () => {
  const before = process.memoryUsage().arrayBuffers;
  assert.throws(() => new Inflater().piece(new Uint8Array(100), 16 * 1024 * 1024), /too short/);
  assert.ok(process.memoryUsage().arrayBuffers - before < 1024 * 1024);
});

test('a piece that ends its stream, or is cut anywhere, is refused', () => {
  const bytes = data(seeded(15), 500);
  assert.throws(() => new Inflater().piece(new Uint8Array(deflateRawSync(bytes)), 500), { name: 'WireFormatError' });
  const piece = new Stream().piece(bytes);
  for (let length = 0; length < piece.length; length++) {
    assert.throws(() => new Inflater().piece(piece.slice(0, length), 500), { name: 'WireFormatError' }, String(length));
  }
});

test('a stream of its own that is cut, or followed by anything, is refused', () => {
  const bytes = data(seeded(16), 500);
  const packed = new Uint8Array(deflateRawSync(bytes));
  for (let length = 0; length < packed.length; length++) assert.throws(() => new Inflater().whole(packed.slice(0, length), 500), { name: 'WireFormatError' });
  assert.throws(() => new Inflater().whole(Uint8Array.of(...packed, 0), 500), { name: 'WireFormatError' });
});

/** What zlib refuses, too: [why, bits in the order of the stream]. @type {[string, string][]} */
const refused = [
  ['a block of the fourth kind', '0 11'],
  ['a stored block whose length is not said twice', '0 00 00000 1000000000000000 0000000000000000'],
  ['a length that no symbol has', '0 10 11000110'],
  ['a distance that no symbol has', '0 10 00110000 0000001 11110'],
  ['a match before the first byte', '0 10 0000001 00000'],
  ['more symbols than there are', '0 01 11111 00000 0000'],
  ['more distances than there are', '0 01 00000 11111 0000'],
  ['codes of lengths that do not fit', '0 01 00000 00000 0000 100 100 100 100'],
  ['a repeat of nothing', '0 01 00000 00000 0000 100 100 000 000 0'],
];

for (const [why, stream] of refused) {
  test(`refused: ${why}`, () => {
    assert.throws(() => new Inflater().piece(bits(stream.padEnd(800, '0')), 50), /not deflate/);
  });
}

test('any change of a piece gives other bytes or one named error', () => {
  const next = seeded(17);
  let refusals = 0;
  for (let round = 0; round < 6_000; round++) {
    const bytes = data(next, 1 + (next() % 600));
    const piece = new Stream().piece(bytes, packings[next() % packings.length][1]);
    for (let changes = 1 + (next() % 3); changes > 0; changes--) piece[next() % piece.length] = next();
    try {
      assert.equal(new Inflater().piece(piece, bytes.length).length, bytes.length);
    } catch (error) {
      refusals++;
      assert.equal(/** @type {Error} */ (error).name, 'WireFormatError', String(error));
    }
  }
  assert.ok(refusals > 2_000);
});
