// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { Cursor } from '../../src/Web/wwwroot/viewer/cursor.js';
import { cursorUrl } from '../../src/Web/wwwroot/viewer/ui/cursor-url.js';

const rgba = Uint8Array.of(1, 2, 3, 255, 4, 5, 6, 128);
/** @param {number} id */
const shape = (id, bytes = rgba) => ({ id, width: 2, height: 1, hotX: 1, hotY: 0, packed: new Uint8Array(deflateRawSync(bytes)) });
/** @param {number} [id] */
const at = (id = 0) => ({ x: 3, y: 4, visible: true, shape: id });

function setUp() {
  /** @type {any[]} */
  const told = [];
  const cursor = new Cursor((news) => void told.push(news));
  return { told, cursor };
}

test('neither place nor shape is told before the consultant has confirmed', () => {
  const { told, cursor } = setUp();
  cursor.shape(shape(5));
  cursor.move(at(5));
  assert.equal(told.length, 0);
  cursor.unlock();
  assert.deepEqual(told.map((n) => n.type), ['shape', 'cursor']);
  assert.deepEqual([...told[0].shape.rgba], [...rgba]);
});

test('a shape is told once, then by its number', () => {
  const { told, cursor } = setUp();
  cursor.unlock();
  cursor.shape(shape(5));
  for (let i = 0; i < 3; i++) cursor.move(at(5));
  assert.deepEqual(told.map((n) => n.type), ['shape', 'cursor', 'cursor', 'cursor']);
  assert.deepEqual(told[1], { type: 'cursor', ...at(5) });
});

test('a shape that is sent anew replaces the one of its number, at once where it is shown', () => {
  const { told, cursor } = setUp();
  cursor.unlock();
  cursor.shape(shape(5));
  cursor.move(at(5));
  cursor.shape(shape(5, Uint8Array.of(9, 9, 9, 9, 9, 9, 9, 9)));
  assert.deepEqual([...told.at(-2).shape.rgba], [9, 9, 9, 9, 9, 9, 9, 9]);
});

test('refused: a shape that was never sent', () => {
  assert.throws(() => setUp().cursor.move(at(6)), { name: 'WireFormatError' });
});

test('refused: a shape of more or fewer pixels than it says, or that is no deflate stream', () => {
  for (const bytes of [rgba.slice(1), Uint8Array.of(...rgba, 0)]) assert.throws(() => setUp().cursor.shape(shape(1, bytes)), { name: 'WireFormatError' });
  assert.throws(() => setUp().cursor.shape({ ...shape(1), packed: Uint8Array.of(255, 255) }), { name: 'WireFormatError' });
});

test('a shape is written as a CUR file: blue first, from the bottom up, with its hot spot', () => {
  const url = cursorUrl({ id: 1, width: 1, height: 2, hotX: 0, hotY: 1, rgba: Uint8ClampedArray.of(1, 2, 3, 255, 4, 5, 6, 128) });
  const file = Buffer.from(url.slice('data:image/x-icon;base64,'.length), 'base64');
  assert.equal(file.toString('hex'), ['0000', '0200', '0100', '0102', '0000', '0000', '0100', '38000000', '16000000',
    '28000000', '01000000', '04000000', '0100', '2000', '00000000'.repeat(6), '06050480', '030201ff', '0000000000000000'].join(''));
});
