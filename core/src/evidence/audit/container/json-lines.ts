import {
  type ByteReader,
  concatBytes,
  copyBytes,
  isByteOrderMark,
  isSpace,
  LINE_FEED,
  type ReaderContext,
} from './byte-reader.ts';
import { createJsonRowReader } from './json-row.ts';

/** Reads one JSON value per line. Blank lines are not rows but count as lines. A broken line only loses itself. */
export function createJsonLines({ runtime, collector, rowLimitBytes }: ReaderContext): ByteReader {
  const readRow = createJsonRowReader(runtime, collector);
  let parts: Uint8Array[] = [];
  let kept = 0;
  let overlong = false;
  let line = 0;

  function readLine(bytes: Uint8Array, from: number, to: number, isLast = false): void {
    line += 1;
    let start = from;
    let end = to;
    while (end > start && isSpace(bytes[end - 1])) end -= 1;
    while (start < end && (isSpace(bytes[start]) || isByteOrderMark(bytes[start]))) start += 1;
    if (end > start) readRow(bytes, start, end, line, isLast);
  }

  function finishLine(last: Uint8Array, isLast = false): void {
    if (overlong) {
      line += 1;
      collector.addValue(undefined, line);
    } else {
      parts.push(last);
      const whole = concatBytes(parts);
      readLine(whole, 0, whole.length, isLast);
    }
    parts = [];
    kept = 0;
    overlong = false;
  }

  function keep(rest: Uint8Array): void {
    kept += rest.length;
    if (kept > rowLimitBytes) {
      overlong = true;
      parts = [];
    } else if (!overlong) {
      parts.push(copyBytes(rest));
    }
  }

  return {
    push(bytes) {
      let start = 0;
      if (kept > 0) {
        const end = runtime.indexOf(bytes, LINE_FEED, 0);
        if (end < 0) {
          keep(bytes);
          return;
        }
        finishLine(bytes.subarray(0, end));
        start = end + 1;
      }
      for (;;) {
        const end = runtime.indexOf(bytes, LINE_FEED, start);
        if (end < 0) break;
        readLine(bytes, start, end);
        start = end + 1;
      }
      if (start < bytes.length) keep(bytes.subarray(start));
    },
    end() {
      if (kept > 0) finishLine(new Uint8Array(0), true);
    },
  };
}
