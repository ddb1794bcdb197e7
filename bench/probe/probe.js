// @ts-check
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { requirePublished } from '../rig/desk.js';
import { end, freePort, until } from '../rig/processes.js';
import { Session } from '../rig/session.js';
import { Desktop } from './desktop.js';
import { Meter } from './meter.js';
import { watch } from './watch.js';

/** @typedef {import('playwright-core').Page} Page */

const KEYS = 60;
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const work = fileURLToPath(new URL('work.js', import.meta.url));
const sleep = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Measures our own desk, agent and viewer on this machine: keys, scrolling text, and doing nothing. Gives a table as Markdown.
 * @param {{ seconds: number, out: string }} what out: file for the figures as JSON
 */
export async function measureAlone({ seconds, out }) {
  requirePublished();
  const folder = mkdtempSync(join(tmpdir(), 'servicedesk-bench-'));
  const desktop = await Desktop.start();
  const port = await freePort();
  const meter = await Meter.open(port);
  const session = new Session({ port, origin: `http://localhost:${meter.port}`, desktop: desktop.env, folder: join(folder, 'session') });
  const browser = await openBrowser();
  try {
    const page = await (await browser.newContext({ viewport: { width: 1920, height: 1080 } })).newPage();
    await session.begin(page);
    await session.see(page);
    await session.control(page);
    const part = { page, desktop, meter, agent: session.agent?.process.pid ?? 0 };
    const figures = {
      ...await typing(part),
      ...await scrolling(part, seconds, join(folder, 'times.json')),
      ...await resting(part, seconds),
    };
    writeFileSync(out, JSON.stringify(figures, null, 1));
    return ['| figure | ours |', '| --- | --- |', ...Object.entries(figures).map(([name, value]) => `| ${name} | ${value} |`)].join('\n');
  } finally {
    await browser.close();
    await session.stop();
    await desktop.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @typedef {{ page: Page, desktop: Desktop, meter: Meter, agent: number }} Part agent: its process */

/** @param {Part} part */
async function typing(part) {
  return withTerminal(part, ['typing'], async ({ page, meter }) => {
    const before = meter.bytes;
    /** @type {number[]} */
    const delays = [];
    for (let n = 1; n <= KEYS; n++) {
      await page.keyboard.press('abcdefghijklmnopqrstuvwxyz'[n % 26]);
      const at = await shown(page, n);
      delays.push(at - await page.evaluate(() => /** @type {any} */ (globalThis).probe.keyAt));
      await sleep(200 + (n * 73) % 211);
    }
    return {
      'typing: key to picture p50, ms': round(share(delays, 0.5)), 'typing: key to picture p95, ms': round(share(delays, 0.95)),
      // What the consultant reads in the bar, from pings behind the keys: the last nine of them, without looking at a pixel.
      'typing: as the viewer tells it, ms': parseInt(await page.locator('.line .delay').innerText(), 10),
      'typing: kB for each key': round((meter.bytes - before) / 1000 / KEYS, 2),
    };
  });
}

/** @param {Part} part @param {number} seconds @param {string} file */
async function scrolling(part, seconds, file) {
  return withTerminal(part, ['scrolling', `${seconds}`, file], async ({ page, meter, agent }) => {
    const [bytes, cpu] = [meter.bytes, cpuOf(agent)];
    await page.keyboard.press('a');
    const last = seconds * 30;
    const end = await shown(page, last, (seconds + 20) * 1000);
    const used = cpuOf(agent) - cpu;
    /** @type {(number | null)[]} */
    const drawn = JSON.parse(readFileSync(file, 'utf8'));
    /** @type {{ n: number, at: number }[]} */
    const seen = await page.evaluate(() => /** @type {any} */ (globalThis).probe.seen);
    const delays = seen.flatMap(({ n, at }) => (typeof drawn[n] === 'number' ? [at - drawn[n]] : []));
    return {
      'scrolling: frames/s drawn': round(drawn.filter((at) => at !== null).length / seconds, 1), 'scrolling: frames/s seen': round(delays.length / seconds, 1),
      'scrolling: delay p50, ms': round(share(delays, 0.5)), 'scrolling: delay p95, ms': round(share(delays, 0.95)),
      'scrolling: last frame after, ms': round(end - Number(drawn[last])), 'scrolling: MB': round((meter.bytes - bytes) / 1e6, 3), 'scrolling: agent CPU, s': round(used, 2),
    };
  });
}

/** @param {Part} part @param {number} seconds */
async function resting({ meter, agent }, seconds) {
  await sleep(2_000);
  const [bytes, cpu] = [meter.bytes, cpuOf(agent)];
  await sleep(seconds * 1000);
  return { 'nothing: kB': round((meter.bytes - bytes) / 1000, 1), 'nothing: agent CPU, s': round(cpuOf(agent) - cpu, 2) };
}

/** @template T @param {Part} part @param {string[]} args @param {(part: Part) => Promise<T>} measure */
async function withTerminal(part, args, measure) {
  const terminal = await part.desktop.openTerminal([process.execPath, work, ...args]);
  try {
    await part.page.evaluate(watch, { x: terminal.x, y: terminal.y, cellWidth: terminal.cellWidth, cellHeight: terminal.cellHeight });
    await shown(part.page, 0);
    // Keys go where the pointer is.
    const box = await part.page.locator('canvas.picture').boundingBox();
    if (box === null) throw new Error('The viewer shows no picture');
    await part.page.mouse.move(box.x + (terminal.x + terminal.width / 2) * box.width / 1920, box.y + (terminal.y + terminal.height / 2) * box.height / 1080);
    await sleep(1_000);
    return await measure(part);
  } finally {
    await end(terminal.process);
  }
}

/** Waits until the picture shows a frame; gives the time, ms since 1970. @param {Page} page @param {number} n */
function shown(page, n, within = 20_000) {
  return until(`frame ${n} is seen`, () => page.evaluate((wanted) =>
    /** @type {any} */ (globalThis).probe.seen.find((/** @type {{ n: number }} */ one) => one.n === wanted)?.at ?? null, n), within);
}

function openBrowser() {
  const program = BROWSERS.find((file) => existsSync(file));
  if (program === undefined) throw new Error('There is no Chromium: run eng/install-test-tools e2e');
  return chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'] });
}

/** Seconds that a process has computed. @param {number} id */
function cpuOf(id) {
  const fields = readFileSync(`/proc/${id}/stat`, 'latin1').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** @param {number[]} all @param {number} part 0…1 */
const share = (all, part) => all.toSorted((a, b) => a - b)[Math.min(all.length - 1, Math.floor(part * all.length))] ?? NaN;

/** @param {number} value */
const round = (value, digits = 0) => Number(value.toFixed(digits));
