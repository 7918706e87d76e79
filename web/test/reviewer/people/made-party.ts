import {
  createHash,
  createPublicKey,
  generateKeyPairSync,
  sign as signEd25519,
  verify as verifyEd25519,
} from 'node:crypto';
import type { Signer } from '@candor/core/base';
import type { ListedRequest, RequestState } from '@candor/core/contract';
import { hashReceipt, toReceiptText, type ViewReceipt } from '@candor/core/review/access';
import { type PartyRequest, signRequest, toRequestText } from '@candor/core/review/enrollment';
import { toFingerprint } from '@candor/core/review/seal';

export const primitives = {
  sha256Hex: (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex'),
  verifyEd25519: async (key: Uint8Array, signature: Uint8Array, message: Uint8Array): Promise<boolean> =>
    verifyEd25519(
      null,
      message,
      createPublicKey({
        key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key).toString('base64url') },
        format: 'jwk',
      }),
      signature,
    ),
};

export interface MadePerson {
  readonly name: string;
  readonly fingerprint: string;
  readonly key: { readonly age: string; readonly sign: string };
  readonly signer: Pick<Signer, 'sign'>;
}

/** A post-quantum recipient of the right form; nothing is ever encrypted to it here. */
export function makePerson(name: string, recipient: string): MadePerson {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  const key = { age: recipient, sign: x };
  return {
    name,
    key,
    fingerprint: toFingerprint(primitives, key),
    signer: { sign: async (message) => signEd25519(null, message, privateKey) },
  };
}

const nonce = Buffer.alloc(16, 7).toString('base64url');
export const head = { v: 1, incident: 'harbor-2001', nonce } as const;

export async function list(by: MadePerson, request: PartyRequest, state: RequestState): Promise<ListedRequest> {
  const signed = await signRequest(by.signer, request);
  return { ...signed, request: primitives.sha256Hex(toRequestText(request)), kind: request.kind, state };
}

export function enrollmentOf(
  person: MadePerson,
  kind: 'dns' | 'nomination',
  at = '2001-10-23T08:00:00Z',
): Extract<PartyRequest, { kind: 'enrollment' }> {
  const domain = 'northwind.example';
  const code = Buffer.alloc(32, 1).toString('base64url');
  const address = `${person.name.toLowerCase().replace(' ', '.')}@northwind.example`;
  const proof = kind === 'dns' ? ({ kind, domain, code } as const) : ({ kind, domain } as const);
  return { ...head, kind: 'enrollment', at, key: person.key, name: person.name, address, proof };
}

/** Records of a party as the portal keeps them, each following the one before. */
export function makeRecords(acts: readonly Partial<ViewReceipt>[], party = 'northwind.example'): string[] {
  let previous = '0'.repeat(64);
  return acts.map((act, at) => {
    const record: ViewReceipt = {
      v: 1,
      party,
      number: at + 1,
      previous,
      at: '2001-10-24T08:06:12Z',
      reviewer: '5c1d-08be-77a2-e94f-0000-0000-0000-0000',
      act: 'object',
      release: 'ab'.repeat(32),
      object: 'cd'.repeat(32),
      ...act,
    };
    previous = hashReceipt(primitives, record);
    return toReceiptText(record);
  });
}
