import { advise, hint, type Json, Refusal, toCanonicalJson } from '@candor/core/base';
import { toProofText } from '@candor/core/ledger';
import { digestDocument } from '@candor/core/notice/operator';
import { type ReleaseVerification, toLoggedRelease, toManifestText, verifyRelease } from '@candor/core/review/seal';
import { nodeCryptography } from '../../adapters/keys/cryptography.ts';
import type { PortalPapers } from '../../adapters/net/portal.ts';
import { now } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import { countPublished } from '../../ledger/store/checkpoint-store.ts';
import { listApprovals, requireActiveOperators } from '../../notice/approval/index.ts';
import type { StoredRelease } from '../../review/store/release-store.ts';
import { proveEntry } from '../../transparency/index.ts';

/** The small files of a release, checked as its reviewers will check them. */
export interface CheckedPapers {
  readonly papers: PortalPapers;
  /** Of the keys in force: the reviewer has it from notice and DNS. */
  readonly fingerprint: string;
  readonly log: Extract<ReleaseVerification, { state: 'verified' }>['log'];
}

/** Whether a reader of the release finds its entry in the published log. */
export async function isPublished(store: Store, entry: number): Promise<boolean> {
  return (await countPublished(store)) > entry;
}

/**
 * @throws Refusal before two people have approved it, before a published checkpoint covers its entry, or when it would
 * not hold.
 */
export async function makePapers(state: StateFolder, release: StoredRelease): Promise<CheckedPapers> {
  const { party, number, entry, manifest } = release;
  if (entry === null)
    throw new Refusal('not-approved', [
      advise`release ${number} of ${party} is not approved by two people yet; ${hint('release.approve', { party, as: 'NAME' })}`,
    ]);
  const { store } = state;
  if (!(await isPublished(store, entry)))
    throw new Refusal('entry-waits', [
      advise`release ${number} of ${party} is entry ${entry} of the log, and no published checkpoint covers it yet (${await countPublished(store)} entries are); ${hint('log.publish', { site: 'DIR' })}, now or after the next period, and then run this again`,
    ]);
  const runtime = createNodeRuntime();
  const { operators, keySet, fingerprint } = await requireActiveOperators(state, runtime, now());
  const digest = digestDocument(runtime, toLoggedRelease(runtime, manifest));
  const approvals = await listApprovals({ store, cryptography: nodeCryptography }, 'release', digest, operators);
  const papers: PortalPapers = {
    manifest: toManifestText(manifest),
    approvals: toCanonicalJson(approvals as unknown as Json),
    keys: toCanonicalJson(keySet as unknown as Json),
    proof: toProofText(await proveEntry(store, runtime, entry, false)),
  };
  const asRead = { ...papers, keys: new TextEncoder().encode(papers.keys) };
  const verified = await verifyRelease({ ...nodeCryptography, ...runtime }, asRead, fingerprint);
  if (verified.state === 'refused')
    throw new Refusal('not-approved', [
      `release ${number} of ${party} would be refused by its readers (${verified.flaw}): its approvals or its log entry do not match the current operators; prepare and approve it again`,
    ]);
  return { papers, fingerprint, log: verified.log };
}
