import { type Runtime, toCanonicalJson, toGroupedDigest } from '@candor/core/base';
import { readBase64Url } from '@candor/core/ledger';
import { z } from 'zod';
import { readCanonical } from '../read-canonical.ts';
import { isRecipient } from './age.ts';

/** The public halves of a reviewer's two keys (docs/formats/reviewer-key.md). */
export interface ReviewerKey {
  /** age recipient, post-quantum hybrid. */
  readonly age: string;
  /** base64url of the raw Ed25519 public key. */
  readonly sign: string;
}

const PUBLIC_KEY_BYTES = 32;
/** A recipient has 1,959 characters. */
const MAX_KEY_CHARS = 4096;

const shape = z.strictObject({ v: z.literal(1), age: z.string().refine(isRecipient), sign: z.string() });

export function toReviewerKeyText({ age, sign }: ReviewerKey): string {
  return toCanonicalJson({ v: 1, age, sign });
}

/** Reads a key that a stranger sent; null for anything but its one form. */
export function readReviewerKey(text: string): ReviewerKey | null {
  const data = readCanonical(text, { longestChars: MAX_KEY_CHARS, shape, toText: toReviewerKeyText });
  if (data === null || readBase64Url(data.sign)?.length !== PUBLIC_KEY_BYTES) return null;
  return { age: data.age, sign: data.sign };
}

/** 128 bits over both keys, in eight groups that people can read aloud. */
export function toFingerprint(runtime: Pick<Runtime, 'sha256Hex'>, { age, sign }: ReviewerKey): string {
  return toGroupedDigest(runtime, { v: 1, age, sign });
}

export function isFingerprint(text: string): boolean {
  return /^(?:[0-9a-f]{4}-){7}[0-9a-f]{4}$/.test(text);
}
