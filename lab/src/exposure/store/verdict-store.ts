import type { VersionRow } from '@candor/core/exposure/explain';
import type { Verdict } from '@candor/core/exposure/verdict';
import type { Store } from '../../adapters/store/store.ts';
import type { PlacedCopy } from '../../evidence/store/found-copy-store.ts';
import { selectArrival } from '../../evidence/store/select-arrival.ts';
import { type KeptReason, readReasons } from './verdict-writer.ts';

/** Every copy of a version with its verdict, in UTF-8 order of custodian, then location, as exposure.jsonl has them. */
export function streamExposure(store: Store, version: number) {
  // A cross join is done in the order in which it is written: by the index of the copies, so that nothing has to be
  // sorted.
  const query = store.db
    .selectFrom('evidence_copy')
    .crossJoin('exposure_verdict')
    .leftJoin('exposure_arrival', 'exposure_arrival.copy_id', 'evidence_copy.id')
    .select(({ fn, ref }) => fn.coalesce(ref('exposure_arrival.arrived'), ref('evidence_copy.arrived')).as('arrived'))
    .select([
      'evidence_copy.custodian',
      'evidence_copy.location',
      'evidence_copy.folder',
      'evidence_copy.labels',
      'evidence_copy.message_id',
      'evidence_copy.date',
      'evidence_copy.fingerprint',
      'exposure_verdict.verdict',
      'exposure_verdict.reasons',
    ])
    .whereRef('exposure_verdict.copy_id', '=', 'evidence_copy.id')
    .where('exposure_verdict.version', '=', version)
    .orderBy('evidence_copy.custodian')
    .orderBy('evidence_copy.location');
  return store.stream(query);
}

/** Maximum copies shown; a Message-ID has few, and a screen shows no more. */
const COPIES_LIMIT = 200;

/** The judged copies at a location, or with a Message-ID. */
export function listJudgedCopies(
  store: Store,
  version: number,
  { location, messageId }: { readonly location: string; readonly messageId: string | null },
) {
  return selectCopies(store, version)
    .where((where) => where.or([where('location', '=', location), where('message_id', '=', messageId)]))
    .orderBy('custodian')
    .orderBy('location')
    .limit(COPIES_LIMIT)
    .execute();
}

/** The judged copies of a mailbox, by location. */
export function streamMailboxCopies(store: Store, version: number, custodian: string) {
  return store.stream(selectCopies(store, version).where('custodian', '=', custodian).orderBy('location'));
}

