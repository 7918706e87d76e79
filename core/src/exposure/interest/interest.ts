import { compareUtf8, type Instant } from '@candor/core/base';
import type { AccessKind, AccessRecord } from '@candor/core/evidence/record';

// What the intruder looked for and where it went, told from its own records alone (docs/formats/interest.md).

/** One record of the intruder, with where it stands in the logs. */
export interface IntruderRecord
  extends Pick<AccessRecord, 'id' | 'time' | 'kind' | 'operation' | 'query' | 'items' | 'folders'> {
  /** Null: the record is of no supplied mailbox. */
  readonly custodian: string | null;
  /** What the record gives as its mailbox where nobody supplied it; null where it names none. */
  readonly foreignMailbox: string | null;
  /** `file:line` or `file, row n`, of every row. */
  readonly sources: readonly string[];
}

/** One search. */
export interface InterestSearch {
  readonly time: Instant;
  readonly custodian: string | null;
  readonly query: string | null;
  /** Copies that the replayed query hits; null where it could not be replayed. */
  readonly hits: number | null;
  /** Words and people of the response in the query, or `mailbox` where it searched a mailbox of the response. */
  readonly about: readonly string[];
  readonly record: string;
  readonly sources: readonly string[];
}

/** One folder of one mailbox that records of the intruder name. */
export interface InterestFolder {
  readonly custodian: string | null;
  /** As recorded. */
  readonly folder: string;
  /** By the folder list; null where it is not listed. */
  readonly path: string | null;
  readonly first: Instant;
  readonly last: Instant;
  readonly records: number;
  readonly kinds: readonly AccessKind[];
  readonly record: string;
  /** Of the first record. */
  readonly sources: readonly string[];
}

/** A message that a record names one by one. */
export interface InterestOpening {
  readonly time: Instant;
  readonly custodian: string | null;
  readonly operation: string;
  readonly messageId: string;
  /** The copies of that Message-ID in the mailbox. Empty: the mailbox does not hold it. */
  readonly locations: readonly string[];
  readonly subject: string | null;
  readonly from: string | null;
  readonly about: readonly string[];
  readonly record: string;
  readonly sources: readonly string[];
}

/** Where it went: one mailbox. */
export interface InterestMailbox {
  readonly custodian: string | null;
  /** Of a mailbox that nobody supplied: as recorded. */
  readonly foreignMailbox: string | null;
  readonly first: Instant;
  readonly last: Instant;
  readonly records: number;
  readonly searches: number;
  readonly folders: number;
  readonly openings: number;
}

/** What was looked for and where, in the order in which it happened. */
export interface InterestTrail {
  readonly mailboxes: readonly InterestMailbox[];
  readonly searches: readonly Omit<InterestSearch, 'hits' | 'about'>[];
  readonly folders: readonly Omit<InterestFolder, 'path'>[];
  readonly openings: readonly Omit<InterestOpening, 'locations' | 'subject' | 'from' | 'about'>[];
}

interface Visit {
  first: Instant;
  last: Instant;
  records: number;
}

/** Kinds whose records name messages one by one. `send`: what it answered or sent. */
const OPENING: ReadonlySet<AccessKind> = new Set(['bind', 'handle', 'send']);

/** The intruder's records, in the order of time, as a trail. Sign-ins lead nowhere and are left out. */
export function toInterestTrail(records: Iterable<IntruderRecord>): InterestTrail {
  const sorted = [...records]
    .filter(({ kind }) => kind !== 'sign-in')
    .sort((a, b) => a.time - b.time || compareUtf8(a.id, b.id));
  const searches: InterestTrail['searches'][number][] = [];
  const openings: InterestTrail['openings'][number][] = [];
  const folders = new Map<string, Visit & { of: IntruderRecord; folder: string; kinds: Set<AccessKind> }>();
  const mailboxes = new Map<
    string,
    Visit & { of: IntruderRecord; searches: number; folders: number; openings: number }
  >();
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
      const folder = folders.get(place) ?? { ...begin(time), of: record, folder: name, kinds: new Set<AccessKind>() };
      if (folder.records === 0) mailbox.folders += 1;
      folders.set(place, folder);
      visit(folder, time);
      folder.kinds.add(kind);
    }
    if (!OPENING.has(kind)) continue;
    for (const messageId of new Set(record.items.flatMap((item) => item.messageId ?? []))) {
      mailbox.openings += 1;
      openings.push({ time, custodian, operation: record.operation, messageId, record: id, sources });
    }
  }
  return {
    mailboxes: [...mailboxes.values()].map(({ of, ...counts }) => {
      return { custodian: of.custodian, foreignMailbox: of.foreignMailbox, ...counts };
    }),
    searches,
    folders: [...folders.values()].map(({ of, folder, kinds, first, last, records: count }) => {
      const place = { custodian: of.custodian, folder, first, last, records: count, kinds: [...kinds].sort() };
      return { ...place, record: of.id, sources: of.sources };
    }),
    openings,
  };
}

function begin(time: Instant): Visit {
  return { first: time, last: time, records: 0 };
}

function visit(place: Visit, time: Instant): void {
  place.records += 1;
  place.last = time;
}
