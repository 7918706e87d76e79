import type { AuditRecord } from '@candor/core/evidence/record';
import type { Store, StoreValue } from '../../adapters/store/store.ts';
import {
  either,
  isBoolean,
  isNumber,
  isNumbers,
  isText,
  isTexts,
  listOf,
  optional,
  orNull,
  readStored,
  tupleOf,
} from '../../adapters/store/stored-json.ts';

// Payloads are most of a state and rarely read. They are stored in blocks of rows with consecutive ids, one text per
// line: single rows would double the time of writing, larger blocks would slow down lookups.

/** Rows of a block; about 8 KB. The ids of a block are those that give the same number when divided by it. */
const blockRows = 16;

/**
 * Characters of blocks that are written together: so few that their texts are written before the collector of young
 * garbage has to move them twice.
 */
const MAX_WAITING_CHARS = 1024 * 1024;

/** What of a record only few are ever asked for. */
export type RecordPayload = Pick<
  AuditRecord,
  | 'objectId'
  | 'parameters'
  | 'items'
  | 'folders'
  | 'operationCount'
  | 'query'
  | 'crossMailbox'
  | 'destMailboxGuid'
  | 'destMailboxOwnerUpn'
  | 'modified'
  | 'target'
  | 'workload'
  | 'fileName'
> & {
  /** Rows that a merged record was made from; empty for a record of one row. */
  readonly partRows: readonly number[];
};

/**
 * The rest of a record as one JSON list. Items are Message-IDs after a folder index (-1: none) that applies until the
 * next index: a Bind names one folder for all. `partRows` are the rows of a merged record.
 */
export function toPayload(record: AuditRecord, partRows: readonly number[] = []): string {
  const places = [...record.folders];
  const items: (number | string | null)[] = [];
  let last: string | null | undefined;
  for (const { messageId, folder } of record.items) {
    if (folder !== last) {
      let place = folder === null ? -1 : places.indexOf(folder);
      if (place < 0 && folder !== null) place = places.push(folder) - 1;
      items.push(place);
      last = folder;
    }
    items.push(messageId);
  }
  const { objectId, operationCount, query } = record;
  const parameters = record.parameters.flatMap(({ name, value }) => [name, value]);
  const written: WrittenPayload = [
    record.folders.length,
    places,
    items,
    objectId,
    parameters,
    operationCount,
    query,
    partRows,
  ];
  const { crossMailbox, destMailboxGuid, destMailboxOwnerUpn, target, workload, fileName } = record;
  const texts = [destMailboxGuid, destMailboxOwnerUpn, target, workload, fileName];
  if (!crossMailbox && record.modified.length === 0 && texts.every((text) => text === null))
    return JSON.stringify(written);
  const modified = record.modified.flatMap(({ name, newValue }) => [name, newValue]);
  const own: RarePayload = [crossMailbox, destMailboxGuid, destMailboxOwnerUpn, modified, target, workload, fileName];
  return JSON.stringify([...written, ...own]);
}

type WrittenPayload = readonly [
  folderCount: number,
  places: readonly string[],
  items: readonly (number | string | null)[],
  objectId: string | null,
  parameters: readonly string[],
  operationCount: number | null,
  query: string | null,
  partRows: readonly number[],
];

/** What nearly no record has, and which is then left out. */
type RarePayload = readonly [
  crossMailbox: boolean,
  destMailboxGuid: string | null,
  destMailboxOwnerUpn: string | null,
  modified: readonly string[],
  target: string | null,
  workload: string | null,
  fileName: string | null,
];

const isPayload = tupleOf<readonly [...WrittenPayload, ...Partial<RarePayload>]>(
  isNumber,
  isTexts,
  listOf(orNull(either(isNumber, isText))),
  orNull(isText),
  isTexts,
  orNull(isNumber),
  orNull(isText),
  isNumbers,
  optional(isBoolean),
  optional(orNull(isText)),
  optional(orNull(isText)),
  optional(isTexts),
  optional(orNull(isText)),
  optional(orNull(isText)),
  optional(orNull(isText)),
);

/** Reads what `toPayload` wrote for the record of a row, also before there were rare ones. */
export function readPayload(text: string, row: number): RecordPayload {
  const [folderCount, places, flat, objectId, named, operationCount, query, partRows, ...rare] = readStored(
    isPayload,
    text,
    'evidence_access_payload.payloads',
    row,
  );
  const [crossMailbox = false, destMailboxGuid = null, destMailboxOwnerUpn = null, changed = []] = rare;
  const [, , , , target = null, workload = null, fileName = null] = rare;
  const items: RecordPayload['items'][number][] = [];
  let folder: string | null = null;
  for (const text of flat) {
    if (typeof text === 'number') folder = places[text] ?? null;
    else items.push({ folder, messageId: text });
  }
  const parameters = toPairs(named).map(([name, value]) => ({ name, value }));
  const modified = toPairs(changed).map(([name, newValue]) => ({ name, newValue }));
  const folders = places.slice(0, folderCount);
  const others = { crossMailbox, destMailboxGuid, destMailboxOwnerUpn, modified, target, workload, fileName };
  return { folders, items, objectId, parameters, operationCount, query, partRows, ...others };
}

function toPairs(texts: readonly string[]): readonly (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = [];
  for (let at = 0; at + 1 < texts.length; at += 2) pairs.push([texts[at] ?? '', texts[at + 1] ?? '']);
  return pairs;
}

/** The block with a row's payload. */
export function toBlock(rowId: number): number {
  return Math.floor(rowId / blockRows);
}

/** The smallest row id behind the block of this row. */
export function toFirstOfNextBlock(rowId: number): number {
  return (toBlock(rowId) + 1) * blockRows;
}

/** A row's payload from its block. */
export function findPayload(payloads: string, rowId: number): string {
  let from = 0;
  for (let left = rowId % blockRows; left > 0; left -= 1) {
    const end = payloads.indexOf('\n', from);
    if (end < 0) throw new Error(`the payload of row ${rowId} is not in the store`);
    from = end + 1;
  }
  const end = payloads.indexOf('\n', from);
  return end < 0 ? payloads.slice(from) : payloads.slice(from, end);
}

/** Collects payloads of rows with consecutive ids; the first after each write starts a block. */
export class PayloadBlocks {
  readonly #store: Store;
  #blocks: StoreValue[][] = [];
  #waitingChars = 0;
  #lines: string[] = [];
  #block = 0;

  constructor(store: Store) {
    this.#store = store;
  }

  /** `payload` is a JSON text, which holds no line end. */
  add(rowId: number, payload: string): void {
    if (rowId % blockRows === 0) {
      this.#close();
      if (this.#waitingChars >= MAX_WAITING_CHARS) this.#insert();
      this.#block = toBlock(rowId);
    }
    this.#lines.push(payload);
  }

  write(): void {
    this.#close();
    this.#insert();
  }

  #insert(): void {
    this.#store.insertRows('evidence_access_payload', ['block', 'payloads'], this.#blocks);
    this.#blocks = [];
    this.#waitingChars = 0;
  }

  #close(): void {
    if (this.#lines.length > 0) {
      const text = this.#lines.join('\n');
      this.#blocks.push([this.#block, text]);
      this.#waitingChars += text.length;
    }
    this.#lines = [];
  }
}
