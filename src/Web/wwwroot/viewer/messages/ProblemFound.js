// @ts-check
// 49 c2a | no body; the agent takes control back and asks the customer whether to go on

/** @type {import('../wire.js').MessageKind<{}>} */
export const ProblemFound = {
  name: 'ProblemFound',
  type: 0x49,
  direction: 'c2a',
  read: () => ({}),
  write() {},
};
