// @ts-check
// ServiceDesk as a peer of the rig: the published desk and agent, brought as far as control by the clicks of its two people.
//
// The session is bound to the desk's address, so the desk is started for the address of each link. Everything between browser and desk goes
// over the link; the agent does not (way.js). The viewer's "last grant" is the consultant's click on the green check.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requirePublished } from './desk.js';
import { viewerIs } from './pages.js';
import { freePort } from './processes.js';
import { Session } from './session.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ work: string, x: { env: Record<string, string> }, up: { port: number, pids: { agent: (number | undefined)[], relay: (number | undefined)[] } } }} Context */

let port = 0;
/** @type {Session | undefined} */
let session;
let folder = '';
let controls = false;

// The rig writes each frame's number into the upper left corner, so wide; the strip stands beside it, in English at least.
const MARK_WIDTH = 384;

/**
 * Full-screen work lies partly under the agent's own windows, which the picture never shows. How much that is goes into a file beside the logs.
 * @param {Session} session @param {string} folder
 */
async function measureOwnWindows({ hand }, folder) {
  if ((await hand.strip('controlled')).x < MARK_WIDTH) throw new Error('The strip covers the number of the frames');
  const areas = await hand.ownAreas();
  writeFileSync(join(folder, 'own-windows.json'), JSON.stringify({ pixels: areas.reduce((sum, { width, height }) => sum + width * height, 0) }));
}

/** Where the rig has put the consultant's pointer: out of the way, at the right edge. @param {Page} page */
async function park(page) {
  const box = await page.locator('canvas.picture').boundingBox();
  if (box !== null) await page.mouse.move(box.x + box.width * 1918 / 1920, box.y + box.height / 2);
}

export default {
  name: 'servicedesk',
  label: 'ServiceDesk: desk, agent and viewer, encrypted end to end',

  async start() {
    requirePublished();
    port = await freePort();
    return { port, pids: { agent: [], relay: [] } };
  },

  viewer: {
    /** @param {Page} page @param {{ port: number, ctx: Context }} where */
    async open(page, { port: link, ctx }) {
      await session?.stop();
      [controls, folder] = [false, ctx.work];
      session = new Session({ port, origin: `http://localhost:${link}`, desktop: ctx.x.env, folder: join(ctx.work, 'session') });
      await session.begin(page);
      ctx.up.pids = { agent: [session.agent?.process.pid], relay: [session.desk?.process.pid] };
      const connectStart = Date.now();
      await session.see(page);
      return { connectStart };
    },

    find: `() => document.querySelector('canvas.picture')`,

    /** @param {Page} page */
    async focus(page) {
      if (session !== undefined && !controls) {
        await session.control(page);
        await measureOwnWindows(session, folder);
        await park(page);
        controls = true;
      }
      await viewerIs(page, 'controlled');
    },
  },

  async stop() {
    await session?.stop();
    session = undefined;
  },
};
