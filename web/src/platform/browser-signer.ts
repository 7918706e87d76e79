import type { Signer } from '@candor/core/base';
import { ed25519 } from '@noble/curves/ed25519.js';

/**
 * A signer from a 32-byte seed (RFC 8032), until the seed is overwritten. docs/decisions/0027-ed25519-in-pages.md
 * explains why it does not use the browser's Ed25519.
 */
export function openSigner(seed: Uint8Array): Pick<Signer, 'publicKey' | 'sign'> {
  return { publicKey: ed25519.getPublicKey(seed), sign: async (message) => ed25519.sign(message, seed) };
}
