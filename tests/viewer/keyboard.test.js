// @ts-check
// Sequences as browsers send them: W Windows, L Linux, M Mac.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Keyboard } from '../../src/Web/wwwroot/viewer/input/keyboard.js';
import { functionKeys, specialKeys } from '../../src/Web/wwwroot/viewer/input/special-keys.js';
import { splitText } from '../../src/Web/wwwroot/viewer/input/split-text.js';
import { FakeClock } from './fakes.js';

function setUp({ mac = false } = {}) {
  const clock = new FakeClock();
  /** @type {string[]} */
  const sent = [];
  let left = 0;
  const keyboard = new Keyboard({
    send: (m) => sent.push(m.name === 'TextInput' ? `"${m.text}"` : `${m.down ? '+' : '-'}${m.code}${m.modifiers ? `/${m.modifiers}` : ''}`),
    leave: () => left++,
    after: clock.after,
    mac,
  });
  const flags = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };
  /** `held` is a word of S C A M: what the event says is down */
  const event = (/** @type {string} */ code, /** @type {string} */ key, held = '') => ({ ...flags, code, key,
    shiftKey: held.includes('S'), ctrlKey: held.includes('C'), altKey: held.includes('A'), metaKey: held.includes('M') });
  const down = (/** @type {string} */ code, key = code, held = '') => keyboard.down(event(code, key, held));
  const up = (/** @type {string} */ code, key = code, held = '') => keyboard.up(event(code, key, held));
  const press = (/** @type {string} */ code, key = code, held = '') => {
    down(code, key, held);
    up(code, key, held);
  };
  return { clock, sent, keyboard, down, up, press, event, left: () => left };
}

test('what writes a character goes as text, whatever the layout', () => {
  const { sent, press, keyboard } = setUp();
  press('KeyQ', 'a');         // fr
  press('Semicolon', 'ö');    // de
  press('Digit2', 'é');       // fr
  press('Minus', 'ß');        // de
  press('Space', ' ');
  press('Numpad5', '5');
  assert.deepEqual(sent, ['"a"', '"ö"', '"é"', '"ß"', '" "', '"5"']);
  assert.equal(keyboard.held, false);
});

test('Shift is in the text and is not pressed over there', () => {
  const { sent, down, up, press } = setUp();
  down('ShiftLeft', 'Shift', 'S');
  press('KeyA', 'A', 'S');
  press('Digit7', '/', 'S');  // de
  up('ShiftLeft', 'Shift');
  assert.deepEqual(sent, ['"A"', '"/"']);
});

test('Shift is pressed for a named key and lifted before text', () => {
  const { sent, down, up, press } = setUp();
  down('ShiftLeft', 'Shift', 'S');
  press('ArrowLeft', 'ArrowLeft', 'S');
  press('KeyB', 'B', 'S');
  press('Home', 'Home', 'S');
  up('ShiftLeft', 'Shift');
  assert.deepEqual(sent, ['+ShiftLeft/1', '+ArrowLeft/1', '-ArrowLeft/1', '-ShiftLeft', '"B"', '+ShiftLeft/1', '+Home/1', '-Home/1', '-ShiftLeft']);
});

test('Shift goes with a click', () => {
  const { sent, down, up, keyboard } = setUp();
  down('ShiftLeft', 'Shift', 'S');
  keyboard.beforePointer();
  assert.equal(keyboard.held, true);
  up('ShiftLeft', 'Shift');
  assert.deepEqual(sent, ['+ShiftLeft/1', '-ShiftLeft']);
});

test('named keys go by code and repeat', () => {
  const { sent, down, up, press } = setUp();
  press('Enter');
  down('Backspace');
  down('Backspace');
  up('Backspace');
  assert.deepEqual(sent, ['+Enter', '-Enter', '+Backspace', '+Backspace', '-Backspace']);
});

test('a shortcut goes by code with its modifiers', () => {
  const { sent, down, up, press } = setUp();
  down('ControlLeft', 'Control', 'C');
  press('KeyC', 'c', 'C');
  up('ControlLeft', 'Control');
  assert.deepEqual(sent, ['+ControlLeft/2', '+KeyC/2', '-KeyC/2', '-ControlLeft']);
});

