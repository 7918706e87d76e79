/**
 * windows-1252 of the WHATWG Encoding Standard, as a table of our own: some versions of Node's TextDecoder say U+0080 for byte 0x80,
 * which is U+20AC. 0x81, 0x8D, 0x8F, 0x90 and 0x9D are the control characters of the same number.
 */
const UPPER =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

const CONTROLS = /[\x80-\x9f]/g;

/** A text in which every unit is a byte, as windows-1252 means it. */
export function readWindows1252(latin1: string): string {
  return latin1.replace(CONTROLS, (unit) => UPPER.charAt(unit.charCodeAt(0) - 0x80));
}

/** Writes windows-1252 bytes as UTF-8; `out` must hold three bytes for each. Gives the end in `out`. */
export function writeWindows1252(bytes: Uint8Array, start: number, end: number, out: Uint8Array, at: number): number {
  let to = at;
  for (let from = start; from < end; from += 1) {
    const byte = bytes[from] as number;
    const unit = byte < 0x80 || byte > 0x9f ? byte : UPPER.charCodeAt(byte - 0x80);
    if (unit < 0x80) {
      out[to] = unit;
      to += 1;
    } else if (unit < 0x800) {
      out[to] = 0xc0 | (unit >> 6);
      out[to + 1] = 0x80 | (unit & 0x3f);
      to += 2;
    } else {
      out[to] = 0xe0 | (unit >> 12);
      out[to + 1] = 0x80 | ((unit >> 6) & 0x3f);
      out[to + 2] = 0x80 | (unit & 0x3f);
      to += 3;
    }
  }
  return to;
}
