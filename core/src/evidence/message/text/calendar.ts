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

/**
 * Who calls and who is asked to a meeting: the addresses behind `mailto:` of ORGANIZER and ATTENDEE
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
