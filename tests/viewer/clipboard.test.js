// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ClipboardOutcome } from '../../src/Web/wwwroot/viewer/clipboard-outcome.js';
import { Grant } from '../../src/Web/wwwroot/viewer/grants.js';
import { PauseReason } from '../../src/Web/wwwroot/viewer/pause-reason.js';
import { Rig } from './rig.js';

const BOTH = Grant.view | Grant.clipboardToCustomer | Grant.clipboardToConsultant;
const changed = (/** @type {number} */ grants, grantSeq = 2) => ({ name: 'GrantsChanged', grants, grantSeq });
const names = (/** @type {{ name: string }[]} */ messages) => messages.map((m) => m.name);

/** A viewer that may both ways. */
async function allowed() {
  const rig = await Rig.seeing();
  await rig.says(changed(BOTH));
  return rig;
}

/** @param {Rig} rig */
const told = (rig) => rig.news.filter((n) => n.type === 'clipboard').map((n) => `${n.way} ${n.step}`);

test('a text goes over only after the customer allowed texts, and the customer then decides on it', async () => {
  const rig = await Rig.seeing();
  rig.session.giveText('net use');
  assert.deepEqual(await rig.messages(), [{ name: 'GrantRequest', grants: Grant.clipboardToCustomer }]);
  await rig.says(changed(Grant.view | Grant.clipboardToCustomer));
  assert.deepEqual((await rig.messages()).at(-1), { name: 'ClipboardText', text: 'net use' });
  await rig.says({ name: 'ClipboardAnswer', outcome: ClipboardOutcome.taken });
  assert.deepEqual(told(rig), ['give asked', 'give shown', 'give taken']);
});

test('a text is asked for only after the customer allowed it, and comes plain', async () => {
  const rig = await Rig.seeing();
  rig.session.askText();
  assert.deepEqual(await rig.messages(), [{ name: 'GrantRequest', grants: Grant.clipboardToConsultant }]);
  await rig.says(changed(Grant.view | Grant.clipboardToConsultant));
  assert.deepEqual((await rig.messages()).at(-1), { name: 'ClipboardRequest' });
  await rig.says({ name: 'ClipboardText', text: 'fehler\u202e\u0007\r\n0x80070005' });
  assert.deepEqual(told(rig), ['ask asked', 'ask shown', 'ask came']);
  assert.equal(rig.last('clipboard').text, 'fehler\n0x80070005');
});

test('once allowed it is not asked again', async () => {
  const rig = await allowed();
  rig.session.giveText('one');
  await rig.says({ name: 'ClipboardAnswer', outcome: ClipboardOutcome.declined });
  rig.session.giveText('two');
  assert.deepEqual(names(await rig.messages()), ['ClipboardText', 'ClipboardText']);
  assert.deepEqual(told(rig), ['give shown', 'give declined', 'give shown']);
});

test('one text at a time', async () => {
  const rig = await allowed();
  rig.session.giveText('one');
  rig.session.giveText('two');
  rig.session.askText();
  assert.deepEqual(names(await rig.messages()), ['ClipboardText']);
});

for (const [name, outcome] of Object.entries(ClipboardOutcome).filter(([name]) => name !== 'taken')) {
  test(`a wish for a text is answered with ${name}`, async () => {
    const rig = await allowed();
    rig.session.askText();
    await rig.says({ name: 'ClipboardAnswer', outcome });
    assert.deepEqual(told(rig), ['ask shown', `ask ${name}`]);
  });
}

test('a no to the grant is a no to the text, and leaves a wish for control alone', async () => {
  const rig = await Rig.seeing();
  rig.session.giveText('one');
  await rig.says({ name: 'GrantDeclined', grants: Grant.clipboardToCustomer });
  assert.deepEqual(told(rig), ['give asked', 'give declined']);
  assert.equal(rig.last('asked'), undefined);
});

test('no answer is a no', async () => {
  const rig = await Rig.seeing();
  rig.session.askText();
  await rig.clock.advance(129_000);
  assert.deepEqual(told(rig), ['ask asked']);
  await rig.clock.advance(2_000);
  assert.deepEqual(told(rig), ['ask asked', 'ask declined']);
});

test('a grant that is taken back is a no', async () => {
  const rig = await allowed();
  rig.session.askText();
  await rig.says(changed(Grant.view, 3));
  assert.deepEqual(told(rig), ['ask shown', 'ask declined']);
});

test('what nobody waits for any more is let go', async () => {
  const rig = await allowed();
  await rig.says({ name: 'ClipboardText', text: 'late' });
  await rig.says({ name: 'ClipboardAnswer', outcome: ClipboardOutcome.taken });
  rig.session.giveText('one');
  await rig.says({ name: 'ClipboardText', text: 'not asked for' });
  assert.deepEqual(told(rig), ['give shown']);
  assert.equal(rig.session.state, 'seen');
});

test('a lost line ends what was on its way, and on the next one it is asked for anew', async () => {
  const rig = await allowed();
  rig.session.giveText('one');
  rig.socket.drop(4504);
  assert.deepEqual(told(rig), ['give shown', 'give none']);
  rig.session.giveText('two');
  assert.deepEqual(told(rig), ['give shown', 'give none']);
});

test('nothing is offered or asked for before the picture, in a pause, or while a problem is being asked about', async () => {
  const unlocking = await Rig.verified();
  const paused = await allowed();
  await paused.says({ name: 'Paused', reason: PauseReason.byCustomer });
  const problem = await allowed();
  problem.session.problemFound();
  for (const rig of [unlocking, paused, problem]) {
    rig.session.giveText('one');
    rig.session.askText();
    assert.deepEqual(told(rig), []);
  }
});

test('the longest text holds up the line for a moment only', async () => {
  const rig = await allowed();
  rig.session.giveText('a'.repeat(65_520));
  rig.session.requestControl();
  await rig.clock.advance(300);
  assert.deepEqual(names(await rig.messages()), ['ClipboardText', 'GrantRequest']);
});
