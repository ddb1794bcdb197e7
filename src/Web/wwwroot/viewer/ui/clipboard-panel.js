// @ts-check
// Texts for the customer's clipboard and from it. Nothing goes over without the consultant's click and the customer's yes.
import { encodeText } from '../bytes.js';
import { MAX_CLIPBOARD_BYTES } from '../messages/ClipboardText.js';
import { plainText } from '../plain-text.js';
import { button, h } from './dom.js';

/** @typedef {import('./bar.js').Say} Say */
/** @typedef {import('../clipboard.js').ClipboardNews} ClipboardNews */
/** @typedef {{ close: () => void, giveText: (text: string) => void, askText: () => void }} ClipboardActions */

/** What is said of each step, and once more with its way before it where the ways differ. */
const words = /** @type {const} */ ({
  none: '', asked: 'clipAsked', taken: 'clipTaken', came: 'clipCame', nothing: 'clipNothing', tooLong: 'clipTooLong',
  give: { shown: 'clipGiveShown', declined: 'clipGiveDeclined' },
  ask: { shown: 'clipAskShown', declined: 'clipAskDeclined' },
});

/**
 * @param {Say} say
 * @param {ClipboardActions} act
 */
export function buildClipboardPanel(say, act) {
  const give = h('textarea', { id: 'clipboard-give', rows: 4, spellcheck: 'false', autocomplete: 'off' });
  const came = h('textarea', { id: 'clipboard-came', rows: 4, readonly: true, spellcheck: 'false' });
  const status = h('p', { class: 'hint', role: 'status' });
  const hint = h('p', { class: 'hint' });
  const send = button('', say('clipSend'), offer, { class: 'primary always' });
  send.append(h('kbd', {}, 'Ctrl+Enter'));
  const ask = button('', say('clipAsk'), act.askText, { class: 'always' });
  const copy = button('', say('clipCopy'), copyIt, { class: 'always' });
  came.hidden = copy.hidden = true;
  give.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !event.ctrlKey) return;
    event.preventDefault();
    offer();
  });
  const element = h('section', { id: 'panel-clipboard', class: 'panel', 'aria-label': say('clipboard'), hidden: true },
    h('label', { for: 'clipboard-give' }, say('clipGive')), give, hint,
    h('div', { class: 'row' }, button('', say('close'), act.close, { class: 'always' }), send), status,
    h('div', { class: 'from' }, h('label', { for: 'clipboard-came' }, say('clipFrom')), came, h('div', { class: 'row' }, ask, copy)));

  function offer() {
    const text = plainText(give.value);
    if (send.disabled || text === '') return;
    const over = encodeText(text).length - MAX_CLIPBOARD_BYTES;
    if (over > 0) status.textContent = say('clipOver', { bytes: over });
    else act.giveText(text);
  }

  async function copyIt() {
    try {
      await navigator.clipboard.writeText(came.value);
      status.textContent = say('clipCopied');
    } catch {
      // A browser may refuse; the person can still do it.
      came.select();
      status.textContent = say('clipNotCopied');
    }
  }

  return {
    element,
    first: give,

    /** @param {boolean} possible the screen is seen, and nothing else is being asked */
    enable(possible) {
      send.disabled = ask.disabled = !possible;
      hint.textContent = say(possible ? 'clipHint' : 'clipLater');
    },

    /**
     * @param {ClipboardNews} news
     * @returns {string} what is said of it, '' for nothing
     */
    tell({ way, step, text }) {
      const word = step === 'shown' || step === 'declined' ? words[way][step] : words[step];
      const said = word === '' ? '' : say(word);
      status.textContent = said;
      if (step === 'taken') give.value = '';
      if (step === 'came') {
        came.hidden = copy.hidden = false;
        came.value = text;
        if (document.activeElement !== give) copy.focus();
      }
      return said;
    },
  };
}
