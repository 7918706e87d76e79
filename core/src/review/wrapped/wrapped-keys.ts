import { type Cryptography, type Json, toCanonicalJson } from '@candor/core/base';
import { readBase64Url, toBase64Url } from '@candor/core/ledger';
import { z } from 'zod';
import { readCanonical } from '../read-canonical.ts';
import { isFingerprint } from '../seal/reviewer-key.ts';
import { pad, unpad } from '../seal/sealed-message.ts';
import { type ReviewerSecret, readSecretText, toSecretText } from './reviewer-secret.ts';

/** 128 bits: cannot be guessed, and can still be written down. */
export const RECOVERY_KEY_BYTES = 16;

const PLACE_BYTES = 16;

const KEY_BYTES = 32;
const SALT_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** As much as a portal keeps. */
const MAX_WRAPPED_CHARS = 16_384;

const bytes = z.string().refine((text) => readBase64Url(text) !== null);
const nonce = z.string().refine((text) => readBase64Url(text)?.length === NONCE_BYTES);
const slotShape = z.strictObject({
  by: z.enum(['passkey', 'recovery']),
  nonce,
  sealed: z.string().refine((text) => readBase64Url(text)?.length === KEY_BYTES + TAG_BYTES),
});
const shape = z.strictObject({
  v: z.literal(1),
  kind: z.literal('wrapped-keys'),
  reviewer: z.string().refine(isFingerprint),
  number: z.int().min(1),
  salt: z.string().refine((text) => readBase64Url(text)?.length === SALT_BYTES),
  slots: z.array(slotShape).min(1).max(2),
  nonce,
  sealed: bytes,
});

type WrappedDocument = z.infer<typeof shape>;
export type WrappedSlot = z.infer<typeof slotShape>['by'];

/** The values with which a document is written: made once, and the same for every writing. */
export interface Wrapping {
  readonly reviewer: string;
  readonly salt: Uint8Array;
  readonly contentKey: Uint8Array;
  readonly slots: WrappedDocument['slots'];
}

export interface OpenedKeys {
  readonly wrapping: Wrapping;
  readonly number: number;
  readonly secret: ReviewerSecret;
}

/** Secure random bytes. */
export type Random = (lengthBytes: number) => Uint8Array;
type Wrap = Pick<Cryptography, 'hkdfSha256' | 'sealAes256Gcm'>;
type Unwrap = Pick<Cryptography, 'hkdfSha256' | 'openAes256Gcm'>;

/** A wrapping that nobody can open yet. */
export function makeWrapping(random: Random, reviewer: string): Wrapping {
  return { reviewer, salt: random(SALT_BYTES), contentKey: random(KEY_BYTES), slots: [] };
}

/** Lets this secret open it, instead of the one of the same kind before. */
export async function addSlot(
  cryptography: Wrap,
  random: Random,
  wrapping: Wrapping,
  by: WrappedSlot,
  secret: Uint8Array,
): Promise<Wrapping> {
  const key = await toSlotKey(cryptography, wrapping, by, secret);
  const slotNonce = random(NONCE_BYTES);
  const sealed = await cryptography.sealAes256Gcm(key, slotNonce, wrapping.contentKey);
  const slot = { by, nonce: toBase64Url(slotNonce), sealed: toBase64Url(sealed) };
  const others = wrapping.slots.filter((other) => other.by !== by);
  return { ...wrapping, slots: [...others, slot].sort((a, b) => (a.by < b.by ? -1 : 1)) };
}

/** Whether this secret opens it: asked again of a person before the keys go anywhere else. */
export async function isOpenedBy(
  cryptography: Unwrap,
  wrapping: Wrapping,
  by: WrappedSlot,
  secret: Uint8Array,
): Promise<boolean> {
  const slot = wrapping.slots.find((one) => one.by === by);
  if (slot === undefined) return false;
  return (await openBytes(cryptography, await toSlotKey(cryptography, wrapping, by, secret), slot)) !== null;
}

/** The document for the portal (docs/formats/reviewer-key.md, Wrapped keys). */
export async function wrapKeys(
  cryptography: Wrap,
  random: Random,
  wrapping: Wrapping,
  number: number,
  secret: ReviewerSecret,
): Promise<string> {
  const { reviewer, salt, slots } = wrapping;
  const key = await toContentKey(cryptography, wrapping, number);
  const contentNonce = random(NONCE_BYTES);
  const content = pad(new TextEncoder().encode(toSecretText(secret)));
  const sealed = await cryptography.sealAes256Gcm(key, contentNonce, content);
  return toWrappedText({
    v: 1,
    kind: 'wrapped-keys',
    reviewer,
    number,
    salt: toBase64Url(salt),
    slots,
    nonce: toBase64Url(contentNonce),
    sealed: toBase64Url(sealed),
  });
}

