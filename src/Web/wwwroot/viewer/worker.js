// @ts-check
// The viewer's line: WebSocket → rs1 → wire → decoder → display. Talks to its own desk and to the page that started it, to
// nobody else. What it does is in session.js; here is only what needs a browser.
import { Display } from './display.js';
import { Grant } from './grants.js';
import { decodeJpeg } from './photos.js';
import { renewToken } from './relay-token.js';
import { Context } from './rs1/context.js';
import { HandshakeViewer } from './rs1/handshake.js';
import { Session } from './session.js';

const SUBPROTOCOL = 'servicedesk.relay.1';
const ANSWER_WITHIN = 5_000;
const OFFERED = Grant.view | Grant.control | Grant.clipboardToConsultant | Grant.clipboardToCustomer;

/** @typedef {{ sessionId: string, channel: string, consultant: string, texts: import('./rs1/context.js').AcceptedText[] }} Known what this page was given about the session */
/** @typedef {{ type: 'start', relay: string, token: Uint8Array, canvas: OffscreenCanvas, known: Known } | { type: 'input', message: import('./wire.js').Message, at: number | null } | { type: 'giveText', text: string }
 *   | { type: 'confirm' | 'requestControl' | 'problemFound' | 'askText' | 'end' }} Order what the page asks for;
 *   at = ms since 1970, of the event that may change the picture */

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
  switch (order.type) {
    case 'start': return void start(order);
    case 'input': return session?.input(order.message, order.at === null ? null : order.at - performance.timeOrigin);
    case 'confirm': return session?.confirm();
    case 'requestControl': return session?.requestControl();
    case 'problemFound': return session?.problemFound();
    case 'giveText': return session?.giveText(order.text);
    case 'askText': return session?.askText();
    case 'end': return void session?.end();
  }
});

// A bug in anything that was awaited must reach the page as well.
addEventListener('unhandledrejection', (event) => {
  throw event.reason;
});

/** Also when the page is closed meanwhile. @param {string} path */
const post = (path) => fetch(path, { method: 'POST', redirect: 'error', cache: 'no-store', keepalive: true, signal: AbortSignal.timeout(ANSWER_WITHIN) });

/** @param {Extract<Order, { type: 'start' }>} order */
async function start({ relay, token, canvas, known: { texts, ...known } }) {
  const context = await Context.ofTexts({ ...known, origin: location.origin }, texts);
  const page = `/viewer/${known.sessionId}`;
  session = new Session({
    connect: () => new WebSocket(relay, SUBPROTOCOL),
    renew: () => renewToken(() => post(`${page}/line`)),
    // Without the desk the session ends by itself: nobody comes back to it.
    endAtDesk: () => post(`${page}/end`).then(() => undefined, () => undefined),
    handshake: new HandshakeViewer({ context, offered: OFFERED, now: clock.now }),
    token,
    screen: new Display(canvas),
    decodeJpeg,
    tell: (news) => postMessage(news),
    clock,
  });
}
