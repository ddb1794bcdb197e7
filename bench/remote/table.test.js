// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { table } from './table.js';

const cpu = { agent: 1, relay: 0, x: 0, viewer: 2, foreign: 0 };

/** @param {string} peer @param {object} [more] @returns {import('./figures.js').Cell} */
const typing = (peer, more) => ({ peer, link: 'lan', load: 'w1', key: { p50: 20, p95: 30 }, mb: 0.1, secs: 10, cpu, ...more });
/** @param {string} peer @param {object} [more] @returns {import('./figures.js').Cell} */
const drag = (peer, more) => ({ peer, link: 'lan', load: 'w3', fps: 50, still: { psnr: 20, same: 96 }, mb: 1, secs: 12, cpu, ...more });

/** The cells of one row. @param {import('./figures.js').Cell[]} cells @param {string} figure */
function row(cells, figure, covered = 0) {
  const lines = table(cells, { ours: 'us', covered }).split('\n').map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
  const head = lines.find((line) => line[0] === 'work') ?? [];
  const found = lines.find((line) => line[1] === figure) ?? [];
  return Object.fromEntries(head.map((name, i) => [name, found[i]]));
}

test('our figure is divided by the best peer\'s, whichever that is', () => {
  const cells = [typing('us', { key: { p50: 20, p95: 1 } }), typing('slow', { key: { p50: 80, p95: 1 } }), typing('quick', { key: { p50: 40, p95: 1 } })];
  assert.equal(row(cells, 'key to picture p50, ms')['ours / best peer'], '0.50');
});

test('where more is better the best peer is the one with most', () => {
  const cells = [drag('us', { fps: 60 }), drag('a', { fps: 15 }), drag('b', { fps: 40 })];
  assert.equal(row(cells, 'whole frames/s')['ours / best peer'], '1.50');
});

test('a target is met or missed by our figure on that link', () => {
  assert.equal(row([typing('us', { key: { p50: 20, p95: 1 } })], 'key to picture p50, ms').met, 'yes');
  assert.equal(row([typing('us', { key: { p50: 21, p95: 1 } })], 'key to picture p50, ms').met, 'no');
});

test('a target against a peer that was not measured is neither met nor missed', () => {
  assert.equal(row([drag('us'), drag('x11vnc')], 'MB down').met, '');
  assert.equal(row([drag('us'), drag('xtigervnc')], 'MB down').met, 'yes');
});

test('a cell that failed says nothing and is nobody\'s best', () => {
  const cells = [typing('us'), typing('broken', { error: 'never shown' }), typing('other')];
  const found = row(cells, 'key to picture p50, ms');
  assert.equal(found.broken, '–');
  assert.equal(found['ours / best peer'], '1.00');
});

test('of repeated cells the least disturbed counts', () => {
  const cells = [typing('us', { key: { p50: 90, p95: 1 }, cpu: { ...cpu, foreign: 9 } }), typing('us', { key: { p50: 30, p95: 1 } }), typing('us', { error: 'gone' })];
  assert.equal(row(cells, 'key to picture p50, ms').ours, '**30**');
});

test('what our own windows cover is left out of what is identical in full-screen work, for us only', () => {
  const found = row([drag('us'), drag('other')], 'identical 2 s after, %', 0.04);
  assert.equal(found.ours, '**100.00**');
  assert.equal(found.other, '96.00');
  assert.equal(found.met, 'yes');
});

test('a single pixel that differs beside our own windows is told', () => {
  assert.equal(row([drag('us', { still: { psnr: 20, same: 95.99 } })], 'identical 2 s after, %', 0.04).met, 'no');
});

test('work that was not measured has no row', () => {
  assert.deepEqual(row([typing('us')], 'whole frames/s').figure, undefined);
});
