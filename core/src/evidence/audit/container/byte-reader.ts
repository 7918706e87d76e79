import type { Runtime } from '@candor/core/base';
import type { RowCollector } from './row-collector.ts';

/** What every container's reader needs. */
export interface ReaderContext {
  readonly runtime: Runtime;
  readonly collector: RowCollector;
  /** The file as in incident.yaml. */
  readonly file: string;
  /** Longest row that is read, in bytes. */
  readonly rowLimitBytes: number;
  /** What a sentence calls a mailbox that begins so, or null: people name one as a log. */
  readonly nameMailbox: (head: Uint8Array) => string | null;
}

/** Takes the bytes of a file in chunks of any size. A chunk may be used again by the caller once `push` returned. */
export interface ByteReader {
  push(bytes: Uint8Array): void;
  end(): void;
}

/**
 * Longest row that is read. A Management API record has at most some hundred KB; a longer row is kept as unreadable.
 */
export const ROW_LIMIT_BYTES = 64 * 1024 * 1024;

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

/** Space, tab, carriage return, line feed: white space between JSON values. */
export function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/**
 * A byte of UTF-8's byte order mark: files put behind each other keep theirs, and no row begins or ends with such a
 * byte.
 */
export function isByteOrderMark(byte: number | undefined): boolean {
  return byte === 0xef || byte === 0xbb || byte === 0xbf;
}

export const LINE_FEED = new Uint8Array([0x0a]);
