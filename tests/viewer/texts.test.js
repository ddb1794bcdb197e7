// @ts-check
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { alarms, endingOfClose, endingOfReason } from '../../src/Web/wwwroot/viewer/endings.js';
import { EndReason } from '../../src/Web/wwwroot/viewer/end-reason.js';
import { specialKeys } from '../../src/Web/wwwroot/viewer/input/special-keys.js';
import { CloseCode } from '../../src/Web/wwwroot/viewer/rs1/close-codes.js';
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
  const all = modules.filter((m) => !m.file.startsWith('texts')).map((m) => m.text).join('\n');
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

test('whatever goes over the socket is the token, a step of the handshake or the resume, or sealed', () => {
  const sent = modules.flatMap(({ file, text }) => [...text.matchAll(/(?:socket|connection)\??\.send\((.*)\);$/gm)].map(([, what]) => `${file}: ${what}`));
  assert.deepEqual(sent.sort(), ['connection.js: bytes', 'line.js: answer.reply', 'line.js: await records.seal(plain)', 'line.js: reply', 'line.js: update']);
});

test('every close code and every reason has a sentence, and what may be an attack says what to do', () => {
  for (const code of Object.values(CloseCode)) assert.ok(endingOfClose(code, true) in languages.en, String(code));
  for (const reason of Object.values(EndReason)) assert.ok(endingOfReason(reason) in languages.en, String(reason));
  assert.deepEqual(Object.keys(alarms), [CloseCode.secondParticipant, CloseCode.securityCheck].map((code) => endingOfClose(code, true)));
});

test('modules are short and typed', () => {
  for (const { file, text } of modules) {
    assert.ok(text.split('\n').length <= 301, `${file} is too long`);
    assert.ok(text.startsWith('// @ts-check\n'), file);
  }
});
