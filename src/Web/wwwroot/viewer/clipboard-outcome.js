// @ts-check

/** What became of a text for the customer's clipboard, or of the wish for one from it; values as on the wire. */
export const ClipboardOutcome = Object.freeze({ taken: 0, declined: 1, nothing: 2, tooLong: 3 });
