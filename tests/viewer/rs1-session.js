// @ts-check
// A whole session between two ends that draw what a vector says: its `in` goes in, `runSession` gives its `out`. The C#
// VectorSession is the same. For tests only.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { Context } from '../../src/Web/wwwroot/viewer/rs1/context.js';
import { HandshakeViewer } from '../../src/Web/wwwroot/viewer/rs1/handshake.js';
import { EPOCH_MS } from '../../src/Web/wwwroot/viewer/rs1/limits.js';
import { bytes, HandClock, hex, told } from './rs1-chance.js';
import { TestAgent } from './rs1-agent.js';

/** @typedef {import('../../src/Web/wwwroot/viewer/rs1/record-cipher.js').RecordCipher} RecordCipher */

const LONGEST_IN_FULL = 400;

/**
 * The type, then bytes that count up by seven.
 * @param {{ type: number, length: number, seed: number }} record
 */
export function messageOf({ type, length, seed }) {
  const plain = Uint8Array.from({ length }, (_, i) => seed + 7 * i);
  plain[0] = type;
  return plain;
}

/** @param {any} input */
export async function runSession(input) {
  const clock = new HandClock();
  const draws = [input, ...input.resumes];
  const { consentVersion, locale, consentHash, ...session } = input.context;
  const context = await Context.of(session, { version: consentVersion, locale, hash: bytes(consentHash) });
  const chanceOf = (/** @type {string} */ key, /** @type {string} */ nonce) => told(draws.map((d) => d[key]), draws.map((d) => d[nonce]));
  const { digits, offered, granted } = input;
  const agent = new TestAgent({ context, now: clock.now, chance: chanceOf('privA', 'nA'), digits });
  const viewer = new HandshakeViewer({ context, offered, now: clock.now, digits, chance: chanceOf('privC', 'nC') });

  const m1 = await agent.begin();
  const m2 = await received(viewer, m1);
  const m3 = await agent.reveal(m2);
  const m4 = await received(viewer, m3);
  const m5 = await agent.confirm();
  assert.equal((await received(viewer, m5)).length, 0);
  assert.equal(viewer.number, agent.number);
  const open = await agent.open(granted);
  assert.equal((await received(viewer, open.record)).length, 0);
  assert.equal(viewer.number, null);
  const line = viewer.line ?? assert.fail('no line');
  assert.deepEqual([line.granted, line.grantSeq], [granted, 1]);

  /** @type {Record<string, any>} */
  const said = {
    ctx: hex(context.bytes), M1: hex(m1), M2: hex(m2), M3: hex(m3), M4: hex(m4), M5: hex(m5),
    number: agent.number, M6: hex(open.m6), M6record: hex(open.record),
    records: await sayAll(input.records, open.records, line.records, clock),
    resumes: [],
  };
  for (const { records } of input.resumes) {
    line.resume.lineLost();
    const r1 = await agent.beginResume();
    const answer = await line.resume.answer(r1) ?? assert.fail(`refused: ${line.resume.failure}`);
    const resumed = await agent.completeResume(answer.reply);
    said.resumes.push({ R1: hex(r1), R2: hex(answer.reply), records: await sayAll(records, resumed, answer.records, clock) });
  }
  return said;
}

/**
 * @param {HandshakeViewer} viewer
 * @param {Uint8Array} message
 */
async function received(viewer, message) {
  return await viewer.receive(message) ?? assert.fail(`refused: ${viewer.failure}`);
}

/**
 * @param {any[]} records
 * @param {RecordCipher} agent
 * @param {RecordCipher} viewer
 * @param {HandClock} clock
 */
async function sayAll(records, agent, viewer, clock) {
  const said = [];
  for (const record of records) {
    const [sender, receiver] = record.from === 'a2c' ? [agent, viewer] : [viewer, agent];
    if (record.update) clock.ms += EPOCH_MS;
    const plain = record.update ? new Uint8Array() : messageOf(record);
    const sealed = (record.update ? await sender.keyUpdate() : await sender.seal(plain)) ?? assert.fail('no key update was due');
    assert.deepEqual(await receiver.open(sealed), plain);
    said.push(sealed.length <= LONGEST_IN_FULL ? hex(sealed) : `${sealed.length} ${createHash('sha256').update(sealed).digest('hex')}`);
  }
  return said;
}
