// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Context } from '../../src/Web/wwwroot/viewer/rs1/context.js';
import { bytesOf } from '../../src/Web/wwwroot/viewer/rs1/fields.js';
import { HandshakeViewer } from '../../src/Web/wwwroot/viewer/rs1/handshake.js';
import { KeyPair } from '../../src/Web/wwwroot/viewer/rs1/key-pair.js';
import { commitment } from '../../src/Web/wwwroot/viewer/rs1/key-schedule.js';
import { seeded } from './rs1-chance.js';
import { agree, contextOf, makeEnds, open } from './rs1-ends.js';

const others = {
  origin: 'https://desk.example.com', channel: '482913071', consultant: 'Jana Koehler',
  version: '1+2+2', locale: 'en', hash: new Uint8Array(32).fill(1),
};

test('both ends show the same number, whatever they draw', async () => {
  for (let seed = 0; seed < 20; seed++) {
    const ends = await makeEnds({ seed });
    await agree(ends);
    assert.match(ends.viewer.number ?? '', /^\d{6}$/);
    assert.equal(ends.viewer.number, ends.agent.number);
  }
});

test('the platform\'s own chance gives keys that agree and never leave it', async () => {
  const [one, other] = [await KeyPair.create(), await KeyPair.create()];
  assert.deepEqual(await one.agree(other.publicKey), await other.agree(one.publicKey));
  assert.equal(JSON.stringify(Object.keys(one)), '["publicKey"]');
});

test('after the number the first record opens the line, and only then', async () => {
  const ends = await makeEnds();
  await agree(ends);
  assert.deepEqual([ends.viewer.state, ends.viewer.line], ['number', null]);
  const { record } = await ends.agent.open(3);
  await ends.viewer.receive(record);
  assert.equal(ends.viewer.state, 'verified');
  assert.deepEqual(ends.viewer.line && [ends.viewer.line.granted, ends.viewer.line.grantSeq], [3, 1]);
  await assert.rejects(ends.viewer.receive(record), TypeError);
});

for (const [field, value] of Object.entries(others)) {
  test(`a different ${field} makes the handshake fail`, async () => {
    const ends = await makeEnds({ viewerContext: await contextOf({ [field]: value }) });
    const m2 = await ends.viewer.receive(await ends.agent.begin()) ?? assert.fail();
    assert.equal(await ends.viewer.receive(await ends.agent.reveal(m2)), null);
    assert.equal(ends.viewer.failure, 4495); // the commitment holds the context
  });
}

test('another session is told apart at once', async () => {
  const ends = await makeEnds({ viewerContext: await contextOf({ sessionId: 'f0010203-0405-0607-0809-0a0b0c0d0e0f' }) });
  assert.equal(await ends.viewer.receive(await ends.agent.begin()), null);
  assert.equal(ends.viewer.failure, 4409);
});

test('a reveal that is not what was committed to is refused, whichever bit', async () => {
  for (let bit = 3 * 8; bit < 102 * 8; bit += 53) {
    const ends = await makeEnds();
    const m3 = await ends.agent.reveal(await ends.viewer.receive(await ends.agent.begin()) ?? assert.fail());
    m3[bit >> 3] ^= 1 << (bit & 7);
    assert.equal(await ends.viewer.receive(m3), null);
    assert.ok([4400, 4495].includes(ends.viewer.failure ?? 0));
  }
});

test('a point that is none is refused, even when it was committed to', async () => {
  const good = (await KeyPair.create()).publicKey;
  const off = good.slice();
  off[64] ^= 1;
  const hybrid = good.slice();
  hybrid[0] = 6;
  for (const publicKey of [off, hybrid, Uint8Array.of(4, ...new Uint8Array(64)), new Uint8Array(65)]) {
    const { viewer, context } = await makeEnds();
    const nonce = new Uint8Array(32);
    const commit = await commitment(context.hash, { publicKey, nonce });
    await viewer.receive(m1Of(context, 1, commit)) ?? assert.fail();
    assert.equal(await viewer.receive(bytesOf((f) => {
      f.u8(3);
      f.lv(publicKey);
      f.lv(nonce);
    })), null);
    assert.equal(viewer.failure, 4495);
  }
});

test('a wrong confirmation says that the contexts differ', async () => {
  const ends = await makeEnds();
  await ends.viewer.receive(await ends.agent.reveal(await ends.viewer.receive(await ends.agent.begin()) ?? assert.fail()));
  const m5 = await ends.agent.confirm();
  m5[9] ^= 4;
  assert.equal(await ends.viewer.receive(m5), null);
  assert.equal(ends.viewer.failure, 4409);
});

test('messages out of order burn the channel', async () => {
  const orders = [['m3'], ['m5'], ['m1', 'm5'], ['m1', 'm3', 'm3'], ['m1', 'm3', 'm5', 'm5'], ['m1', 'm1'], ['m1', 'm3', 'record']];
  for (const order of orders) {
    const ends = await makeEnds();
    const m1 = await ends.agent.begin();
    const copy = await makeEnds();
    await copy.agent.begin();
    await copy.agent.reveal(await copy.viewer.receive(m1) ?? assert.fail());
    const parts = /** @type {Record<string, Uint8Array>} */ ({ m1, record: new Uint8Array(93).fill(0x40), m3: new Uint8Array(), m5: new Uint8Array() });
    // M3 and M5 follow from what this viewer answers; before it did, any well-formed ones do.
    parts.m3 = await copy.agent.reveal(await (await makeEnds()).viewer.receive(m1) ?? assert.fail());
    parts.m5 = new Uint8Array(32);
    let last = null;
    for (const name of order) {
      const reply = await ends.viewer.receive(parts[name]);
      if (name === 'm1' && reply !== null) {
        parts.m3 = await ends.agent.reveal(reply);
        parts.m5 = await ends.agent.confirm();
      }
      last = reply;
    }
    assert.equal(last, null, order.join());
    assert.equal(ends.viewer.state, 'ended', order.join());
    assert.equal(await ends.viewer.receive(m1), null);
  }
});

