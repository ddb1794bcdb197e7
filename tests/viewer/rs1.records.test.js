// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EPOCH_MS, EPOCH_RECORDS, MOST_PLAIN } from '../../src/Web/wwwroot/viewer/rs1/limits.js';
import { pad, paddedSize } from '../../src/Web/wwwroot/viewer/rs1/padding.js';
import { seeded } from './rs1-chance.js';
import { makeRecords } from './rs1-ends.js';

const plainOf = (/** @type {any} */ random, /** @type {number} */ length) => Uint8Array.of(1 + random.below(255), ...random.bytes(length));

test('what was sealed opens, whatever its size and type, both ways', async () => {
  const { agent, viewer } = await makeRecords();
  const random = seeded(1);
  for (let i = 0; i < 120; i++) {
    const plain = plainOf(random, random.below(i % 4 === 0 ? 6000 : 300));
    const [sender, receiver] = i % 2 === 0 ? [agent, viewer] : [viewer, agent];
    assert.deepEqual(await receiver.open(await sender.seal(plain)), plain);
  }
});

test('a flipped bit is refused, and nothing opens after it', async () => {
  const random = seeded(2);
  for (let i = 0; i < 150; i++) {
    const { agent, viewer } = await makeRecords();
    const record = await agent.seal(plainOf(random, random.below(200)));
    const bit = random.below(record.length * 8);
    record[bit >> 3] ^= 1 << (bit & 7);
    assert.equal(await viewer.open(record), null);
    assert.equal(await viewer.open(await agent.seal(Uint8Array.of(2))), null);
    await assert.rejects(viewer.seal(Uint8Array.of(0x47)), TypeError);
  }
});

test('records open up to the first that is swapped, left out or repeated', async () => {
  const random = seeded(3);
  for (let i = 0; i < 90; i++) {
    const { agent, viewer } = await makeRecords();
    /** @type {Uint8Array[]} */
    const sent = [];
    for (let n = 0; n < 2 + random.below(8); n++) sent.push(await agent.seal(Uint8Array.of(2, n)));
    const arriving = [...sent];
    const [from, to] = [random.below(sent.length), random.below(sent.length)];
    if (i % 3 === 0) [arriving[from], arriving[to]] = [arriving[to], arriving[from]];
    else if (i % 3 === 1) arriving.splice(from, 1);
    else arriving.splice(to, 0, sent[from]);
    const differs = arriving.findIndex((record, n) => record !== sent[n]);
    const same = differs < 0 ? arriving.length : differs;
    for (const [n, record] of arriving.entries()) assert.equal(await viewer.open(record) !== null, n < same);
  }
});

test('a record that comes back is refused', async () => {
  const { agent } = await makeRecords();
  assert.equal(await agent.open(await agent.seal(Uint8Array.of(2))), null);
});

test('calls run in the order they were made, and none after a refusal', async () => {
  const { agent, viewer } = await makeRecords();
  const records = await Promise.all([1, 2, 3].map((n) => agent.seal(Uint8Array.of(2, n))));
  const opened = await Promise.all(records.map((record) => viewer.open(record)));
  assert.deepEqual(opened.map((plain) => plain?.[1]), [1, 2, 3]);
  const bad = (await agent.seal(Uint8Array.of(2))).map((byte) => byte ^ 1);
  const good = await agent.seal(Uint8Array.of(2));
  assert.deepEqual(await Promise.all([viewer.open(bad), viewer.open(good)]), [null, null]);
});

test('random bytes are refused, never thrown at', async () => {
  const random = seeded(4);
  for (let i = 0; i < 200; i++) {
    const noise = random.bytes(random.below(300));
    if (noise.length > 0) noise[0] = 0x40;
    assert.equal(await (await makeRecords()).viewer.open(noise), null);
  }
});

test('a message that is none, or longer than its direction carries, is the caller\'s bug', async () => {
  const { agent, viewer } = await makeRecords();
  assert.throws(() => agent.seal(new Uint8Array()), TypeError);
  assert.throws(() => agent.seal(Uint8Array.of(0, 1)), TypeError);
  assert.ok(await viewer.open(await agent.seal(new Uint8Array(MOST_PLAIN.a2c - 1).fill(1))) !== null);
  await assert.rejects(agent.seal(new Uint8Array(MOST_PLAIN.a2c).fill(1)), RangeError);
  await assert.rejects(viewer.seal(new Uint8Array(MOST_PLAIN.c2a).fill(1)), RangeError);
  assert.equal(await viewer.open(new Uint8Array(MOST_PLAIN.a2c + 30)), null);
});