test('Control+Shift+Escape presses all three', () => {
  const { sent, down, up, press } = setUp();
  down('ControlLeft', 'Control', 'C');
  down('ShiftLeft', 'Shift', 'CS');
  press('Escape', 'Escape', 'CS');
  up('ShiftLeft', 'Shift', 'C');
  up('ControlLeft', 'Control');
  assert.deepEqual(sent, ['+ControlLeft/2', '+ShiftLeft/3', '+Escape/3', '-Escape/3', '-ShiftLeft/2', '-ControlLeft']);
});

test('a letter whose Control came up first is let go', () => {
  const { sent, down, up, keyboard } = setUp();
  down('ControlLeft', 'Control', 'C');
  down('KeyV', 'v', 'C');
  up('ControlLeft', 'Control');
  up('KeyV', 'v');
  assert.deepEqual(sent.slice(2), ['-ControlLeft', '-KeyV']);
  assert.equal(keyboard.held, false);
});

test('Control alone is pressed once it cannot be AltGr any more', async () => {
  const { sent, down, up, clock } = setUp();
  down('ControlLeft', 'Control', 'C');
  assert.deepEqual(sent, []);
  await clock.advance(51);
  assert.deepEqual(sent, ['+ControlLeft/2']);
  up('ControlLeft', 'Control');
  assert.deepEqual(sent, ['+ControlLeft/2', '-ControlLeft']);
});

test('a quick tap of Control is a tap', () => {
  const { sent, press } = setUp();
  press('ControlLeft', 'Control', 'C');
  assert.deepEqual(sent, ['+ControlLeft/2', '-ControlLeft']);
});

test('the right Control waits for nothing', () => {
  const { sent, down } = setUp();
  down('ControlRight', 'Control', 'C');
  assert.deepEqual(sent, ['+ControlRight/2']);
});

for (const [layout, code, key] of [['de', 'KeyQ', '@'], ['de', 'KeyE', '€'], ['fr', 'Digit0', '@'], ['fr', 'Digit5', '['], ['pl', 'KeyL', 'ł']]) {
  test(`AltGr W ${layout}: Control and AltRight are one AltGr, ${key} is text`, async () => {
    const { sent, down, up, press, clock } = setUp();
    down('ControlLeft', 'Control', 'C');
    down('AltRight', 'AltGraph', 'CA');
    await clock.advance(600);
    down('ControlLeft', 'Control', 'CA');   // repeated while held
    down('AltRight', 'AltGraph', 'CA');
    press(code, key, 'CA');
    up('ControlLeft', 'Control', 'A');
    up('AltRight', 'AltGraph');
    press('KeyX', 'x');
    assert.deepEqual(sent, [`"${key}"`, '"x"']);
  });

  test(`AltGr L ${layout}: ${key} is text`, () => {
    const { sent, down, up, press } = setUp();
    down('AltRight', 'AltGraph');
    press(code, key);
    up('AltRight', 'AltGraph');
    assert.deepEqual(sent, [`"${key}"`]);
  });
}

test('AltGr W with Shift held first (pl Ż) is still AltGr and not the way out', () => {
  const { sent, down, press, left } = setUp();
  down('ShiftLeft', 'Shift', 'S');
  down('ControlLeft', 'Control', 'SC');
  down('AltRight', 'AltGraph', 'SCA');
  press('KeyZ', 'Ż', 'SCA');
  assert.deepEqual(sent, ['"Ż"']);
  assert.equal(left(), 0);
});

test('AltGr that was down before the picture had the focus', () => {
  const { sent, keyboard, event } = setUp();
  keyboard.down({ ...event('KeyQ', '@', 'CA'), getModifierState: (k) => k === 'AltGraph' });
  assert.deepEqual(sent, ['"@"']);
});

test('AltGr is pressed for a named key', () => {
  const { sent, down, press } = setUp();
  down('AltRight', 'AltGraph');
  press('Delete');
  assert.deepEqual(sent, ['+AltRight/16', '+Delete/16', '-Delete/16']);
});

test('the right Alt of en-US is an Alt', () => {
  const { sent, down, press } = setUp();
  down('AltRight', 'Alt', 'A');
  press('KeyF', 'f', 'A');
  assert.deepEqual(sent, ['+AltRight/4', '+KeyF/4', '-KeyF/4']);
});

