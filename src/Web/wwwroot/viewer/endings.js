// @ts-check
import { EndReason } from './end-reason.js';

/**
 * How a session can end, for the page to put into words.
 * @typedef {'customerEnded' | 'consultantEnded' | 'customerDeclined' | 'lineLost' | 'timeLimit' | 'serverEnded' | 'protocolError'
 *   | 'ended' | 'refused' | 'occupied' | 'tooSlow' | 'tooMuch' | 'unreachable'} Ending
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
  [EndReason.protocolError]: 'protocolError',
};

/** @type {Record<number, Ending>} close codes of the relay */
const byCode = {
  1001: 'serverEnded',
  1003: 'protocolError',
  1009: 'protocolError',
  4400: 'protocolError',
  4401: 'refused',
  4403: 'refused',
  4408: 'tooSlow',
  4410: 'ended',
  4411: 'timeLimit',
  4421: 'occupied',
  4429: 'tooMuch',
  4504: 'lineLost',
};

/** @param {number} reason */
export const endingOfReason = (reason) => byReason[reason];

/**
 * @param {number} code
 * @param {boolean} everOpen
 * @returns {Ending}
 */
export const endingOfClose = (code, everOpen) => byCode[code] ?? (everOpen ? 'lineLost' : 'unreachable');
