// @ts-check
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { plainText } from '../../src/Web/wwwroot/viewer/plain-text.js';

const { texts } = JSON.parse(readFileSync(new URL('../vectors/plain-text.json', import.meta.url), 'utf8'));

for (const { why, in: text, out } of texts) {
  test(`a clipboard's text: ${why}`, () => {
    assert.equal(plainText(text), out);
    assert.equal(plainText(out), out);
  });
}
