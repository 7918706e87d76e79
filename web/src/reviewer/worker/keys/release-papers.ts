import { portalPaths } from '@candor/core/contract';
import { readVerifierKey } from '@candor/core/ledger';
import { readKeySet } from '@candor/core/notice/operator';
import { type ReleasePapers, verifyRelease } from '@candor/core/review/seal';
import { KeyWorkerError } from '../../bridge/protocol.ts';
import type { Verified } from './choose-release.ts';
import type { KeyHolder } from './key-holder.ts';
import type { KeyWorkerDeps } from './key-worker-deps.ts';
import type { VerifiedPapers } from './vault.ts';

/** What a person's keys are for, and whom they trust. */
export interface Expected {
  readonly incident: string;
  /** Null: of whichever party the release is, its grant decides. */
  readonly party: string | null;
  readonly keySet: string;
}

/** As long as a manifest of a million messages may be. */
const LONGEST_PAPER_BYTES = 256 * 1024 * 1024;

/** Null where one of the papers is missing. @throws KeyWorkerError */
export async function fetchPapers(
  holder: KeyHolder,
  release: string,
  signal: AbortSignal,
): Promise<ReleasePapers | null> {
  const names = ['manifest.json', 'approvals.json', 'keys.json', 'log.proof'];
  const fetched = await Promise.all(
    names.map((name) => holder.portal.getBytes(portalPaths.releasePaper(release, name), signal, LONGEST_PAPER_BYTES)),
  );
  const [manifest, approvals, keys, proof] = fetched;
  if (manifest == null || approvals == null || keys == null || proof == null) return null;
  return { manifest: decode(manifest), approvals: decode(approvals), keys, proof: decode(proof) };
}

/**
 * A release that two people approved and the log holds, for this very party. `named` is the digest by which it was
 * asked for.
 * @throws KeyWorkerError with the first flaw
 */
export async function verifyPapers(
  primitives: KeyWorkerDeps['primitives'],
  papers: ReleasePapers,
  expected: Expected,
  named: string | null,
): Promise<Verified> {
  const verification = await verifyRelease(primitives, papers, expected.keySet);
  if (verification.state === 'refused') throw new KeyWorkerError(`release-refused:${verification.flaw}`);
  const { manifest, manifestDigest } = verification;
  if (named !== null && manifestDigest !== named) throw new KeyWorkerError('release-refused:manifest');
  if (manifest.incident !== expected.incident || (expected.party ?? manifest.party) !== manifest.party)
    throw new KeyWorkerError('release-refused:scope');
  return verification;
}

/** What is kept of papers that were verified; the manifest has one text and needs none. */
export function toVerifiedPapers({ approvals, keys, proof }: ReleasePapers): Omit<VerifiedPapers, 'manifest.json'> {
  return { 'approvals.json': approvals ?? '', 'keys.json': decode(keys ?? new Uint8Array()), 'log.proof': proof ?? '' };
}

/** The log's key out of a key set whose fingerprint was compared. */
export function readLogKey(primitives: KeyWorkerDeps['primitives'], papers: ReleasePapers) {
  const keySet = papers.keys === null ? null : readKeySet(papers.keys);
  const key = keySet === null ? null : readVerifierKey(primitives, keySet.log);
  if (key === null) throw new KeyWorkerError('release-refused:keys');
  return key;
}

/** What is no UTF-8 becomes what no reader takes. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
