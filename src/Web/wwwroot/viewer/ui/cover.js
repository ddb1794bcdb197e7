// @ts-check
// What is said where the picture would be, or over it: waiting, the number to read out, the green check, pauses, a lost line.
import { PauseReason } from '../pause-reason.js';
import { ScreenState } from '../screen-state.js';
import { button, h } from './dom.js';

/** @typedef {import('./bar.js').Say} Say */
/** @typedef {import('./bar.js').Model} Model */
/** @typedef {'connecting' | 'wait' | 'picture' | 'agreeing' | 'number' | 'unlock' | 'paused' | 'problem' | 'hand' | 'interrupted'
 *   | 'locked' | 'protected' | 'displayOff' | 'slow'} About */

/** Said at the edge of a picture that goes on. @type {readonly About[]} */
const notes = ['hand', 'locked', 'protected', 'displayOff', 'slow'];

const ofScreen = /** @type {const} */ ({ [ScreenState.locked]: 'locked', [ScreenState.protectedWindow]: 'protected', [ScreenState.displayOff]: 'displayOff', [ScreenState.lineSlow]: 'slow' });

/**
 * @param {Say} say
 * @param {{ confirm: () => void }} act
 */
export function buildCover(say, act) {
  const note = h('p', { class: 'note', role: 'status' }, say('anew'));
  const title = h('h1');
  const [first, second] = [h('span'), h('span')];
  const digits = h('p', { class: 'digits', 'aria-hidden': 'true' }, first, second);
  // Read out figure by figure, and once, not with every second that goes.
  const spoken = h('p', { class: 'unseen', role: 'status' });
  const words = h('p');
  const left = h('p', { class: 'left', role: 'timer' });
  const confirm = button('check', say('confirm'), act.confirm, { class: 'primary confirm' });
  confirm.append(h('kbd', {}, 'Enter'));
  const element = h('div', { class: 'cover' }, h('div', { class: 'card' }, note, title, digits, words, left, confirm), spoken);

  return {
    element,

    /**
     * @param {Model} model
     * @param {boolean} picture whether there is one to look at
     */
    show(model, picture) {
      const about = aboutOf(model);
      element.hidden = picture && about === 'picture';
      element.dataset.about = about;
      title.textContent = say(`${about}Title`);
      const noteOnly = isNote(about);
      element.classList.toggle('is-note', noteOnly);
      words.hidden = noteOnly;
      words.textContent = isNote(about) ? '' : say(`${about}Line`);
      note.hidden = model.attempt < 2 || about !== 'number' && about !== 'agreeing';
      digits.hidden = about !== 'number';
      showNumber(about === 'number' ? model.number : '');
      left.hidden = about !== 'number' && about !== 'interrupted';
      left.textContent = say('left', { time: clock(model.left) });
      const asks = about === 'unlock' && confirm.hidden;
      confirm.hidden = about !== 'unlock';
      if (asks && model.panel === '') confirm.focus();
    },
  };

  /** @param {string} number */
  function showNumber(number) {
    const [a, b] = [number.slice(0, number.length / 2), number.slice(number.length / 2)];
    first.textContent = a;
    second.textContent = b;
    const said = number === '' ? '' : `${say('numberTitle')}: ${[...a].join(' ')}, ${[...b].join(' ')}`;
    if (spoken.textContent !== said) spoken.textContent = said;
  }
}

/**
 * @param {Model} model
 * @returns {About}
 */
function aboutOf({ connected, state, pause, number, attempt, picture }) {
  if (!connected) return 'connecting';
  if (state === 'verifying') return number === '' ? 'agreeing' : 'number';
  if (state === 'unlock' || state === 'interrupted') return state;
  if (state !== 'paused') return attempt === 0 ? 'wait' : ofScreen[/** @type {1} */ (picture?.state)] ?? 'picture';
  return pause === PauseReason.handOnMouse ? 'hand' : pause === PauseReason.problemFound ? 'problem' : 'paused';
}

/** @param {About} about @returns {about is 'hand' | 'locked' | 'protected' | 'displayOff' | 'slow'} */
const isNote = (about) => notes.includes(about);

/** @param {number} seconds */
const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