/** The judged copies with these ids, in the order of the ids. */
export async function findJudgedCopies(
  store: Store,
  version: number,
  ids: readonly number[],
): Promise<readonly JudgedCopyRow[]> {
  if (ids.length === 0) return [];
  const rows = await selectCopies(store, version)
    .select('evidence_copy.id')
    .where('evidence_copy.id', 'in', ids)
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The reasons of copies that a search hits. */
export async function* streamSearchHits(store: Store, version: number): AsyncIterable<readonly KeptReason[]> {
  const query = store.db
    .selectFrom('exposure_verdict')
    .select(['copy_id', 'reasons'])
    .where('version', '=', version)
    .where('reasons', 'like', '%"search-hit"%');
  for await (const rows of store.stream(query))
    for (const { copy_id: copy, reasons } of rows) yield readReasons(reasons, String(copy));
}

/** Copies that two versions judged, counted by mailbox and by both verdicts. */
export async function countMoves(store: Store, before: number, after: number): Promise<readonly VerdictMove[]> {
  const rows = await store.db
    .selectFrom('exposure_verdict as before')
    .innerJoin('exposure_verdict as after', 'after.copy_id', 'before.copy_id')
    .innerJoin('evidence_copy', 'evidence_copy.id', 'before.copy_id')
    .select(({ fn }) => [
      'evidence_copy.custodian',
      'before.verdict as from',
      'after.verdict as to',
      fn.countAll<number>().as('copies'),
    ])
    .where('before.version', '=', before)
    .where('after.version', '=', after)
    .groupBy(['evidence_copy.custodian', 'before.verdict', 'after.verdict'])
    .execute();
  return rows.map(({ custodian, from, to, copies }) => {
    return { custodian, from: from as Verdict, to: to as Verdict, copies: Number(copies) };
  });
}

/** Every judged copy of a version with its reasons and its file's digest; null when unknown. */
export async function* streamReasons(store: Store, version: number) {
  const query = store.db
    .selectFrom('exposure_verdict')
    .innerJoin('evidence_copy', 'evidence_copy.id', 'exposure_verdict.copy_id')
    .leftJoin('evidence_file', (join) =>
      join
        .onRef('evidence_file.shard_id', '=', 'evidence_copy.shard_id')
        .onRef('evidence_file.path', '=', 'evidence_copy.file'),
    )
    .select(['evidence_copy.custodian', 'location', 'verdict', 'reasons', 'evidence_file.sha256 as file'])
    .where('version', '=', version);
  for await (const rows of store.stream(query)) {
    for (const { custodian, location, verdict, reasons, file } of rows)
      yield { custodian, location, verdict: verdict as Verdict, reasons, file: file === '' ? null : file };
  }
}

/** Values of one query. */
const IDS_AT_ONCE = 500;

/** The judged copies in a mailbox that have one of these Message-IDs. */
export async function findPlacedCopies(
  store: Store,
  version: number,
  custodian: string,
  messageIds: readonly (string | null)[],
): Promise<readonly (PlacedCopy & { readonly messageId: string | null })[]> {
  const found: (PlacedCopy & { readonly messageId: string | null })[] = [];
  for (let at = 0; at < messageIds.length; at += IDS_AT_ONCE) {
    const rows = await store.db
      .selectFrom('evidence_copy')
      .innerJoin('exposure_verdict', 'exposure_verdict.copy_id', 'evidence_copy.id')
      .select(['shard_id', 'location', 'file', 'members', 'position', 'length', 'sha256', 'message_id'])
      .where('version', '=', version)
      .where('custodian', '=', custodian)
      .where('message_id', 'in', messageIds.slice(at, at + IDS_AT_ONCE))
      .execute();
    for (const { shard_id: shardId, members, sha256, message_id: messageId, ...place } of rows)
      found.push({
        ...place,
        messageId,
        shardId,
        isPacked: members !== null,
        sha256: sha256 === null ? null : Buffer.from(sha256).toString('hex'),
      });
  }
  return found;
}

export function selectCopies(store: Store, version: number) {
  return store.db
    .selectFrom('evidence_copy')
    .innerJoin('exposure_verdict', (join) =>
      join.onRef('exposure_verdict.copy_id', '=', 'evidence_copy.id').on('exposure_verdict.version', '=', version),
    )
    .leftJoin('exposure_arrival', 'exposure_arrival.copy_id', 'evidence_copy.id')
    .select(selectArrival)
    .select([
      'custodian',
      'location',
      'folder',
      'message_id',
      'date',
      'fingerprint',
      'file',
      'members',
      'position',
      'length',
      'sha256',
      'verdict',
      'reasons',
    ]);
}

export type JudgedCopyRow = Awaited<ReturnType<ReturnType<typeof selectCopies>['execute']>>[number];

/** Copies that would get another verdict. */
export interface VerdictMove {
  readonly custodian: string;
  readonly from: Verdict;
  readonly to: Verdict;
  readonly copies: number;
}

/** The rows of a version in the order of exposure.jsonl. */
export async function readVersionRows(store: Store, version: number): Promise<VersionRow[]> {
  const query = store.db
    .selectFrom('exposure_verdict')
    .innerJoin('evidence_copy', 'evidence_copy.id', 'exposure_verdict.copy_id')
    .select(['custodian', 'location', 'verdict'])
    .where('version', '=', version)
    .orderBy('custodian')
    .orderBy('location');
  const rows: VersionRow[] = [];
  for await (const batch of store.stream(query)) {
    for (const row of batch) rows.push({ ...row, verdict: row.verdict as Verdict });
  }
  return rows;
}

/** Digests of the files whose copies a version judged. */
export async function readJudgedFiles(store: Store, version: number): Promise<ReadonlySet<string>> {
  const rows = await store.db
    .selectFrom('exposure_verdict')
    .innerJoin('evidence_copy', 'evidence_copy.id', 'exposure_verdict.copy_id')
    .innerJoin('evidence_file', (join) =>
      join
        .onRef('evidence_file.shard_id', '=', 'evidence_copy.shard_id')
        .onRef('evidence_file.path', '=', 'evidence_copy.file'),
    )
    .select('evidence_file.sha256')
    .distinct()
    .where('version', '=', version)
    .execute();
  return new Set(rows.map(({ sha256 }) => sha256));
}
/** Rows of a version that another one does not have just so, in the order of exposure.jsonl. */
export async function readDifferingVerdicts(
  store: Store,
  version: number,
  other: number,
): Promise<{ readonly custodian: string; readonly location: string; readonly verdict: Verdict }[]> {
  const query = store.db
    .selectFrom('exposure_verdict as own')
    .innerJoin('evidence_copy', 'evidence_copy.id', 'own.copy_id')
    .leftJoin('exposure_verdict as same', (join) =>
      join
        .onRef('same.copy_id', '=', 'own.copy_id')
        .on('same.version', '=', other)
        .onRef('same.verdict', '=', 'own.verdict'),
    )
    .select(['evidence_copy.custodian', 'evidence_copy.location', 'own.verdict'])
    .where('own.version', '=', version)
    .where('same.copy_id', 'is', null)
    .orderBy('evidence_copy.custodian')
    .orderBy('evidence_copy.location');
  const rows: { custodian: string; location: string; verdict: Verdict }[] = [];
  for await (const batch of store.stream(query))
    for (const row of batch) rows.push({ ...row, verdict: row.verdict as Verdict });
  return rows;
}
