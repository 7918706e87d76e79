import type { Instant, Runtime } from '@candor/core/base';
import { toBase64 } from '@candor/core/ledger';
import type { HeaderField } from './header-field.ts';

/** What signs outgoing mail (RFC 6376, RFC 8463). The key itself stays with the runtime. */
export interface DkimKey {
  /** Aligned with the domain of `From`. */
  readonly domain: string;
  readonly selector: string;
  readonly algorithm: 'rsa-sha256' | 'ed25519-sha256';
  /**
   * rsa-sha256: RSASSA-PKCS1-v1_5 with SHA-256 of these bytes. ed25519-sha256: Ed25519 of these bytes, which are a
   * digest already.
   */
  sign(bytes: Uint8Array): Uint8Array;
}

/**
 * Signed once more than present, so that nobody can add another one (RFC 6376, 8.15); the rest identifies the kind of
 * mail.
 */
const SIGNED_TWICE = ['from', 'to', 'subject', 'date', 'reply-to', 'message-id', 'content-type'];
const SIGNED_ONCE = ['mime-version', 'auto-submitted', 'content-language'];
const SIGNATURE_LINE_CHARACTERS = 72;
const encoder = new TextEncoder();

/** The DKIM-Signature field for these fields and this body, both relaxed. Lines of the body end with CRLF. */
export function toDkimSignature(
  fields: readonly HeaderField[],
  body: string,
  key: DkimKey,
  signedAt: Instant,
  runtime: Pick<Runtime, 'createSha256'>,
): HeaderField {
  const bodyHash = toBase64(hash(encoder.encode(toRelaxedBody(body)), runtime));
  const present = new Map(fields.map((field) => [field.name.toLowerCase(), field]));
  const once = [...SIGNED_TWICE, ...SIGNED_ONCE].filter((name) => present.has(name));
  const names = [...once, ...SIGNED_TWICE];
  const third = Math.ceil(names.length / 3);
  const lines = [names.slice(0, third), names.slice(third, 2 * third), names.slice(2 * third)];
  const value = [
    `v=1; a=${key.algorithm}; c=relaxed/relaxed; d=${key.domain};`,
    `s=${key.selector}; t=${signedAt};`,
    `h=${lines.map((line) => line.join(':')).join(':\r\n ')};`,
    `bh=${bodyHash};`,
    'b=',
  ].join('\r\n ');
  // A name that is more often in `h` than in the message signs the absence of another one.
  const signedFields = once.map((name) => toRelaxedField(present.get(name) ?? { name, value: '' }));
  const signature: HeaderField = { name: 'DKIM-Signature', value };
  const signed = encoder.encode(signedFields.join('') + toRelaxedField(signature).trimEnd());
  const signatureBytes = key.sign(key.algorithm === 'rsa-sha256' ? signed : hash(signed, runtime));
  return { name: signature.name, value: value + fold(toBase64(signatureBytes)) };
}

/** RFC 6376, 3.4.2. */
export function toRelaxedField({ name, value }: HeaderField): string {
  return `${name.toLowerCase()}:${value.replace(/[ \t\r\n]+/g, ' ').trim()}\r\n`;
}

/** RFC 6376, 3.4.4. */
export function toRelaxedBody(body: string): string {
  const squeezed = body.replace(/[ \t]{2,}|\t/g, ' ').replaceAll(' \r\n', '\r\n');
  let end = squeezed.length;
  while (end >= 2 && squeezed.startsWith('\r\n', end - 2)) end -= 2;
  return end === 0 ? '' : `${squeezed.slice(0, end)}\r\n`;
}

function hash(bytes: Uint8Array, runtime: Pick<Runtime, 'createSha256'>): Uint8Array {
  const sha256 = runtime.createSha256();
  sha256.update(bytes);
  return sha256.digest();
}

function fold(text: string): string {
  let folded = '';
  for (let from = 0; from < text.length; from += SIGNATURE_LINE_CHARACTERS)
    folded += `${from === 0 ? '' : '\r\n '}${text.slice(from, from + SIGNATURE_LINE_CHARACTERS)}`;
  return folded;
}
