import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import { formatCount, formatInstant, type Problem, toDigestPlace } from '@candor/core/base';
import { type AccessReader, createAccessReader, type ForeignRowHandler } from '@candor/core/evidence/audit';
import {
  type AccessFileReading,
  type AccessRow,
  type MissingRows,
  type OtherOperation,
  type RowUnit,
  toRowPlace,
} from '@candor/core/evidence/record';
import { createNodeRuntime, sha256Hex } from '../adapters/process/runtime.ts';
import { toForeignProblem } from './foreign-problem.ts';
import { nameMailbox } from './reader/formats/registry.ts';
import { gunzip as gunzipCarefully } from './reader/gunzip.ts';

/** Read size: large enough that system calls do not matter, small against every memory limit. */
const CHUNK_BYTES = 1024 * 1024;
/** Unpacking size: read several times, so it should fit the processor's cache. */
const UNPACKED_BYTES = 256 * 1024;

/** Results of reading a log besides its rows. */
export interface AccessFileResult extends AccessFileReading {
  /** This is the digest of the stored file, compressed or not, in lower-case hex. */
  readonly sha256: string;
  readonly size: number;
  readonly problems: readonly Problem[];
}

export interface AccessFileOrder {
  readonly path: string;
  /** It is as in incident.yaml: part of neutral ids, and the place of problems. */
  readonly file: string;
  readonly onRow: (row: AccessRow) => void;
  readonly onForeign?: ForeignRowHandler;
  /** Counts the bytes of the stored file read so far. */
  readonly onProgress?: (bytes: number) => void;
}

/**
 * Reads one log, plain or gzipped (by content), in one pass and bounded memory, and digests the stored bytes. A
 * truncated gzip gives its rows and a problem. Only disk faults are thrown.
 */
export async function readAccessFile(order: AccessFileOrder): Promise<AccessFileResult> {
  const { path, file, onRow, onForeign = null, onProgress } = order;
  const hash = createHash('sha256');
  const problems: Problem[] = [];
  const reader = createAccessReader(file, createNodeRuntime(), onRow, undefined, onForeign, nameMailbox);
  let size = 0;
  let zipped = false;
  const descriptor = openSync(path, 'r');
  try {
    const chunks = readChunks(descriptor, (bytes) => {
      hash.update(bytes);
      size += bytes.length;
      onProgress?.(size);
    });
    const first = await chunks.next();
    if (first.done !== true && isGzip(first.value)) {
      const { flaw, given } = await gunzip(first.value, chunks, reader);
      if (flaw !== null) {
        await giveRest(path, given, reader);
        problems.push(toGzipProblem(file, flaw));
      }
    } else if (first.done !== true) {
      zipped = isZip(first.value);
      reader.push(first.value);
      for await (const bytes of chunks) reader.push(bytes);
    }
  } finally {
    closeSync(descriptor);
  }
  const reading = reader.end();
  return {
    ...reading,
    sha256: hash.digest('hex'),
    size,
    problems: [...problems, ...toProblems(file, reading, zipped)],
  };
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 0x08;
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/**
 * Reads to the end with one buffer; a chunk is valid until the next is asked for. The thread that uses the bytes reads
 * them itself, so that they lie in its processor's cache, and looks up between two chunks for a signal.
 */
async function* readChunks(descriptor: number, onBytes: (bytes: Uint8Array) => void): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES);
  for (;;) {
    const bytesRead = readSync(descriptor, buffer, 0, CHUNK_BYTES, null);
    if (bytesRead === 0) return;
    const bytes = buffer.subarray(0, bytesRead);
    onBytes(bytes);
    yield bytes;
    await nextTurn();
  }
}

interface Unpacked {
  /** It is null if no error occurred. */
  readonly flaw: string | null;
  /** The reader got this many unpacked bytes. */
  readonly given: number;
}

/** Decompresses every member into the reader; the file is read to its end in any case. */
async function gunzip(first: Uint8Array, rest: AsyncIterable<Uint8Array>, reader: AccessReader): Promise<Unpacked> {
  let given = 0;
  const gunzipper = createGunzip({ chunkSize: UNPACKED_BYTES });
  let flaw: string | null = null;
  const ended = new Promise<void>((resolve) => {
    gunzipper.on('data', (bytes: Buffer) => {
      given += bytes.length;
      reader.push(bytes);
    });
    gunzipper.on('end', resolve);
    gunzipper.on('close', resolve);
    gunzipper.on('error', (error: NodeJS.ErrnoException) => {
      flaw = error.code ?? 'unknown';
      resolve();
    });
  });
  // A chunk is copied: the compressor may still hold it when the buffer is filled again. The callback of a write in
  // which a flaw is found never comes.
  const write = async (bytes: Uint8Array): Promise<void> => {
    if (flaw !== null || gunzipper.destroyed) return;
    const written = new Promise<void>((resolve) => gunzipper.write(Buffer.from(bytes), () => resolve()));
    await Promise.race([written, ended]);
  };
  const writeAll = async (bytes: Uint8Array): Promise<void> => {
    for (let at = 0; at < bytes.length; at += UNPACKED_BYTES) await write(bytes.subarray(at, at + UNPACKED_BYTES));
  };
  await writeAll(first);
  for await (const bytes of rest) await writeAll(bytes);
  if (flaw === null) gunzipper.end();
  await ended;
  return { flaw, given };
}

