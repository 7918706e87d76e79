import type { ReleaseVerification } from '@candor/core/review/seal';
import { KeyWorkerError, type Known } from '../../bridge/protocol.ts';

export type Verified = Extract<ReleaseVerification, { state: 'verified' }>;

/**
 * Chooses among verified releases of a party the one with the highest number. Every number has one manifest, each
 * follows the previous where both are known, and none is older than what this person saw.
 * @throws KeyWorkerError
 */
export function chooseRelease(releases: readonly Verified[], known: Known['releases'][number] | null): Verified {
  const sorted = [...releases].sort((a, b) => a.manifest.release - b.manifest.release);
  const newest = sorted.at(-1);
  if (newest === undefined) throw new KeyWorkerError('release-withheld');
  let before = known === null ? null : { number: known.release, digest: known.manifest };
  if (before !== null && newest.manifest.release < before.number) throw new KeyWorkerError('rolled-back');
  const judged = sorted.filter(({ manifest }) => manifest.release >= (before?.number ?? 0));
  for (const { manifest, manifestDigest } of judged) {
    const { release: number, supersedes } = manifest;
    if (before !== null && !follows(before, number, manifestDigest, supersedes))
      throw new KeyWorkerError('release-refused:chain');
    before = { number, digest: manifestDigest };
  }
  return newest;
}

function follows(
  before: { readonly number: number; readonly digest: string },
  number: number,
  digest: string,
  supersedes: string | null,
): boolean {
  if (number === before.number) return digest === before.digest;
  return number > before.number + 1 ? supersedes !== null : supersedes === before.digest;
}
