// @ts-check
import { sentenceOf } from '../endings.js';
import { closeCodes, sayClose } from '../rs1/close-codes.js';
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
 * @param {{ ticket: string, lasted: number, locale: string }} about lasted = ms since the picture was first seen, 0 = never
 */
export function buildEnded(say, ending, { ticket, lasted, locale }) {
  const code = sentenceOf[ending];
  const alarm = code !== undefined && closeCodes[code].alarm;
  // A customer who has been seen has allowed viewing; what was declined is to go on.
  const own = ending === 'customerDeclined' && lasted > 0 ? 'notGoneOn' : ending;
  const title = h('h1', { tabindex: -1 }, code === undefined ? say(/** @type {any} */ (own)) : sayClose(code, locale));
  const lines = [say(next[ending] ?? 'nextNone')];
  if (alarm) lines.unshift(say(ending === 'insecure' ? 'alarmInsecure' : 'alarmOccupied'));
  if (lasted > 0) lines.unshift(`${say('endedDuration', { duration: duration(lasted) })} ${say('endedNothing')}`);
  const element = h('section', { class: alarm ? 'ended is-alarm' : 'ended', role: 'alert' },
    h('div', { class: 'card' },
      h('p', { class: 'state' }, icon(alarm ? 'alarm' : 'ended'), say(alarm ? 'stateAlarm' : 'stateEnded')),
      title,
      ...lines.map((line) => h('p', {}, line)),
      h('p', {}, h('a', { class: 'primary', href: `/tickets/${encodeURIComponent(ticket)}` }, say('backToTicket', { ticket })))));
  return { element, title };
}
