// @ts-check
import { alarms } from '../endings.js';
import { duration } from '../texts.js';
import { h, icon } from './dom.js';

/** @typedef {import('../endings.js').Ending} Ending */

/** What can be done next. @type {Partial<Record<Ending, 'nextNew' | 'nextSettled' | 'nextReload' | 'nextRead' | 'nextLoad' | 'nextBack' | 'nextAddress' | 'nextProtect'>>} */
const next = {
  lineLost: 'nextNew', disturbed: 'nextNew', occupied: 'nextNew', timeLimit: 'nextNew', tooMuch: 'nextNew', timedOut: 'nextNew', insecure: 'nextSettled',
  refused: 'nextReload', unreachable: 'nextReload', textChanged: 'nextRead', outdated: 'nextLoad',
  verifiedBefore: 'nextBack', otherAddress: 'nextAddress', unprotected: 'nextProtect',
};

/**
 * The last page: who ended it and the way back. The picture is gone by then.
 * @param {import('./bar.js').Say} say
 * @param {Ending} ending
 * @param {{ ticket: string, lasted: number }} about lasted = ms since the picture was first seen, 0 = never
 */
export function buildEnded(say, ending, { ticket, lasted }) {
  const alarm = alarms[ending];
  // A customer who has been seen has allowed viewing; what was declined is to go on.
  const own = ending === 'customerDeclined' && lasted > 0 ? 'notGoneOn' : ending;
  const title = h('h1', { tabindex: -1 }, say(own));
  const lines = [say(next[ending] ?? 'nextNone')];
  if (alarm !== undefined) lines.unshift(say(alarm));
  if (lasted > 0) lines.unshift(`${say('endedDuration', { duration: duration(lasted) })} ${say('endedNothing')}`);
  const element = h('section', { class: alarm === undefined ? 'ended' : 'ended is-alarm', role: 'alert' },
    h('div', { class: 'card' },
      h('p', { class: 'state' }, icon(alarm === undefined ? 'ended' : 'alarm'), say(alarm === undefined ? 'stateEnded' : 'stateAlarm')),
      title,
      ...lines.map((line) => h('p', {}, line)),
      h('p', {}, h('a', { class: 'primary', href: `/tickets/${encodeURIComponent(ticket)}` }, say('backToTicket', { ticket })))));
  return { element, title };
}
