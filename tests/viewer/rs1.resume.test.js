// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seeded } from './rs1-chance.js';
import { makeEnds, open } from './rs1-ends.js';

/** @typedef {Awaited<ReturnType<typeof opened>>} Opened */

async function opened(seed = 1) {
  const ends = await makeEnds({ seed });
  const { agent: records, line } = await open(ends);
  return { ...ends, records, line, resume: line.resume };
}

/** @param {Opened} ends */
async function replace({ agent, resume }) {
  resume.lineLost();
  const { records, reply } = await resume.answer(await agent.beginResume()) ?? assert.fail(`refused: ${resume.failure}`);
  return { agent: await agent.completeResume(reply), viewer: records };
}

/** @param {{ agent: any, viewer: any }} line */
async function carries({ agent, viewer }) {
  assert.deepEqual(await viewer.open(await agent.seal(Uint8Array.of(3, 1))), Uint8Array.of(3, 1));
  assert.deepEqual(await agent.open(await viewer.seal(Uint8Array.of(0x47))), Uint8Array.of(0x47));
}

test('a line is replaced ten times, and not once more', async () => {
  const ends = await opened();
  for (let i = 0; i < 10; i++) await carries(await replace(ends));
  ends.resume.lineLost();
  assert.equal(await ends.resume.answer(await ends.agent.beginResume()), null);
  assert.equal(ends.resume.failure, 4400);
});

test('the old keys open nothing of the new line', async () => {
  const ends = await opened();
  const line = await replace(ends);
  assert.equal(await ends.line.records.open(await line.agent.seal(Uint8Array.of(3))), null);
});

test('a minute without a line is the end', async () => {
  const ends = await opened();
  ends.resume.lineLost();
  ends.clock.ms = 59_999;
  ends.resume.lineLost(); // losing one that never stood begins no new minute
  assert.equal(ends.resume.isOver(), false);
  ends.clock.ms = 60_000;
  assert.equal(await ends.resume.answer(await ends.agent.beginResume()), null);
  assert.equal(ends.resume.failure, 4408);
});

test('it goes on when the answer got lost', async () => {
  const ends = await opened();
  ends.resume.lineLost();
  await ends.resume.answer(await ends.agent.beginResume()) ?? assert.fail();
  await carries(await replace(ends));
});

test('it goes on when the first record got lost', async () => {
  const ends = await opened();
  await replace(ends); // the viewer has not seen that the agent has the new keys
  ends.clock.ms = 50_000;
  const line = await replace(ends);
  ends.clock.ms = 100_000;
  await carries(line);
  assert.equal(ends.resume.isOver(), false);
});

test('a used step is refused', async () => {
  const ends = await opened();
  ends.resume.lineLost();
  const old = await ends.agent.beginResume();
  const { records, reply } = await ends.resume.answer(old) ?? assert.fail();
  await carries({ agent: await ends.agent.completeResume(reply), viewer: records });
  ends.resume.lineLost();
  assert.equal(await ends.resume.answer(old), null);
  assert.equal(ends.resume.failure, 4495);
});

test('a stranger is refused', async () => {
  const [ends, stranger] = [await opened(1), await opened(2)];
  ends.resume.lineLost();
  assert.equal(await ends.resume.answer(await stranger.agent.beginResume()), null);
  assert.equal(ends.resume.failure, 4495);
});

test('any flipped bit is refused', async () => {
  for (let bit = 0; bit < 156 * 8; bit += 61) {
    const ends = await opened();
    ends.resume.lineLost();
    const r1 = await ends.agent.beginResume();
    r1[bit >> 3] ^= 1 << (bit & 7);
    assert.equal(await ends.resume.answer(r1), null);
    assert.ok([4400, 4495].includes(ends.resume.failure ?? 0));
  }
});

test('nothing is answered while the line is there', async () => {
  const ends = await opened();
  assert.equal(await ends.resume.answer(await ends.agent.beginResume()), null);
});

test('what ends while a question is being checked stays ended', async () => {
  const ends = await opened();
  ends.resume.lineLost();
  const pending = ends.resume.answer(await ends.agent.beginResume());
  ends.resume.close();
  assert.equal(await pending, null);
  assert.equal(ends.resume.failure, 4410);
});

test('random bytes are refused, never thrown at', async () => {
  const random = seeded(5);
  const ends = await opened();
  for (let i = 0; i < 100; i++) {
    const { resume } = i % 10 === 0 ? await opened() : ends;
    resume.lineLost();
    const noise = random.bytes(i % 3 === 0 ? 156 : random.below(600));
    if (noise.length > 0) noise[0] = 5;
    assert.equal(await resume.answer(noise), null);
  }
});
