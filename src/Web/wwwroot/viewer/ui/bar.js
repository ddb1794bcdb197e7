// @ts-check
// One slim bar: what state it is, with whom, how the line is, and what can be done.
import { PauseReason } from '../pause-reason.js';
import { button, h, icon } from './dom.js';

/** @typedef {import('../state.js').State} State */
/** @typedef {{ state: State, pause: number, connected: boolean, number: string, attempt: number, left: number, asked: 'none' | 'waiting' | 'declined', text: boolean, told: string,
 *   delay: number | null, echo: number | null, silent: number, frames: number, bytes: number, total: number, width: number, height: number,
 *   picture: import('../pictures.js').State | null, mode: import('../view.js').Mode, follow: boolean, fullScreen: boolean, panel: string }} Model
 *   what the page shows now; text = one is on its way to or from the customer's clipboard; told = what became of it; number = to be read out, '' for none; left = seconds of the current step; delay = ms there and back, echo = ms from
 *   an input to its picture; frames and bytes a second, total bytes; width × height of the remote screen; picture = what the agent says of it */
/** @typedef {ReturnType<typeof import('../texts.js').textsFor>} Say */
/** @typedef {{ mode: (mode: import('../view.js').Mode) => void, follow: () => void, fullScreen: () => void, panel: (name: string) => void,
 *   request: () => void, problem: () => void }} Actions */

const stateText = /** @type {const} */ ({
  waiting: 'stateWaiting', verifying: 'stateVerifying', unlock: 'stateUnlock', seen: 'stateSeen', controlled: 'stateControlled', paused: 'statePaused',
  interrupted: 'stateInterrupted', ended: 'stateEnded',
});
const pauseText = /** @type {Record<number, 'stateHand' | 'stateProblem' | undefined>} */ ({ [PauseReason.handOnMouse]: 'stateHand', [PauseReason.problemFound]: 'stateProblem' });

/**
 * @param {Say} say
 * @param {Pick<Model, 'state' | 'pause'>} model
 */
export const stateWord = (say, { state, pause }) => say(state === 'paused' ? pauseText[pause] ?? stateText.paused : stateText[state]);

const SLOW = 400;
const SILENT = 10;

/**
 * @param {Say} say
 * @param {{ name: string, ticket: string }} who
 * @param {Actions} act
 */
export function buildBar(say, who, act) {
  const state = h('p', { class: 'state', role: 'status' });
  const delay = h('span', { class: 'delay' });
  const exact = h('span', { class: 'exact', title: say('exactLong') }, icon('check'), say('exact'));
  const line = h('button', { type: 'button', class: 'line always', click: () => act.panel('line'), 'aria-expanded': 'false', 'aria-controls': 'panel-line' }, delay, exact);
  const fit = button('fit', say('fit'), () => act.mode('fit'), { title: say('fitLong') });
  const actual = button('', say('actual'), () => act.mode('actual'), { class: 'always', title: say('actualLong') });
  const follow = button('follow', say('follow'), act.follow, { title: say('followLong') });
  const full = button('fullScreen', say('fullScreen'), act.fullScreen, { class: 'wide' });
  const keys = opener('keys', say('keys'), act);
  const text = opener('text', say('text'), act);
  const clipboard = opener('clipboard', say('clipboard'), act);
  const request = button('pointer', say('request'), act.request, { class: 'primary request always' });
  const problem = button('problem', say('problem'), act.problem, { class: 'problem always', title: say('problemLong') });
  const answer = h('p', { class: 'answer', role: 'status' });
  const end = button('', say('end'), () => act.panel('end'), { class: 'end always', 'aria-expanded': 'false', 'aria-controls': 'panel-end' });
  const element = h('div', { class: 'bar', role: 'group', 'aria-label': say('bar') },
    state,
    h('p', { class: 'who' }, h('strong', {}, who.name), who.name === who.ticket ? '' : h('span', {}, who.ticket)),
    line,
    answer,
    h('span', { class: 'space' }),
    h('div', { class: 'switch', role: 'group', 'aria-label': say('view') }, fit, actual),
    follow, full, keys, text, clipboard, request, problem, end);

  return {
    element,
    first: fit,
    openers: /** @type {Record<string, HTMLElement>} */ ({ line, keys, text, clipboard, end }),

    /** @param {Model} model */
    show(model) {
      const word = stateWord(say, model);
      if (state.textContent !== word) state.replaceChildren(icon(model.state), word, icon('keys'));
      const told = lineText(say, model);
      if (delay.textContent !== told) delay.textContent = told;
      line.title = say(showsEcho(model) ? 'echoLong' : 'delayLong');
      line.classList.toggle('is-slow', model.silent >= SILENT || (model.delay ?? 0) > SLOW);
      exact.hidden = model.picture?.exact !== true || model.state !== 'seen' && model.state !== 'controlled';
      fit.setAttribute('aria-pressed', String(model.mode === 'fit'));
      actual.setAttribute('aria-pressed', String(model.mode === 'actual'));
      follow.hidden = model.mode !== 'actual';
      follow.setAttribute('aria-pressed', String(model.follow));
      full.title = say(model.fullScreen ? 'leaveFullScreen' : 'fullScreen');
      full.lastElementChild?.replaceChildren(full.title);
      const asking = model.state === 'seen' && model.asked !== 'none';
      request.hidden = model.state !== 'seen' && model.state !== 'waiting';
      request.disabled = model.state !== 'seen' || model.asked === 'waiting' || model.text;
      problem.hidden = model.state !== 'seen' && model.state !== 'controlled';
      const words = asking ? say(model.asked === 'waiting' ? 'asked' : 'declined') : model.panel === 'clipboard' ? '' : model.told;
      if (answer.textContent !== words) answer.textContent = words;
      answer.hidden = words === '';
      for (const [name, opens] of Object.entries(this.openers)) opens.setAttribute('aria-expanded', String(model.panel === name));
    },
  };
}

/**
 * @param {string} name
 * @param {string} label
 * @param {Actions} act
 */
function opener(name, label, act) {
  return button(name, label, () => act.panel(name), { title: label, 'aria-expanded': 'false', 'aria-controls': `panel-${name}` });
}

/**
 * @param {Say} say
 * @param {Model} model
 */
function lineText(say, model) {
  if (!model.connected || model.state === 'interrupted') return say('connecting');
  if (model.silent >= SILENT) return say('silent', { seconds: model.silent });
  const ms = showsEcho(model) ? model.echo : model.delay;
  return ms === null ? say('connected') : say('delay', { ms });
}

/**
 * With control it counts how soon one's own doing is seen; without, how far away the machine is.
 * @param {Model} model
 */
const showsEcho = ({ state, echo }) => state === 'controlled' && echo !== null;
