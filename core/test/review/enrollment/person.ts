import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { Signer } from '@candor/core/base';
import { type EnrollmentRequest, makeCodeProof, type SignedRequest, signRequest } from '@candor/core/review/enrollment';
import { makeSealingKey, type ReviewerKey, toFingerprint } from '@candor/core/review/seal';
import { nodeCryptography } from '../../../../lab/src/adapters/keys/cryptography.ts';
import { createNodeRuntime } from '../../../../lab/src/adapters/process/runtime.ts';

export const primitives = { ...createNodeRuntime(), ...nodeCryptography };

/** Somebody with a reviewer's two keys. */
export interface Person {
  readonly name: string;
  readonly key: ReviewerKey;
  readonly fingerprint: string;
  readonly signer: Signer;
}

export async function makePerson(name: string): Promise<Person> {
  const { recipient } = await makeSealingKey();
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
  const key = { age: recipient, sign: raw.toString('base64url') };
  const signer: Signer = {
    name,
    publicKey: new Uint8Array(raw),
    sign: async (message) => new Uint8Array(sign(null, message, privateKey)),
  };
  return { name, key, fingerprint: toFingerprint(primitives, key), signer };
}

export type Proof = EnrollmentRequest['proof'];

export async function enroll(
  person: Person,
  proof: Proof,
  change: Partial<EnrollmentRequest> = {},
): Promise<SignedRequest> {
  return signRequest(person.signer, {
    v: 1,
    kind: 'enrollment',
    incident: 'harbor-2001',
    at: '2001-10-05T08:00:00Z',
    nonce: randomBytes(16).toString('base64url'),
    key: person.key,
    name: person.name,
    address: 'kim@northwind.example',
    proof,
    ...change,
  });
}

export async function proveByDomain(person: Person, code: Uint8Array, domain = 'northwind.example'): Promise<Proof> {
  return { kind: 'dns', domain, code: await makeCodeProof(primitives, code, person.fingerprint) };
}

export async function proveByMailbox(person: Person, code: Uint8Array, address: string): Promise<Proof> {
  return { kind: 'mailbox', address, code: await makeCodeProof(primitives, code, person.fingerprint) };
}
