import type { Store } from '../../adapters/store.ts';
import { selectJudged } from '../../impact/store/judged-messages.ts';
export function selectReviewed(store: Store, version: number) {
  return selectJudged(store, version).select([
    'evidence_copy.custodian',
    'evidence_copy.location',
    'evidence_copy.shard_id',
    'evidence_copy.file',
    'evidence_copy.members',
    'evidence_copy.position',
    'evidence_copy.length',
    'evidence_copy.sha256',
    'evidence_copy.folder',
    'evidence_copy.labels',
    'evidence_copy.message_id',
    'evidence_copy.date',
    'evidence_copy.fingerprint',
    'evidence_copy.draft',
    'evidence_copy.bulk',
    'evidence_copy.addresses',
    'evidence_copy.parents',
    'exposure_verdict.verdict',
    'exposure_verdict.intruder_sent',
    'exposure_verdict.reasons',
  ]);
}
