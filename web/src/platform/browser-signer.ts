import type { Signer } from '@candor/core/base';
import { ed25519 } from '@noble/curves/ed25519.js';

/**
 * A signer of this 32-byte seed (RFC 8032), for as long as the seed is not overwritten. Why no browser's own Ed25519 is
 * used: docs/decisions/0027-ed25519-in-pages.md.
 */
export function openSigner(seed: Uint8Array): Pick<Signer, 'publicKey' | 'sign'> {
  return { publicKey: ed25519.getPublicKey(seed), sign: async (message) => ed25519.sign(message, seed) };
}
