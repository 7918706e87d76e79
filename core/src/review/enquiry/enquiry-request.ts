import { type Cryptography, type Json, type Signer, toCanonicalJson } from '@candor/core/base';
import { readBase64Url, toBase64Url } from '@candor/core/ledger';
import { z } from 'zod';
import { requestParts, type SignedRequest, toSignedBytes } from '../enrollment/party-request.ts';
import { readCanonical } from '../read-canonical.ts';

const MAX_ENQUIRY_CHARS = 8192;
const { head, key, name, address, domain } = requestParts;
const shape = z.strictObject({ ...head, kind: z.literal('enquiry'), key, name, address, domain });

/**
 * Somebody without a code asks whether mail of their domain is affected, in a document that they sign
 * (docs/formats/proof.md). Every text in it is a stranger's.
 */
export type EnquiryRequest = z.infer<typeof shape>;

function toEnquiryText(request: EnquiryRequest): string {
  return toCanonicalJson(request as unknown as Json);
}

/** Null for anything but its one form. It says nothing of the signature. */
export function readEnquiry(text: string): EnquiryRequest | null {
  return readCanonical(text, { longestChars: MAX_ENQUIRY_CHARS, shape, toText: toEnquiryText });
}

export async function signEnquiry(signer: Pick<Signer, 'sign'>, request: EnquiryRequest): Promise<SignedRequest> {
  const document = toEnquiryText(request);
  return { document, signature: toBase64Url(await signer.sign(toSignedBytes(document))) };
}

/** The enquiry, when the holder of the key in it signed exactly this document; else null. */
export async function verifyEnquiry(
  cryptography: Pick<Cryptography, 'verifyEd25519'>,
  { document, signature }: SignedRequest,
): Promise<EnquiryRequest | null> {
  const request = readEnquiry(document);
  const [sign, signed] = [readBase64Url(request?.key.sign ?? ''), readBase64Url(signature)];
  if (request === null || sign === null || signed === null) return null;
  return (await cryptography.verifyEd25519(sign, signed, toSignedBytes(document))) ? request : null;
}
