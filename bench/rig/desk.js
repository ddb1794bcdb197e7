// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { end, isRunning, start, until } from './processes.js';

const artifacts = fileURLToPath(new URL('../../artifacts', import.meta.url));
const program = join(artifacts, 'desk', 'ServiceDesk.Web.dll');
const agents = join(artifacts, 'agents');
const READY_WITHIN = 60_000;

/** Says how to get what is not there. */
export function requirePublished() {
  for (const [file, command] of [[program, 'eng/publish-desk'], [join(agents, 'ServiceDesk-Agent-linux-x64'), 'eng/publish-agents']])
    if (!existsSync(file)) throw new Error(`There is no ${file}: run ${command}, or bench/run, which does`);
}

/** The published desk with its demo people, as a process of its own. */
export class Desk {
  /** @param {import('node:child_process').ChildProcess} process */
  constructor(process) {
    this.process = process;
  }

  /** @param {{ port: number, origin: string, folder: string }} where origin: the address that people and programs know it by; folder: for its data and log */
  static async start({ port, origin, folder }) {
    const { ASPNETCORE_URLS, DISPLAY, ...env } = process.env;
    const args = [program, '--demo', '--port', `${port}`, '--data', join(folder, 'data'), `--Desk:Agents=${agents}`, `--Desk:PublicOrigin=${origin}`];
    const desk = new Desk(start('dotnet', args, { env: { ...env, ASPNETCORE_ENVIRONMENT: 'Production', DOTNET_ENVIRONMENT: 'Production' }, folder, log: join(folder, 'desk.log') }));
    await until('the desk is ready', () => desk.isReady(port), READY_WITHIN);
    return desk;
  }

  /** @param {number} port */
  async isReady(port) {
    if (!isRunning(this.process)) throw new Error('The desk ended while it started: see desk.log');
    return fetch(`http://localhost:${port}/health/ready`).then((answer) => answer.ok, () => false);
  }

  stop() {
    return end(this.process);
  }
}
