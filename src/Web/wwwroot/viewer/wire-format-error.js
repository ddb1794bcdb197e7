// @ts-check

/** The bytes do not follow the wire. The one error every reader here throws; the session ends with ProtocolError. */
export class WireFormatError extends Error {
  /** @param {string} why never holds content, only what was wrong with its form */
  constructor(why) {
    super(why);
    this.name = 'WireFormatError';
  }
}
