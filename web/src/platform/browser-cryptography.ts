import type { Cryptography } from '@candor/core/base';
import { ed25519 } from '@noble/curves/ed25519.js';

const encoder = new TextEncoder();
const PUBLIC_KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
/** As in RFC 8032, and refuses keys of small order, under which one signature fits every text. */
const STRICT = { zip215: false };

/** WebCrypto for core, on https pages and localhost; Ed25519 is portable code, the same in every browser. */
export const browserCryptography: Cryptography = {
  sha256: async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', copy(bytes))),
  hkdfSha256: async (secret, info, lengthBytes, salt = new Uint8Array()) => {
    const key = await crypto.subtle.importKey('raw', copy(secret), 'HKDF', false, ['deriveBits']);
    const parameters = { name: 'HKDF', hash: 'SHA-256', salt: copy(salt), info: encoder.encode(info) };
    return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, lengthBytes * 8));
  },
  sealAes256Gcm: async (key, nonce, plaintext) => {
    const usable = await importAesKey(key, 'encrypt');
    return new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: copy(nonce) }, usable, copy(plaintext)));
  },
  openAes256Gcm: async (key, nonce, sealed) => {
    const usable = await importAesKey(key, 'decrypt');
    try {
      return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: copy(nonce) }, usable, copy(sealed)));
    } catch {
      // The tag does not match: another key, or altered bytes.
      return null;
    }
  },
  verifyEd25519: async (publicKey, signature, message) => {
    if (publicKey.length !== PUBLIC_KEY_BYTES || signature.length !== SIGNATURE_BYTES) return false;
    return ed25519.verify(signature, message, publicKey, STRICT);
  },
};

function importAesKey(key: Uint8Array, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', copy(key), 'AES-GCM', false, [use]);
}

/** WebCrypto's types exclude shared memory. */
function copy(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
