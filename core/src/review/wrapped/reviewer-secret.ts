import { type Json, toCanonicalJson } from '@candor/core/base';
import { readBase64, readBase64Url, toBase64Url } from '@candor/core/ledger';
import { z } from 'zod';
import { readCanonical } from '../read-canonical.ts';
import { isFingerprint } from '../seal/reviewer-key.ts';

const SEED_BYTES = 32;
const ROOT_BYTES = 32;
const PLACE_BYTES = 16;
/** Notes older than this many rotations cannot be read with these keys. */
export const MAX_FORMER_VAULTS = 16;
const MAX_SECRET_CHARS = 65_536;

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const knownShape = z.strictObject({
  keySet: z.string().refine(isFingerprint),
  log: z
    .strictObject({
      size: z.int().min(0),
      root: z.string().refine((text) => readBase64(text)?.length === ROOT_BYTES),
    })
    .nullable(),
  releases: z.array(z.strictObject({ party: z.string().min(1), release: z.int().min(1), manifest: digest })),
});
const shape = z.strictObject({
  v: z.literal(1),
  incident: z.string().min(1),
  age: z.string(),
  sign: z.string().refine((text) => readBase64Url(text)?.length === SEED_BYTES),
  place: z.string().refine((text) => readBase64Url(text)?.length === PLACE_BYTES),
  known: knownShape,
  vaults: z.array(z.strictObject({ vault: digest, identity: z.string() })).max(MAX_FORMER_VAULTS),
});

/**
 * What a reviewer has seen of the organization: key set by fingerprint, newest checkpoint of the log (root in base64),
 * newest release of each party, sorted by party.
 */
export type ReviewerKnowledge = Readonly<z.infer<typeof knownShape>>;

/** All that only the reviewer has (docs/formats/reviewer-key.md, Wrapped keys). */
export interface ReviewerSecret {
  readonly incident: string;
  /** `AGE-SECRET-KEY-PQ-1…` */
  readonly identity: string;
  /** Seed of the Ed25519 key. */
  readonly seed: Uint8Array;
  /** Where the portal stores the wrapped keys for the recovery key, base64url. */
  readonly place: string;
  readonly known: ReviewerKnowledge;
  /** Keys of vaults that were opened before, newest last; `vault` is the SHA-256 of the recipient. */
  readonly vaults: readonly { readonly vault: string; readonly identity: string }[];
}

export function toSecretText({ incident, identity, seed, place, known, vaults }: ReviewerSecret): string {
  const document = { v: 1, incident, age: identity, sign: toBase64Url(seed), place, known, vaults } as const;
  return toCanonicalJson(document as unknown as Json);
}

/** Null for anything but the one form. */
export function readSecretText(text: string): ReviewerSecret | null {
  const document = readCanonical(text, {
    longestChars: MAX_SECRET_CHARS,
    shape,
    toText: (value) => toCanonicalJson(value as unknown as Json),
  });
  const seed = readBase64Url(document?.sign ?? '');
  if (document === null || seed === null) return null;
  const { incident, age, place, known, vaults } = document;
  return { incident, identity: age, seed, place, known, vaults };
}
