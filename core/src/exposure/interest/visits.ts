import type { Instant } from '@candor/core/base';
import type { AccessKind } from '@candor/core/evidence/record';
import type { InterestCitation, IntruderRecord } from './intruder-record.ts';

/** What was done in one visit: the records of one kind. */
export interface InterestAction {
  readonly kind: AccessKind;
  readonly records: number;
  /** Different messages that these records name. */
  readonly messages: number;
}

/** Records of one mailbox that follow one another with no other mailbox and no long pause between them. */
export interface InterestVisit {
  readonly custodian: string | null;
  readonly foreignMailbox: string | null;
  readonly first: Instant;
  readonly last: Instant;
  /** In the order of their first record. */
  readonly actions: readonly InterestAction[];
  /** As recorded, in the order in which they were visited. */
  readonly folders: readonly string[];
  /** As recorded. */
  readonly queries: readonly string[];
  /** Every record, by time. */
  readonly citations: readonly InterestCitation[];
}

/** A longer pause ends a visit: somebody who comes back after a night begins another one. */
const LONGEST_PAUSE_SECONDS = 6 * 3600;

/** The story: records sorted by time, as visits. */
export function toVisits(sorted: readonly IntruderRecord[]): readonly InterestVisit[] {
  const visits: IntruderRecord[][] = [];
  for (const record of sorted) {
    const visit = visits.at(-1);
    const last = visit?.at(-1);
    if (visit !== undefined && last !== undefined && isSameVisit(last, record)) visit.push(record);
    else visits.push([record]);
  }
  return visits.map(toVisit);
}

function isSameVisit(last: IntruderRecord, next: IntruderRecord): boolean {
  const isSameMailbox = last.custodian === next.custodian && last.foreignMailbox === next.foreignMailbox;
  return isSameMailbox && next.time - last.time <= LONGEST_PAUSE_SECONDS;
}

function toVisit(records: readonly IntruderRecord[]): InterestVisit {
  const [first, last] = [records[0], records.at(-1)];
  if (first === undefined || last === undefined) throw new Error('a visit has a record');
  const kinds = [...Map.groupBy(records, ({ kind }) => kind)];
  return {
    custodian: first.custodian,
    foreignMailbox: first.foreignMailbox,
    first: first.time,
    last: last.time,
    actions: kinds.map(([kind, some]) => ({ kind, records: some.length, messages: countMessages(some) })),
    folders: [...new Set(records.flatMap(({ folders }) => folders))],
    queries: records.flatMap(({ query }) => query ?? []),
    citations: records.map(({ id, sources }) => ({ record: id, sources })),
  };
}

function countMessages(records: readonly IntruderRecord[]): number {
  return new Set(records.flatMap(({ items }) => items.flatMap(({ messageId }) => messageId ?? []))).size;
}
