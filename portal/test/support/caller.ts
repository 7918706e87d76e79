import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { signCall } from '@candor/core/review/enrollment';

/** Somebody with an Ed25519 key. */
export interface Holder {
  readonly sign: string;
  readonly signer: { readonly publicKey: Uint8Array; sign(message: Uint8Array): Promise<Uint8Array> };
}

export function makeHolder(): Holder {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
  return {
    sign: raw.toString('base64url'),
    signer: {
      publicKey: new Uint8Array(raw),
      sign: async (message) => new Uint8Array(sign(null, message, privateKey)),
    },
  };
}

/** A portal somewhere, and what is known of it. */
export interface Place {
  readonly base: string;
  readonly boot: string;
  clock(): number;
}

export type Fields = Readonly<Record<string, string>>;

export const sha256Hex = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');

/** One call, signed by the holder; bytes are sent as sealed bytes, anything else as JSON. */
export async function callSigned(
  place: Place,
  holder: Holder,
  method: string,
  target: string,
  body?: unknown,
  change: Fields = {},
): Promise<Response> {
  const isBytes = body instanceof Uint8Array;
  const sent = body === undefined ? undefined : isBytes ? body : JSON.stringify(body);
  const call = {
    boot: place.boot,
    method,
    target,
    at: place.clock(),
    nonce: randomBytes(16).toString('base64url'),
    body: sha256Hex(sent ?? ''),
  };
  const type = isBytes ? 'application/octet-stream' : 'application/json';
  const headers = {
    ...(sent === undefined ? {} : { 'content-type': type }),
    ...(await signCall(holder.signer, call)),
    ...change,
  };
  return fetch(place.base + target, { method, headers, ...(sent === undefined ? {} : { body: sent as string }) });
}
