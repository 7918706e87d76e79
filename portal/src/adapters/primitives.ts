import { createPublicKey, hash, randomBytes, verify } from 'node:crypto';
import type { Cryptography, Instant, Runtime } from '@candor/core/base';

export type Primitives = Pick<Runtime, 'sha256Hex'> & Pick<Cryptography, 'verifyEd25519'>;

const PUBLIC_KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;

/** The portal verifies and hashes. It has no key, so it can open and sign nothing. */
export const primitives: Primitives = {
  sha256Hex: (content) => hash('sha256', content, 'hex'),
  verifyEd25519: async (publicKey, signature, message) => {
    if (publicKey.length !== PUBLIC_KEY_BYTES || signature.length !== SIGNATURE_BYTES) return false;
    const x = Buffer.from(publicKey).toString('base64url');
    try {
      return verify(
        null,
        message,
        createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }),
        signature,
      );
    } catch {
      // 32 bytes that are not a point of the curve are not a valid key.
      return false;
    }
  },
};

export function readClock(): Instant {
  return Math.floor(Date.now() / 1000);
}

/** Secure random bytes in base64url. */
export function makeToken(lengthBytes: number): string {
  return randomBytes(lengthBytes).toString('base64url');
}
