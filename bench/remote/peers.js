// @ts-check
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const vnc = ['websockify', 'js/node_modules/@novnc/novnc'];
/** @type {Record<string, string[]>} programs on the path, or files below the rig's own folder of what it has installed */
const needs = {
  x0tigervnc: ['X0tigervnc', ...vnc],
  'x0tigervnc-q9': ['X0tigervnc', ...vnc],
  xtigervnc: ['Xtigervnc', ...vnc],
  x11vnc: ['x11vnc', ...vnc],
  meshcentral: ['mesh/rig.json'],
};
const always = ['Xvfb', 'xauth', 'xwd', 'xdpyinfo', 'python3', 'chromium', 'js/node_modules/playwright-core', 'build/workload'];

/** What the rig's setup has still to install. @param {string[]} peers @param {string} deps the rig's folder for what it installs */
export function missing(peers, deps) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const isThere = (/** @type {string} */ need) => (need.includes('/') ? existsSync(join(deps, need)) : folders.some((folder) => existsSync(join(folder, need))));
  return [...always, ...peers.flatMap((peer) => needs[peer] ?? [])].filter((need) => !isThere(need));
}
