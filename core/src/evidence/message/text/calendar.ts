import { trimWhiteSpace } from './white-space.ts';

/** An address of a calendar, as it is written. */
export interface CalendarAddress {
  readonly role: 'organizer' | 'attendee';
  readonly address: string;
}

/** RFC 5545, 3.1: a line goes on in the next one when that begins with a space or a tab. */
const FOLD = /\r?\n[ \t]/g;
const PROPERTY = /^(ORGANIZER|ATTENDEE)[;:]/i;
const MAILTO = /^mailto:/i;
const NAMES = ['ORGANIZER', 'ATTENDEE'];
const LINE_ENDS = [0x0a, 0x0d];
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const UPPER_CASE = 0xdf;

/**
 * Organizer and attendees of a meeting: the addresses behind `mailto:` of ORGANIZER and ATTENDEE
 * (docs/formats/parties-csv.md, Addresses).
 */
export function readCalendar(text: string): readonly CalendarAddress[] {
  const found: CalendarAddress[] = [];
  for (const line of text.replace(FOLD, '').split(/\r\n|\n|\r/)) {
    const name = PROPERTY.exec(line)?.[1];
    const value = name === undefined ? '' : trimWhiteSpace(line.slice(findValue(line)));
    if (name === undefined || !MAILTO.test(value)) continue;
    const address = trimWhiteSpace(value.replace(MAILTO, ''));
    if (address !== '') found.push({ role: name.toLowerCase() === 'organizer' ? 'organizer' : 'attendee', address });
  }
  return found;
}

/** Behind the first colon outside quotes; the line's end when there is none. */
function findValue(line: string): number {
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const unit = line.charCodeAt(at);
    if (unit === 0x22) isQuoted = !isQuoted;
    else if (unit === 0x3a && !isQuoted) return at + 1;
  }
  return line.length;
}

/**
 * Whether bytes of an ASCII-compatible encoding may hold an address that `readCalendar` finds: a line begins with one
 * of its names. Decoding what holds none would take most of the time of a mailbox with large files that are labelled
 * calendars.
 */
export function mayNameAddresses(bytes: Uint8Array): boolean {
  const start = BYTE_ORDER_MARK.every((byte, at) => bytes[at] === byte) ? BYTE_ORDER_MARK.length : 0;
  return beginsWithName(bytes, start) || LINE_ENDS.some((end) => hasLineWithName(bytes, end));
}

function hasLineWithName(bytes: Uint8Array, end: number): boolean {
  for (let at = bytes.indexOf(end); at >= 0; at = bytes.indexOf(end, at + 1)) {
    if (beginsWithName(bytes, at + 1)) return true;
  }
  return false;
}

function beginsWithName(bytes: Uint8Array, start: number): boolean {
  return NAMES.some((name) => holdsName(bytes, start, name));
}

/** A fold may lie anywhere, in the name too. */
function holdsName(bytes: Uint8Array, start: number, name: string): boolean {
  let at = start;
  for (const letter of name) {
    while (isFold(bytes, at)) at += bytes[at] === 0x0d ? 3 : 2;
    if (!isLetter(bytes, at, letter)) return false;
    at += 1;
  }
  return true;
}

function isFold(bytes: Uint8Array, at: number): boolean {
  const end = bytes[at] === 0x0d ? at + 1 : at;
  return bytes[end] === 0x0a && (bytes[end + 1] === 0x20 || bytes[end + 1] === 0x09);
}

function isLetter(bytes: Uint8Array, at: number, letter: string): boolean {
  return ((bytes[at] ?? 0) & UPPER_CASE) === letter.charCodeAt(0);
}
