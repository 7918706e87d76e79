import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPublicKey,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  verify as verifySignature,
} from 'node:crypto';
import type { Cryptography } from '@candor/core/base';

const gcm = 'aes-256-gcm';
const tagBytes = 16;
const publicKeyBytes = 32;
const signatureBytes = 64;

/** Node's own cryptography. */
export const nodeCryptography: Cryptography = {
  sha256: async (bytes) => createHash('sha256').update(bytes).digest(),
  hkdfSha256: async (secret, info, lengthBytes, salt = new Uint8Array()) =>
    new Uint8Array(hkdfSync('sha256', secret, salt, info, lengthBytes)),
  sealAes256Gcm: async (key, nonce, plaintext) => {
    const cipher = createCipheriv(gcm, key, nonce);
    return Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
  },
  openAes256Gcm: async (key, nonce, sealed) => {
    if (sealed.length < tagBytes) return null;
    const decipher = createDecipheriv(gcm, key, nonce);
    decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
    const plaintext = decipher.update(sealed.subarray(0, sealed.length - tagBytes));
    try {
      return Buffer.concat([plaintext, decipher.final()]);
    } catch {
      // The tag does not fit: another key, or altered bytes.
      return null;
    }
  },
  verifyEd25519: async (publicKey, signature, message) => {
    if (publicKey.length !== publicKeyBytes || signature.length !== signatureBytes) return false;
    return verifySignature(null, message, toPublicKey(publicKey), signature);
  },
};

function toPublicKey(raw: Uint8Array): KeyObject {
  const x = Buffer.from(raw).toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}

/**
 * ChaCha20-Poly1305 (RFC 8439) without associated data: as many bytes as `content`, then 16 of the tag. `key` has 32,
 * `nonce` 12, and no nonce is used twice with one key.
 */
export function sealChaCha20Poly1305(key: Buffer, nonce: Uint8Array, content: Uint8Array): Buffer {
  // Passing raw bytes makes Node test for a key object first, which takes longer than creating one.
  const cipher = createCipheriv('chacha20-poly1305', createSecretKey(key), nonce, { authTagLength: tagBytes });
  return Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}
