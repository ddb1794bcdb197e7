// @ts-check
// M1 a2c  01 | version u8 = 1 | lv(suites = 01) | lv(sessionId 16) | attempt u8 1…3 | lv(commit 32)
// M2 c2a  02 | suite u8 = 1 | lv(pkC 65) | lv(nC 32) | permOffered u16
// M3 a2c  03 | lv(pkA 65) | lv(nA 32)
// M4 c2a, M5 a2c  mac 32, without a type
// M6 a2c  07 | granted u16 | grantSeq u32 = 1, the first record
// R1 a2c  05 | lv(sessionId 16) | k u32 | lv(epkA 65) | lv(rA 32) | mac 32
// R2 c2a  06 | lv(sessionId 16) | k u32 | lv(epkC 65) | lv(rC 32) | mac 32
// Sizes 58, 105, 102, 32, 32, 7, 156, 156. Reading is total: any bytes give a message or a WireFormatError.
import { ALL_GRANTS } from '../grants.js';
import { WireFormatError } from '../wire-format-error.js';
import { bytesOf, concat, FieldReader } from './fields.js';
import { HANDSHAKES } from './limits.js';

export const VERSION = 1;
export const SUITE = 1;
export const TYPE = { M1: 0x01, M2: 0x02, M3: 0x03, R1: 0x05, R2: 0x06 };
export const MAC_SIZE = 32;

const POINT_SIZE = 65;
const NONCE_SIZE = 32;
const NUMBER_ACCEPTED = 0x07;
const FIRST_GRANT = 1;

/**
 * @param {Uint8Array} message
 * @returns {{ sessionId: Uint8Array, attempt: number, commit: Uint8Array } | null} null: another version, or no suite we know
 */
export function readM1(message) {
  const r = new FieldReader(message, TYPE.M1);
  if (r.u8() !== VERSION) return null;
  const known = r.take(r.u16()).includes(SUITE);
  const sessionId = r.lv(16);
  const attempt = r.u8();
  if (attempt < 1 || attempt > HANDSHAKES) throw new WireFormatError('bad attempt');
  const commit = r.lv(32);
  r.end();
  return known ? { sessionId, attempt, commit } : null;
}

/** @param {{ publicKey: Uint8Array, nonce: Uint8Array, offered: number }} m2 */
export function writeM2({ publicKey, nonce, offered }) {
  return bytesOf((f) => {
    f.u8(TYPE.M2);
    f.u8(SUITE);
    f.lv(publicKey);
    f.lv(nonce);
    f.u16(offered);
  });
}

/** @param {Uint8Array} message */
export function readM3(message) {
  const r = new FieldReader(message, TYPE.M3);
  const m3 = { publicKey: r.lv(POINT_SIZE), nonce: r.lv(NONCE_SIZE) };
  r.end();
  return m3;
}

/** @param {Uint8Array} message */
export function readMac(message) {
  if (message.length !== MAC_SIZE) throw new WireFormatError('not a confirmation');
  return message;
}

/** @param {Uint8Array} plain the first record's content */
export function readM6(plain) {
  const r = new FieldReader(plain, NUMBER_ACCEPTED);
  const granted = r.flags(r.u16(), ALL_GRANTS);
  const grantSeq = r.u32();
  if (grantSeq !== FIRST_GRANT) throw new WireFormatError('bad first grant');
  r.end();
  return { granted, grantSeq };
}

/** @param {Uint8Array} message */
export function readR1(message) {
  const r = new FieldReader(message, TYPE.R1);
  const r1 = { sessionId: r.lv(16), count: r.u32(), publicKey: r.lv(POINT_SIZE), nonce: r.lv(NONCE_SIZE), mac: r.take(MAC_SIZE).slice() };
  r.end();
  return r1;
}

/**
 * @param {{ sessionId: Uint8Array, count: number, publicKey: Uint8Array, nonce: Uint8Array }} r2
 * @param {(bytes: Uint8Array) => Promise<Uint8Array>} mac
 */
export async function writeR2({ sessionId, count, publicKey, nonce }, mac) {
  const bytes = bytesOf((f) => {
    f.u8(TYPE.R2);
    f.lv(sessionId);
    f.u32(count);
    f.lv(publicKey);
    f.lv(nonce);
  });
  return concat(bytes, await mac(bytes));
}
