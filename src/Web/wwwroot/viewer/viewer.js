// @ts-check
// The consultant's page. The server gives
//   <main id="viewer" data-relay data-token data-session data-origin data-channel data-consultant data-texts data-customer data-ticket data-locale></main>
// and everything else is built here. The line is in worker.js; this page draws the bar and passes input on.
import { Capture } from './input/capture.js';
import { PauseReason } from './pause-reason.js';
import { readToken } from './relay-token.js';
import { textsFor } from './texts.js';
import { AutoHide } from './ui/auto-hide.js';
import { buildBar, stateWord } from './ui/bar.js';
import { h } from './ui/dom.js';
import { buildEnded } from './ui/ended.js';
import { buildPanels } from './ui/panels.js';
import { buildStage } from './ui/stage.js';

/** @typedef {import('./session.js').News} News */
/** @typedef {import('./worker.js').Order} Order */

const root = /** @type {HTMLElement} */ (document.getElementById('viewer'));
const { relay = '', token = '', session = '', origin = '', channel = '', consultant = '', texts = '[]', ticket = '', locale = 'en' } = root.dataset;
const name = root.dataset.customer || ticket;
// Not for anything else that may look at the page.
for (const secret of ['data-token', 'data-channel']) root.removeAttribute(secret);
root.lang = locale.slice(0, 2);
const say = textsFor(locale, { name, ticket, origin });

/** @type {import('./ui/bar.js').Model} */
const model = { state: 'waiting', pause: PauseReason.running, connected: false, number: '', attempt: 0, left: 0, asked: 'none', text: false, told: '',
  delay: null, echo: null, silent: 0, frames: 0, bytes: 0, total: 0, width: 0, height: 0, picture: null, mode: 'fit', follow: false, fullScreen: false, panel: '' };
const TOLD_FOR = 6_000;
let seenSince = 0;
let forgetting = 0;

const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
const order = (/** @type {Order} */ o, /** @type {Transferable[]} */ transfer = []) => worker.postMessage(o, transfer);

const stage = buildStage(say, { confirm: () => order({ type: 'confirm' }), panned: () => model.follow && show({ follow: false }) });
const capture = new Capture({
  surface: stage.surface,
  box: stage.box,
  locate: stage.locate,
  send: (message, at) => order({ type: 'input', message, at }),
  moved: (x, y) => stage.ghost.own(x, y),
  leave() {
    hide.show();
    bar.first.focus();
  },
});
const bar = buildBar(say, { name, ticket }, {
  mode: (mode) => show({ mode }),
  follow: () => show({ follow: !model.follow }),
  fullScreen: toggleFullScreen,
  panel: (panel) => (model.panel === panel ? closePanel() : show(panel === 'clipboard' ? { panel, told: '' } : { panel })),
  request: () => order({ type: 'requestControl' }),
  problem: () => order({ type: 'problemFound' }),
});
const panels = buildPanels(say, locale, {
  close: closePanel,
  stroke: (keys) => capture.stroke(keys),
  type: (text) => capture.type(text),
  giveText: (text) => order({ type: 'giveText', text }),
  askText: () => order({ type: 'askText' }),
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
  document.title = `${stateWord(say, model)} – ${name}${name === ticket ? '' : ` – ${ticket}`}`;
  const control = model.state === 'controlled';
  capture.on = control;
  if (before === 'controlled' && !control) stage.ghost.alone();
  bar.show(model);
  const seen = model.state === 'seen' || control;
  panels.show(model, seen && model.asked !== 'waiting' && !model.text);
  stage.show(model);
  // Typing can go on at once, unless something else is being written.
  if (before !== 'controlled' && control && model.panel === '') capture.focus();
}

/** @param {News} news */
function hear(news) {
  switch (news.type) {
    case 'state':
      if (news.state === 'seen' && seenSince === 0) seenSince = performance.now();
      return show({ state: news.state, pause: news.pause, connected: true });
    case 'verifying': return show({ number: news.number ?? '', attempt: news.attempt, left: news.left });
    case 'interrupted': return show({ left: news.left });
    case 'asked': return show({ asked: news.answer });
    case 'clipboard': return tellText(news);
    case 'delay': return show({ delay: news.ms, silent: news.silent });
    case 'echo': return show({ echo: news.ms });
    case 'rates': return show({ frames: news.frames, bytes: news.bytes, total: news.total });
    case 'picture': return show({ picture: news.state });
    case 'shape': return stage.shape(news.shape);
    case 'cursor': return stage.point(news);
    case 'painted': return painted(news);
    case 'ended': return ended(news.ending);
  }
}

/** @param {import('./clipboard.js').ClipboardNews} news */
function tellText(news) {
  const isOnItsWay = news.step === 'asked' || news.step === 'shown';
  clearTimeout(forgetting);
  // A text that came stays in sight until it is looked at.
  if (!isOnItsWay && news.step !== 'came') forgetting = setTimeout(() => show({ told: '' }), TOLD_FOR);
  show({ text: isOnItsWay, told: panels.tell(news) });
}

/** @param {Extract<News, { type: 'painted' }>} news */
function painted({ frame, width, height }) {
  stage.sized(width, height);
  if (model.width !== width || model.height !== height) {
    root.dataset.width = String(width);
    root.dataset.height = String(height);
    show({ width, height });
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
  const refusal = refusalOfStart();
  if (refusal !== null) return ended(refusal);
  worker.addEventListener('message', (/** @type {MessageEvent<News>} */ event) => hear(event.data));
  worker.addEventListener('error', () => {
    worker.terminate();
    if (model.state !== 'ended') ended('disturbed');
  });
  const address = new URL(relay, location.href);
  address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  const canvas = stage.canvas.transferControlToOffscreen();
  const bytes = /** @type {Uint8Array} */ (readToken(token));
  const known = { sessionId: session, channel, consultant, texts: JSON.parse(texts) };
  order({ type: 'start', relay: address.href, token: bytes, canvas, known }, [canvas, bytes.buffer]);
}

/** @returns {import('./endings.js').Ending | null} why no line is opened at all */
function refusalOfStart() {
  if (origin !== location.origin) return 'otherAddress';
  if (!isSecureContext) return 'unprotected';
  if (token === '') return 'verifiedBefore';
  return readToken(token) === null ? 'refused' : null;
}

function bindPage() {
  addEventListener('pointermove', (event) => hide.pointer(event.clientY));
  root.addEventListener('contextmenu', (event) => event.target instanceof HTMLElement && !event.target.matches('.panel textarea') && event.preventDefault());
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
    // The keys go with the page: there is no way back to this session.
    if (model.state !== 'ended' && (model.state !== 'waiting' || seenSince !== 0)) event.preventDefault();
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
