import { portalPaths } from '@candor/core/contract';
import { readVerifierKey } from '@candor/core/ledger';
import { readKeySet } from '@candor/core/notice/operator';
import { type ReleasePapers, verifyRelease } from '@candor/core/review/seal';
import { KeyWorkerError } from '../../bridge/protocol.ts';
import type { Verified } from './choose-release.ts';
import type { KeyHolder } from './key-holder.ts';
import type { KeyWorkerDeps } from './key-worker-deps.ts';
import type { VerifiedPapers } from './vault.ts';

/** The purpose of a person's keys, and whom they trust. */
export interface Expected {
  readonly incident: string;
  /** Null: any party; its grant decides. */
  readonly party: string | null;
  readonly keySet: string;
}

/** Maximum length of a manifest with a million messages. */
const LONGEST_PAPER_BYTES = 256 * 1024 * 1024;

/**
 * Null when a paper is missing.
 * @throws KeyWorkerError
 */
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
 * A release approved by two people and proved by the log, for this party. `named` is the requested digest.
 * @throws KeyWorkerError with the first error
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

/** The verified papers to keep; the manifest is canonical and needs no copy. */
export function toVerifiedPapers({ approvals, keys, proof }: ReleasePapers): Omit<VerifiedPapers, 'manifest.json'> {
  return { 'approvals.json': approvals ?? '', 'keys.json': decode(keys ?? new Uint8Array()), 'log.proof': proof ?? '' };
}

/** The log's key from a key set whose fingerprint was compared. */
export function readLogKey(primitives: KeyWorkerDeps['primitives'], papers: ReleasePapers) {
  const keySet = papers.keys === null ? null : readKeySet(papers.keys);
  const key = keySet === null ? null : readVerifierKey(primitives, keySet.log);
  if (key === null) throw new KeyWorkerError('release-refused:keys');
  return key;
}

/** Invalid UTF-8 becomes text that no reader accepts. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
