// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bring, place, toPicture } from '../../src/Web/wwwroot/viewer/view.js';

const picture = { width: 1920, height: 1080 };

test('a picture that fits with a little room to spare is shown one to one, not blown up a little', () => {
  const at = place('fit', { width: 2300, height: 1300 }, picture, 1);
  assert.deepEqual(at, { left: 190, top: 110, width: 1920, height: 1080, exact: true });
});

test('a picture with much room to spare fills it', () => {
  const at = place('fit', { width: 3000, height: 1688 }, picture, 1);
  assert.deepEqual([at.width, at.exact], [3000, false]);
});

test('twice as large is exact, too', () => {
  const at = place('fit', { width: 2000, height: 1100 }, picture, 2);
  assert.deepEqual([at.width, at.height, at.exact], [1920, 1080, true]);
});

test('a picture that is larger than its stage is scaled down to all of it', () => {
  const at = place('fit', { width: 1440, height: 1000 }, picture, 1);
  assert.deepEqual([at.width, at.height, at.left, at.top, at.exact], [1440, 810, 0, 95, false]);
});

test('one to one is one remote pixel on one of the device', () => {
  assert.deepEqual(place('actual', { width: 800, height: 600 }, picture, 1.5), { left: 0, top: 0, width: 1280, height: 720, exact: true });
});

test('a point of the window is the pixel under it, beside the picture the nearest', () => {
  const box = { left: 10, top: 20, width: 960, height: 540 };
  assert.deepEqual(toPicture(10 + 480, 20 + 270, box, picture), { x: 960, y: 540, inside: true });
  assert.deepEqual(toPicture(5, 900, box, picture), { x: 0, y: 1079, inside: false });
});

test('what is followed stays away from the borders, and in the middle nothing scrolls', () => {
  assert.equal(bring(500, 100, 800), 100);
  assert.equal(bring(880, 100, 800), 200);
  assert.equal(bring(150, 100, 800), 30);
  assert.equal(bring(1000, 0, 90), 940);
});
