// @ts-check
import { EndReason } from './end-reason.js';
import { CloseCode } from './rs1/close-codes.js';

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

// What a browser calls a server that goes away.
const GOING_AWAY = 1001;

/** @type {Record<number, Ending>} */
const byCode = {
  [GOING_AWAY]: 'serverEnded',
  [CloseCode.notBinary]: 'disturbed',
  [CloseCode.tooBig]: 'disturbed',
  [CloseCode.malformed]: 'disturbed',
  [CloseCode.token]: 'refused',
  [CloseCode.role]: 'notAllowed',
  [CloseCode.timedOut]: 'timedOut',
  [CloseCode.contextChanged]: 'textChanged',
  [CloseCode.ended]: 'ended',
  [CloseCode.timeLimit]: 'timeLimit',
  [CloseCode.endedByDesk]: 'serverEnded',
  [CloseCode.endedByCustomer]: 'customerEnded',
  [CloseCode.secondParticipant]: 'occupied',
  [CloseCode.version]: 'outdated',
  [CloseCode.rate]: 'tooMuch',
  [CloseCode.securityCheck]: 'insecure',
  [CloseCode.lineLost]: 'lineLost',
};

/** After these nobody should simply try again: what to do first. @type {Partial<Record<Ending, 'alarmOccupied' | 'alarmInsecure'>>} */
export const alarms = { occupied: 'alarmOccupied', insecure: 'alarmInsecure' };

/** @param {number} reason */
export const endingOfReason = (reason) => byReason[reason];

/**
 * @param {number} code
 * @param {boolean} everOpen
 * @returns {Ending}
 */
export const endingOfClose = (code, everOpen) => byCode[code] ?? (everOpen ? 'lineLost' : 'unreachable');
