// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readToken, renewToken } from '../../src/Web/wwwroot/viewer/relay-token.js';

const BYTES = Uint8Array.from({ length: 32 }, (_, i) => 255 - 7 * i);
const TEXT = Buffer.from(BYTES).toString('base64url');
const answer = (/** @type {number} */ status, /** @type {any} */ body = {}) => async () =>
  ({ ok: status === 200, status, json: async () => (typeof body === 'string' ? JSON.parse(body) : body) });

test('a token is 32 bytes in base64url and nothing else', () => {
  assert.deepEqual(readToken(TEXT), BYTES);
  for (const other of ['', TEXT.slice(1), `${TEXT}A`, `${TEXT.slice(0, 42)}=`, `${TEXT.slice(0, 42)} `]) assert.equal(readToken(other), null);
});

test('the desk gives a new one', async () => {
  assert.deepEqual(await renewToken(answer(200, { token: TEXT })), BYTES);
});

test('a session that is over is refused for good', async () => {
  assert.equal(await renewToken(answer(404)), 'refused');
});

test('whatever else comes may come right later', async () => {
  assert.equal(await renewToken(answer(500)), null);
  assert.equal(await renewToken(answer(429)), null);
  assert.equal(await renewToken(answer(200, { token: 7 })), null);
  assert.equal(await renewToken(answer(200, '<html>')), null);
  assert.equal(await renewToken(() => Promise.reject(new TypeError('no network'))), null);
});