test('after ten minutes a key update is due, opens to nothing, and new keys follow', async () => {
  const { agent, viewer, clock } = await makeRecords();
  clock.ms = 2 * EPOCH_MS;
  assert.equal(await viewer.keyUpdate(), null); // nothing was sent in this epoch
  await agent.open(await viewer.seal(Uint8Array.of(0x47)));
  const update = await viewer.keyUpdate() ?? assert.fail();
  assert.equal((await agent.open(update))?.length, 0);
  const next = await viewer.seal(Uint8Array.of(0x47));
  assert.deepEqual([...next.subarray(0, 13)], [0x40, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
  assert.deepEqual(await agent.open(next), Uint8Array.of(0x47));
  assert.equal(await viewer.keyUpdate(), null);
});

test('a key update is due when the epoch is full, and going on without one is refused at both ends', async () => {
  assert.equal(EPOCH_RECORDS, 65_536);
  const { raw, viewer, agent } = await makeRecords(5);
  for (let i = 0; i < 5; i++) {
    assert.equal(await agent.keyUpdate(), null);
    assert.ok(await viewer.open(await agent.seal(Uint8Array.of(2))) !== null);
  }
  await assert.rejects(agent.seal(Uint8Array.of(2)), RangeError);
  assert.equal((await viewer.open(await agent.keyUpdate() ?? assert.fail()))?.length, 0);
  assert.deepEqual(await viewer.open(await agent.seal(Uint8Array.of(2))), Uint8Array.of(2));

  const other = await makeRecords(5);
  for (let i = 0; i < 5; i++) assert.ok(await other.viewer.open(await raw.seal(pad(Uint8Array.of(2)))) !== null);
  assert.equal(await other.viewer.open(await raw.seal(pad(Uint8Array.of(2)))), null);
});

test('a key update said twice, with a body, repeated or left out is refused', async () => {
  const update = pad(Uint8Array.of(0));
  const twice = await makeRecords();
  await twice.viewer.open(await twice.raw.seal(pad(Uint8Array.of(2))));
  assert.equal((await twice.viewer.open(await twice.raw.seal(update)))?.length, 0);
  await twice.raw.advance();
  assert.equal(await twice.viewer.open(await twice.raw.seal(update)), null);

  const body = await makeRecords();
  await body.viewer.open(await body.raw.seal(pad(Uint8Array.of(2))));
  assert.equal(await body.viewer.open(await body.raw.seal(pad(Uint8Array.of(0, 1)))), null);

  const repeated = await makeRecords();
  await repeated.viewer.open(await repeated.raw.seal(pad(Uint8Array.of(2))));
  const record = await repeated.raw.seal(update);
  await repeated.viewer.open(record);
  assert.equal(await repeated.viewer.open(record), null);

  const missing = await makeRecords();
  await missing.viewer.open(await missing.raw.seal(pad(Uint8Array.of(2))));
  await missing.raw.advance();
  assert.equal(await missing.viewer.open(await missing.raw.seal(pad(Uint8Array.of(2)))), null);
});

test('there is one way to pad, and no other is accepted', async () => {
  const bad = [[64, 2], [128, 2, 0x80], [64, 0x80], [64, 2, 0x80, 0, 1], [64], [64, 1, 0x80], [65, 2, 0x80]];
  for (const [size, ...beginning] of bad) {
    const { raw, viewer } = await makeRecords();
    const padded = new Uint8Array(size);
    padded.set(beginning);
    assert.equal(await viewer.open(await raw.seal(padded)), null, `${size}: ${beginning}`);
  }
});

test('a message goes into the next bucket', () => {
  const sizes = [[2, 1, 64], [2, 63, 64], [2, 64, 128], [2, 4095, 4096], [2, 4096, 5120], [1, 1, 256], [1, 255, 256], [1, 256, 512], [1, 4096, 5120], [1, 261_119, 261_120]];
  for (const [type, length, size] of sizes) assert.equal(paddedSize(type, length), size);
});
