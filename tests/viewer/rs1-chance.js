// @ts-check
// Chance that can be repeated, and keys a vector names. For tests only.
import { createECDH, createHash } from 'node:crypto';
import { KeyPair } from '../../src/Web/wwwroot/viewer/rs1/key-pair.js';

export const bytes = (/** @type {string} */ hex) => Uint8Array.from(Buffer.from(hex, 'hex'));
export const hex = (/** @type {Uint8Array} */ b) => Buffer.from(b).toString('hex');

/** @param {Uint8Array} d private key, 32 bytes */
export async function pairOf(d) {
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(d);
  const point = Uint8Array.from(curve.getPublicKey());
  const part = (/** @type {Uint8Array} */ b) => Buffer.from(b).toString('base64url');
  const jwk = { kty: 'EC', crv: 'P-256', d: part(d), x: part(point.subarray(1, 33)), y: part(point.subarray(33)) };
  const key = await crypto.subtle.importKey('jwk', jwk, { name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']);
  return new KeyPair(key, point);
}

/**
 * SHA-256 over a seed and a counter.
 * @param {number} seed
 */
export function seeded(seed) {
  let block = 0;
  let ready = Buffer.alloc(0);
  const take = (/** @type {number} */ count) => {
    const parts = [ready];
    for (let have = ready.length; have < count; have += 32) parts.push(createHash('sha256').update(`${seed} ${block++}`).digest());
    const all = Buffer.concat(parts);
    ready = all.subarray(count);
    return Uint8Array.from(all.subarray(0, count));
  };
  return {
    bytes: take,
    below: (/** @type {number} */ end) => new DataView(take(4).buffer).getUint32(0) % end,
    randomBytes: take,
    makeKeyPair: () => pairOf(take(32)),
  };
}

/**
 * Gives the keys and nonces of a vector, in the order they are drawn.
 * @param {string[]} keys
 * @param {string[]} nonces
 */
export function told(keys, nonces) {
  return {
    makeKeyPair: () => pairOf(bytes(/** @type {string} */ (keys.shift()))),
    randomBytes: () => bytes(/** @type {string} */ (nonces.shift())),
  };
}

/** A clock that is set by hand. */
export class HandClock {
  ms = 0;
  now = () => this.ms;
}
