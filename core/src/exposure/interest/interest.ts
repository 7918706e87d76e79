import { compareUtf8, type Instant } from '@candor/core/base';
import type { AccessKind } from '@candor/core/evidence/record';
import type { InterestCitation, IntruderRecord } from './intruder-record.ts';
import { type InterestVisit, toVisits } from './visits.ts';

// What the intruder looked for and where it went, told from its own records alone (docs/formats/interest.md).

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
  /** Every record that names the folder, by time. */
  readonly citations: readonly InterestCitation[];
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

/** Kinds whose records name messages one by one. `send`: what it answered or sent. */
const OPENING: ReadonlySet<AccessKind> = new Set(['bind', 'handle', 'send']);

/** The intruder's records, in the order of time, as a trail. Sign-ins lead nowhere and are left out. */
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
