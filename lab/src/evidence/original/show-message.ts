import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { createMessageReader } from '@candor/core/evidence/message';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import { toRawBytes } from '../file-name.ts';
import { OPEN_FLAGS } from '../walk.ts';

/** Bytes of one message that are given at once; a longer one is evidence to be looked at with other tools. */
const ORIGINAL_BYTES_LIMIT = 256 * 1024 * 1024;

/** What a person knows a message by. Every text is the sender's. */
export interface ShownMessage {
  readonly subject: string;
  readonly from: string;
  readonly to: string;
}

/** Bytes from the front of a message in which its header is looked for. */
const headBytes = 64 * 1024;

/**
 * The header fields by which a person recognises a copy, from its original bytes; null when these are missing or
 * changed.
 */
export function showMessage(place: OriginalPlace): ShownMessage | null {
  const original = readOriginal(place);
  if (original.is !== 'bytes') return null;
  const { searchable } = createMessageReader(createNodeRuntime(), { keepText: true }).end(
    original.bytes.subarray(0, headBytes),
  );
  return searchable === null ? null : { subject: searchable.subject, from: searchable.from, to: searchable.to };
}

/** Where the bytes of a copy lie, as its row says. */
export interface OriginalPlace {
  /** This is the real path of the evidence file (`FileName.raw`). */
  readonly raw: string;
  readonly members: readonly string[];
  readonly offset: number;
  readonly length: number;
  readonly sha256: string;
}

/** The bytes of a copy again, or why they cannot be given. */
type Original =
  | { readonly is: 'bytes'; readonly bytes: Buffer }
  | { readonly is: 'packed' | 'too-long' | 'unreadable' | 'changed' };

/**
 * Reads the bytes of one copy from its evidence file and checks their digest, without looking into them. Copies in
 * archives, packed files and Outlook files are `packed`: their bytes are only had by reading the container, which a
 * reader process does.
 */
export function readOriginal(place: OriginalPlace): Original {
  if (place.members.length > 0) return { is: 'packed' };
  if (place.length > ORIGINAL_BYTES_LIMIT) return { is: 'too-long' };
  let fd: number;
  try {
    fd = openSync(toRawBytes(place.raw), OPEN_FLAGS);
  } catch {
    return { is: 'unreadable' };
  }
  try {
    const bytes = Buffer.allocUnsafe(place.length);
    let length = 0;
    while (length < bytes.length) {
      const read = readSync(fd, bytes, length, bytes.length - length, place.offset + length);
      if (read === 0) return { is: 'changed' };
      length += read;
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return sha256 === place.sha256 ? { is: 'bytes', bytes } : { is: 'changed' };
  } catch {
    return { is: 'unreadable' };
  } finally {
    closeSync(fd);
  }
}
