import { generateKeyPairSync, sign } from 'node:crypto';
import type { Signer } from '@candor/core/base';

/** A signer with an Ed25519 key of its own. */
export function makeSigner(name: string): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  return {
    name,
    publicKey: new Uint8Array(Buffer.from(x, 'base64url')),
    sign: async (message) => new Uint8Array(sign(null, message, privateKey)),
  };
}
