// @ts-check

/** Who or what ended the session; bytes as on the wire. */
export const EndReason = Object.freeze({
  none: 0,
  customerEnded: 1,
  consultantEnded: 2,
  customerDeclined: 3,
  lineLost: 4,
  timeLimit: 5,
  serverEnded: 6,
  protocolError: 7,
  numberWrong: 8,
  securityFailed: 9,
  timedOut: 10,
  textChanged: 11,
});
