// @ts-check
// Text as a clipboard may carry it: what is seen is what is there. The agent's twin is the C# `PlainText`.

const LINE_ENDS = /\r\n|[\r\u2028\u2029]/g;
// Control characters but tab and line feed, and the characters with the Unicode property Bidi_Control.
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const HALF_PAIRS = /\p{Surrogate}/gu;

/** @param {string} text */
export const plainText = (text) => text.replace(LINE_ENDS, '\n').replace(HIDDEN, '').replace(HALF_PAIRS, '\ufffd');
