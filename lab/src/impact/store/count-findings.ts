import type { Confidence, FindingKind } from '@candor/core/impact/detectors';
import type { SearchCoverage, UnreadSize } from '@candor/core/impact/findings';
import type { Store } from '../../adapters/store/store.ts';
import { type ExposedScope, selectExposed } from './exposed-copies.ts';
import { streamFoundMessages } from './found-messages.ts';
import { readUnread } from './found-rows.ts';

export interface KindCounts {
  readonly certain: number;
  readonly likely: number;
  readonly weak: number;
  /** Distinct values. */
  readonly values: number;
  readonly messages: number;
}

/** Which messages were searched, and what was not. */
export type SearchedCounts = SearchCoverage;

/** What was found in the exposed messages of a version, as it was detected: decisions of people change none of it. */
export interface FindingCounts extends SearchedCounts {
  /** Exposed messages with a finding. */
  readonly messages: number;
  readonly kinds: Readonly<Record<string, KindCounts>>;
}

export async function countFindings(store: Store, scope: ExposedScope): Promise<FindingCounts> {
  const tallies = new Map<FindingKind, Record<Confidence, number> & { values: Set<number>; messages: number }>();
  const exposed = await listExposedFound(store, scope);
  for await (const { fingerprint, findings } of streamFoundMessages(store)) {
    if (!exposed.has(fingerprint)) continue;
    for (const { kind, confidence, value } of findings) {
      const tally = tallies.get(kind) ?? { certain: 0, likely: 0, weak: 0, values: new Set<number>(), messages: 0 };
      tallies.set(kind, tally);
      tally[confidence] += 1;
      tally.values.add(value);
    }
    for (const kind of new Set(findings.map((finding) => finding.kind))) {
      const tally = tallies.get(kind);
      if (tally !== undefined) tally.messages += 1;
    }
  }
  const kinds = [...tallies]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, { values, ...tally }]): [string, KindCounts] => [
      kind,
      { certain: tally.certain, likely: tally.likely, weak: tally.weak, values: values.size, messages: tally.messages },
    ]);
  return { ...(await countSearched(store, scope)), messages: exposed.size, kinds: Object.fromEntries(kinds) };
}

/** Fingerprints (hex) of the exposed messages that hold a finding. */
export async function listExposedFound(store: Store, scope: ExposedScope): Promise<ReadonlySet<string>> {
  const query = selectExposed(store, scope)
    .select('evidence_copy.fingerprint')
    .distinct()
    .where('evidence_copy.fingerprint', 'in', store.db.selectFrom('impact_finding').select('fingerprint'));
  const found = new Set<string>();
  for await (const rows of store.stream(query))
    for (const { fingerprint } of rows) found.add(Buffer.from(fingerprint).toString('hex'));
  return found;
}

export async function countSearched(store: Store, scope: ExposedScope): Promise<SearchedCounts> {
  const messages = selectExposed(store, scope)
    .leftJoin('impact_searched', 'impact_searched.fingerprint', 'evidence_copy.fingerprint')
    .select(['evidence_copy.fingerprint', 'impact_searched.search', 'unread', 'erased_at'])
    .groupBy('evidence_copy.fingerprint');
  const query = store.db
    .selectFrom(messages.as('message'))
    .select(({ fn, case: when }) => [
      when().when('search', 'is', null).then(0).when('erased_at', 'is', null).then(1).else(2).end().as('is'),
      'unread',
      fn.countAll<number>().as('messages'),
    ])
    .groupBy(['is', 'unread'])
    .orderBy('unread');
  let searched = 0;
  let unsearched = 0;
  let erased = 0;
  const unread = new Map<string, number>();
  const sizes = new Map<string, UnreadSize>();
  for (const row of await query.execute()) {
    const count = Number(row.messages);
    if (row.is === 0) unsearched += count;
    else if (row.is === 1) searched += count;
    else erased += count;
    for (const { reason, parts, bytes } of readUnread(row.unread, 'a message')) {
      unread.set(reason, (unread.get(reason) ?? 0) + count);
      const size = sizes.get(reason) ?? { parts: 0, bytes: 0 };
      sizes.set(reason, { parts: size.parts + parts * count, bytes: size.bytes + bytes * count });
    }
  }
  const unreadSizes = toRecord([...sizes].filter(([, { parts }]) => parts > 0));
  const unreached = await countUnreached(store, scope);
  const counted = { searched, unsearched, unreached, erased, unread: toRecord(unread) };
  return Object.keys(unreadSizes).length === 0 ? counted : { ...counted, unreadSizes };
}

function toRecord<T>(entries: Iterable<readonly [string, T]>): Readonly<Record<string, T>> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Messages with an undetermined copy and no copy that is searched. */
async function countUnreached(store: Store, scope: ExposedScope): Promise<number> {
  const { messages } = await store.db
    .selectFrom('exposure_verdict')
    .innerJoin('evidence_copy', 'evidence_copy.id', 'exposure_verdict.copy_id')
    .select(({ fn }) => fn.count<number>('evidence_copy.fingerprint').distinct().as('messages'))
    .where('exposure_verdict.version', '=', scope.version)
    .where('exposure_verdict.verdict', '=', 'undetermined')
    .where('evidence_copy.fingerprint', 'not in', selectExposed(store, scope).select('evidence_copy.fingerprint'))
    .executeTakeFirstOrThrow();
  return Number(messages);
}
