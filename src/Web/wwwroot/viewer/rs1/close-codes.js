// @ts-check
// What is said about a close code, in both languages, and what can follow. The agent's table is the C# `CloseCodes`; the
// tests hold them equal. {0} is who ended, or minutes.

/** @typedef {'nothing' | 'newChannel' | 'readAgain' | 'loadAgain' | 'wait'} After what the person can do next */

/** @type {Record<number, { name: string, next: After, alarm: boolean, de: string, en: string }>} */
export const closeCodes = {
  4400: { name: 'malformed', next: 'newChannel', alarm: false, de: 'Verbindung gestört – bitte neu beginnen', en: 'Connection disturbed – please start again' },
  4401: { name: 'token', next: 'newChannel', alarm: false, de: 'Code ungültig oder abgelaufen', en: 'Code not valid, or expired' },
  4403: { name: 'role', next: 'nothing', alarm: false, de: 'Keine Berechtigung', en: 'Not allowed' },
  4408: { name: 'timedOut', next: 'newChannel', alarm: false, de: 'Zeit abgelaufen', en: 'Time is up' },
  4409: { name: 'contextChanged', next: 'readAgain', alarm: false, de: 'Text wurde aktualisiert – bitte erneut lesen', en: 'The text was updated – please read it again' },
  4410: { name: 'ended', next: 'nothing', alarm: false, de: 'Sitzung beendet (von {0})', en: 'Session ended (by {0})' },
  4421: { name: 'secondParticipant', next: 'newChannel', alarm: true, de: 'Kanal bereits benutzt – Code ist ungültig geworden', en: 'Channel already in use – the code is no longer valid' },
  4426: { name: 'version', next: 'loadAgain', alarm: false, de: 'Programm veraltet – neu laden', en: 'Program out of date – load it again' },
  4429: { name: 'rate', next: 'wait', alarm: false, de: 'Zu viele Versuche – in {0} Minuten', en: 'Too many tries – again in {0} minutes' },
  4495: { name: 'securityCheck', next: 'newChannel', alarm: true, de: 'Sicherheitsprüfung fehlgeschlagen – nicht fortfahren, Hotline fragen', en: 'Security check failed – do not go on, ask the hotline' },
};

export const CloseCode = { malformed: 4400, timedOut: 4408, contextChanged: 4409, ended: 4410, version: 4426, securityCheck: 4495 };

/**
 * @param {number} code
 * @param {string} locale
 * @param {string} [detail]
 */
export const sayClose = (code, locale, detail = '') => closeCodes[code][locale.startsWith('de') ? 'de' : 'en'].replace('{0}', detail);
