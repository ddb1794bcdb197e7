// @ts-check
// ctx = lv("rs1") | lv(sessionId 16) | lv(origin) | lv(H("rs1 channel" | digits)) | lv(consentVersion) | lv(locale)
//       | lv(H(consentDoc) 32) | lv(consultant)                H = SHA-256, text = UTF-8
// Several texts: consentDoc = lv(kind) | lv(version) | lv(locale) | lv(sha256 32) for each, consentVersion = versions joined by "+"
import { encodeText } from '../bytes.js';
import { bytesOf, hashOf } from './fields.js';

/** @typedef {{ kind: string, version: string, locale: string, sha256: string }} AcceptedText sha256: 64 hexadecimal digits */
/**
 * @typedef {object} Session what this page knows by itself
 * @property {string} sessionId as a UUID
 * @property {string} origin of this page
 * @property {string} channel the nine digits
 * @property {string} consultant display name
 */

/** What both ends must have in common; see the C# `Rs1Context`. It never travels. */
export class Context {
  /**
   * @param {Uint8Array} sessionId
   * @param {Uint8Array} bytes
   * @param {Uint8Array} hash
   */
  constructor(sessionId, bytes, hash) {
    this.sessionId = sessionId;
    this.bytes = bytes;
    this.hash = hash;
  }

  /**
   * @param {Session} session
   * @param {{ version: string, locale: string, hash: Uint8Array }} consent
   */
  static async of(session, consent) {
    if (consent.hash.length !== 32) throw new RangeError('the hash of the text has 32 bytes');
    const sessionId = fromHex(session.sessionId.replaceAll('-', ''), 16);
    const channel = await hashOf((f) => f.label(`rs1 channel${session.channel}`));
    const bytes = bytesOf((f) => {
      f.lv(encodeText('rs1'));
      f.lv(sessionId);
      f.lv(encodeText(session.origin));
      f.lv(channel);
      f.lv(encodeText(consent.version));
      f.lv(encodeText(consent.locale));
      f.lv(consent.hash);
      f.lv(encodeText(session.consultant));
    });
    return new Context(sessionId, bytes, await hashOf((f) => f.bytes(bytes)));
  }

  /**
   * @param {Session} session
   * @param {AcceptedText[]} texts in the order in which the customer saw them
   */
  static async ofTexts(session, texts) {
    if (texts.length === 0) throw new RangeError('a session has accepted texts');
    const hash = await hashOf((f) => {
      for (const text of texts) {
        f.lv(encodeText(text.kind));
        f.lv(encodeText(text.version));
        f.lv(encodeText(text.locale));
        f.lv(fromHex(text.sha256, 32));
      }
    });
    return Context.of(session, { version: texts.map((text) => text.version).join('+'), locale: texts[0].locale, hash });
  }
}

/**
 * @param {string} hex
 * @param {number} length
 */
function fromHex(hex, length) {
  if (hex.length !== 2 * length || !/^[0-9a-f]*$/i.test(hex)) throw new RangeError(`not ${length} bytes in hexadecimal digits`);
  return Uint8Array.from({ length }, (_, i) => parseInt(hex.slice(2 * i, 2 * i + 2), 16));
}
