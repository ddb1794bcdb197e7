// @ts-check
// Every word of the viewer. {name} is the customer (or the ticket's number where the name is not known).

const en = {
  stateWaiting: 'Waiting',
  stateSeen: 'Seen by you',
  stateControlled: 'Controlled by you',
  statePaused: 'Paused by {name}',
  stateEnded: 'Ended',
  bar: 'Remote session',
  picture: 'Screen of {name}',
  keyboard: 'Keyboard for the screen of {name}. Control, Alt and Shift together lead back to the bar.',
  connecting: 'connecting',
  connected: 'connected',
  delay: '{ms} ms',
  delayLong: 'Time to the customer’s machine and back',
  silent: 'no answer for {seconds} s',
  view: 'View',
  fit: 'Fit',
  fitLong: 'Show the whole screen',
  actual: '1:1',
  actualLong: 'Show exact pixels',
  fullScreen: 'Full screen',
  leaveFullScreen: 'Leave full screen',
  keys: 'Special keys',
  text: 'Text',
  request: 'Request control',
  asked: 'Asked – {name} decides',
  declined: '{name} declined',
  end: 'End',
  endAsk: 'End the session with {name}?',
  endYes: 'End session',
  endNo: 'Keep going',
  keysFunction: 'Function keys',
  keyWindows: 'Windows',
  keyControlEscape: 'Ctrl+Esc',
  keyPrint: 'Print',
  keyMenu: 'Menu',
  keysHint: 'Ctrl+Alt+Shift leads back from the picture to this bar.',
  keysNeedControl: 'Keys can be pressed once {name} has allowed control.',
  textLabel: 'Text to type for {name}',
  textHint: 'For long text and characters your keyboard lacks. Line breaks and tabs are pressed as keys.',
  textNeedControl: 'Your text stays here. It can be typed once {name} has allowed control.',
  textSend: 'Type it',
  close: 'Close',
  waitTitle: 'Waiting for {name}',
  waitLine: 'The picture appears here by itself as soon as viewing is allowed. Stay on the phone.',
  connectingTitle: 'Connecting',
  connectingLine: 'One moment.',
  pausedTitle: 'Paused by {name}',
  pausedLine: 'Picture and input rest until {name} goes on.',
  endedDuration: 'The session lasted {duration}.',
  backToTicket: 'Back to ticket {ticket}',
  endedNothing: 'Nothing of the picture was kept.',
  ended: 'The session has ended.',
  customerEnded: '{name} ended the session.',
  consultantEnded: 'You ended the session.',
  customerDeclined: '{name} did not allow viewing.',
  lineLost: 'The line to {name} was lost.',
  timeLimit: 'The session reached its time limit.',
  serverEnded: 'The desk ended the session.',
  protocolError: 'The session was ended because the data on the line was damaged.',
  refused: 'This page is no longer valid for the session.',
  occupied: 'The session was opened in a second place and has been closed.',
  tooSlow: 'The connection took too long.',
  tooMuch: 'More was sent than the line allows.',
  unreachable: 'The desk cannot be reached.',
  nextNew: 'To go on, start a new remote session from the ticket.',
  nextReload: 'Open the session again from the ticket.',
  nextNone: 'The ticket shows when, how long and what was allowed.',
};

/** @typedef {Record<keyof typeof en, string>} Texts */

