// @ts-check
// What the session tells the page. Shapes only.

/**
 * What the page is told. `left` is in seconds.
 * @typedef {{ type: 'state', state: import('./state.js').State, pause: number } | { type: 'asked', answer: 'waiting' | 'declined' | 'none' }
 *   | { type: 'verifying', number: string | null, attempt: number, left: number } | { type: 'interrupted', left: number }
 *   | import('./clipboard.js').ClipboardNews | import('./meter.js').MeterNews | import('./cursor.js').CursorNews | { type: 'picture', state: import('./pictures.js').State | null }
 *   | { type: 'painted', frame: number, width: number, height: number } | { type: 'ended', ending: import('./endings.js').Ending }} News
 */

export {};
