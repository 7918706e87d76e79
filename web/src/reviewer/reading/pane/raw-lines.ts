import { browserRuntime } from '../../../platform/browser-runtime.ts';

/** Bytes of a message that are shown raw. */
const RAW_BYTES = 8 * 1024 * 1024;
/** Units of one row; a longer line goes on in the next. Mail's own lines have 998 at most. */
const ROW_UNITS = 400;

export interface RawLines {
  readonly lines: readonly string[];
  /** Lines of the message, which may be fewer than rows. */
  readonly lineCount: number;
  readonly isCut: boolean;
}

/** UTF-8 where it is valid, else byte by byte: nothing of it may be lost in a wrong reading. */
export function toRawLines(bytes: Uint8Array): RawLines {
  const shown = bytes.subarray(0, RAW_BYTES);
  const text = browserRuntime.isUtf8(shown)
    ? browserRuntime.utf8(shown, 0, shown.length)
    : browserRuntime.latin1(shown, 0, shown.length);
  const whole = text.split(/\r\n|\r|\n/);
  if (whole.at(-1) === '') whole.pop();
  const lines = whole.flatMap((line) => (line.length <= ROW_UNITS ? [line] : cut(line)));
  return { lines, lineCount: whole.length, isCut: shown.length < bytes.length };
}

function cut(line: string): readonly string[] {
  return Array.from({ length: Math.ceil(line.length / ROW_UNITS) }, (_, at) =>
    line.slice(at * ROW_UNITS, (at + 1) * ROW_UNITS),
  );
}
