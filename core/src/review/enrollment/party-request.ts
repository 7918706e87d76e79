import {
  type Cryptography,
  type Json,
  type Runtime,
  readInstant,
  type Signer,
  toCanonicalJson,
} from '@candor/core/base';
import { readBase64Url, toBase64Url } from '@candor/core/ledger';
import { z } from 'zod';
import { readCanonical } from '../read-canonical.ts';
import { isRecipient } from '../seal/age.ts';
import { isFingerprint } from '../seal/reviewer-key.ts';

/** An enrollment with a post-quantum recipient has 3,000 characters. */
const MAX_REQUEST_CHARS = 8192;
const NONCE_BYTES = 16;
const PUBLIC_KEY_BYTES = 32;
const CODE_PROOF_BYTES = 32;
const MAX_NAME_CHARS = 100;
/** A figure that is contested, and why: half a page. */
const MAX_CLAIM_CHARS = 2000;
/** RFC 5321, 4.5.3.1.3. */
const MAX_ADDRESS_CHARS = 254;
const HEX_DIGEST = /^[0-9a-f]{64}$/;
const DOMAIN = /^(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9-]{2,63}$/;
/** Nothing that a screen or a terminal could act upon, nor what turns the direction of reading. */
const PLAIN_TEXT = /^[^\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]*$/u;

const isOfBytes = (text: string, length: number): boolean => readBase64Url(text)?.length === length;
const digest = z.string().regex(HEX_DIGEST);
const fingerprint = z.string().refine(isFingerprint);
const domain = z.string().regex(DOMAIN);
const address = z
  .string()
  .max(MAX_ADDRESS_CHARS)
  .regex(/^[^\s@"<>(),:;\\]+@[^\s@"<>(),:;\\]+$/)
  .regex(PLAIN_TEXT);
const party = z.string().min(1).max(MAX_ADDRESS_CHARS).regex(PLAIN_TEXT);
const claim = z.string().min(1).max(MAX_CLAIM_CHARS).regex(PLAIN_TEXT);
const code = z.string().refine((text) => isOfBytes(text, CODE_PROOF_BYTES));
const head = {
  v: z.literal(1),
  incident: z.string().min(1).max(MAX_NAME_CHARS),
  at: z.string().refine((text) => readInstant(text) !== null),
  nonce: z.string().refine((text) => isOfBytes(text, NONCE_BYTES)),
};

const key = z.strictObject({
  age: z.string().refine(isRecipient),
  sign: z.string().refine((text) => isOfBytes(text, PUBLIC_KEY_BYTES)),
});
const name = z.string().min(1).max(MAX_NAME_CHARS).regex(PLAIN_TEXT);

export const requestParts = { head, key, name, address, domain };

const proof = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('dns'), domain, code }),
  z.strictObject({ kind: z.literal('mailbox'), address, code }),
  z.strictObject({ kind: z.literal('nomination'), domain }),
]);

const shape = z.discriminatedUnion('kind', [
  z.strictObject({
    ...head,
    kind: z.literal('enrollment'),
    key,
    name,
    address,
    proof,
  }),
  z.strictObject({
    ...head,
    kind: z.literal('nomination'),
    party,
    reviewer: fingerprint,
    enrollment: digest,
    relation: z.enum(['own', 'representative']),
  }),
  z.strictObject({ ...head, kind: z.literal('revocation'), party, reviewer: fingerprint }),
  z.strictObject({ ...head, kind: z.literal('transfer'), party, reviewer: fingerprint }),
  z.strictObject({ ...head, kind: z.literal('objection'), party, enrollment: digest }),
  z.strictObject({ ...head, kind: z.literal('dispute'), party, claim }),
]);

/**
 * What a person asks of the organization, in a document that they sign (docs/formats/proof.md). Every text in it is a
 * stranger's.
 */
export type PartyRequest = z.infer<typeof shape>;
export type EnrollmentRequest = Extract<PartyRequest, { readonly kind: 'enrollment' }>;

export interface SignedRequest {
  readonly document: string;
  /** base64url of the Ed25519 signature. */
  readonly signature: string;
}

export function toRequestText(request: PartyRequest): string {
  return toCanonicalJson(request as unknown as Json);
}

/** Reads a document that a stranger wrote; null for anything but its one form. It says nothing of the signature. */
export function readRequest(text: string): PartyRequest | null {
  return readCanonical(text, { longestChars: MAX_REQUEST_CHARS, shape, toText: toRequestText });
}

export function digestRequest(runtime: Pick<Runtime, 'sha256Hex'>, document: string): string {
  return runtime.sha256Hex(document);
}

export async function signRequest(signer: Pick<Signer, 'sign'>, request: PartyRequest): Promise<SignedRequest> {
  const document = toRequestText(request);
  return { document, signature: toBase64Url(await signer.sign(toSignedBytes(document))) };
}

/** The request, when the holder of this key (base64url) signed exactly this document; else null. */
export async function verifyRequest(
  cryptography: Pick<Cryptography, 'verifyEd25519'>,
  { document, signature }: SignedRequest,
  sign: string,
): Promise<PartyRequest | null> {
  const request = readRequest(document);
  const [key, signed] = [readBase64Url(sign), readBase64Url(signature)];
  if (request === null || key === null || signed === null) return null;
  return (await cryptography.verifyEd25519(key, signed, toSignedBytes(document))) ? request : null;
}

/** An enrollment is signed by its own key, so that nobody enrolls another person's key. */
export async function verifyEnrollment(
  cryptography: Pick<Cryptography, 'verifyEd25519'>,
  signed: SignedRequest,
): Promise<EnrollmentRequest | null> {
  const request = readRequest(signed.document);
  if (request?.kind !== 'enrollment') return null;
  return (await verifyRequest(cryptography, signed, request.key.sign)) === null ? null : request;
}

/** The text that a request's signature covers. */
export function toSignedBytes(document: string): Uint8Array {
  return new TextEncoder().encode(`candor request v1\n${document}`);
}
