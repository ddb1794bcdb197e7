// @ts-check
// rs1.json: the values that were there first, and sessions made by the C# end. rs1-viewer.json: sessions made by this one,
// which the C# tests repeat. To make rs1-viewer.json anew, after a change of the protocol: RS1_VECTORS=write and this test.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { CloseCode } from '../../src/Web/wwwroot/viewer/rs1/close-codes.js';
import { Context } from '../../src/Web/wwwroot/viewer/rs1/context.js';
import { HandshakeViewer } from '../../src/Web/wwwroot/viewer/rs1/handshake.js';
import { commitment, derive, keep, mac, numberOf, resumeTranscriptOf, sessionSecrets, transcriptOf } from '../../src/Web/wwwroot/viewer/rs1/key-schedule.js';
import { pad } from '../../src/Web/wwwroot/viewer/rs1/padding.js';
import { RecordKeys } from '../../src/Web/wwwroot/viewer/rs1/record-keys.js';
import { ResumeViewer } from '../../src/Web/wwwroot/viewer/rs1/resume.js';
import { bytes, hex, pairOf, seeded, told } from './rs1-chance.js';
import { runSession } from './rs1-session.js';

const vectors = JSON.parse(readFileSync(new URL('../vectors/rs1.json', import.meta.url), 'utf8'));
const ownFile = new URL('../vectors/rs1-viewer.json', import.meta.url);
const now = () => 0;
const TH = bytes(vectors.TH);

/** The text itself is not in the vectors, its hash stands in ctx: 32 bytes before the name. */
function contextOfVectors() {
  const ctx = bytes(vectors.ctx);
  const hash = ctx.slice(ctx.length - 12 - 32, ctx.length - 12);
  const session = { sessionId: '000102030405060708090a0b0c0d0e0f', origin: 'https://help.example.org', channel: '482913075', consultant: 'Max Muster' };
  return Context.of(session, { version: 'v3', locale: 'de-DE', hash });
}

test('the context is that of the first vectors', async () => {
  const context = await contextOfVectors();
  assert.equal(hex(context.bytes), vectors.ctx);
  assert.equal(hex(context.hash), vectors.ctxHash);
});

test('keys, commitment, transcript and what follows are those of the first vectors', async () => {
  const [a, c] = [await pairOf(bytes(vectors.privA)), await pairOf(bytes(vectors.privC))];
  assert.deepEqual([hex(a.publicKey), hex(c.publicKey)], [vectors.pkA, vectors.pkC]);
  assert.equal(hex(await a.agree(c.publicKey) ?? assert.fail()), vectors.Z);
  assert.equal(hex(await c.agree(a.publicKey) ?? assert.fail()), vectors.Z);
  assert.equal(hex(await commitment(bytes(vectors.ctxHash), { publicKey: a.publicKey, nonce: bytes(vectors.nA) })), vectors.commit);
  assert.equal(hex(await transcriptOf(bytes(vectors.ctx), bytes(vectors.M1), bytes(vectors.M2), bytes(vectors.M3))), vectors.TH);
  const agreed = await keep(bytes(vectors.Z));
  assert.equal(await numberOf(agreed, TH, 6), vectors.sas);
  assert.equal(hex(await mac(agreed, 'confirm c', TH, TH)), vectors.finC);
  assert.equal(hex(await mac(agreed, 'confirm a', TH, TH)), vectors.finA);
  assert.equal(hex(await derive(agreed, 'secret a2c', 32, TH)), vectors.a2c0.secret);
  assert.equal(hex(await derive(agreed, 'secret c2a', 32, TH)), vectors.c2a0.secret);
  assert.equal(hex((await sessionSecrets(agreed, TH)).resume), vectors.resume0);
});

for (const direction of ['a2c', 'c2a']) {
  test(`the epochs ${direction} are those of the first vectors`, async () => {
    for (const epoch of [0, 1]) {
      const expected = vectors[direction + epoch];
      const secret = await keep(bytes(expected.secret));
      assert.equal(hex(await derive(secret, 'key', 32)), expected.key);
      assert.equal(hex(await derive(secret, 'iv', 12)), expected.iv);
      if (epoch === 0) assert.equal(hex(await derive(secret, 'next', 32)), vectors[`${direction}1`].secret);
    }
  });
}

