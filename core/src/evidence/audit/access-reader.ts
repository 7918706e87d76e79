import type { Runtime } from '@candor/core/base';
import type { AccessFileReading, AccessRow } from '../record/audit-record.ts';
import { type ByteReader, concatBytes, copyBytes, MAX_ROW_BYTES, type ReaderContext } from './container/byte-reader.ts';
import { recognise } from './container/recognise.ts';
import { createRowCollector, type ForeignRowHandler } from './container/row-collector.ts';
import { createUtf16Reader } from './container/utf16.ts';

/** Bytes that decide the format. Longer first lines are lists or pages on one line. */
const MAX_FRONT_BYTES = 1024 * 1024;

export interface AccessReader {
  /** The next bytes of the file, decompressed, in chunks of any size. The caller may reuse the chunk. */
  push(bytes: Uint8Array): void;
  end(): AccessFileReading;
}

/**
 * Streams one audit log of any container. Each row goes to `onRow` when it ends; no content makes it throw. `file` is
 * the path as in incident.yaml, part of the ids of neutral rows. A row above `rowLimitBytes` is unreadable. `onForeign`
 * receives rows of other logs; `nameMailbox` recognises a mailbox by its first bytes.
 */
export function createAccessReader(
  file: string,
  runtime: Runtime,
  onRow: (row: AccessRow) => void,
  rowLimitBytes = MAX_ROW_BYTES,
  onForeign: ForeignRowHandler | null = null,
  nameMailbox: ReaderContext['nameMailbox'] = () => null,
): AccessReader {
  const collector = createRowCollector(onRow, onForeign);
  const context = { file, runtime, collector, rowLimitBytes, nameMailbox };
  let front: Uint8Array[] = [];
  let frontBytes = 0;
  let reader: ByteReader | null = null;

  function choose(isFinal: boolean): void {
    const bytes = concatBytes(front);
    reader = chooseReader(bytes, isFinal, context);
    if (reader === null) front = [bytes];
    else front = [];
  }

  return {
    push(chunk) {
      // `slice` of a Node Buffer is no copy, and the caller may refill it: everything below works on a plain view.
      const bytes = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      if (reader !== null) {
        reader.push(bytes);
        return;
      }
      front.push(copyBytes(bytes));
      frontBytes += bytes.length;
      choose(frontBytes >= MAX_FRONT_BYTES);
    },
    end() {
      if (reader === null) choose(true);
      reader?.end();
      return collector.conclude();
    },
  };
}

/** Recognises the container and passes the bytes to its reader; null when more are needed. */
function chooseReader(bytes: Uint8Array, isFinal: boolean, context: ReaderContext): ByteReader | null {
  if (bytes.length < 3 && !isFinal) return null;
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (isLittle || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    const inner = createFront(context);
    return started(createUtf16Reader(isLittle ? 'utf-16le' : 'utf-16be', inner), bytes);
  }
  const inner = createFront(context);
  return started(inner, bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes);
}

function started(reader: ByteReader, bytes: Uint8Array): ByteReader {
  reader.push(bytes);
  return reader;
}

/** Receives UTF-8 without byte order mark and recognises the format from the first lines. */
function createFront(context: ReaderContext): ByteReader {
  let front: Uint8Array[] = [];
  let frontBytes = 0;
  let reader: ByteReader | null = null;

  function settle(isFinal: boolean): void {
    const bytes = concatBytes(front);
    front = [bytes];
    const found = recognise(bytes, isFinal, context);
    if (found === null) return;
    context.collector.setUnit(found.unit);
    reader = found.reader;
    reader.push(bytes.subarray(found.from));
    front = [];
  }

  return {
    push(bytes) {
      if (reader !== null) {
        reader.push(bytes);
        return;
      }
      front.push(copyBytes(bytes));
      frontBytes += bytes.length;
      settle(frontBytes >= MAX_FRONT_BYTES);
    },
    end() {
      if (reader === null) settle(true);
      reader?.end();
    },
  };
}
