// @ts-check
import { execFile, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { promisify } from 'node:util';

const runFile = promisify(execFile);
const END_WITHIN = 5_000;
const LOOK_EVERY = 50;

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */
/** @typedef {Record<string, string | undefined>} Environment */

/** @type {Set<ChildProcess>} */
const running = new Set();
// Also when somebody else ends this program in the middle of it.
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/**
 * Starts a program that ends with this one at the latest.
 * @param {string} program
 * @param {string[]} args
 * @param {{ env: Environment, folder?: string, log?: string }} where log: file that takes all it writes; without one its output is a pipe, and its complaints are left out
 */
export function start(program, args, { env, folder, log }) {
  const output = log === undefined ? null : openSync(log, 'a');
  const child = spawn(program, args, { env, cwd: folder, stdio: output === null ? ['pipe', 'pipe', 'ignore'] : ['ignore', output, output] });
  if (output !== null) closeSync(output);
  running.add(child);
  child.on('exit', () => running.delete(child));
  child.on('error', () => running.delete(child));
  return child;
}

/** @param {ChildProcess} child */
export const isRunning = (child) => child.pid !== undefined && child.exitCode === null && child.signalCode === null;

/** Asks a program to end, and ends it where it does not. @param {ChildProcess | undefined} child */
export async function end(child) {
  if (child === undefined || !isRunning(child)) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), END_WITHIN);
  await gone;
  clearTimeout(impatience);
}

/** What a program writes, or '' where it fails. @param {string} program @param {string[]} args @param {Environment} env */
export async function ask(program, args, env) {
  try {
    return (await runFile(program, args, { env })).stdout;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') throw error;
    return '';
  }
}

/**
 * Waits for what happens elsewhere; gives the first answer that is neither null nor false.
 * @template T
 * @param {string} what
 * @param {() => Promise<T | null | false> | T | null | false} look
 * @returns {Promise<T>}
 */
export async function until(what, look, within = 20_000) {
  for (const since = Date.now(); ;) {
    const found = await look();
    if (found !== null && found !== false) return found;
    if (Date.now() - since > within) throw new Error(`Not within ${within / 1000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
}

/** The first line that a program writes. @param {ChildProcess} child @returns {Promise<string>} */
export const firstLine = (child) => new Promise((resolve, reject) => {
  child.stdout?.once('data', (/** @type {Buffer} */ line) => resolve(line.toString().trim()));
  child.once('error', reject);
  child.once('exit', () => reject(new Error(`${child.spawnfile} ended at once`)));
});

/** @returns {Promise<number>} */
export const freePort = () => new Promise((resolve, reject) => {
  const server = createServer().on('error', reject).listen(0, '127.0.0.1', () => {
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    server.close(() => resolve(port));
  });
});
