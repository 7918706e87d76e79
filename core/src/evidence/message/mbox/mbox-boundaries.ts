import type { Runtime } from '@candor/core/base';
import { countQuotes, findFrom, judgeBareLine, SEPARATOR_BYTES } from './mbox-scan.ts';

export interface MboxBoundaryScan {
  write(bytes: Uint8Array): void;
}

/**
 * A byte order mark, an empty line and a separator, with all that tells that it is one: what may have to be seen at
 * once.
 */
const STITCH_BYTES = SEPARATOR_BYTES + 12;
const LOOK_BACK_BYTES = 3;
const LINE_FEED = 0x0a;
const MARK = [0xef, 0xbb, 0xbf];

/**
 * Finds where the messages of an mbox begin (their `From ` lines), pushed in any pieces, at the speed of a native
 * search: exactly the places at which the splitter begins a message. Used to cut shards. `strict`: only strict lines
 * with a field behind them, which begin a message wherever they stand; in text that is no mbox others are prose.
 */
export function scanMboxBoundaries(
  runtime: Runtime,
  found: (offset: number) => void,
  which: 'all' | 'strict' = 'all',
): MboxBoundaryScan {
  let tail = new Uint8Array(0);
  /** Offset of the byte after the tail. */
  let offset = 0;
  let lastFound = -1;
  const report = (at: number): void => {
    if (at <= lastFound) return;
    lastFound = at;
    found(at);
  };

  /** The last bytes of the pieces before and the first of this one. What is found there twice is told once. */
  function scanSeam(bytes: Uint8Array): void {
    const head = bytes.subarray(0, STITCH_BYTES);
    const seam = new Uint8Array(tail.length + head.length);
    seam.set(tail);
    seam.set(head, tail.length);
    const begin = offset - tail.length;
    const mark = begin === 0 && MARK.every((byte, index) => seam[index] === byte) ? MARK.length : 0;
    forEachSeparator(runtime, which, seam.subarray(mark), 0, begin === 0, (at) => report(begin + mark + at));
    if (bytes.length >= STITCH_BYTES) tail = new Uint8Array(bytes.subarray(bytes.length - STITCH_BYTES));
    else tail = seam.slice(Math.max(0, seam.length - STITCH_BYTES));
  }

  return {
    write: (bytes) => {
      scanSeam(bytes);
      const start = offset;
      forEachSeparator(runtime, which, bytes, LOOK_BACK_BYTES, false, (at) => report(start + at));
      offset += bytes.length;
    },
  };
}

function forEachSeparator(
  runtime: Runtime,
  which: 'all' | 'strict',
  bytes: Uint8Array,
  from: number,
  fileStart: boolean,
  found: (at: number) => void,
): void {
  const lines = { fileStart, lineEnd: LINE_FEED, last: false };
  let hit = findFrom(runtime, bytes, from, lines);
  while (hit !== null) {
    const isFound =
      hit.kind === 'separator' &&
      (which === 'all' || judgeBareLine(runtime, bytes, hit.at, lines).kind === 'separator');
    if (isFound) found(hit.at);
    hit = findFrom(runtime, bytes, hit.at + countQuotes(bytes, hit.at) + 1, lines);
  }
}
