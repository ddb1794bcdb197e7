// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UnsealedRecords } from '../../src/Web/wwwroot/viewer/seal.js';

test('what was sealed opens to the same bytes', async () => {
  const records = new UnsealedRecords();
  const record = await records.seal(Uint8Array.of(6, 1, 2));
  assert.deepEqual([...record], [0x40, 6, 1, 2]);
  assert.deepEqual([...(await records.open(record) ?? [])], [6, 1, 2]);
});

test('anything that is not a record is refused', async () => {
  const records = new UnsealedRecords();
  assert.equal(await records.open(new Uint8Array()), null);
  assert.equal(await records.open(Uint8Array.of(0x40)), null);
  assert.equal(await records.open(Uint8Array.of(0x41, 1)), null);
});
