import type { Signer } from '@candor/core/base';
import { toBase64Url } from '@candor/core/ledger';
import { type ReviewerKey, toFingerprint, toRecipient } from '@candor/core/review/seal';
import type { OpenedKeys, ReviewerKnowledge, ReviewerSecret, Wrapping } from '@candor/core/review/wrapped';
import type { KeyWorkerDeps } from './key-worker-deps.ts';

export interface OwnKeys {
  readonly key: ReviewerKey;
  readonly fingerprint: string;
  readonly signer: Pick<Signer, 'publicKey' | 'sign'>;
  readonly wrapping: Wrapping;
  readonly secret: ReviewerSecret;
  /** Number of the last write; 0 before the first. */
  readonly number: number;
  /** As the portal has it; null before the first write. */
  readonly wrapped: string | null;
  /** Whether the portal has everything known here. */
  readonly isKept: boolean;
}

type Deps = Pick<KeyWorkerDeps, 'primitives' | 'openSigner'>;

/** The public halves of two private keys; null when the identity is invalid. */
export async function toOwnKey(
  { primitives, openSigner }: Deps,
  { identity, seed }: Pick<ReviewerSecret, 'identity' | 'seed'>,
): Promise<Pick<OwnKeys, 'key' | 'fingerprint' | 'signer'> | null> {
  const age = await toRecipient(identity);
  if (age === null) return null;
  const signer = openSigner(seed);
  const key = { age, sign: toBase64Url(signer.publicKey) };
  return { key, fingerprint: toFingerprint(primitives, key), signer };
}

/**
 * The opened keys if they match their fingerprint, otherwise null: the portal that stored the document may have
 * exchanged them.
 */
export async function toOwnKeys(
  deps: Deps,
  { wrapping, number, secret }: OpenedKeys,
  wrapped: string,
): Promise<OwnKeys | null> {
  const own = await toOwnKey(deps, secret);
  return own?.fingerprint === wrapping.reviewer ? { ...own, wrapping, secret, number, wrapped, isKept: true } : null;
}

/** The newer of each: two tabs may each have seen something. */
export function mergeKnowledge(one: ReviewerKnowledge, other: ReviewerKnowledge): ReviewerKnowledge {
  const log = (one.log?.size ?? -1) >= (other.log?.size ?? -1) ? one.log : other.log;
  const parties = [...new Set([...one.releases, ...other.releases].map(({ party }) => party))].sort();
  const newest = (party: string) =>
    [...one.releases, ...other.releases]
      .filter((release) => release.party === party)
      .reduce((a, b) => (b.release > a.release ? b : a));
  return { keySet: one.keySet, log, releases: parties.map(newest) };
}

/** Overwrites what it can: strings stay until the engine reclaims them. */
export function wipe({ secret, wrapping }: OwnKeys): void {
  secret.seed.fill(0);
  wrapping.contentKey.fill(0);
}
