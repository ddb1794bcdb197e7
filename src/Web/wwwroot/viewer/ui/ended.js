// @ts-check
import { h, icon } from './dom.js';
import { duration } from '../texts.js';

/** @typedef {import('../endings.js').Ending} Ending */

/** What can be done next. @type {Partial<Record<Ending, 'nextNew' | 'nextReload'>>} */
const next = {
  lineLost: 'nextNew', protocolError: 'nextNew', occupied: 'nextNew', timeLimit: 'nextNew', tooMuch: 'nextNew',
  refused: 'nextReload', tooSlow: 'nextReload', unreachable: 'nextReload',
};

/**
 * The last page: who ended it and the way back. The picture is gone by then.
 * @param {import('./bar.js').Say} say
 * @param {Ending} ending
 * @param {{ ticket: string, lasted: number }} about lasted = ms since the customer first allowed viewing, 0 = never
 */
export function buildEnded(say, ending, { ticket, lasted }) {
  const title = h('h1', { tabindex: -1 }, say(ending));
  const lines = [say(next[ending] ?? 'nextNone')];
  if (lasted > 0) lines.unshift(`${say('endedDuration', { duration: duration(lasted) })} ${say('endedNothing')}`);
  const element = h('section', { class: 'ended', role: 'alert' },
    h('div', { class: 'card' },
      h('p', { class: 'state' }, icon('ended'), say('stateEnded')),
      title,
      ...lines.map((line) => h('p', {}, line)),
      h('p', {}, h('a', { class: 'primary', href: `/tickets/${encodeURIComponent(ticket)}` }, say('backToTicket', { ticket })))));
  return { element, title };
}
