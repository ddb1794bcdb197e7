// @ts-check
// NIST P-256.  point 65: 04 | X 32 | Y 32, nothing else | shared secret 32: X coordinate, big-endian

const CURVE = { name: 'ECDH', namedCurve: 'P-256' };
const UNCOMPRESSED = 0x04;

/** A key pair for one handshake or one resume. The private key never leaves the browser's keeping. */
export class KeyPair {
  #privateKey;

  /**
   * @param {CryptoKey} privateKey
   * @param {Uint8Array} publicKey
   */
  constructor(privateKey, publicKey) {
    this.#privateKey = privateKey;
    this.publicKey = publicKey;
  }

  static async create() {
    const pair = /** @type {CryptoKeyPair} */ (await crypto.subtle.generateKey(CURVE, false, ['deriveBits']));
    return new KeyPair(pair.privateKey, new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
  }

  /**
   * @param {Uint8Array} point
   * @returns {Promise<Uint8Array | null>} the shared secret, for the caller to wipe; null when it is no point of the curve
   */
  async agree(point) {
    if (point[0] !== UNCOMPRESSED) return null;
    let other;
    try {
      other = await crypto.subtle.importKey('raw', /** @type {any} */ (point), CURVE, false, []);
    } catch {
      return null; // off the curve: the platform's DataError
    }
    return new Uint8Array(await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, this.#privateKey, 256));
  }
}