test('Control and the left Alt with a letter stay a shortcut', () => {
  const { sent, down, press } = setUp();
  down('ControlLeft', 'Control', 'C');
  down('AltLeft', 'Alt', 'CA');
  press('KeyT', 't', 'CA');
  assert.deepEqual(sent, ['+ControlLeft/2', '+AltLeft/6', '+KeyT/6', '-KeyT/6']);
});

test('Option M writes characters and is pressed only for named keys', () => {
  const { sent, down, up, press } = setUp({ mac: true });
  down('AltLeft', 'Alt', 'A');
  press('KeyL', '@', 'A');        // de
  press('Digit5', '[', 'A');
  down('ShiftLeft', 'Shift', 'AS');
  press('Digit7', '\\', 'AS');    // de
  up('ShiftLeft', 'Shift', 'A');
  press('ArrowLeft', 'ArrowLeft', 'A');
  up('AltLeft', 'Alt');
  assert.deepEqual(sent, ['"@"', '"["', '"\\"', '+AltLeft/4', '+ArrowLeft/4', '-ArrowLeft/4', '-AltLeft']);
});

test('a key held with Command M is let go at once, it would never say so', () => {
  const { sent, down, up, keyboard } = setUp({ mac: true });
  down('MetaLeft', 'Meta', 'M');
  down('KeyS', 's', 'M');
  up('MetaLeft', 'Meta');
  assert.deepEqual(sent, ['+MetaLeft/8', '+KeyS/8', '-KeyS/8', '-MetaLeft']);
  assert.equal(keyboard.held, false);
});

test('a dead key is left to the text box, which writes the composed letter', () => {
  const { sent, down, keyboard } = setUp();
  assert.equal(down('Equal', 'Dead'), false);
  assert.equal(down('KeyE', 'é'), false);
  keyboard.input({ inputType: 'insertText', data: 'é', isComposing: false });
  assert.equal(down('KeyE', 'e'), true);
  assert.deepEqual(sent, ['"é"', '"e"']);
});

test('a dead key that meets a letter it cannot join writes both', () => {
  const { sent, down, keyboard } = setUp();
  down('Equal', 'Dead');
  down('KeyX', 'x');
  keyboard.input({ inputType: 'insertText', data: '´x', isComposing: false });
  assert.deepEqual(sent, ['"´x"']);
});

test('a dead key M or through an input method composes', () => {
  const { sent, down, keyboard, event } = setUp({ mac: true });
  down('KeyN', 'Dead', 'A');
  assert.equal(keyboard.down({ ...event('KeyN', 'ñ'), isComposing: true }), false);
  keyboard.input({ inputType: 'insertCompositionText', data: 'ñ', isComposing: true });
  keyboard.text('ñ');
  assert.deepEqual(sent, ['"ñ"']);
});

test('a dead key given up for a named key is forgotten', () => {
  const { sent, down, press } = setUp();
  down('Equal', 'Dead');
  press('Escape');
  press('KeyE', 'e');
  assert.deepEqual(sent, ['+Escape', '-Escape', '"e"']);
});

test('an input method composes undisturbed and is sent when it is done', () => {
  const { sent, keyboard, event } = setUp();
  for (const key of ['Process', 'n', 'i', 'Enter']) assert.equal(keyboard.down({ ...event('KeyN', key), keyCode: 229 }), false);
  keyboard.input({ inputType: 'insertCompositionText', data: '你', isComposing: true });
  keyboard.text('你好');
  keyboard.input({ inputType: 'insertCompositionText', data: '你好', isComposing: false });
  assert.deepEqual(sent, ['"你好"']);
});

test('text that comes without keys (emoji panel, dictation) is sent', () => {
  const { sent, keyboard } = setUp();
  keyboard.input({ inputType: 'insertText', data: '🙂', isComposing: false });
  keyboard.input({ inputType: 'deleteContentBackward', data: null, isComposing: false });
  assert.deepEqual(sent, ['"🙂"']);
});

test('losing the focus lets go of everything, keys before modifiers', () => {
  const { sent, down, keyboard } = setUp();
  down('AltLeft', 'Alt', 'A');
  down('ShiftLeft', 'Shift', 'AS');
  down('Tab', 'Tab', 'AS');
  down('F4', 'F4', 'AS');
  sent.length = 0;
  keyboard.releaseAll();
  assert.deepEqual(sent.map((s) => s.split('/')[0]), ['-F4', '-Tab', '-ShiftLeft', '-AltLeft']);
  assert.equal(keyboard.held, false);
  keyboard.releaseAll();
  assert.equal(sent.length, 4);
});

