// @ts-check
// Texts for the customer's clipboard and from it, one at a time. The customer allows each way once, and sees each text before it goes.
import { ClipboardOutcome } from './clipboard-outcome.js';
import { Grant } from './grants.js';
import { plainText } from './plain-text.js';

/** @typedef {'none' | 'asked' | 'shown' | 'taken' | 'came' | 'declined' | 'nothing' | 'tooLong'} Step
 *   asked = whether it may at all; shown = the customer reads the text; taken = on the clipboard there; came = the customer's text is here */
/** @typedef {{ type: 'clipboard', way: 'give' | 'ask', step: Step, text: string }} ClipboardNews text: the customer's, with `came` only */

const stepOf = /** @type {const} */ ({
  [ClipboardOutcome.taken]: 'taken', [ClipboardOutcome.declined]: 'declined', [ClipboardOutcome.nothing]: 'nothing', [ClipboardOutcome.tooLong]: 'tooLong',
});

// What the agent gives the customer for an answer, twice: another question may come first. No answer is a no.
const ANSWER_WITHIN = 130_000;

export class Clipboard {
  #send;
  #tell;
  #clock;
  #grants = 0;
  /** @type {{ way: 'give' | 'ask', grant: number, message: import('./wire.js').Message, sent: boolean } | null} */
  #open = null;
  #cancel = () => {};

  /** @param {{ send: (message: import('./wire.js').Message) => void, tell: (news: ClipboardNews) => void, clock: import('./session.js').Clock }} parts */
  constructor({ send, tell, clock }) {
    this.#send = send;
    this.#tell = tell;
    this.#clock = clock;
  }

  /** Offers a text that is plain and fits. Nothing happens while another text is on its way. @param {string} text */
  give(text) {
    this.#begin('give', Grant.clipboardToCustomer, { name: 'ClipboardText', text });
  }

  ask() {
    this.#begin('ask', Grant.clipboardToConsultant, { name: 'ClipboardRequest' });
  }

  /** @param {number} grants all that hold now */
  granted(grants) {
    this.#grants = grants;
    if (this.#open === null) return;
    if ((grants & this.#open.grant) !== 0) this.#pass();
    else if (this.#open.sent) this.#end('declined');
  }

  /** @param {number} grants */
  declined(grants) {
    if (this.#open !== null && !this.#open.sent && (grants & this.#open.grant) !== 0) this.#end('declined');
  }

  /** @param {number} outcome */
  answered(outcome) {
    if (this.#open?.sent) this.#end(stepOf[/** @type {0} */ (outcome)]);
  }

  /** The customer's text. One that nobody waits for any more is let go. @param {string} text */
  came(text) {
    if (this.#open?.way === 'ask' && this.#open.sent) this.#end('came', plainText(text));
  }

  /** The line is gone, or the session: what was on its way did not arrive. */
  reset() {
    this.#grants = 0;
    if (this.#open !== null) this.#end('none');
  }

  /**
   * @param {'give' | 'ask'} way
   * @param {number} grant
   * @param {import('./wire.js').Message} message
   */
  #begin(way, grant, message) {
    if (this.#open !== null) return;
    this.#open = { way, grant, message, sent: false };
    if ((this.#grants & grant) !== 0) return this.#pass();
    this.#send({ name: 'GrantRequest', grants: grant });
    this.#wait('asked');
  }

  #pass() {
    if (this.#open === null || this.#open.sent) return;
    this.#open.sent = true;
    this.#send(this.#open.message);
    this.#wait('shown');
  }

  /** @param {Step} step */
  #wait(step) {
    this.#cancel();
    this.#cancel = this.#clock.after(ANSWER_WITHIN, () => this.#end('declined'));
    this.#tell({ type: 'clipboard', way: /** @type {NonNullable<typeof this.#open>} */ (this.#open).way, step, text: '' });
  }

  /**
   * @param {Step} step
   * @param {string} [text]
   */
  #end(step, text = '') {
    const way = /** @type {NonNullable<typeof this.#open>} */ (this.#open).way;
    this.#cancel();
    this.#open = null;
    this.#tell({ type: 'clipboard', way, step, text });
  }
}
