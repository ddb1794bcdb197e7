// @ts-check
import { EndReason } from './end-reason.js';

/**
 * How a session can end, for the page to put into words.
 * @typedef {'customerEnded' | 'consultantEnded' | 'customerDeclined' | 'lineLost' | 'timeLimit' | 'serverEnded' | 'ended' | 'tooMuch' | 'unreachable'
 *   | 'disturbed' | 'refused' | 'notAllowed' | 'timedOut' | 'textChanged' | 'occupied' | 'outdated' | 'insecure'
 *   | 'verifiedBefore' | 'otherAddress' | 'unprotected'} Ending
 */

/** @type {Record<number, Ending>} */
const byReason = {
  [EndReason.none]: 'ended',
  [EndReason.customerEnded]: 'customerEnded',
  [EndReason.consultantEnded]: 'consultantEnded',
  [EndReason.customerDeclined]: 'customerDeclined',
  [EndReason.lineLost]: 'lineLost',
  [EndReason.timeLimit]: 'timeLimit',
  [EndReason.serverEnded]: 'serverEnded',
  [EndReason.protocolError]: 'disturbed',
  [EndReason.numberWrong]: 'insecure',
  [EndReason.securityFailed]: 'insecure',
  [EndReason.timedOut]: 'timedOut',
  [EndReason.textChanged]: 'textChanged',
};

/** @type {Record<number, Ending>} close codes of the relay and of rs1 */
const byCode = {
  1001: 'serverEnded',
  1003: 'disturbed',
  1009: 'disturbed',
  4400: 'disturbed',
  4401: 'refused',
  4403: 'notAllowed',
  4408: 'timedOut',
  4409: 'textChanged',
  4410: 'ended',
  4411: 'timeLimit',
  4412: 'serverEnded',
  4413: 'customerEnded',
  4421: 'occupied',
  4426: 'outdated',
  4429: 'tooMuch',
  4495: 'insecure',
  4504: 'lineLost',
};

/** Endings whose sentence is the one of a close code, the same at both ends. @type {Partial<Record<Ending, number>>} */
export const sentenceOf = {
  disturbed: 4400, refused: 4401, notAllowed: 4403, timedOut: 4408, textChanged: 4409, occupied: 4421, outdated: 4426, insecure: 4495,
};

/** @param {number} reason */
export const endingOfReason = (reason) => byReason[reason];

/**
 * @param {number} code
 * @param {boolean} everOpen
 * @returns {Ending}
 */
export const endingOfClose = (code, everOpen) => byCode[code] ?? (everOpen ? 'lineLost' : 'unreachable');
