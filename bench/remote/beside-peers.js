// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { missing } from './peers.js';
import { table } from './table.js';

const OURS = 'servicedesk';
const PEERS = 'x0tigervnc,xtigervnc,x11vnc,meshcentral';
const SCREEN = 1920 * 1080;

/**
 * Runs the peers and ours in one go in a rig; gives the table.
 * @param {{ rig: string, peers?: string, out: string, options: Record<string, string | undefined> }} what options: as the rig has them
 */
export async function measureBesidePeers({ rig, peers = PEERS, out, options }) {
  if (!existsSync(join(rig, 'rig.mjs'))) throw new Error(`There is no rig in ${rig}`);
  const deps = process.env.RIG_DEPS ?? join(tmpdir(), 'rig-deps');
  const env = { ...process.env, RIG_DEPS: deps };
  const others = peers === '' || peers === 'none' ? [] : peers.split(',');
  if (missing(others, deps).length > 0) run(join(rig, 'setup.sh'), others.includes('meshcentral') ? [] : ['nomesh'], env);

  // The rig names an adapter by its place below its own folder.
  const adapter = relative(join(rig, 'adapters'), fileURLToPath(new URL('../rig/servicedesk', import.meta.url)));
  const given = Object.entries({ ...options, loads: inOrder(options.loads) }).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value]));
  run(process.execPath, [join(rig, 'rig.mjs'), '--peers', [adapter, ...others].join(','), ...given, '--out', out], env);
  return table(JSON.parse(readFileSync(out, 'utf8')), { ours: OURS, covered: coveredShare(join(deps, 'work', OURS, 'own-windows.json')) });
}

// The customer's decisions are made over the first work of a link. Where their windows were, scrolling text stays blank until it scrolls,
// the number of its first frame with it.
/** @param {string | undefined} loads */
const inOrder = (loads) => (loads?.startsWith('w2') ? `w6,${loads}` : loads);

/** How much of the screen the agent's own windows covered, 0…1. @param {string} file */
const coveredShare = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).pixels / SCREEN : 0);

// What it says on its way goes where errors go: the table is all that this program writes out.
/** @param {string} program @param {string[]} args @param {NodeJS.ProcessEnv} env */
function run(program, args, env) {
  const { status, error } = spawnSync(program, args, { env, stdio: ['ignore', 2, 2] });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${program} ended with ${status}`);
}
