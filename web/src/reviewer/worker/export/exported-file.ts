import {
  OPENED_CSV_HEADER,
  toMboxEntry,
  toOpenedCsvLine,
  toOpenedFileName,
  toOpenedJson,
} from '@candor/core/review/opened';
import type { IndexedMessage } from '@candor/core/review/seal';
import { makeZip } from 'client-zip';
import type { ExportKind } from '../../bridge/export-calls.ts';
import { canReadAhead } from '../keys/object-queue.ts';

/** Table rows per chunk. */
const ROWS_TOGETHER = 500;
/** Owner-only permissions when unpacked. */
const FILE_MODE = 0o600;

export interface ExportSource {
  /** Streamed: an index of 200,000 is never in memory twice. */
  readonly messages: Iterable<IndexedMessage>;
  /** Null for a message that does not open: it is listed, and the export continues. */
  open(message: IndexedMessage): Promise<Uint8Array | null>;
  /** Approximate bytes of a message, to limit prefetching. */
  toSize(message: IndexedMessage): number;
  /** Called when a message is in the file, or is known not to be. */
  took(message: IndexedMessage, isWhole: boolean): void;
}

/**
 * The bytes of an export in chunks. The same messages give the same bytes everywhere, and each message is byte for byte
 * what `candor open` writes: both use core's functions.
 */
export function toExportedFile(kind: ExportKind, source: ExportSource): AsyncIterable<Uint8Array> {
  switch (kind) {
    case 'mbox':
      return toMbox(source);
    case 'eml-zip':
      return makeZip(toArchived(source)) as unknown as AsyncIterable<Uint8Array>;
    case 'csv':
      return toRows(source, { head: OPENED_CSV_HEADER, toRow: toOpenedCsvLine, between: '', foot: '' });
    case 'json':
      return toRows(source, { head: '{"messages":[\n', toRow: toOpenedJson, between: ',\n', foot: '\n],"v":1}\n' });
  }
}

async function* toMbox(source: ExportSource): AsyncGenerator<Uint8Array> {
  for await (const [message, bytes] of openAll(source)) {
    if (bytes !== null) yield* toMboxEntry(bytes);
    source.took(message, bytes !== null);
  }
}

interface Archived {
  readonly name: string;
  readonly input: Uint8Array | string;
  readonly lastModified: Date;
  readonly mode: number;
}

async function* toArchived(source: ExportSource): AsyncGenerator<Archived> {
  // Zip times are local, without a zone, and not before 1980: this one is the same everywhere.
  const archived = (name: string, input: Uint8Array | string): Archived => ({
    name,
    input,
    lastModified: new Date(1980, 0, 1),
    mode: FILE_MODE,
  });
  const missing: string[] = [];
  const rows = [OPENED_CSV_HEADER];
  for await (const [message, bytes] of openAll(source)) {
    if (bytes === null) missing.push(`${message.id}\n`);
    else {
      rows.push(toOpenedCsvLine(message));
      yield archived(toOpenedFileName(message), bytes);
    }
    source.took(message, bytes !== null);
  }
  yield archived('index.csv', rows.join(''));
  if (missing.length > 0) yield archived('not-opened.txt', missing.join(''));
}

function openAll(source: ExportSource): AsyncIterable<readonly [IndexedMessage, Uint8Array | null]> {
  return readAhead(
    source.messages,
    canReadAhead((message: IndexedMessage) => source.toSize(message)),
    (message) => source.open(message),
  );
}

interface Rows {
  readonly head: string;
  readonly between: string;
  readonly foot: string;
  toRow(message: IndexedMessage): string;
}

async function* toRows({ messages, took }: ExportSource, rows: Rows): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let [text, waiting, isFirst] = [rows.head, 0, true];
  for (const message of messages) {
    text += `${isFirst ? '' : rows.between}${rows.toRow(message)}`;
    isFirst = false;
    waiting += 1;
    took(message, true);
    if (waiting < ROWS_TOGETHER) continue;
    yield encoder.encode(text);
    [text, waiting] = ['', 0];
  }
  yield encoder.encode(`${text}${rows.foot}`);
}

/**
 * Yields the result of `read` for each item in order while prefetching others, as long as `hasRoom` allows: sequential
 * waiting would take hours. Stops when the consumer stops.
 */
export async function* readAhead<Item, Read>(
  items: Iterable<Item>,
  hasRoom: (waiting: readonly Item[]) => boolean,
  read: (item: Item) => Promise<Read>,
): AsyncGenerator<readonly [Item, Read]> {
  const waiting: (readonly [Item, Promise<Read>])[] = [];
  const iterator = items[Symbol.iterator]();
  const fill = (): void => {
    while (hasRoom(waiting.map(([item]) => item))) {
      const next = iterator.next();
      if (next.done === true) return;
      const reading = read(next.value);
      // Awaited below, unless an earlier one failed: then nobody awaits it.
      reading.catch(() => {});
      waiting.push([next.value, reading]);
    }
  };
  fill();
  for (let first = waiting.shift(); first !== undefined; first = waiting.shift()) {
    const [item, reading] = first;
    const result = await reading;
    fill();
    yield [item, result];
  }
}