test('losing the focus with a Control still in doubt presses nothing later', async () => {
  const { sent, down, keyboard, clock } = setUp();
  down('ControlLeft', 'Control', 'C');
  keyboard.releaseAll();
  await clock.advance(100);
  assert.deepEqual(sent, []);
});

test('reset forgets without a word', () => {
  const { sent, down, up, keyboard } = setUp();
  down('F5');
  keyboard.reset();
  up('F5');
  assert.deepEqual(sent, ['+F5']);
  assert.equal(keyboard.held, false);
});

test('a modifier that went up unseen is let go before the next key', () => {
  const { sent, down, press } = setUp();
  down('AltLeft', 'Alt', 'A');
  press('KeyA', 'a');
  assert.deepEqual(sent, ['+AltLeft/4', '-AltLeft', '"a"']);
});

test('a modifier that went down unseen goes with the shortcut', () => {
  const { sent, press } = setUp();
  press('KeyA', 'a', 'C');
  assert.deepEqual(sent, ['+ControlLeft/2', '+KeyA/2', '-KeyA/2']);
});

for (const order of [['ControlLeft', 'AltLeft', 'ShiftLeft'], ['ShiftLeft', 'ControlLeft', 'AltLeft'], ['AltLeft', 'ShiftRight', 'ControlRight']]) {
  test(`the way out works in any order: ${order.join(', ')}`, () => {
    const { sent, down, left, keyboard } = setUp();
    for (const code of order) down(code, code.replace(/Left|Right/, ''), 'CAS');
    assert.equal(left(), 1);
    assert.equal(keyboard.held, false);
    const downs = sent.filter((s) => s[0] === '+').length;
    assert.equal(sent.filter((s) => s[0] === '-').length, downs);
  });
}

test('the browser\'s own keys are kept from it', () => {
  const { down } = setUp();
  for (const code of ['F5', 'Tab', 'F1', 'F11', 'Backspace', 'Escape', 'AltLeft']) assert.equal(down(code), true, code);
  assert.equal(down('ControlLeft', 'Control', 'C'), true);
  for (const [code, key] of [['KeyW', 'w'], ['KeyT', 't'], ['KeyF', 'f'], ['KeyP', 'p'], ['KeyS', 's']]) assert.equal(down(code, key, 'C'), true);
});

test('locks stay here: what they do is in the text', () => {
  const { sent, press, down } = setUp();
  assert.equal(down('CapsLock'), true);
  press('KeyA', 'A');
  press('NumLock');
  assert.deepEqual(sent, ['"A"']);
});

test('the number block without Num Lock is arrows and their like', () => {
  const { sent, press } = setUp();
  press('Numpad4', 'ArrowLeft');
  press('Numpad7', 'Home');
  press('NumpadEnter', 'Enter');
  assert.deepEqual(sent, ['+ArrowLeft', '-ArrowLeft', '+Home', '-Home', '+NumpadEnter', '-NumpadEnter']);
});

test('a key without a code (on-screen keyboards) goes by its name', () => {
  const { sent, press, keyboard } = setUp();
  press('', 'Enter');
  press('', 'k');
  assert.deepEqual(sent, ['+Enter', '-Enter', '"k"']);
  assert.equal(keyboard.held, false);
});

test('special keys are pressed in order and let go in reverse', () => {
  const { sent, keyboard } = setUp();
  keyboard.stroke(specialKeys.find((k) => k.label === 'Alt+Tab')?.keys ?? []);
  keyboard.stroke(functionKeys[11].keys);
  assert.deepEqual(sent, ['+AltLeft/4', '+Tab/4', '-Tab/4', '-AltLeft', '+F12', '-F12']);
});

test('long text is split between characters, line breaks and tabs are keys', () => {
  const pieces = splitText(`${'ä'.repeat(600)}🙂\r\nb\tc`);
  assert.deepEqual(pieces.map((p) => ('text' in p ? p.text.length : p.code)), [512, 90, 'Enter', 1, 'Tab', 1]);
  for (const piece of splitText('🙂'.repeat(1000))) if ('text' in piece) assert.equal(piece.text.isWellFormed?.() ?? true, true);
  assert.deepEqual(splitText(''), []);
});
