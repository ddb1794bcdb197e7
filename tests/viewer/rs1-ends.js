// @ts-check
// An agent and a viewer on one channel, and nobody between them. For tests only.
import assert from 'node:assert/strict';
import { Context } from '../../src/Web/wwwroot/viewer/rs1/context.js';
import { HandshakeViewer } from '../../src/Web/wwwroot/viewer/rs1/handshake.js';
import { keep, sessionSecrets } from '../../src/Web/wwwroot/viewer/rs1/key-schedule.js';
import { RecordCipher } from '../../src/Web/wwwroot/viewer/rs1/record-cipher.js';
import { RecordKeys } from '../../src/Web/wwwroot/viewer/rs1/record-keys.js';
import { TestAgent } from './rs1-agent.js';
import { HandClock, seeded } from './rs1-chance.js';

const session = {
  sessionId: '00010203-0405-0607-0809-0a0b0c0d0e0f', origin: 'https://desk.example.org', channel: '482913070', consultant: 'Jana Köhler',
};
const consent = { version: '1+2+1', locale: 'de', hash: new Uint8Array(32) };

/** @param {Partial<typeof session & typeof consent>} [other] */
export const contextOf = (other = {}) => Context.of({ ...session, ...other }, { ...consent, ...other });

/** @param {{ seed?: number, viewerContext?: Context }} [parts] */
export async function makeEnds({ seed = 1, viewerContext } = {}) {
  const clock = new HandClock();
  const chance = seeded(seed);
  const context = await contextOf();
  const agent = new TestAgent({ context, now: clock.now, chance });
  const viewer = new HandshakeViewer({ context: viewerContext ?? context, offered: 3, now: clock.now, chance });
  return { clock, chance, context, agent, viewer };
}

/** @typedef {Awaited<ReturnType<typeof makeEnds>>} Ends */

/** @param {Ends} ends */
export async function agree({ agent, viewer }) {
  const m2 = await viewer.receive(await agent.begin()) ?? assert.fail();
  await viewer.receive(await agent.reveal(m2)) ?? assert.fail();
  await viewer.receive(await agent.confirm()) ?? assert.fail();
}

/** @param {Ends} ends */
export async function open(ends) {
  await agree(ends);
  const { records, record } = await ends.agent.open(1);
  await ends.viewer.receive(record) ?? assert.fail();
  return { agent: records, line: ends.viewer.line ?? assert.fail() };
}

/**
 * Both ends of a line with the same secrets; `raw` seals like the agent and checks nothing.
 * @param {number} [epochRecords]
 */
export async function makeRecords(epochRecords) {
  const clock = new HandClock();
  const secrets = async () => sessionSecrets(await keep(new Uint8Array(32).fill(6)), new Uint8Array(32));
  return {
    clock,
    agent: new RecordCipher('a2c', await secrets(), clock.now, epochRecords),
    viewer: new RecordCipher('c2a', await secrets(), clock.now, epochRecords),
    raw: new RecordKeys('a2c', (await secrets()).a2c, clock.now),
  };
}
