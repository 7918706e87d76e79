import type { Instant, Runtime } from '@candor/core/base';
import { readAccessTime, toStandardTime } from '../record/access-time.ts';
import { type ByteReader, copyBytes, MAX_ROW_BYTES } from './container/byte-reader.ts';
import { type CsvRow, createCsvReader } from './container/csv-rows.ts';
import { createUtf16Reader } from './container/utf16.ts';

/** A row of a delivery log: when the message with this id reached or left the mailboxes that the addresses name. */
export interface DeliveryRow {
  /** Without angle brackets. */
  readonly id: string;
  readonly time: Instant;
  /** Recipients and senders, as recorded. */
  readonly addresses: readonly string[];
}

export interface DeliveryLogReading {
  /** Data rows; header, blank lines and `#TYPE` lines are none. */
  readonly rows: number;
  /** Rows without a readable time or id, and those of a file without a header that names both. */
  readonly unreadable: number;
}

export interface DeliveryLogReader {
  /** The next bytes of the file, in chunks of any size. The caller may reuse the chunk. */
  push(bytes: Uint8Array): void;
  end(): DeliveryLogReading;
}

/** Bytes in which the header line ends: a trace has some thirty columns. */
const MAX_HEADER_BYTES = 64 * 1024;
/** When the message was received, the first of these that a row has. */
const TIMES = ['received', 'datetimeutc', 'origintimestamputc'] as const;
const ADDRESSES = ['recipientaddress', 'senderaddress'] as const;
const FAILED = 'failed';

/**
 * Streams a message trace as CSV (docs/formats/rules.md, Arrival): columns without case and `_`, times without a zone
 * are UTC, a row with `Status` Failed does not count. No content makes it throw.
 */
export function createDeliveryLogReader(runtime: Runtime, onRow: (row: DeliveryRow) => void): DeliveryLogReader {
  const rows = new RowReader(onRow);
  const text = createHeaderFinder(runtime, rows);
  let reader: ByteReader | null = null;
  let front = new Uint8Array(0);
  const choose = (bytes: Uint8Array): ByteReader => {
    const chosen =
      bytes[0] === 0xff && bytes[1] === 0xfe
        ? createUtf16Reader('utf-16le', text)
        : bytes[0] === 0xfe && bytes[1] === 0xff
          ? createUtf16Reader('utf-16be', text)
          : text;
    chosen.push(bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes);
    return chosen;
  };
  return {
    push(chunk) {
      const bytes = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      if (reader !== null) {
        reader.push(bytes);
        return;
      }
      const both = new Uint8Array(front.length + bytes.length);
      both.set(front);
      both.set(bytes, front.length);
      if (both.length < 3) front = both;
      else reader = choose(both);
    },
    end() {
      (reader ?? choose(front)).end();
      return { rows: rows.rows, unreadable: rows.unreadable };
    },
  };
}

/** Waits for the first line that names columns, whose separator holds for all. */
function createHeaderFinder(runtime: Runtime, rows: RowReader): ByteReader {
  let csv: ReturnType<typeof createCsvReader> | null = null;
  let held = new Uint8Array(0);
  const open = (): void => {
    const line = findFirstLine(new TextDecoder().decode(held.subarray(0, MAX_HEADER_BYTES)));
    const separator = [',', ';', '\t'].find((one) => line.includes(one)) ?? ',';
    const context = { runtime, rowLimitBytes: MAX_ROW_BYTES };
    csv = createCsvReader(context, separator.charCodeAt(0), (row) => rows.add(row));
    csv.push(held);
    held = new Uint8Array(0);
  };
  return {
    push(bytes) {
      if (csv !== null) {
        csv.push(bytes);
        return;
      }
      const both = new Uint8Array(held.length + bytes.length);
      both.set(held);
      both.set(bytes, held.length);
      held = copyBytes(both);
      if (held.length >= MAX_HEADER_BYTES) open();
    },
    end() {
      if (csv === null) open();
      csv?.end();
    },
  };
}

/** The first line that is neither blank nor a `#TYPE` of PowerShell. */
function findFirstLine(text: string): string {
  return text.split(/\r\n|\n|\r/).find((line) => line.trim() !== '' && !isTypeLine(line)) ?? '';
}

function isTypeLine(text: string): boolean {
  return text.startsWith('#TYPE ');
}

class RowReader {
  rows = 0;
  unreadable = 0;
  readonly #onRow: (row: DeliveryRow) => void;
  #columns: ReadonlyMap<string, number> | null = null;

  constructor(onRow: (row: DeliveryRow) => void) {
    this.#onRow = onRow;
  }

  add({ columns, isBroken }: CsvRow): void {
    if (columns.length <= 1 && isTypeLine(columns[0] ?? '')) return;
    if (!isBroken) {
      const header = readHeader(columns);
      // Joined exports repeat the header.
      if (header !== null) {
        this.#columns = header;
        return;
      }
    }
    this.rows += 1;
    const found = isBroken || this.#columns === null ? null : readRow(columns, this.#columns);
    if (found === null) this.unreadable += 1;
    else if (found !== 'failed') this.#onRow(found);
  }
}

/** Null for a line that names no id or no time. */
function readHeader(columns: readonly string[]): ReadonlyMap<string, number> | null {
  const names = columns.map((name) =>
    name
      .replace(/^\ufeff/, '')
      .replaceAll('_', '')
      .trim()
      .toLowerCase(),
  );
  if (!names.includes('messageid') || !TIMES.some((name) => names.includes(name))) return null;
  // The first of two columns with one name counts.
  return new Map([...names.entries()].reverse().map(([at, name]) => [name, at]));
}

function readRow(columns: readonly string[], header: ReadonlyMap<string, number>): DeliveryRow | 'failed' | null {
  const cell = (name: string): string => columns[header.get(name) ?? -1]?.trim() ?? '';
  if (cell('status').toLowerCase() === FAILED) return 'failed';
  const written = TIMES.map(cell).find((text) => text !== '') ?? '';
  const time = readAccessTime(toStandardTime(written));
  const id = readId(cell('messageid'));
  if (time === null || id === null) return null;
  const addresses = ADDRESSES.flatMap((name) => cell(name).split(/[;,]/))
    .map((address) => address.trim())
    .filter((address) => address !== '');
  return { id, time, addresses };
}

/** The text inside the first pair of angle brackets, else the whole; white space trimmed. */
function readId(text: string): string | null {
  const start = text.indexOf('<');
  const end = start < 0 ? -1 : text.indexOf('>', start);
  const id = (end < 0 ? text : text.slice(start + 1, end)).trim();
  return id === '' ? null : id;
}
