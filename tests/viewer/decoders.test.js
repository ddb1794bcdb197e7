// @ts-check
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { dataSize, decoders, paintTiles } from '../../src/Web/wwwroot/viewer/decoders/table.js';
import { inflate } from '../../src/Web/wwwroot/viewer/inflate.js';
import { WireFormatError } from '../../src/Web/wwwroot/viewer/wire-format-error.js';

const vector = JSON.parse(readFileSync(new URL('../vectors/wire.json', import.meta.url), 'utf8')).messages[0].fields;
const bytes = (/** @type {string} */ hex) => Uint8Array.from(Buffer.from(hex, 'hex'));
const blank = (/** @type {number} */ width, /** @type {number} */ height) => ({ pixels: new Uint32Array(width * height), width, height });

test('the vector\'s tiles unpack to the vector\'s data and colours', async () => {
  assert.equal(dataSize(vector.tiles), vector.inflated.length / 2);
  const data = await inflate(bytes(vector.payload), dataSize(vector.tiles));
  assert.deepEqual(data, bytes(vector.inflated));
  const target = blank(1280, 800);
  paintTiles(target, vector.tiles, data);
  assert.equal(target.pixels[0], 0xff1e140a);
  assert.equal(target.pixels[63 * 1280 + 63], 0xff1e140a);
  assert.deepEqual([...target.pixels.slice(64, 67)], [0xff020100, 0xff050403, 0]);
  assert.deepEqual([...target.pixels.slice(1280 + 64, 1280 + 67)], [0xff080706, 0xff0b0a09, 0]);
});

test('fill touches its tile and nothing beside it', () => {
  const target = blank(4, 4);
  decoders[0].paint(target, { x: 1, y: 1, width: 2, height: 2, code: 0 }, Uint8Array.of(255, 0, 128), 0);
  const filled = [...target.pixels].map((p, i) => [i, p]).filter(([, p]) => p !== 0);
  assert.deepEqual(filled, [5, 6, 9, 10].map((i) => [i, 0xff8000ff]));
});

test('pixels are laid row by row from the given place in the data', () => {
  const target = blank(3, 2);
  decoders[1].paint(target, { x: 1, y: 0, width: 2, height: 2, code: 1 }, Uint8Array.of(9, 9, 1, 0, 0, 2, 0, 0, 3, 0, 0, 4, 0, 0), 2);
  assert.deepEqual([...target.pixels].map((p) => p & 0xff), [0, 1, 2, 0, 3, 4]);
});

test('a payload that holds more than its tiles is stopped', async () => {
  await assert.rejects(inflate(new Uint8Array(deflateRawSync(new Uint8Array(10))), 9), WireFormatError);
});

test('a bomb is stopped without being unpacked', async () => {
  const bomb = new Uint8Array(deflateRawSync(new Uint8Array(64 * 1024 * 1024)));
  const before = process.memoryUsage().arrayBuffers;
  await assert.rejects(inflate(bomb, 3), /too long/);
  assert.ok(process.memoryUsage().arrayBuffers - before < 8 * 1024 * 1024);
});

test('a payload that could never hold what its tiles promise is refused before memory is taken', async () => {
  await assert.rejects(inflate(Uint8Array.of(3, 0), 64 * 1024 * 1024 * 3), /too short/);
});

test('a payload that holds less, is cut or is no deflate stream is refused', async () => {
  const good = new Uint8Array(deflateRawSync(Buffer.from('some bytes that do not pack well 8472')));
  await assert.rejects(inflate(good, 38), WireFormatError);
  await assert.rejects(inflate(good.slice(0, -4), 37), WireFormatError);
  await assert.rejects(inflate(Uint8Array.of(0xff, 0xff, 0xff, 0xff), 37), WireFormatError);
});

test('no tiles need no payload', async () => {
  assert.equal((await inflate(new Uint8Array(), 0)).length, 0);
  assert.equal((await inflate(Uint8Array.of(3, 0), 0)).length, 0);
});