/**
 * The fingerprint that a document claims, before it is opened; null for anything but the canonical form. The portal
 * that stores it may have written it.
 */
export function readWrappedHead(
  text: string,
): { readonly reviewer: string; readonly number: number; readonly slots: readonly WrappedSlot[] } | null {
  const document = readDocument(text);
  return document === null
    ? null
    : { reviewer: document.reviewer, number: document.number, slots: document.slots.map(({ by }) => by) };
}

/** Keys and what was known with them; null when this secret does not open the document, whatever the reason. */
export async function openWrappedKeys(
  cryptography: Unwrap,
  text: string,
  by: WrappedSlot,
  secret: Uint8Array,
): Promise<OpenedKeys | null> {
  const document = readDocument(text);
  const slot = document?.slots.find((one) => one.by === by);
  const salt = readBase64Url(document?.salt ?? '');
  if (document === null || slot === undefined || salt === null) return null;
  const { reviewer, slots } = document;
  const slotKey = await toSlotKey(cryptography, { reviewer, salt }, by, secret);
  const contentKey = await openBytes(cryptography, slotKey, slot);
  if (contentKey === null) return null;
  return openContent(cryptography, document, { reviewer, salt, contentKey, slots });
}

/** Like `openWrappedKeys` for an earlier opener, without the secret. */
export async function openWithWrapping(
  cryptography: Unwrap,
  text: string,
  { reviewer, contentKey }: Wrapping,
): Promise<OpenedKeys | null> {
  const document = readDocument(text);
  const salt = readBase64Url(document?.salt ?? '');
  if (document === null || salt === null || document.reviewer !== reviewer) return null;
  return openContent(cryptography, document, { reviewer, salt, contentKey, slots: document.slots });
}

async function openContent(
  cryptography: Unwrap,
  document: WrappedDocument,
  wrapping: Wrapping,
): Promise<OpenedKeys | null> {
  const { number } = document;
  const content = await openBytes(cryptography, await toContentKey(cryptography, wrapping, number), document);
  const unpadded = content === null ? null : unpad(content);
  const secret = unpadded === null ? null : readSecretText(new TextDecoder().decode(unpadded));
  content?.fill(0);
  return secret === null ? null : { wrapping, number, secret };
}

function readDocument(text: string): WrappedDocument | null {
  const document = readCanonical(text, { longestChars: MAX_WRAPPED_CHARS, shape, toText: toWrappedText });
  const [first, second] = document?.slots ?? [];
  return second !== undefined && (first?.by ?? '') >= second.by ? null : document;
}

function toWrappedText(document: WrappedDocument): string {
  return toCanonicalJson(document as unknown as Json);
}

async function openBytes(
  cryptography: Unwrap,
  key: Uint8Array,
  box: { readonly nonce: string; readonly sealed: string },
): Promise<Uint8Array | null> {
  const [boxNonce, sealed] = [readBase64Url(box.nonce), readBase64Url(box.sealed)];
  return boxNonce === null || sealed === null ? null : cryptography.openAes256Gcm(key, boxNonce, sealed);
}

function toSlotKey(
  cryptography: Pick<Cryptography, 'hkdfSha256'>,
  { reviewer, salt }: Pick<Wrapping, 'reviewer' | 'salt'>,
  by: WrappedSlot,
  secret: Uint8Array,
): Promise<Uint8Array> {
  return cryptography.hkdfSha256(secret, `candor wrapped keys v1 slot ${by} ${reviewer}`, KEY_BYTES, salt);
}

/** Fingerprint and number are part of the key: a document in which one was changed opens nothing. */
function toContentKey(
  cryptography: Pick<Cryptography, 'hkdfSha256'>,
  { contentKey, reviewer, salt }: Wrapping,
  number: number,
): Promise<Uint8Array> {
  return cryptography.hkdfSha256(contentKey, `candor wrapped keys v1 content ${reviewer} ${number}`, KEY_BYTES, salt);
}

/** Where a portal stores the wrapped keys for this recovery key. Reveals nothing of the key. */
export async function toRecoveryPlace(
  cryptography: Pick<Cryptography, 'hkdfSha256'>,
  recovery: Uint8Array,
): Promise<string> {
  return toBase64Url(await cryptography.hkdfSha256(recovery, 'candor recovery place v1', PLACE_BYTES));
}
