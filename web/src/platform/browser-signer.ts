import type { Signer } from '@candor/core/base';
import { readBase64Url } from '@candor/core/ledger';

/** RFC 8410: what stands before the 32-byte seed in the PKCS#8 form of an Ed25519 key. */
const PKCS8_HEAD = [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

/** A signer of this seed. What signs cannot be read out again; the copy of the seed that was needed is overwritten. */
export async function openSigner(seed: Uint8Array): Promise<Pick<Signer, 'publicKey' | 'sign'>> {
  const encoded = new Uint8Array([...PKCS8_HEAD, ...seed]);
  const readable = await crypto.subtle.importKey('pkcs8', encoded, 'Ed25519', true, ['sign']);
  const { x } = await crypto.subtle.exportKey('jwk', readable);
  const key = await crypto.subtle.importKey('pkcs8', encoded, 'Ed25519', false, ['sign']);
  encoded.fill(0);
  const publicKey = readBase64Url(x ?? '');
  if (publicKey === null) throw new Error('a key without its public half');
  return {
    publicKey,
    sign: async (message) => new Uint8Array(await crypto.subtle.sign('Ed25519', key, new Uint8Array(message))),
  };
}
