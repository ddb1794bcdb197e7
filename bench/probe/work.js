// @ts-check
// Runs inside a terminal on the customer's desktop: node work.js typing | scrolling SECONDS FILE
//
// The first row tells which frame it is: ten bits and their opposites, each two cells wide, black or white. Typing: each key is a frame.
// Scrolling: 30 frames a second, three lines each, after the first key; FILE gets the times (ms since 1970) at which they were written.
import { writeFileSync } from 'node:fs';

const [kind, seconds, file] = process.argv.slice(2);
const BITS = 10;
const PER_SECOND = 30;
const words = 'invoice customer support network printer driver update account password settings report quarter balance server order delivery'.split(' ');

/** @param {string} text */
const write = (text) => void process.stdout.write(text);

/** @param {number} n */
function mark(n) {
  const bits = Array.from({ length: BITS }, (_, i) => (n >> (BITS - 1 - i)) & 1);
  const cells = [...bits, ...bits.map((bit) => 1 - bit)].map((bit) => (bit === 1 ? '\x1b[107m  ' : '\x1b[40m  ')).join('');
  write(`\x1b7\x1b[1;1H${cells}\x1b[0m\x1b8`);
}

/** A line of text that is the same for the same number. @param {number} n */
function line(n) {
  const text = Array.from({ length: 16 }, (_, i) => words[(n * 7 + i * (3 + n % 5)) % words.length]);
  return `${String(n).padStart(5, '0')}  ${text.join(' ')}`.slice(0, Math.max(20, (process.stdout.columns ?? 80) - 1));
}

process.stdin.setRawMode(true);
write('\x1b[?25l\x1b[2J\x1b[2r\x1b[2;1H');
mark(0);
let n = 0;
if (kind === 'typing') {
  process.stdin.on('data', (keys) => {
    for (const key of keys.toString('latin1')) {
      write(key);
      mark(++n % (1 << BITS));
    }
  });
} else {
  process.stdin.once('data', () => {
    const since = Date.now();
    /** @type {number[]} */
    const times = [];
    const timer = setInterval(() => {
      const due = Math.floor((Date.now() - since) * PER_SECOND / 1000);
      if (due <= n) return;
      n = due;
      write(`\x1b[${process.stdout.rows};1H`);
      for (let i = 0; i < 3; i++) write(`\r\n${line(n * 3 + i)}`);
      mark(n);
      times[n] = Date.now();
      if (n < Number(seconds) * PER_SECOND) return;
      clearInterval(timer);
      writeFileSync(file, JSON.stringify(times));
    }, 2);
  });
}
