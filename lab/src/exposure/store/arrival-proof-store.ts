import type { Arrival, ArrivalSource, ArrivalWitness } from '@candor/core/evidence/message';
import type { Store } from '../../adapters/store/store.ts';
import { isTexts, readStored } from '../../adapters/store/stored-json.ts';
import { readLabels } from '../../evidence/store/label-list.ts';
import { unpackAddresses } from '../../evidence/store/packed-addresses.ts';

/** What of a copy matters to where it was sent from. */
export interface SentCandidate {
  readonly id: number;
  readonly custodian: string;
  readonly folder: string | null;
  readonly labels: readonly string[] | null;
  /** The item of an Outlook file says that the mailbox's owner sent it. */
  readonly isByOwner: boolean;
  readonly fingerprint: Uint8Array;
  readonly names: readonly string[];
  /** Ids of In-Reply-To. */
  readonly answers: readonly string[];
  /** Readable addresses of From. */
  readonly from: readonly string[];
}

/** Folders of copies without a `Received`, by mailbox: a few dozen, of millions of copies. */
export async function listUnreceivedFolders({ db }: Store) {
  return db
    .selectFrom('evidence_copy')
    .innerJoin('evidence_shard', 'evidence_shard.id', 'evidence_copy.shard_id')
    .select(['evidence_copy.custodian', 'folder'])
    .distinct()
    .where('current', '=', 1)
    .where('received', 'is', null)
    .where('folder', 'is not', null)
    .execute();
}

/** Copies without a `Received` that lie in one of these folders, have labels, or say that their owner sent them. */
export async function* streamUnreceived(
  store: Store,
  custodian: string,
  folders: readonly string[],
): AsyncIterable<readonly SentCandidate[]> {
  const query = store.db
    .selectFrom('evidence_copy')
    .innerJoin('evidence_shard', 'evidence_shard.id', 'evidence_copy.shard_id')
    .select(['evidence_copy.id', 'evidence_copy.custodian', 'folder', 'labels', 'sent', 'fingerprint', 'message_id'])
    .select(['names', 'parents', 'answers', 'addresses', 'location'])
    .where('current', '=', 1)
    .where('evidence_copy.custodian', '=', custodian)
    .where('received', 'is', null)
    .where((where) =>
      where.or([
        ...(folders.length === 0 ? [] : [where('folder', 'in', folders)]),
        where('labels', 'is not', null),
        where('sent', '=', 1),
      ]),
    );
  for await (const rows of store.stream(query))
    yield rows.map((row) => ({
      ...{ id: row.id, custodian: row.custodian, folder: row.folder, isByOwner: row.sent === 1 },
      labels: readLabels(row.labels, row.location),
      fingerprint: row.fingerprint,
      names: toNames(row),
      answers: row.parents === null ? [] : readTexts(row.parents).slice(0, row.answers ?? 0),
      from: unpackAddresses(row.addresses)
        .filter(({ role, unreadable }) => role === 'from' && unreadable === null)
        .map(({ address }) => address),
    }));
}

function toNames({ names, message_id: messageId }: { names: string | null; message_id: string | null }) {
  if (names !== null) return readTexts(names);
  return messageId === null ? [] : [messageId];
}

function readTexts(text: string): readonly string[] {
  return readStored(isTexts, text, 'evidence_copy', 'names');
}

export async function forgetArrivalProofs(store: Store): Promise<void> {
  await store.deleteInSteps('exposure_own_sent', 'copy_id >= ?', [0]);
  await store.deleteInSteps('exposure_arrival', 'copy_id >= ?', [0]);
}

export function insertOwnSent(store: Store, sent: readonly SentCandidate[]): void {
  store.insertRows(
    'exposure_own_sent',
    ['copy_id', 'custodian', 'fingerprint', 'names', 'answers'],
    sent.map(({ id, custodian, fingerprint, names, answers }) => [
      ...[id, custodian],
      fingerprint,
      JSON.stringify(names),
      JSON.stringify(answers),
    ]),
  );
}

/** A copy with a `Received` and the fingerprint of own sent mail. */
export interface Sibling {
  readonly copy: number;
  readonly received: number;
  readonly names: readonly string[];
  readonly sentNames: readonly string[];
}

export async function* streamSiblings(store: Store): AsyncIterable<readonly Sibling[]> {
  const query = store.db
    .selectFrom('evidence_copy')
    .innerJoin('evidence_shard', 'evidence_shard.id', 'evidence_copy.shard_id')
    .innerJoin('exposure_own_sent', 'exposure_own_sent.fingerprint', 'evidence_copy.fingerprint')
    .select(['exposure_own_sent.copy_id', 'received', 'evidence_copy.message_id', 'evidence_copy.names'])
    .select('exposure_own_sent.names as sent_names')
    .where('current', '=', 1)
    .where('received', 'is not', null);
  for await (const rows of store.stream(query))
    yield rows.map((row) => ({
      ...{ copy: row.copy_id, received: row.received ?? 0 },
      names: toNames(row),
      sentNames: readTexts(row.sent_names),
    }));
}

/** The own sent mail of a mailbox that answers something: its copy's id and the ids that it answers. */
export async function listAnswering({ db }: Store, custodian: string) {
  const rows = await db
    .selectFrom('exposure_own_sent')
    .select(['copy_id', 'answers'])
    .where('custodian', '=', custodian)
    .where('answers', '!=', '[]')
    .execute();
  return rows.map(({ copy_id: copy, answers }) => ({ copy, answers: readTexts(answers) }));
}

/** A copy with what it says of its arrival by itself. */
export interface DatedCopy {
  readonly id: number;
  readonly names: readonly string[];
  readonly date: number | null;
  readonly own: Arrival;
}

export async function* streamDatedCopies(store: Store, custodian: string): AsyncIterable<readonly DatedCopy[]> {
  const query = store.db
    .selectFrom('evidence_copy')
    .innerJoin('evidence_shard', 'evidence_shard.id', 'evidence_copy.shard_id')
    .select(['evidence_copy.id', 'message_id', 'names', 'date', 'arrived', 'arrived_from', 'arrival_source', 'latest'])
    .where('current', '=', 1)
    .where('evidence_copy.custodian', '=', custodian);
  for await (const rows of store.stream(query))
    yield rows.map((row) => ({
      ...{ id: row.id, names: toNames(row), date: row.date },
      own: {
        ...{ at: row.arrived, latest: row.latest },
        from: row.arrived_from as ArrivalWitness,
        source: (row.arrival_source ?? 'none') as ArrivalSource,
      },
    }));
}

/** What is known of a copy's arrival, from wherever. */
export interface SettledArrival {
  readonly copy: number;
  readonly arrival: Arrival;
  readonly answered: number | null;
}

export function insertArrivals(store: Store, settled: readonly SettledArrival[]): Promise<void> {
  return store.insertInSteps(
    'exposure_arrival',
    ['copy_id', 'arrived', 'arrived_from', 'arrival_source', 'latest', 'answered'],
    settled.map(({ copy, arrival: { at, from, source, latest }, answered }) => [
      ...[copy, at, from, source, latest],
      answered,
    ]),
  );
}
