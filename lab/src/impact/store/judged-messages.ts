import type { ListedFolder } from '@candor/core/incident';
import type { Compilable } from 'kysely';
import type { Store } from '../../adapters/store/store.ts';
import { createDraftRowTest, type DraftRow } from '../draft-rows.ts';

/** Rows of one batch; each holds a copy's addresses, about 0.5 KB. */
const batchRows = 2000;

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

/** What is counted of every judged copy of a version. */
export function streamTallyRows(store: Store, version: number) {
  const query = selectJudged(store, version).select([
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
  return store.stream(query, batchRows);
}

/** Addresses of the messages that the intruder sent. */
export async function* streamSentAddresses(store: Store, version: number): AsyncIterable<string> {
  const query = selectJudged(store, version)
    .select('evidence_copy.addresses')
    .where('exposure_verdict.intruder_sent', '=', 1);
  for await (const rows of store.stream(query)) for (const { addresses } of rows) yield addresses;
}
