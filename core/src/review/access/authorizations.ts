import { type Json, readInstant, toCanonicalJson } from '@candor/core/base';
import { readBase64Url } from '@candor/core/ledger';
import { z } from 'zod';
import { readCanonical } from '../read-canonical.ts';
import { isFingerprint } from '../seal/reviewer-key.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const SIGN_KEY_BYTES = 32;
/** 100,000 parties with three reviewers each. */
const MAX_STANDING_CHARS = 64 * 1024 * 1024;

const shape = z.strictObject({
  v: z.literal(1),
  kind: z.literal('standing'),
  incident: z.string().min(1),
  number: z.int().min(1),
  at: z.string().refine((text) => readInstant(text) !== null),
  until: z.string().refine((text) => readInstant(text) !== null),
  parties: z.array(
    z.strictObject({
      party: z.string().min(1),
      domains: z.array(z.string().min(1)),
      reviewers: z.array(
        z.strictObject({
          reviewer: z.string().refine(isFingerprint),
          sign: z.string().refine((text) => readBase64Url(text)?.length === SIGN_KEY_BYTES),
          role: z.enum(['nominator', 'reviewer', 'representative']),
          name: z.string().max(100),
        }),
      ),
      releases: z.array(digest),
    }),
  ),
  requests: z.array(z.strictObject({ request: digest, state: z.enum(['waiting', 'approved', 'refused', 'stopped']) })),
});

/**
 * The lab's statement of what is in force (docs/formats/portal-api.md, Standing): who may read, which releases, and the
 * outcome of requests. It lists what is allowed, so that a restored portal forgets no revocation.
 */
export type Authorizations = z.infer<typeof shape>;

export function toAuthorizationsText(standing: Authorizations): string {
  return toCanonicalJson(standing as unknown as Json);
}

/** Null for anything but its canonical form, or when a party, person or release is repeated. */
export function readAuthorizations(text: string): Authorizations | null {
  const data = readCanonical(text, { longestChars: MAX_STANDING_CHARS, shape, toText: toAuthorizationsText });
  if (data === null) return null;
  const isOnce = (names: readonly string[]): boolean => new Set(names).size === names.length;
  const sound =
    isOnce(data.parties.map(({ party }) => party)) &&
    isOnce(data.parties.flatMap(({ reviewers }) => reviewers.flatMap(({ reviewer }) => [reviewer]))) &&
    isOnce(data.parties.flatMap(({ reviewers }) => reviewers.map(({ sign }) => sign))) &&
    isOnce(data.parties.flatMap(({ releases }) => releases)) &&
    isOnce(data.requests.map(({ request }) => request));
  return sound ? data : null;
}
