import { resolve } from 'node:path';
import type { Store } from '../../adapters/store.ts';
import { type ChangedEvidence, EvidenceComparison } from '../../evidence/evidence-comparison.ts';
import { streamKnownFiles } from '../../evidence/judged-file-store.ts';
import { toDigest } from '../../evidence/unread-digest.ts';
import { walkInOrder } from '../../evidence/walk.ts';
import { findIncidentFolder, toIncidentOf } from '../incident-place.ts';
import { withLastVersion } from '../open-version.ts';
import type { Progress } from '../progress.ts';

export interface EvidenceVerification {
  readonly files: number;
  readonly bytes: number;
  /** In order of path. */
  readonly changed: readonly ChangedEvidence[];
}

/**
 * Digests every file of evidence again and walks the mailboxes as a run does; names what is not as it was read, and what was added. However many files a
 * mailbox has, no list of them is held: the walk and the rows of the store go side by side in one order.
 */
export function verifyEvidence(statePath: string, progress: Progress): Promise<EvidenceVerification> {
  return withLastVersion(statePath, async (state, last) => {
    const { store } = state;
    const folder = await findIncidentFolder(state);
    const step = progress.begin('verify', 'bytes', await sumBytes(store));
    const comparison = new EvidenceComparison(await listWalkProblems(store), (bytes) => step.advance(bytes));
    for (const file of await listInputs(store)) await comparison.addInput(file, resolve(folder, file.path));
    for (const { custodian, evidence } of toIncidentOf(last).mailboxes) {
      const known = streamKnownFiles(store, custodian, last.version);
      await comparison.addMailbox(evidence, known, walkInOrder(evidence, resolve(folder, evidence)));
    }
    step.end();
    return { files: comparison.files, bytes: comparison.bytes, changed: comparison.toChanged() };
  });
}

async function sumBytes(store: Store): Promise<number> {
  const { bytes } = await store.db
    .selectFrom('evidence_file')
    .leftJoin('evidence_shard', 'evidence_shard.id', 'evidence_file.shard_id')
    .select((select) => select.fn.sum<number | null>('size').as('bytes'))
    .where((where) => where.or([where('shard_id', 'is', null), where('current', '=', 1)]))
    .executeTakeFirstOrThrow();
  return Number(bytes ?? 0);
}

/** Of logs, folder lists and the directory. */
async function listInputs(store: Store) {
  const rows = await store.db
    .selectFrom('evidence_file')
    .select(['path', 'size', 'sha256'])
    .where('purpose', '!=', 'mailbox')
    .execute();
  return rows.map((row) => ({ ...row, sha256: toDigest(row.sha256) }));
}

/** What the newest run could not follow or open, and said so. */
async function listWalkProblems(store: Store) {
  return store.db.selectFrom('evidence_problem').select(['code', 'place']).where('origin', '=', 'walk').execute();
}
