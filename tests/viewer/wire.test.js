// @ts-check
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { kinds, read, write } from '../../src/Web/wwwroot/viewer/wire.js';
import { WireFormatError } from '../../src/Web/wwwroot/viewer/wire-format-error.js';
import { seeded } from './numbers.js';

const vectors = JSON.parse(readFileSync(new URL('../vectors/wire.json', import.meta.url), 'utf8'));
const bytes = (/** @type {string} */ hex) => Uint8Array.from(Buffer.from(hex, 'hex'));
const hex = (/** @type {Uint8Array} */ b) => Buffer.from(b).toString('hex');

/** Fields that the vectors give as hexadecimal. */
const packed = ['piece', 'blobs', 'packed'];

for (const { name, direction, fields, hex: literal } of vectors.messages) {
  test(`${name} ${direction} reads as its vector says`, () => {
    const message = read(bytes(literal), direction);
    const { script, rgba, ...expected } = fields;
    for (const field of packed) if (field in message) message[field] = hex(message[field]);
    assert.deepEqual(message, { name, ...expected });
  });

  test(`${name} ${direction} writes the bytes of its vector`, () => {
    const { script, rgba, ...message } = fields;
    for (const field of packed) if (field in message) message[field] = bytes(message[field]);
    assert.equal(hex(write({ name, ...message }, direction)), literal);
  });

  test(`${name} ${direction} is refused when cut or lengthened`, () => {
    const whole = bytes(literal);
    // These end in "the rest": their last bytes are not length-checked here.
    const rest = { FrameUpdate: fields.blobs, CursorShape: fields.packed }[/** @type {string} */ (name)] ?? '';
    const fixed = name === 'TextInput' ? 6 : name === 'ClipboardText' ? 2 : whole.length - rest.length / 2;
    for (let length = 0; length < fixed; length++) {
      assert.throws(() => read(whole.slice(0, length), direction), WireFormatError);
    }
    if (!['FrameUpdate', 'CursorShape', 'TextInput', 'ClipboardText'].includes(name)) assert.throws(() => read(Uint8Array.of(...whole, 0), direction), WireFormatError);
  });
}

for (const { name, direction, why, hex: literal } of vectors.malformed) {
  test(`${name} is refused: ${why}`, () => {
    assert.throws(() => read(bytes(literal), direction), WireFormatError);
  });
}

test('every kind of message has a vector', () => {
  const covered = new Set(vectors.messages.map((/** @type {{ name: string }} */ m) => m.name));
  assert.deepEqual(kinds.map((k) => k.name).filter((n) => !covered.has(n)), []);
});

test('types are used once in each direction', () => {
  for (const direction of ['a2c', 'c2a']) {
    const types = kinds.filter((k) => k.direction === direction || k.direction === 'both').map((k) => k.type);
    assert.equal(new Set(types).size, types.length);
  }
});

test('random bytes give a message or a WireFormatError, nothing else', () => {
  const next = seeded(20251123);
  for (let i = 0; i < 40_000; i++) {
    const noise = Uint8Array.from({ length: next() % 48 }, () => next() & 0xff);
    // Most noise would stop at the type byte, so half of it starts with a real one.
    if (noise.length > 0 && i % 2 === 0) noise[0] = kinds[next() % kinds.length].type;
    for (const direction of /** @type {const} */ (['a2c', 'c2a'])) {
      try {
        assert.equal(typeof read(noise, direction).name, 'string');
      } catch (error) {
        assert.ok(error instanceof WireFormatError, String(error));
      }
    }
  }
});

test('flipping any bit of any vector gives a message or a WireFormatError', () => {
  for (const { direction, hex: literal } of vectors.messages) {
    const whole = bytes(literal);
    for (let bit = 0; bit < whole.length * 8; bit++) {
      const flipped = whole.slice();
      flipped[bit >> 3] ^= 1 << (bit & 7);
      try {
        read(flipped, direction);
      } catch (error) {
        assert.ok(error instanceof WireFormatError, String(error));
      }
    }
  }
});

test('a frame that promises a longer piece than it holds is refused before anything is kept', () => {
  assert.throws(() => read(bytes('010000000103 4000 1000 00000010 7fffffff'.replaceAll(' ', '')), 'a2c'), /too short/);
});

test('a clipboard\'s longest text fits, both ways', () => {
  const message = { name: 'ClipboardText', text: 'ä'.repeat(32_760) };
  for (const direction of /** @type {const} */ (['a2c', 'c2a'])) assert.deepEqual(read(write(message, direction), direction), message);
});

test('writing a value that does not fit is the caller\'s bug', () => {
  assert.throws(() => write({ name: 'FrameAck', frame: -1 }), RangeError);
  assert.throws(() => write({ name: 'FrameAck', frame: 2 ** 32 }), RangeError);
  assert.throws(() => write({ name: 'TextInput', grantSeq: 1, text: '' }), RangeError);
  assert.throws(() => write({ name: 'ClipboardText', text: '' }), RangeError);
  assert.throws(() => write({ name: 'ClipboardText', text: 'ä'.repeat(32_761) }), RangeError);
  assert.throws(() => write({ name: 'Pong', token: 1 }), TypeError);
});
