// @ts-check

/** What there is to say of the customer's screen, where a black or frozen picture would say nothing; bytes as on the wire. */
export const ScreenState = Object.freeze({ live: 0, locked: 1, protectedWindow: 2, displayOff: 3, lineSlow: 4 });
