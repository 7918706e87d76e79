import type { Runtime } from '@candor/core/base';
import { findFrom } from './mbox-scan.ts';

export interface MboxBoundaryScan {
  write(bytes: Uint8Array): void;
}

/** More than a separator and what must be seen before it. */
const STITCH_BYTES = 8;
const LOOK_BACK_BYTES = 3;
const FROM_BYTES = 5;
const MARK_AND_FROM = [0xef, 0xbb, 0xbf, 0x46, 0x72, 0x6f, 0x6d, 0x20];

/**
 * Finds where the messages of an mbox begin (their `From ` lines), pushed in any pieces, at the speed of a native search: exactly the places
 * at which the splitter begins a message. Used to cut shards.
 */
export function scanMboxBoundaries(runtime: Runtime, found: (offset: number) => void): MboxBoundaryScan {
  let tail = new Uint8Array(0);
  /** Offset of the byte after the tail. */
  let offset = 0;

  function scanSeam(bytes: Uint8Array): void {
    const head = bytes.subarray(0, STITCH_BYTES);
    const seam = new Uint8Array(tail.length + head.length);
    seam.set(tail);
    seam.set(head, tail.length);
    const begin = offset - tail.length;
    if (begin === 0 && isMarked(seam) && offset < MARK_AND_FROM.length) found(LOOK_BACK_BYTES);
    forEachSeparator(runtime, seam, 0, begin === 0, (at) => {
      const isNew = at + FROM_BYTES > tail.length;
      if (isNew && at < tail.length + LOOK_BACK_BYTES) found(begin + at);
    });
    if (bytes.length >= STITCH_BYTES) tail = new Uint8Array(bytes.subarray(bytes.length - STITCH_BYTES));
    else tail = seam.slice(Math.max(0, seam.length - STITCH_BYTES));
  }

  return {
    write: (bytes) => {
      scanSeam(bytes);
      const start = offset;
      forEachSeparator(runtime, bytes, LOOK_BACK_BYTES, false, (at) => found(start + at));
      offset += bytes.length;
    },
  };
}

function forEachSeparator(
  runtime: Runtime,
  bytes: Uint8Array,
  from: number,
  fileStart: boolean,
  found: (at: number) => void,
): void {
  let hit = findFrom(runtime, bytes, from, fileStart);
  while (hit !== null) {
    if (hit.kind === 'separator') found(hit.at);
    hit = findFrom(
      runtime,
      bytes,
      hit.at + (hit.kind === 'separator' ? FROM_BYTES : countQuotes(bytes, hit.at) + 1),
      fileStart,
    );
  }
}

function countQuotes(bytes: Uint8Array, at: number): number {
  let end = at;
  while (bytes[end] === 0x3e) end += 1;
  return end - at;
}

function isMarked(bytes: Uint8Array): boolean {
  return MARK_AND_FROM.every((byte, index) => bytes[index] === byte);
}
