// @ts-check
// What opens below the bar: figures of the line, special keys, a text box, the clipboard, the question before the end. One at a time, Escape closes.
import { functionKeys, specialKeys } from '../input/special-keys.js';
import { buildClipboardPanel } from './clipboard-panel.js';
import { button, h } from './dom.js';
import { buildFacts } from './facts.js';

/** @typedef {import('./bar.js').Say} Say */
/** @typedef {import('./clipboard-panel.js').ClipboardActions & { stroke: (keys: readonly import('../input/keys.js').Key[]) => void, type: (text: string) => void, end: () => void }} PanelActions */

const LONGEST = 4000;

/**
 * @param {Say} say
 * @param {string} locale
 * @param {PanelActions} act
 */
export function buildPanels(say, locale, act) {
  const line = buildFacts(say, locale);
  const keys = keysPanel(say, act);
  const text = textPanel(say, act);
  const clipboard = buildClipboardPanel(say, act);
  const end = endPanel(say, act);
  const element = h('div', { class: 'panels', keydown: (event) => event.key === 'Escape' && !event.isComposing && act.close() },
    line.element, keys.element, text.element, clipboard.element, end.element);
  const panels = /** @type {Record<string, { element: HTMLElement, first: HTMLElement }>} */ ({ line, keys, text, clipboard, end });

  return {
    element,
    tell: clipboard.tell,

    /**
     * @param {import('./bar.js').Model} model
     * @param {boolean} texts whether a text may be offered or asked for
     */
    show(model, texts) {
      const control = model.state === 'controlled';
      for (const [key, panel] of Object.entries(panels)) {
        const opens = key === model.panel && panel.element.hidden;
        panel.element.hidden = key !== model.panel;
        if (opens) panel.first.focus();
      }
      line.show(model);
      keys.enable(control);
      text.enable(control);
      clipboard.enable(texts);
    },
  };
}

/**
 * @param {Say} say
 * @param {PanelActions} act
 */
function keysPanel(say, act) {
  const texts = /** @type {(key: any) => string} */ (say);
  const press = (/** @type {{ label: string, keys: readonly import('../input/keys.js').Key[] }} */ { label, keys }) =>
    button('', label.startsWith('key') ? texts(label) : label, () => act.stroke(keys), { class: 'always' });
  const named = specialKeys.map(press);
  const numbered = functionKeys.map(press);
  const hint = h('p', { class: 'hint' });
  const element = h('section', { id: 'panel-keys', class: 'panel', 'aria-label': say('keys'), tabindex: -1, hidden: true },
    h('div', { class: 'keys' }, ...named),
    h('div', { class: 'keys numbered', role: 'group', 'aria-label': say('keysFunction') }, ...numbered),
    hint);
  return {
    element,
    first: element,
    /** @param {boolean} control */
    enable(control) {
      for (const key of [...named, ...numbered]) key.disabled = !control;
      hint.textContent = say(control ? 'keysHint' : 'keysNeedControl');
    },
  };
}

/**
 * @param {Say} say
 * @param {PanelActions} act
 */
function textPanel(say, act) {
  const box = h('textarea', { id: 'text-box', rows: 4, maxlength: LONGEST, spellcheck: 'false', autocomplete: 'off' });
  const send = () => {
    if (type.disabled || box.value === '') return;
    act.type(box.value);
    box.value = '';
    box.focus();
  };
  const type = button('', say('textSend'), send, { class: 'primary always' });
  type.append(h('kbd', {}, 'Ctrl+Enter'));
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !event.ctrlKey) return;
    event.preventDefault();
    send();
  });
  const hint = h('p', { class: 'hint' });
  const element = h('section', { id: 'panel-text', class: 'panel', 'aria-label': say('text'), hidden: true },
    h('label', { for: 'text-box' }, say('textLabel')), box, hint,
    h('div', { class: 'row' }, button('', say('close'), act.close, { class: 'always' }), type));
  return {
    element,
    first: box,
    /** @param {boolean} control */
    enable(control) {
      type.disabled = !control;
      hint.textContent = say(control ? 'textHint' : 'textNeedControl');
    },
  };
}

/**
 * @param {Say} say
 * @param {PanelActions} act
 */
function endPanel(say, act) {
  const yes = button('', say('endYes'), act.end, { class: 'danger always' });
  const element = h('section', { id: 'panel-end', class: 'panel', role: 'group', 'aria-label': say('endAsk'), hidden: true },
    h('p', { class: 'question' }, say('endAsk')),
    h('div', { class: 'row' }, button('', say('endNo'), act.close, { class: 'always' }), yes));
  return { element, first: yes };
}
