// @ts-check
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Frames } from '../../src/Web/wwwroot/viewer/frames.js';
import { read } from '../../src/Web/wwwroot/viewer/wire.js';

const vectors = JSON.parse(readFileSync(new URL('../vectors/screen.json', import.meta.url), 'utf8'));

/** @param {string} hex @returns {any} */
const update = (hex) => read(Uint8Array.from(Buffer.from(hex, 'hex')), 'a2c');

/** Only its size counts here: what the browser makes of a photo is another test's. @type {import('../../src/Web/wwwroot/viewer/frames.js').DecodeJpeg} */
const grey = async (_, width, height) => new Uint32Array(width * height).fill(0xff808080);

/** @param {Frames} frames SHA-256 of R G B, row by row */
function hashOf(frames) {
  const { pixels } = /** @type {import('../../src/Web/wwwroot/viewer/picture.js').Picture} */ (frames.picture);
  const rgb = new Uint8Array(pixels.length * 3);
  pixels.forEach((pixel, i) => rgb.set([pixel & 0xff, (pixel >> 8) & 0xff, (pixel >> 16) & 0xff], i * 3));
  return createHash('sha256').update(rgb).digest('hex');
}

for (const { name, messages } of vectors.sequences) {
  test(`the pictures of "${name}" are those of the vector`, async () => {
    const frames = new Frames(grey);
    for (const [i, { hex, sha256 }] of messages.entries()) {
      const whole = await frames.add(update(hex));
      if (sha256 !== undefined) assert.equal(whole && hashOf(frames), sha256, `message ${i}`);
    }
  });
}

for (const { name, messages } of vectors.malformed) {
  test(`refused: ${name}`, async () => {
    const frames = new Frames(grey);
    const last = messages.pop();
    for (const hex of messages) await frames.add(update(hex));
    await assert.rejects(async () => frames.add(update(last)), { name: 'WireFormatError' });
  });
}
