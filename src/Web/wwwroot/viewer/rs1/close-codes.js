// @ts-check
// The WebSocket close codes of both ends and the relay; the vectors hold them equal to those of the C# ends.

export const CloseCode = {
  notBinary: 1003,
  tooBig: 1009,
  malformed: 4400,
  token: 4401,
  role: 4403,
  timedOut: 4408,
  contextChanged: 4409,
  ended: 4410,
  timeLimit: 4411,
  endedByDesk: 4412,
  endedByCustomer: 4413,
  secondParticipant: 4421,
  version: 4426,
  rate: 4429,
  securityCheck: 4495,
  lineLost: 4504,
};