/** @type {Texts} */
const de = {
  stateWaiting: 'Wartet',
  stateSeen: 'Sie sehen mit',
  stateControlled: 'Sie steuern',
  statePaused: 'Angehalten von {name}',
  stateEnded: 'Beendet',
  bar: 'Fernsitzung',
  picture: 'Bildschirm von {name}',
  keyboard: 'Tastatur für den Bildschirm von {name}. Strg, Alt und Umschalt zusammen führen zurück zur Leiste.',
  connecting: 'verbindet',
  connected: 'verbunden',
  delay: '{ms} ms',
  delayLong: 'Weg zum Rechner der anrufenden Person und zurück',
  silent: 'seit {seconds} s keine Antwort',
  view: 'Ansicht',
  fit: 'Einpassen',
  fitLong: 'Ganzen Bildschirm zeigen',
  actual: '1:1',
  actualLong: 'Pixelgenau zeigen',
  fullScreen: 'Vollbild',
  leaveFullScreen: 'Vollbild verlassen',
  keys: 'Sondertasten',
  text: 'Text',
  request: 'Steuerung anfragen',
  asked: 'Angefragt – {name} entscheidet',
  declined: '{name} hat abgelehnt',
  end: 'Beenden',
  endAsk: 'Die Sitzung mit {name} beenden?',
  endYes: 'Sitzung beenden',
  endNo: 'Weitermachen',
  keysFunction: 'Funktionstasten',
  keyWindows: 'Windows',
  keyControlEscape: 'Strg+Esc',
  keyPrint: 'Druck',
  keyMenu: 'Menü',
  keysHint: 'Strg+Alt+Umschalt führt vom Bild zurück zu dieser Leiste.',
  keysNeedControl: 'Tasten lassen sich drücken, sobald {name} die Steuerung erlaubt hat.',
  textLabel: 'Text, der bei {name} getippt wird',
  textHint: 'Für langen Text und Zeichen, die Ihre Tastatur nicht hat. Zeilenumbrüche und Tabulatoren werden als Tasten gedrückt.',
  textNeedControl: 'Ihr Text bleibt hier. Er lässt sich tippen, sobald {name} die Steuerung erlaubt hat.',
  textSend: 'Tippen',
  close: 'Schließen',
  waitTitle: 'Warten auf {name}',
  waitLine: 'Das Bild erscheint hier von selbst, sobald das Zusehen erlaubt ist. Bleiben Sie am Telefon.',
  connectingTitle: 'Verbindung wird aufgebaut',
  connectingLine: 'Einen Augenblick.',
  pausedTitle: 'Angehalten von {name}',
  pausedLine: 'Bild und Eingaben ruhen, bis {name} weitermacht.',
  endedDuration: 'Die Sitzung dauerte {duration}.',
  backToTicket: 'Zurück zu Ticket {ticket}',
  endedNothing: 'Vom Bild wurde nichts aufbewahrt.',
  ended: 'Die Sitzung ist beendet.',
  customerEnded: '{name} hat die Sitzung beendet.',
  consultantEnded: 'Sie haben die Sitzung beendet.',
  customerDeclined: '{name} hat das Zusehen nicht erlaubt.',
  lineLost: 'Die Verbindung zu {name} ist abgerissen.',
  timeLimit: 'Die Sitzung hat ihre Höchstdauer erreicht.',
  serverEnded: 'Der Service-Desk hat die Sitzung beendet.',
  protocolError: 'Die Sitzung wurde beendet, weil die Daten auf der Leitung beschädigt waren.',
  refused: 'Diese Seite gilt nicht mehr für die Sitzung.',
  occupied: 'Die Sitzung wurde an einer zweiten Stelle geöffnet und deshalb geschlossen.',
  tooSlow: 'Der Verbindungsaufbau hat zu lange gedauert.',
  tooMuch: 'Es wurde mehr gesendet, als die Leitung zulässt.',
  unreachable: 'Der Service-Desk ist nicht erreichbar.',
  nextNew: 'Um weiterzumachen, starten Sie im Ticket eine neue Fernsitzung.',
  nextReload: 'Öffnen Sie die Sitzung noch einmal aus dem Ticket.',
  nextNone: 'Im Ticket steht, wann, wie lange und was erlaubt war.',
};

/** @type {Record<string, Texts>} */
export const languages = { de, en };

/**
 * @param {string} locale
 * @param {Record<string, string>} known values every text may use
 * @returns {(key: keyof Texts, values?: Record<string, string | number>) => string}
 */
export function textsFor(locale, known) {
  const texts = languages[locale.slice(0, 2)] ?? en;
  return (key, values = {}) => texts[key].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? known[name] ?? ''));
}

/**
 * "4 min 12 s"; both languages write it alike.
 * @param {number} ms
 */
export function duration(ms) {
  const seconds = Math.round(ms / 1000);
  const [h, min, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return [h && `${h} h`, (h || min) && `${min} min`, !h && `${s} s`].filter(Boolean).join(' ');
}
