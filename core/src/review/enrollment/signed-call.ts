import type { Cryptography, Instant, Signer } from '@candor/core/base';
import { readBase64Url, toBase64Url } from '@candor/core/ledger';

/** A clock that is further off is told the portal's time. */
export const CALL_LIFE_SECONDS = 300;
export const CALL_NONCE_BYTES = 16;

/** One call to a portal, as it is signed (docs/formats/portal-api.md, Signed calls). */
export interface PortalCall {
  /** Identifies the portal's process: calls to an earlier one are invalid. */
  readonly boot: string;
  readonly method: string;
  /** Path and query as sent. */
  readonly target: string;
  readonly at: Instant;
  /** base64url. */
  readonly nonce: string;
  /** SHA-256 of the body, hex; of no bytes without a body. */
  readonly body: string;
}

export function toCallMessage({ boot, method, target, at, nonce, body }: PortalCall): Uint8Array {
  return new TextEncoder().encode(`candor call v1\n${boot}\n${method}\n${target}\n${at}\n${nonce}\n${body}\n`);
}

/** The fields of the header that carry a call's signature. */
export async function signCall(
  signer: Pick<Signer, 'publicKey' | 'sign'>,
  call: PortalCall,
): Promise<Readonly<Record<string, string>>> {
  return {
    'candor-key': toBase64Url(signer.publicKey),
    'candor-time': String(call.at),
    'candor-nonce': call.nonce,
    'candor-body': call.body,
    'candor-signature': toBase64Url(await signer.sign(toCallMessage(call))),
  };
}

/**
 * Whether the holder of this key (base64url) signed exactly this call. Freshness and nonce are the server's to judge.
 */
export async function verifyCall(
  cryptography: Pick<Cryptography, 'verifyEd25519'>,
  call: PortalCall,
  key: string,
  signature: string,
): Promise<boolean> {
  const [publicKey, signed] = [readBase64Url(key), readBase64Url(signature)];
  if (publicKey === null || signed === null) return false;
  return cryptography.verifyEd25519(publicKey, signed, toCallMessage(call));
}
