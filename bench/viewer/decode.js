// @ts-check
// How fast the viewer paints, in Mpixel/s of each operation and MB/s of the inflater:  node bench/viewer/decode.js
import { Budget } from '../../src/Web/wwwroot/viewer/decoders/budget.js';
import { Inflater } from '../../src/Web/wwwroot/viewer/inflate.js';
import { Picture } from '../../src/Web/wwwroot/viewer/picture.js';
import { check, run } from '../../src/Web/wwwroot/viewer/script.js';
import { Stream, cached, columns, copy, fill, keep, match, newColumns, pixels, repeat, scriptOf } from '../../tests/viewer/scripts.js';
import { seeded } from '../../tests/viewer/numbers.js';

const [WIDTH, HEIGHT] = [1920, 1080];
const [LINE, GLYPH, GLYPHS] = [18, 8, 90];
const ATLEAST = 600; // ms
const next = seeded(5);
const none = new Uint8Array();

/** Mean ms of one call, measured after a warm-up. @param {() => void} call */
function time(call) {
  let calls = 0;
  for (const limit of [ATLEAST / 2, ATLEAST]) {
    calls = 0;
    for (const begin = performance.now(); performance.now() - begin < limit;) {
      call();
      calls++;
    }
    if (limit === ATLEAST / 2) continue;
  }
  const begin = performance.now();
  for (let i = 0; i < calls; i++) call();
  return (performance.now() - begin) / calls;
}

const palette = Array.from({ length: 40 }, (_, i) => [255 - i * 6, 255 - i * 6, 255 - i * 5]);
const glyph = () => Array.from({ length: LINE * GLYPH }, () => (next() % 3 === 0 ? next() % 40 : 0));
const alphabet = () => columns([0, 0, GLYPHS * GLYPH, LINE], { empty: true, colours: palette }, newColumns(GLYPHS * GLYPH, Array.from({ length: GLYPHS }, glyph).flat()));
/** @param {number} y */
const line = (y) => columns([0, y, WIDTH, LINE], {}, ...Array.from({ length: WIDTH / GLYPH }, (_, i) =>
  (i % 6 === 5 ? repeat(GLYPH) : match(GLYPH, (next() % GLYPHS) * GLYPH * LINE))));
const tiles = /** @type {[number, number][]} */ (Array.from({ length: 30 * 16 }, (_, i) => [i, i]));
const noise = Array.from({ length: 640 * 480 * 3 }, (_, i) => ((i / 40) & 0xff) + (next() % 9));

/** What is painted, the operations, and the pixels of it. @type {[string, import('../../tests/viewer/scripts.js').Operation[], number][]} */
const work = [
  ['Keep', [keep(...tiles)], 1920 * 1024],
  ['Copy: a window of text scrolls', [copy([200, 154], [200, 100, 1400, 846])], 1400 * 846],
  ['Copy: sideways', [copy([200, 100], [203, 100, 1400, 846])], 1400 * 846],
  ['Cached', [keep(...tiles), cached(...tiles)], 1920 * 1024],
  ['Fill', [fill([0, 0, WIDTH, HEIGHT], [1, 2, 3])], WIDTH * HEIGHT],
  ['Columns: text seen before', [alphabet(), ...Array.from({ length: 60 }, (_, i) => line(i * LINE))], WIDTH * HEIGHT],
  ['Columns: new text', Array.from({ length: 60 }, (_, i) => columns([0, i * LINE, WIDTH, LINE], { empty: true, colours: palette },
    newColumns(WIDTH, Array.from({ length: WIDTH * LINE }, () => next() % 40)))), WIDTH * HEIGHT],
  ['Pixels', [pixels([0, 0, 640, 480], noise)], 640 * 480],
];

console.log('operation                        Mpixel/s   of them checked   script kB   packed kB   inflated MB/s');
for (const [name, operations, count] of work) {
  const script = Uint8Array.from(scriptOf(operations));
  const picture = new Picture(WIDTH, HEIGHT);
  const checked = time(() => check(script, none, new Budget(picture)));
  const painted = time(() => run(script, picture, []));
  const packed = new Stream().piece(script);
  const inflater = new Inflater();
  const inflated = time(() => {
    inflater.restart();
    inflater.piece(packed, script.length);
  });
  const cells = [count / (checked + painted) / 1000, `${Math.round((100 * checked) / (checked + painted))} %`, script.length / 1000, packed.length / 1000, script.length / inflated / 1000];
  console.log(name.padEnd(30), ...cells.map((cell, i) => (typeof cell === 'number' ? cell.toFixed(i === 0 || i === 4 ? 0 : 1) : cell).padStart([11, 17, 11, 11, 15][i])));
}
