import { compareUtf8, type Instant } from '@candor/core/base';
import type { AccessKind, AuditRecord } from '@candor/core/evidence/record';

/** A longer pause ends a visit. */
const MAX_PAUSE_SECONDS = 6 * 3600;

// What the intruder looked for and where it went, from its own records (docs/formats/interest.md).

export interface InterestSearch {
  readonly time: Instant;
  readonly custodian: string | null;
  readonly query: string | null;
  /** Copies that the replayed query hits; null if it cannot be replayed. */
  readonly hits: number | null;
  /** Words and people of the response in the query, or `mailbox` for a search in a mailbox of the response. */
  readonly about: readonly string[];
  readonly record: string;
  readonly sources: readonly string[];
}

export interface InterestFolder {
  readonly custodian: string | null;
  readonly folder: string;
  /** From the folder list; null if not listed. */
  readonly path: string | null;
  readonly first: Instant;
  readonly last: Instant;
  readonly records: number;
  readonly kinds: readonly AccessKind[];
  /** Every record that names the folder, by time. */
  readonly citations: readonly InterestCitation[];
}

export interface InterestOpening {
  readonly time: Instant;
  readonly custodian: string | null;
  readonly operation: string;
  readonly messageId: string;
  /** The copies with that Message-ID in the mailbox; empty if it holds none. */
  readonly locations: readonly string[];
  readonly subject: string | null;
  readonly from: string | null;
  readonly about: readonly string[];
  readonly record: string;
  readonly sources: readonly string[];
}

export interface InterestMailbox {
  readonly custodian: string | null;
  readonly foreignMailbox: string | null;
  readonly first: Instant;
  readonly last: Instant;
  readonly records: number;
  readonly searches: number;
  readonly folders: number;
  readonly openings: number;
}

/** Searches in chronological order. */
export interface InterestTrail {
  readonly visits: readonly InterestVisit[];
  readonly mailboxes: readonly InterestMailbox[];
  readonly searches: readonly Omit<InterestSearch, 'hits' | 'about'>[];
  readonly folders: readonly Omit<InterestFolder, 'path'>[];
  readonly openings: readonly Omit<InterestOpening, 'locations' | 'subject' | 'from' | 'about'>[];
}

interface Span {
  first: Instant;
  last: Instant;
  records: number;
}

interface FolderCount extends Span {
  readonly of: IntruderRecord;
  readonly folder: string;
  readonly kinds: Set<AccessKind>;
  readonly citations: InterestCitation[];
}

interface MailboxCount extends Span {
  readonly of: IntruderRecord;
  searches: number;
  folders: number;
  openings: number;
}

/** Kinds whose records name single messages. `send`: what it answered or sent. */
const OPENING: ReadonlySet<AccessKind> = new Set(['bind', 'handle', 'send']);

/** The intruder's records in chronological order, as a trail. Omits sign-ins. */
export function toInterestTrail(records: Iterable<IntruderRecord>): InterestTrail {
  const sorted = [...records]
    .filter(({ kind }) => kind !== 'sign-in')
    .sort((a, b) => a.time - b.time || compareUtf8(a.id, b.id));
  const searches: InterestTrail['searches'][number][] = [];
  const openings: InterestTrail['openings'][number][] = [];
  const folders = new Map<string, FolderCount>();
  const mailboxes = new Map<string, MailboxCount>();
  for (const record of sorted) {
    const { time, custodian, id, sources, kind } = record;
    const key = JSON.stringify([custodian, record.foreignMailbox]);
    const mailbox = mailboxes.get(key) ?? { ...begin(time), of: record, searches: 0, folders: 0, openings: 0 };
    mailboxes.set(key, mailbox);
    visit(mailbox, time);
    if (kind === 'search') {
      mailbox.searches += 1;
      searches.push({ time, custodian, query: record.query, record: id, sources });
    }
    for (const name of new Set(record.folders)) {
      const place = `${key}${name}`;
      const folder = folders.get(place) ?? beginFolder(record, name);
      if (folder.records === 0) mailbox.folders += 1;
      folders.set(place, folder);
      visit(folder, time);
      folder.kinds.add(kind);
      folder.citations.push({ record: id, sources });
    }
    if (!OPENING.has(kind)) continue;
    for (const messageId of new Set(record.items.flatMap((item) => item.messageId ?? []))) {
      mailbox.openings += 1;
      openings.push({ time, custodian, operation: record.operation, messageId, record: id, sources });
    }
  }
  return {
    visits: toVisits(sorted),
    mailboxes: [...mailboxes.values()].map(({ of, ...counts }) => {
      return { custodian: of.custodian, foreignMailbox: of.foreignMailbox, ...counts };
    }),
    searches,
    folders: [...folders.values()].map(({ of, kinds, ...folder }) => {
      return { custodian: of.custodian, ...folder, kinds: [...kinds].sort() };
    }),
    openings,
  };
}

function begin(time: Instant): Span {
  return { first: time, last: time, records: 0 };
}

function beginFolder(of: IntruderRecord, folder: string): FolderCount {
  return { ...begin(of.time), of, folder, kinds: new Set(), citations: [] };
}

function visit(place: Span, time: Instant): void {
  place.records += 1;
  place.last = time;
}

/** Actions of one visit: the records of one kind. */
export interface InterestAction {
  readonly kind: AccessKind;
  readonly records: number;
  readonly messages: number;
}

export interface InterestVisit {
  readonly custodian: string | null;
  readonly foreignMailbox: string | null;
  readonly first: Instant;
  readonly last: Instant;
  readonly actions: readonly InterestAction[];
  readonly folders: readonly string[];
  readonly queries: readonly string[];
  readonly citations: readonly InterestCitation[];
}

/** Groups records sorted by time into visits. */
function toVisits(sorted: readonly IntruderRecord[]): readonly InterestVisit[] {
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
  return isSameMailbox && next.time - last.time <= MAX_PAUSE_SECONDS;
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

/** One intruder record with its places in the logs. */
export interface IntruderRecord
  extends Pick<AuditRecord, 'id' | 'time' | 'kind' | 'operation' | 'query' | 'items' | 'folders'> {
  /** Null: not of a supplied mailbox. */
  readonly custodian: string | null;
  /** The recorded mailbox if it was not supplied; null when missing. */
  readonly foreignMailbox: string | null;
  /** `file:line` or `file, row n` of every row. */
  readonly sources: readonly string[];
}

export interface InterestCitation {
  readonly record: string;
  readonly sources: readonly string[];
}
