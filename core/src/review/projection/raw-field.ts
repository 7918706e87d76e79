import { findHeaderStart } from '@candor/core/evidence/message';

/** One raw header field: name, and bytes with line endings. */
export interface RawField {
  /** Lower case; empty for a line that is no field (no colon, white space in the name). */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export interface RawHeader {
  readonly fields: readonly RawField[];
  /** Where the empty line begins, or the message ends. */
  readonly end: number;
}

const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;
const COLON = 0x3a;

/** Maximum name length: kept fields have short names. */
const NAME_BYTES = 200;

/**
 * Splits a header without reading values: lines that start with white space belong to the previous field. Starts and
 * ends like the evidence reader: after leading blank lines, and at the first empty line.
 */
export function readRawHeader(bytes: Uint8Array): RawHeader {
  const fields: RawField[] = [];
  let at = findHeaderStart(bytes);
  while (at < bytes.length) {
    const next = endOfLine(bytes, at);
    if (isEmptyLine(bytes, at, next)) break;
    let end = next;
    while (end < bytes.length && (bytes[end] === SPACE || bytes[end] === TAB)) end = endOfLine(bytes, end);
    fields.push({ name: readName(bytes, at, next), start: at, end });
    at = end;
  }
  return { fields, end: at };
}

function endOfLine(bytes: Uint8Array, from: number): number {
  const at = bytes.indexOf(LINE_FEED, from);
  return at === -1 ? bytes.length : at + 1;
}

function isEmptyLine(bytes: Uint8Array, start: number, next: number): boolean {
  return (
    bytes[start] === LINE_FEED || (bytes[start] === RETURN && start + 2 === next && bytes[start + 1] === LINE_FEED)
  );
}

/** White space before the colon is allowed by the obsolete syntax (RFC 5322 section 4.5) and hides no field. */
function readName(bytes: Uint8Array, start: number, end: number): string {
  const colon = bytes.subarray(start, Math.min(end, start + NAME_BYTES)).indexOf(COLON);
  if (colon <= 0) return '';
  let name = '';
  for (const byte of bytes.subarray(start, start + colon)) name += String.fromCharCode(byte);
  name = name.replace(/(?<![ \t])[ \t]+$/, '').toLowerCase();
  return /^[!-9;-~]+$/.test(name) ? name : '';
}
