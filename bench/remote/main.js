// @ts-check
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const text = /** @type {const} */ ({ type: 'string' });
const { values: asked } = parseArgs({
  options: {
    rig: text, peers: text, links: text, loads: text, secs: text, trials: text, clicks: text, quiet: text, append: text, 'only-noisy': text, out: text,
  },
});
const out = resolve(asked.out ?? fileURLToPath(new URL('../../artifacts/bench/remote.json', import.meta.url)));
const { rig, peers, out: _, ...forRig } = asked;
if (rig !== undefined) {
  const { measureBesidePeers } = await import('./beside-peers.js');
  console.log(await measureBesidePeers({ rig: resolve(rig), peers, out, options: forRig }));
} else {
  const { measureAlone } = await import('../probe/probe.js');
  console.log(await measureAlone({ seconds: Number(asked.secs ?? 10), out }));
}
process.exit(0);
