/** White space of exposure.md section 5: U+0009–U+000D, U+0020 and U+00A0, and nothing else that Unicode calls so. */
export function isWhiteSpace(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || unit === 0xa0;
}

const RUNS = /[\t-\r \u00a0]+/g;
const SINGLE = /[\t-\r\u00a0]|[ ]{2}/;

/** White-space runs become one space, ends are trimmed. */
export function normaliseWhiteSpace(text: string): string {
  return trimWhiteSpace(SINGLE.test(text) ? text.replace(RUNS, ' ') : text);
}

export function trimWhiteSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isWhiteSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isWhiteSpace(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** 1 for the bytes U+0009–U+000D and U+0020. */
const SPACE = new Uint8Array(256);
/** The byte itself, white space as U+0020. */
const WRITTEN = new Uint8Array(256);
for (let byte = 0; byte < 256; byte += 1) {
  const space = byte !== 0xa0 && isWhiteSpace(byte);
  SPACE[byte] = space ? 1 : 0;
  WRITTEN[byte] = space ? 0x20 : byte;
}

/**
 * Copies ASCII bytes to `out` from `at` on with white-space runs as one space; `afterSpace` says that nothing or a space stands before.
 * The result may end in one space. Gives the end in `out`. The loop has no branch on the content: words are short, and a mispredicted
 * branch costs more than ten stores.
 */
export function compactAscii(
  bytes: Uint8Array,
  start: number,
  end: number,
  out: Uint8Array,
  at: number,
  afterSpace: boolean,
): number {
  let to = at;
  let previous = afterSpace ? 1 : 0;
  for (let from = start; from < end; from += 1) {
    const byte = bytes[from] as number;
    const space = SPACE[byte] as number;
    out[to] = WRITTEN[byte] as number;
    to += 1 - (space & previous);
    previous = space;
  }
  return to;
}

/** The same for valid UTF-8, where U+00A0 is the bytes C2 A0. Characters must be whole. */
export function compactUtf8(
  bytes: Uint8Array,
  start: number,
  end: number,
  out: Uint8Array,
  at: number,
  afterSpace: boolean,
): number {
  let to = at;
  let previous = afterSpace ? 1 : 0;
  for (let from = start; from < end; from += 1) {
    let byte = bytes[from] as number;
    if (byte === 0xc2 && bytes[from + 1] === 0xa0) {
      byte = 0x20;
      from += 1;
    }
    const space = SPACE[byte] as number;
    out[to] = WRITTEN[byte] as number;
    to += 1 - (space & previous);
    previous = space;
  }
  return to;
}