test('the viewer says what the first vectors say when it draws the same', async () => {
  const viewer = new HandshakeViewer({ context: await contextOfVectors(), offered: 3, now, chance: told([vectors.privC], [vectors.nC]) });
  assert.equal(hex(await viewer.receive(bytes(vectors.M1)) ?? assert.fail()), vectors.M2);
  assert.equal(hex(await viewer.receive(bytes(vectors.M3)) ?? assert.fail()), vectors.finC);
  assert.equal((await viewer.receive(bytes(vectors.finA)))?.length, 0);
  assert.equal(viewer.number, vectors.sas);
});

test('padding and records are those of the first vectors', async () => {
  const padded = pad(Uint8Array.of(0x21, ...Buffer.from('hello')));
  assert.equal(hex(padded), vectors.pt);
  const viewer = new RecordKeys('c2a', await keep(bytes(vectors.c2a0.secret)), now);
  assert.equal(hex(await viewer.seal(padded)), vectors.rec_c2a_0_0);
  assert.equal(hex(await viewer.seal(padded)), vectors.rec_c2a_0_1);
  const agent = new RecordKeys('a2c', await keep(bytes(vectors.a2c0.secret)), now);
  await agent.advance();
  for (let i = 0; i < 7; i++) await agent.seal(padded);
  assert.equal(hex(await agent.seal(padded)), vectors.rec_a2c_1_7);
});

test('resume is that of the first vectors', async () => {
  const rC = vectors.R2.slice(-128, -64);
  const viewer = new ResumeViewer({
    sessionId: bytes('000102030405060708090a0b0c0d0e0f'), transcript: TH, secret: bytes(vectors.resume0), now, chance: told([vectors.resumePrivC], [rC]),
  });
  viewer.lineLost();
  assert.equal(hex((await viewer.answer(bytes(vectors.R1)))?.reply ?? assert.fail()), vectors.R2);

  const transcript = await resumeTranscriptOf(TH, bytes(vectors.R1), bytes(vectors.R2));
  assert.equal(hex(transcript), vectors.TH2);
  const shared = await (await pairOf(bytes(vectors.resumePrivA))).agree(bytes(vectors.R2).subarray(25, 90)) ?? assert.fail();
  const agreed = await keep(Uint8Array.of(...bytes(vectors.resume0), ...shared));
  assert.equal(hex(await derive(agreed, 'secret a2c', 32, transcript)), vectors.secret_a2c_r1);
  assert.equal(hex(await derive(agreed, 'resume', 32, transcript)), vectors.resume1);
});

for (const [number, session] of vectors.sessions.entries()) {
  test(`session ${number} of the C# end is the same here`, async () => {
    assert.deepEqual(await runSession(session.in), session.out);
  });
}

test('the sessions for the C# end are what this end makes', async () => {
  const sessions = [];
  for (let number = 0; number < 6; number++) {
    const input = planned(number);
    sessions.push({ in: input, out: await runSession(input) });
  }
  const made = `${JSON.stringify({ about: 'Sessions of rs1 made by the viewer\'s end, repeated by the C# tests.', sessions }, null, 1)}\n`;
  if (process.env.RS1_VECTORS === 'write') writeFileSync(ownFile, made);
  assert.ok(made === readFileSync(ownFile, 'utf8'), 'tests/vectors/rs1-viewer.json is not what this implementation makes');
});

test('close codes have the same names and numbers at both ends', () => {
  assert.deepEqual(Object.entries(CloseCode), Object.entries(vectors.closeCodes));
});

/** @param {number} number */
function planned(number) {
  const random = seeded(number);
  const draws = () => Object.fromEntries(['privA', 'nA', 'privC', 'nC'].map((name) => [name, hex(random.bytes(32))]));
  const records = () => Array.from({ length: 1 + random.below(8) }, () => {
    const from = random.below(2) === 0 ? 'a2c' : 'c2a';
    const message = { from, type: 1 + random.below(255), length: 1 + random.below(random.below(3) === 0 ? 60_000 : 900), seed: random.below(256) };
    return random.below(3) === 0 ? [message, { from, update: true }] : [message];
  }).flat();
  return {
    ...draws(),
    context: {
      sessionId: hex(random.bytes(16)), origin: `https://d${number}.example`, channel: String(random.below(1e9)).padStart(9, '0'),
      consentVersion: `v${number}`, locale: 'de-DE', consentHash: hex(random.bytes(32)), consultant: ['Zoë', '', 'a "b" <c>'][number % 3],
    },
    digits: number % 2 === 0 ? 6 : 8,
    offered: random.below(32),
    granted: random.below(32),
    records: records(),
    resumes: Array.from({ length: number % 3 }, () => ({ ...draws(), records: [{ from: 'a2c', type: 3, length: 7, seed: 0 }, ...records()] })),
  };
}
