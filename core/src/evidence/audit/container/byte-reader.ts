import type { Runtime } from '@candor/core/base';
import type { RowCollector } from './row-collector.ts';

export interface ReaderContext {
  readonly runtime: Runtime;
  readonly collector: RowCollector;
  /** The file as in incident.yaml. */
  readonly file: string;
  /** In bytes. */
  readonly rowLimitBytes: number;
  /** The name of a mailbox format with these first bytes, or null: people list mailboxes as logs. */
  readonly nameMailbox: (head: Uint8Array) => string | null;
}

/** Receives a file in chunks of any size. The caller may reuse a chunk after `push` returned. */
export interface ByteReader {
  push(bytes: Uint8Array): void;
  end(): void;
}

/** A Management API record has at most some hundred KB; a longer row is unreadable. */
export const MAX_ROW_BYTES = 64 * 1024 * 1024;

export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1 && parts[0] !== undefined) return parts[0];
  let length = 0;
  for (const part of parts) length += part.length;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Bytes that outlive the chunk they lie in: `slice` of a Node Buffer is a view, and the caller refills it. */
export function copyBytes(bytes: Uint8Array, from = 0): Uint8Array<ArrayBuffer> {
  return new Uint8Array(from === 0 ? bytes : bytes.subarray(from));
}

/** Space, tab, carriage return, line feed: white space between JSON values. */
export function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** A byte of the UTF-8 byte order mark: concatenated files keep theirs, and no row starts or ends with such a byte. */
export function isByteOrderMark(byte: number | undefined): boolean {
  return byte === 0xef || byte === 0xbb || byte === 0xbf;
}

export const LINE_FEED = new Uint8Array([0x0a]);
