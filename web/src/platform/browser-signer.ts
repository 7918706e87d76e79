import type { Signer } from '@candor/core/base';
import { ed25519 } from '@noble/curves/ed25519.js';

/** RFC 8410: what stands before the 32-byte seed in the PKCS#8 form of an Ed25519 key. */
const PKCS8_HEAD = [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

/**
 * A signer of this seed. What signs cannot be read out again; the copy of the seed that was needed is overwritten. The public half is computed here: WebCrypto
 * gives it only as JWK, which Firefox (140) refuses for a key that came as a seed.
 */
export async function openSigner(seed: Uint8Array): Promise<Pick<Signer, 'publicKey' | 'sign'>> {
  const encoded = new Uint8Array([...PKCS8_HEAD, ...seed]);
  const key = await crypto.subtle.importKey('pkcs8', encoded, 'Ed25519', false, ['sign']);
  encoded.fill(0);
  return {
    publicKey: ed25519.getPublicKey(seed),
    sign: async (message) => new Uint8Array(await crypto.subtle.sign('Ed25519', key, new Uint8Array(message))),
  };
}
