import type { Instant } from '@candor/core/base';
import type { Incident } from '@candor/core/incident';
import type { Store } from '../../adapters/store/store.ts';
import { selectJudged } from '../../impact/store/judged-messages.ts';

/** Every copy of each message that has an undetermined one, message after message. */
export function selectUndetermined(store: Store, incident: Incident, version: number) {
  const undetermined = store.db
    .selectFrom('exposure_verdict')
    .innerJoin('evidence_copy', 'evidence_copy.id', 'exposure_verdict.copy_id')
    .select('evidence_copy.fingerprint')
    .where('exposure_verdict.version', '=', version)
    .where('exposure_verdict.verdict', '=', 'undetermined');
  return selectJudged(store, version)
    .select([
      'evidence_copy.custodian',
      'evidence_copy.fingerprint',
      'evidence_copy.addresses',
      'evidence_copy.date',
      'evidence_copy.draft',
      'evidence_copy.folder',
      'evidence_copy.labels',
      'exposure_verdict.verdict',
    ])
    .where('evidence_copy.fingerprint', 'in', undetermined)
    .where(
      'evidence_copy.custodian',
      'in',
      incident.mailboxes.map(({ custodian }) => custodian),
    );
}

/** Every copy of each message that rests on undecided records in part, or is dated after a time. */
export function selectGrounds(store: Store, incident: Incident, version: number, after: Instant) {
  const weak = store.db
    .selectFrom('exposure_verdict as weak')
    .innerJoin('evidence_copy as copy', 'copy.id', 'weak.copy_id')
    .select('copy.fingerprint')
    .where('weak.version', '=', version)
    .where('weak.verdict', 'in', TOLD)
    .where((where) => where.or([where('weak.undecided', '=', 1), where('copy.date', '>', after)]));
  return selectJudged(store, version)
    .select([
      'evidence_copy.fingerprint',
      'evidence_copy.addresses',
      'evidence_copy.date',
      'evidence_copy.arrival_source',
      'evidence_copy.arrived_from',
      'evidence_copy.custodian',
      'evidence_copy.draft',
      'evidence_copy.folder',
      'evidence_copy.labels',
      'exposure_verdict.verdict',
      'exposure_verdict.undecided',
    ])
    .where('evidence_copy.fingerprint', 'in', weak)
    .where(
      'evidence_copy.custodian',
      'in',
      incident.mailboxes.map(({ custodian }) => custodian),
    );
}

/** Copies of a notified version whose mailbox no longer has a copy of the message. */
function selectGone(store: Store, before: number, now: number) {
  const { db } = store;
  const kept = db.selectFrom('exposure_verdict').select('copy_id').where('version', '=', now);
  const gone = db
    .selectFrom('exposure_verdict')
    .innerJoin('evidence_copy', 'evidence_copy.id', 'exposure_verdict.copy_id')
    .where('exposure_verdict.version', '=', before)
    .where('exposure_verdict.verdict', 'not in', ['no-evidence', 'absent'])
    .where('exposure_verdict.copy_id', 'not in', kept);
  const again = db
    .selectFrom('evidence_copy as other')
    .select(['other.custodian', 'other.fingerprint'])
    .where('other.id', 'in', kept)
    .where('other.fingerprint', 'in', gone.select('evidence_copy.fingerprint'));
  return gone
    .leftJoin(again.as('again'), (join) =>
      join
        .onRef('again.custodian', '=', 'evidence_copy.custodian')
        .onRef('again.fingerprint', '=', 'evidence_copy.fingerprint'),
    )
    .where('again.fingerprint', 'is', null)
    .select([
      'evidence_copy.custodian',
      'evidence_copy.draft',
      'evidence_copy.folder',
      'evidence_copy.labels',
      'evidence_copy.addresses',
    ]);
}

/** Rows of one batch; each holds a copy's addresses, about 0.5 KB. */
const BATCH_ROWS = 2000;

/**
 * Copies that one version found exposed and a later one does not have, nor any other of the same message in the
 * mailbox.
 */
export function streamGone(store: Store, before: number, now: number) {
  return store.stream(selectGone(store, before, now), BATCH_ROWS);
}

/** Verdicts that parties are notified of. */
const TOLD: readonly string[] = ['accessed', 'presumed', 'partial', 'possible', 'undetermined'];

/**
 * Copies of messages that hold a finding, or something that was not searched, or were not searched at all although
 * parties are told of them: `search` is null then. What is counted of them the caller says.
 */
export function selectSearched(store: Store, { mailboxes }: Incident, version: number) {
  const holding = store.db.selectFrom('impact_finding').select('fingerprint');
  const told = store.db
    .selectFrom('exposure_verdict as told')
    .innerJoin('evidence_copy as copy', 'copy.id', 'told.copy_id')
    .select('copy.fingerprint')
    .where('told.version', '=', version)
    .where('told.verdict', 'in', TOLD);
  return selectJudged(store, version)
    .leftJoin('impact_searched', 'impact_searched.fingerprint', 'evidence_copy.fingerprint')
    .select([
      'evidence_copy.custodian',
      'evidence_copy.fingerprint',
      'evidence_copy.addresses',
      'evidence_copy.draft',
      'evidence_copy.folder',
      'evidence_copy.labels',
      'exposure_verdict.verdict',
      'impact_searched.search',
      'impact_searched.unread',
      'impact_searched.attached',
      'evidence_copy.location',
    ])
    .where(
      'evidence_copy.custodian',
      'in',
      mailboxes.map(({ custodian }) => custodian),
    )
    .where((where) =>
      where.or([
        where('impact_searched.unread', 'is not', null),
        where('evidence_copy.fingerprint', 'in', holding),
        where.and([where('impact_searched.search', 'is', null), where('evidence_copy.fingerprint', 'in', told)]),
      ]),
    );
}
