// @ts-check
// The bounds of rs1. Each end keeps them by itself; nobody can raise them from outside. Times in milliseconds.

/** Handshakes an end takes part in on one channel: 3 · 3 chances in 10⁶ for a relay that retries in silence. */
export const HANDSHAKES = 3;
/** From the agent's first message to the confirmation of both. */
export const HANDSHAKE_MS = 20_000;
/** For reading out and typing the number. */
export const NUMBER_MS = 180_000;
/** Records in one epoch, the announcement of the next one not counted. */
export const EPOCH_RECORDS = 1 << 16;
/** Age of an epoch after which its sender begins the next. */
export const EPOCH_MS = 600_000;
/** From the loss of a line to its replacement. */
export const RESUME_MS = 60_000;
/** Lines replaced in one session. */
export const RESUMES = 10;
/** Longest padded content of a record, in bytes. */
export const MOST_PLAIN = { a2c: 256 * 1024, c2a: 64 * 1024 };
