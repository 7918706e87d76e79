import type { ListedFolder } from '@candor/core/incident';
import type { Compilable } from 'kysely';
import type { Store } from '../../adapters/store/store.ts';
import { createDraftRowTest, type DraftRow } from '../draft-rows.ts';

/** Rows of one batch; each holds a copy's addresses, about 0.5 KB. */
const batchRows = 2000;
/** Ids of one query: engines take a limited number of values. */
const batchIds = 500;

/** Every copy of a version with its verdict, the copies of one message adjacent. The caller selects columns. */
export function selectJudged(store: Store, version: number) {
  return store.db
    .selectFrom('exposure_verdict')
    .innerJoin('evidence_copy', 'evidence_copy.id', 'exposure_verdict.copy_id')
    .where('exposure_verdict.version', '=', version)
    .orderBy('evidence_copy.fingerprint')
    .orderBy('evidence_copy.id');
}

/** What is needed of a copy to put it to its message, or to leave it out. */
export type MessageRow = DraftRow & { readonly fingerprint: Uint8Array };

/**
 * Folds the rows of `selectJudged` into messages, each from its non-draft copies: `begin` with the first, `add` with
 * every one. A message may have a hundred thousand copies, so the caller decides what to keep.
 */
export async function* foldMessages<Row extends MessageRow, Message>(
  store: Store,
  query: Compilable<Row>,
  folderLists: ReadonlyMap<string, readonly ListedFolder[]>,
  begin: (first: Row) => Message,
  add: (message: Message, copy: Row) => void,
): AsyncGenerator<Message, void, undefined> {
  const isDraft = createDraftRowTest(folderLists);
  let current: { readonly fingerprint: Uint8Array; readonly message: Message } | null = null;
  for await (const rows of store.stream(query, batchRows)) {
    for (const row of rows) {
      if (isDraft(row)) continue;
      if (current === null || Buffer.compare(current.fingerprint, row.fingerprint) !== 0) {
        if (current !== null) yield current.message;
        current = { fingerprint: row.fingerprint, message: begin(row) };
      }
      add(current.message, row);
    }
  }
  if (current !== null) yield current.message;
}

function selectTallied(store: Store, version: number) {
  return selectJudged(store, version).select([
    'evidence_copy.custodian',
    'evidence_copy.fingerprint',
    'evidence_copy.folder',
    'evidence_copy.labels',
    'evidence_copy.draft',
    'evidence_copy.bulk',
    'evidence_copy.date',
    'evidence_copy.addresses',
    'exposure_verdict.verdict',
    'exposure_verdict.intruder_sent',
    'exposure_verdict.undecided',
  ]);
}

/** What is counted of every judged copy of a version. */
export function streamTallyRows(store: Store, version: number) {
  return store.stream(selectTallied(store, version), batchRows);
}

/** The same of some copies, given in the order of fingerprint and id. */
export async function* streamTallyRowsOf(store: Store, version: number, copies: readonly StoredCopy[]) {
  for (let from = 0; from < copies.length; from += batchIds) {
    const ids = copies.slice(from, from + batchIds).map(({ id }) => id);
    yield await selectTallied(store, version).where('evidence_copy.id', 'in', ids).execute();
  }
}

export interface StoredCopy {
  readonly id: number;
  readonly fingerprint: Uint8Array;
}

/** Each copy of the store with its addresses, in no order; some may be of no version. */
export function streamCopyAddresses(store: Store) {
  return store.stream(store.db.selectFrom('evidence_copy').select(['fingerprint', 'addresses']), batchRows);
}

export function streamFingerprints(store: Store): AsyncIterable<StoredCopy[]> {
  return store.stream(store.db.selectFrom('evidence_copy').select(['id', 'fingerprint']), batchRows);
}

/** Addresses of the messages that the intruder sent. */
export async function* streamSentAddresses(store: Store, version: number): AsyncIterable<string> {
  const query = selectJudged(store, version)
    .select('evidence_copy.addresses')
    .where('exposure_verdict.intruder_sent', '=', 1);
  for await (const rows of store.stream(query)) for (const { addresses } of rows) yield addresses;
}
