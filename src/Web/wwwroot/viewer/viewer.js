// @ts-check
// The consultant's page. The server gives
//   <main id="viewer" data-relay data-token data-customer data-ticket data-locale></main>
// and everything else is built here. The line is in worker.js; this page draws the bar and passes input on.
import { Capture } from './input/capture.js';
import { textsFor } from './texts.js';
import { AutoHide } from './ui/auto-hide.js';
import { buildBar, stateText } from './ui/bar.js';
import { h } from './ui/dom.js';
import { buildEnded } from './ui/ended.js';
import { buildPanels } from './ui/panels.js';
import { buildStage } from './ui/stage.js';

/** @typedef {import('./session.js').News} News */
/** @typedef {import('./worker.js').Order} Order */

const root = /** @type {HTMLElement} */ (document.getElementById('viewer'));
const { relay = '', token = '', ticket = '', locale = 'en' } = root.dataset;
const name = root.dataset.customer || ticket;
// One use, and not for anything else that may look at the page.
root.removeAttribute('data-token');
root.lang = locale.slice(0, 2);
const say = textsFor(locale, { name, ticket });

/** @type {import('./ui/bar.js').Model} */
const model = { state: 'waiting', connected: false, asked: 'none', delay: null, silent: 0, mode: 'fit', fullScreen: false, panel: '' };
let seenSince = 0;

const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
const order = (/** @type {Order} */ o, /** @type {Transferable[]} */ transfer = []) => worker.postMessage(o, transfer);

const stage = buildStage(say);
const capture = new Capture({
  surface: stage.surface,
  box: stage.box,
  locate: stage.locate,
  send: (message) => order({ type: 'input', message }),
  moved: (x, y) => stage.ghost.own(x, y),
  leave() {
    hide.show();
    bar.first.focus();
  },
});
const bar = buildBar(say, { name, ticket }, {
  mode: (mode) => show({ mode }),
  fullScreen: toggleFullScreen,
  panel: (panel) => (model.panel === panel ? closePanel() : show({ panel })),
  request: () => order({ type: 'requestControl' }),
});
const panels = buildPanels(say, {
  close: closePanel,
  stroke: (keys) => capture.stroke(keys),
  type: (text) => capture.type(text),
  end: () => order({ type: 'end' }),
});
const top = h('div', { class: 'top' }, bar.element, panels.element);
const hide = new AutoHide((hidden) => top.classList.toggle('is-away', hidden), (ms, run) => {
  const id = setTimeout(run, ms);
  return () => clearTimeout(id);
}, () => model.panel !== '' || model.state !== 'controlled' && model.state !== 'seen' || top.matches(':hover, :has(:focus-visible)'));

root.replaceChildren(h('div', { class: 'edge', 'aria-hidden': 'true' }), top, stage.element);
bindPage();
start();
show({});

/** @param {Partial<typeof model>} change */
function show(change) {
  const before = model.state;
  Object.assign(model, change);
  root.dataset.state = model.state;
  root.dataset.mode = model.mode;
  document.title = `${say(stateText[model.state])} – ${name}${name === ticket ? '' : ` – ${ticket}`}`;
  const control = model.state === 'controlled';
  capture.on = control;
  if (before === 'controlled' && !control) stage.ghost.alone();
  bar.show(model);
  panels.show(model.panel, control);
  stage.show(model);
  // Typing can go on at once, unless something else is being written.
  if (before !== 'controlled' && control && model.panel === '') capture.focus();
}

/** @param {News} news */
function hear(news) {
  switch (news.type) {
    case 'state':
      if (news.state === 'seen' && seenSince === 0) seenSince = performance.now();
      return show({ state: news.state, connected: true });
    case 'asked': return show({ asked: news.answer });
    case 'delay': return show({ delay: news.ms, silent: news.silent });
    case 'cursor': return stage.ghost.remote(news.x, news.y, news.visible);
    case 'painted': return painted(news);
    case 'ended': return ended(news.ending);
  }
}

/** @param {Extract<News, { type: 'painted' }>} news */
function painted({ frame, width, height }) {
  stage.sized(width, height);
  if (root.dataset.width !== String(width) || root.dataset.height !== String(height)) {
    root.dataset.width = String(width);
    root.dataset.height = String(height);
    show({});
  }
  root.dataset.frame = String(frame);
}

/** @param {import('./endings.js').Ending} ending */
function ended(ending) {
  show({ state: 'ended', panel: '' });
  if (document.fullscreenElement !== null) void document.exitFullscreen();
  const lasted = seenSince === 0 ? 0 : performance.now() - seenSince;
  const page = buildEnded(say, ending, { ticket, lasted });
  root.replaceChildren(page.element);
  page.title.focus();
}

function start() {
  const bytes = fromBase64Url(token);
  if (bytes === null) return ended('refused');
  worker.addEventListener('message', (/** @type {MessageEvent<News>} */ event) => hear(event.data));
  worker.addEventListener('error', () => model.state !== 'ended' && ended('protocolError'));
  const address = new URL(relay, location.href);
  address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  const canvas = stage.canvas.transferControlToOffscreen();
  order({ type: 'start', relay: address.href, token: bytes, canvas }, [canvas, bytes.buffer]);
}

function bindPage() {
  addEventListener('pointermove', (event) => hide.pointer(event.clientY));
  root.addEventListener('contextmenu', (event) => event.target instanceof HTMLElement && event.target.id !== 'text-box' && event.preventDefault());
  root.addEventListener('click', (event) => {
    if (event.detail > 0 && model.state === 'controlled' && model.panel === '') capture.focus();
  });
  document.addEventListener('fullscreenchange', () => {
    const fullScreen = document.fullscreenElement !== null;
    hide.on = fullScreen;
    // Where the browser can lend its own keys (Alt+Tab, Escape), it does so in full screen only.
    const lock = /** @type {any} */ (navigator).keyboard;
    if (fullScreen) lock?.lock?.().catch(() => undefined);
    else lock?.unlock?.();
    show({ fullScreen });
  });
  addEventListener('beforeunload', (event) => {
    if (model.state !== 'ended' && seenSince !== 0) event.preventDefault();
  });
}

function toggleFullScreen() {
  // A refusal leaves the page as it was, which is all there is to do about it.
  if (document.fullscreenElement === null) root.requestFullscreen().catch(() => undefined);
  else void document.exitFullscreen();
}

function closePanel() {
  const opener = bar.openers[model.panel];
  show({ panel: '' });
  opener?.focus();
}

/**
 * @param {string} text
 * @returns {Uint8Array | null} 32 bytes
 */
function fromBase64Url(text) {
  if (!/^[\w-]{43}$/.test(text)) return null;
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
}