/**
 * Node's Gunzip gives nothing of the piece in which it finds a flaw, and a small file is one piece. So what comes
 * before the flaw is unpacked once more, slowly, and what the reader has not got yet is given to it.
 */
async function giveRest(path: string, given: number, reader: AccessReader): Promise<void> {
  const descriptor = openSync(path, 'r');
  let left = given;
  try {
    const packed = readChunks(descriptor, () => {}) as AsyncIterable<Buffer>;
    for await (const bytes of gunzipCarefully(packed).chunks) {
      if (left < bytes.length) reader.push(bytes.subarray(left));
      left = Math.max(0, left - bytes.length);
    }
  } catch (cause) {
    // A flaw of the data has no system call behind it; a fault of the disk has.
    if (cause instanceof Error && 'syscall' in cause) throw cause;
  } finally {
    closeSync(descriptor);
  }
}

function toGzipProblem(file: string, code: string): Problem {
  const what = code === 'Z_BUF_ERROR' ? 'the gzip ends in the middle' : 'the gzip is damaged';
  return {
    code: 'gzip-broken',
    place: file,
    text: `${what}; the rows before were read and all later ones are missing, so what it covers counts as a gap. Copy or export this file again.`,
    weight: 'person',
  };
}

/** Holes that a problem names; a lost page of a search is one. */
const HOLES_NAMED = 5;

function formatHole({ from, to, count, first, last }: MissingRows): string {
  const index = first === last ? String(first) : `${first} to ${last}`;
  return `ResultIndex ${index} of ${count}, between ${formatInstant(from)} and ${formatInstant(to)}`;
}

function toProblems(file: string, reading: AccessFileReading, zipped: boolean): Problem[] {
  const problems: Problem[] = [];
  if (reading.foreign !== null) problems.push(toForeignProblem(file, reading.foreign, reading));
  if (reading.container === null && reading.foreign === null) {
    problems.push({
      code: 'access-container-unknown',
      place: file,
      text: zipped
        ? 'zip files of logs are not supported; nothing was read. Unpack it, and name the log in it.'
        : reading.rows === 0
          ? 'the file holds no row; nothing was read. Export it again, or remove it from the incident.'
          : `${reading.rows === 1 ? 'the only row is in an unknown format; it is' : `no row is in a known format; all ${formatCount(reading.rows)} are`} kept as unreadable. Export it in one of the formats of docs/formats/access-records.md.`,
      weight: 'person',
    });
  }
  if (reading.truncated !== null) {
    problems.push({
      code: 'access-truncated',
      place: file,
      text: `the export was truncated: ${reading.truncated}; what it covers counts as a gap. Export it again in smaller time spans.`,
      weight: 'person',
    });
  }
  if (reading.holes.length > 0) {
    problems.push({
      code: 'access-truncated',
      place: file,
      text: `rows in the middle are missing: ${reading.holes.slice(0, HOLES_NAMED).map(formatHole).join('; ')}${reading.holes.length > HOLES_NAMED ? '; and more' : ''}. These times count as gaps. Run the search again.`,
      weight: 'person',
    });
  }
  const columns = reading.missingColumns;
  if (columns.length > 0) {
    problems.push({
      code: 'access-columns-missing',
      place: file,
      text: `${columns.length === 1 ? 'the column' : 'the columns'} ${columns.join(', ')} ${columns.length === 1 ? 'is' : 'are'} missing, so what the records say there is unknown. Export the whole table again: a query that names its columns omits the others.`,
      weight: 'person',
    });
  }
  const lost = reading.throttlingLost;
  if (lost > 0) {
    problems.push({
      code: 'access-throttling-lost',
      place: file,
      text: `${lost === 1 ? '1 record of a mail access has' : `${formatCount(lost)} records of mail accesses have`} no readable OperationProperties, so it is unknown whether the mailbox was throttled; the 24 hours after each count as such a gap. Export the log again in full depth, and name that file instead of this one.`,
      weight: 'person',
    });
  }
  for (const other of reading.otherOperations) {
    if (other.isUnknownKind) {
      problems.push(toKindProblem(file, reading.unit, other));
      continue;
    }
    const { operation, rows } = other;
    problems.push({
      code: 'operation-unknown',
      place: file,
      text: `no rule reads operation ${JSON.stringify(operation)} (rows: ${rows}). Its records are kept as \`other\`: if the intruder made one in a mailbox, no mail there is cleared.`,
      weight: 'note',
    });
  }
  return problems;
}

/** An author's error: accesses under such a word would clear the mail they are about. */
function toKindProblem(file: string, unit: RowUnit, { operation, rows, line }: OtherOperation): Problem {
  const count = `${formatCount(rows)} ${rows === 1 ? 'row' : 'rows'}`;
  const found =
    operation === '' ? `No kind is given in ${count}` : `Unknown kind ${JSON.stringify(operation)} in ${count}`;
  const place = toDigestPlace(toRowPlace(file, unit, line), sha256Hex(`${operation}\n${rows}`));
  return {
    code: 'access-kind-unknown',
    place,
    text: `${found} (first here). Such rows are kept as \`other\` and show no access, although they may be accesses. Use bind, sync, list, search, send, handle, export, rule, forwarding, permission, sign-in or other, and run again.`,
    weight: 'person',
  };
}