test('another version or suite is told apart from nonsense', async () => {
  for (const place of [1, 4]) {
    const { agent, viewer } = await makeEnds();
    const m1 = await agent.begin();
    m1[place] = 2;
    assert.equal(await viewer.receive(m1), null);
    assert.equal(viewer.failure, 4426);
  }
});

test('three handshakes a channel, each with a new key, nonce and number', async () => {
  const ends = await makeEnds();
  const seen = new Set();
  for (let attempt = 1; attempt <= 3; attempt++) {
    await agree(ends);
    assert.equal(ends.viewer.attempt, attempt);
    seen.add(ends.viewer.number);
  }
  assert.equal(seen.size, 3);
  ends.agent.attempt = 2; // a relay that plays a new agent
  assert.equal(await ends.viewer.receive(await ends.agent.begin()), null);
  assert.equal(ends.viewer.failure, 4400);
});

test('a new attempt makes the number shown so far void', async () => {
  const ends = await makeEnds();
  await agree(ends);
  await ends.viewer.receive(await ends.agent.begin());
  assert.equal(ends.viewer.number, null);
  assert.equal(ends.viewer.state, 'handshake');
});

test('twenty seconds for the handshake, three minutes for the number, none after it', async () => {
  const early = await makeEnds();
  await early.viewer.receive(await early.agent.begin());
  early.clock.ms = 19_999;
  assert.equal(early.viewer.isOver(), false);
  early.clock.ms = 20_000;
  assert.equal(early.viewer.isOver(), true);
  assert.equal(early.viewer.failure, 4408);

  const late = await makeEnds();
  await agree(late);
  late.clock.ms = 180_000;
  assert.equal(await late.viewer.receive((await late.agent.open(1)).record), null);
  assert.equal(late.viewer.failure, 4408);
  assert.equal(late.viewer.number, null);

  const done = await makeEnds();
  await open(done);
  done.clock.ms = 3_600_000;
  assert.equal(done.viewer.isOver(), false);
});

test('what ends while a message is being checked stays ended', async () => {
  for (const steps of [0, 1, 2, 3]) {
    const ends = await makeEnds();
    const messages = [
      () => ends.agent.begin(),
      async (/** @type {any} */ m2) => ends.agent.reveal(m2),
      () => ends.agent.confirm(),
      async () => (await ends.agent.open(1)).record,
    ];
    let reply = null;
    for (let i = 0; i < steps; i++) reply = await ends.viewer.receive(await messages[i](reply));
    const pending = ends.viewer.receive(await messages[steps](reply));
    ends.viewer.close();
    assert.equal(await pending, null);
    assert.deepEqual([ends.viewer.state, ends.viewer.failure, ends.viewer.line], ['ended', 4410, null]);
  }
});

test('random bytes are answered or refused, never thrown at', async () => {
  const random = seeded(77);
  for (let i = 0; i < 400; i++) {
    const { viewer, agent } = await makeEnds();
    if (i % 2 === 0) await viewer.receive(await agent.begin());
    const noise = random.bytes(random.below(600));
    if (noise.length > 0 && i % 3 === 0) noise[0] = random.below(7);
    const reply = await viewer.receive(noise);
    assert.ok(reply === null || reply.length === 105);
  }
});

test('several texts make one context, in their order', async () => {
  const base = { sessionId: '00010203-0405-0607-0809-0a0b0c0d0e0f', origin: 'o', channel: '1', consultant: 'c' };
  const texts = [{ kind: 'purpose', version: '3', locale: 'de', sha256: 'aa'.repeat(32) }, { kind: 'privacy', version: '1', locale: 'de', sha256: 'bb'.repeat(32) }];
  const one = await Context.ofTexts(base, texts);
  assert.notDeepEqual((await Context.ofTexts(base, [...texts].reverse())).hash, one.hash);
  await assert.rejects(Context.ofTexts(base, []), RangeError);
  await assert.rejects(Context.ofTexts(base, [{ ...texts[0], sha256: 'zz' }]), RangeError);
});

/**
 * @param {Context} context
 * @param {number} attempt
 * @param {Uint8Array} commit
 */
const m1Of = (context, attempt, commit) => bytesOf((f) => {
  f.bytes(Uint8Array.of(1, 1));
  f.lv(Uint8Array.of(1));
  f.lv(context.sessionId);
  f.u8(attempt);
  f.lv(commit);
});

test('the viewer draws for itself when nobody tells it what', async () => {
  const { agent, clock, context } = await makeEnds();
  const viewer = new HandshakeViewer({ context, offered: 1, now: clock.now });
  await viewer.receive(await agent.reveal(await viewer.receive(await agent.begin()) ?? assert.fail()));
  await viewer.receive(await agent.confirm());
  assert.equal(viewer.number, agent.number);
});
