// @ts-check
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { sentenceOf } from '../../src/Web/wwwroot/viewer/endings.js';
import { specialKeys } from '../../src/Web/wwwroot/viewer/input/special-keys.js';
import { closeCodes } from '../../src/Web/wwwroot/viewer/rs1/close-codes.js';
import { duration, languages, textsFor } from '../../src/Web/wwwroot/viewer/texts.js';

const source = new URL('../../src/Web/wwwroot/viewer/', import.meta.url);
const modules = readdirSync(source, { recursive: true }).map(String).filter((f) => f.endsWith('.js'))
  .map((file) => ({ file, text: readFileSync(new URL(file, source), 'utf8') }));
const slots = (/** @type {string} */ text) => (text.match(/\{\w+\}/g) ?? []).sort();

test('German and English say the same things with the same values', () => {
  assert.deepEqual(Object.keys(languages.de), Object.keys(languages.en));
  for (const [key, text] of Object.entries(languages.en)) assert.deepEqual(slots(languages.de[/** @type {'end'} */ (key)]), slots(text), key);
});

test('no text is empty, and none shouts', () => {
  for (const texts of Object.values(languages)) for (const text of Object.values(texts)) assert.match(text, /^[^!]+$/);
});

test('every text is used somewhere', () => {
  const all = modules.filter((m) => m.file !== 'texts.js').map((m) => m.text).join('\n');
  const composed = /^(connecting|wait|picture|agreeing|number|unlock|paused|problem|hand|interrupted|locked|protected|displayOff|slow)(Title|Line)$/;
  assert.deepEqual(Object.keys(languages.en).filter((key) => !composed.test(key) && !all.includes(`'${key}'`)), []);
});

test('labels of special keys are texts or the same in both languages', () => {
  for (const { label } of specialKeys) assert.ok(!label.startsWith('key') || label in languages.en, label);
});

test('an unknown language reads English, values are put in place', () => {
  assert.equal(textsFor('fr', { name: 'Anna Berg' })('endAsk'), 'End the session with Anna Berg?');
  assert.equal(textsFor('de-AT', { name: 'Anna Berg' })('endAsk'), 'Die Sitzung mit Anna Berg beenden?');
  assert.equal(textsFor('de', {})('delay', { ms: 38 }), '38 ms');
});

test('a name is put in as it is, whatever it looks like', () => {
  assert.equal(textsFor('en', { name: '{ticket} $& <b>', ticket: 'K7-204' })('waitTitle'), 'Waiting for {ticket} $& <b>');
});

test('durations read as people say them', () => {
  assert.deepEqual([400, 12_000, 252_000, 3_600_000, 7_380_000].map(duration), ['0 s', '12 s', '4 min 12 s', '1 h 0 min', '2 h 3 min']);
});

test('nothing in the viewer keeps a picture, reaches another address or writes markup', () => {
  const never = ['toDataURL', 'toBlob', 'convertToBlob', 'captureStream', 'MediaRecorder', 'localStorage', 'sessionStorage', 'indexedDB', 'caches.',
    'XMLHttpRequest', 'sendBeacon', 'EventSource', 'BroadcastChannel', 'innerHTML', 'insertAdjacentHTML', 'eval(', 'document.cookie', 'console.'];
  for (const { file, text } of modules) for (const word of never) assert.ok(!text.includes(word), `${file}: ${word}`);
});

test('only the worker opens a line or asks the desk', () => {
  for (const call of ['new WebSocket(', 'fetch(']) assert.deepEqual(modules.filter((m) => m.text.includes(call)).map((m) => m.file), ['worker.js']);
});

test('there is no way to send a message that is not sealed', () => {
  for (const { file, text } of modules) assert.ok(!/unsealed/i.test(text), file);
});

test('the sentence of an ending is the one of its close code, and an alarm says what to do', () => {
  for (const code of Object.values(sentenceOf)) assert.ok(code in closeCodes, String(code));
  assert.deepEqual(Object.entries(sentenceOf).filter(([, code]) => closeCodes[code].alarm).map(([ending]) => ending), ['occupied', 'insecure']);
});

test('modules are short and typed', () => {
  for (const { file, text } of modules) {
    assert.ok(text.split('\n').length <= 301, `${file} is too long`);
    assert.ok(text.startsWith('// @ts-check\n'), file);
  }
});
