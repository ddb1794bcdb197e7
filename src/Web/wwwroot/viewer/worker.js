// @ts-check
// The viewer's line: WebSocket → seal → wire → decoder → display. Talks to the relay and to the page that started
// it, to nobody else. What it does is in session.js; here is only what needs a browser.
import { Display } from './display.js';
import { UnsealedRecords } from './seal.js';
import { Session } from './session.js';

const SUBPROTOCOL = 'servicedesk.relay.1';

/** @typedef {{ type: 'start', relay: string, token: Uint8Array, canvas: OffscreenCanvas } | { type: 'input', message: import('./wire.js').Message }
 *   | { type: 'requestControl' } | { type: 'end' }} Order what the page asks for */

/** @type {import('./session.js').Clock} */
const clock = {
  now: () => performance.now(),
  after(ms, run) {
    const id = setTimeout(run, ms);
    return () => clearTimeout(id);
  },
  frame: (run) => void requestAnimationFrame(run),
};

/** @type {Session | null} */
let session = null;

addEventListener('message', (/** @type {MessageEvent<Order>} */ { data: order }) => {
  if (order.type === 'start') session ??= start(order);
  else if (order.type === 'input') session?.input(order.message);
  else if (order.type === 'requestControl') session?.requestControl();
  else void session?.end();
});

/** @param {Extract<Order, { type: 'start' }>} order */
function start({ relay, token, canvas }) {
  return new Session({
    socket: new WebSocket(relay, SUBPROTOCOL),
    token,
    records: new UnsealedRecords(),
    screen: new Display(canvas),
    tell: (news) => postMessage(news),
    clock,
  });
}
