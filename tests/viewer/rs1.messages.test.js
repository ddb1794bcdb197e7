// @ts-check
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readM1, readM3, readM6, readMac, readR1 } from '../../src/Web/wwwroot/viewer/rs1/messages.js';
import { WireFormatError } from '../../src/Web/wwwroot/viewer/wire-format-error.js';
import { bytes, seeded } from './rs1-chance.js';

const vectors = JSON.parse(readFileSync(new URL('../vectors/rs1.json', import.meta.url), 'utf8'));

/** @type {[string, (message: Uint8Array) => any, Uint8Array, number][]} */
const kinds = [
  ['M1', readM1, bytes(vectors.M1), 58],
  ['M3', readM3, bytes(vectors.M3), 102],
  ['M5', readMac, bytes(vectors.finA), 32],
  ['M6', readM6, bytes(vectors.sessions[0].out.M6), 7],
  ['R1', readR1, bytes(vectors.R1), 156],
];

for (const [name, read, whole, length] of kinds) {
  test(`${name} has its length, and is refused when cut or lengthened`, () => {
    assert.equal(whole.length, length);
    read(whole);
    for (let cut = 0; cut < whole.length; cut++) assert.throws(() => read(whole.slice(0, cut)), WireFormatError);
    assert.throws(() => read(Uint8Array.of(...whole, 0)), WireFormatError);
  });

  test(`${name} with any bit flipped is read or refused, nothing else`, () => {
    for (let bit = 0; bit < whole.length * 8; bit++) {
      const flipped = whole.slice();
      flipped[bit >> 3] ^= 1 << (bit & 7);
      isTotal(read, flipped);
    }
  });

  test(`random bytes for ${name} are read or refused, nothing else`, () => {
    const random = seeded(6);
    for (let i = 0; i < 1500; i++) {
      const noise = random.bytes(random.below(600));
      if (i % 2 === 0) noise.set(whole.slice(0, Math.min(5, noise.length)));
      isTotal(read, noise);
    }
  });
}

/**
 * @param {(message: Uint8Array) => any} read
 * @param {Uint8Array} message
 */
function isTotal(read, message) {
  try {
    read(message);
  } catch (error) {
    assert.ok(error instanceof WireFormatError, String(error));
  }
}
