// @ts-check

/** Why the agent takes no input; bytes as on the wire. */
export const PauseReason = Object.freeze({ running: 0, byCustomer: 1, handOnMouse: 2, problemFound: 3 });
