// @ts-check
// H = SHA-256, HKDF = RFC 5869 with SHA-256, lv = length u16 + bytes, labels ASCII
// commit  = H("rs1 commit" | H(ctx) | lv(pkA) | lv(nA))
// TH      = H("rs1 transcript" | lv(ctx) | lv(M1) | lv(M2) | lv(M3))           TH' = H("rs1 resume" | TH | lv(R1) | lv(R2))
// D(l, L) = HKDF(Z, TH, "rs1 " + l, L)                                         D'(l, L) = HKDF(RS | Z', TH', "rs1 " + l, L)
// number  = be64(D("sas", 8)) mod 10^6 or 10^8
import { encodeText } from '../bytes.js';
import { hashOf } from './fields.js';

/** @typedef {{ a2c: CryptoKey, c2a: CryptoKey, resume: Uint8Array }} SessionSecrets the resume secret's bytes are needed: it is joined with another */

const NO_SALT = new Uint8Array();

/**
 * @param {Uint8Array} contextHash
 * @param {{ publicKey: Uint8Array, nonce: Uint8Array }} m3
 */
export const commitment = (contextHash, { publicKey, nonce }) => hashOf((f) => {
  f.label('rs1 commit');
  f.bytes(contextHash);
  f.lv(publicKey);
  f.lv(nonce);
});

/** @param {...Uint8Array} fields ctx, M1, M2, M3 */
export const transcriptOf = (...fields) => hashOf((f) => {
  f.label('rs1 transcript');
  for (const field of fields) f.lv(field);
});

/**
 * @param {Uint8Array} transcript
 * @param {Uint8Array} r1
 * @param {Uint8Array} r2
 */
export const resumeTranscriptOf = (transcript, r1, r2) => hashOf((f) => {
  f.label('rs1 resume');
  f.bytes(transcript);
  f.lv(r1);
  f.lv(r2);
});

/**
 * Takes a secret into the browser's keeping; its bytes are wiped.
 * @param {Uint8Array} secret
 * @returns {Promise<CryptoKey>}
 */
export async function keep(secret) {
  const key = await crypto.subtle.importKey('raw', /** @type {any} */ (secret), 'HKDF', false, ['deriveBits', 'deriveKey']);
  secret.fill(0);
  return key;
}

/**
 * HKDF; the label stands without its "rs1 ".
 * @param {CryptoKey} secret
 * @param {string} label
 * @param {number} length in bytes
 * @param {Uint8Array} [salt]
 */
export async function derive(secret, label, length, salt = NO_SALT) {
  return new Uint8Array(await crypto.subtle.deriveBits(hkdf(label, salt), secret, 8 * length));
}

/**
 * The AES-256-GCM key of an epoch; it exists in the browser's keeping only.
 * @param {CryptoKey} secret
 */
export const deriveCipherKey = (secret) =>
  crypto.subtle.deriveKey(hkdf('key', NO_SALT), secret, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

/**
 * HMAC-SHA256 under a key derived for this one use.
 * @param {CryptoKey} secret
 * @param {string} label
 * @param {Uint8Array} content
 * @param {Uint8Array} [salt]
 */
export async function mac(secret, label, content, salt = NO_SALT) {
  const key = await macKey(secret, label, salt);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, /** @type {any} */ (content)));
}

/**
 * @param {CryptoKey} secret
 * @param {string} label
 * @param {Uint8Array} content
 * @param {Uint8Array} tag
 * @param {Uint8Array} [salt]
 */
export async function isMac(secret, label, content, tag, salt = NO_SALT) {
  const key = await macKey(secret, label, salt);
  return crypto.subtle.verify('HMAC', key, /** @type {any} */ (tag), /** @type {any} */ (content));
}

/**
 * @param {CryptoKey} agreed
 * @param {Uint8Array} transcript
 * @param {6 | 8} digits
 */
export async function numberOf(agreed, transcript, digits) {
  const drawn = await derive(agreed, 'sas', 8, transcript);
  const number = new DataView(drawn.buffer).getBigUint64(0) % 10n ** BigInt(digits);
  return number.toString().padStart(digits, '0');
}

/**
 * @param {CryptoKey} agreed Z, or RS | Z'
 * @param {Uint8Array} transcript
 * @returns {Promise<SessionSecrets>}
 */
export async function sessionSecrets(agreed, transcript) {
  return {
    a2c: await keep(await derive(agreed, 'secret a2c', 32, transcript)),
    c2a: await keep(await derive(agreed, 'secret c2a', 32, transcript)),
    resume: await derive(agreed, 'resume', 32, transcript),
  };
}

/**
 * @param {string} label
 * @param {Uint8Array} salt
 * @returns {any}
 */
const hkdf = (label, salt) => ({ name: 'HKDF', hash: 'SHA-256', salt, info: encodeText(`rs1 ${label}`) });

/**
 * @param {CryptoKey} secret
 * @param {string} label
 * @param {Uint8Array} salt
 */
const macKey = (secret, label, salt) =>
  crypto.subtle.deriveKey(hkdf(label, salt), secret, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign', 'verify']);
