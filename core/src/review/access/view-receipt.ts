import { type Json, type Runtime, readInstant, toCanonicalJson } from '@candor/core/base';
import { z } from 'zod';
import { readCanonical } from '../read-canonical.ts';
import { isFingerprint } from '../seal/reviewer-key.ts';

/** `previous` of a party's first record. */
export const NO_PREVIOUS_RECEIPT: string = '0'.repeat(64);

/** Three digests, a fingerprint, a party's name and their syntax are below a thousand. */
const MAX_ACCESS_CHARS = 4096;

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const shape = z.strictObject({
  v: z.literal(1),
  party: z.string().min(1),
  number: z.int().min(1),
  previous: digest,
  at: z.string().refine((text) => readInstant(text) !== null),
  reviewer: z.string().refine(isFingerprint),
  act: z.enum(['session', 'passkey', 'paper', 'index', 'grant', 'object', 'request', 'note']),
  release: digest.nullable(),
  object: digest.nullable(),
});

/** What a reviewer did at the portal (docs/formats/access-record.md). */
export type ViewReceipt = z.infer<typeof shape>;

export function toReceiptText(access: ViewReceipt): string {
  return toCanonicalJson(access as unknown as Json);
}

export function hashReceipt(runtime: Pick<Runtime, 'sha256Hex'>, access: ViewReceipt): string {
  return runtime.sha256Hex(toReceiptText(access));
}

/** Null for anything but its one form. */
export function readReceipt(text: string): ViewReceipt | null {
  return readCanonical(text, { longestChars: MAX_ACCESS_CHARS, shape, toText: toReceiptText });
}

export interface ReceiptHead {
  readonly number: number;
  readonly hash: string;
}

/**
 * The chain's new head when these records of one party follow the last one known, without a gap; null when they do not.
 */
export function followReceipts(
  runtime: Pick<Runtime, 'sha256Hex'>,
  party: string,
  head: ReceiptHead,
  records: readonly ViewReceipt[],
): ReceiptHead | null {
  let { number, hash } = head;
  for (const record of records) {
    if (record.party !== party || record.number !== number + 1 || record.previous !== hash) return null;
    number = record.number;
    hash = hashReceipt(runtime, record);
  }
  return { number, hash };
}
