import { type Instant, toInstant } from '@candor/core/base';
import { FixedForm } from '../field/fixed-form.ts';

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/**
 * asctime with what writers put between or behind: `Mon Jan 1 00:00:00 [zone] 2001 [zone]`. A zone may be any two
 * words.
 */
const ASCTIME =
  /(?:^| )([A-Z][a-z]{2}) ([A-Z][a-z]{2}) +(\d{1,2}) +(\d{1,2}):(\d{2})(?::(\d{2}))?(?: +\S{1,40}){0,2}? +(\d{4})(?: |$)/;
/** RFC 5322's order, which some writers use: `Mon, 1 Jan 2001 00:00:00`. */
const DAY_FIRST = / (\d{1,2})[ -]([A-Z][a-z]{2})[ -](\d{4}) (\d{1,2}):(\d{2})(?::(\d{2}))?/;

/** In RFC 5322's old form a field has white space before its colon. */
const FROM_FIELD = /^From[\t ]+:/;

/** Whether a text begins with a `From ` line, and not with a From field of the old form. */
export function isFromLine(text: string): boolean {
  return text.startsWith('From ') && !FROM_FIELD.test(text);
}

const WEEKDAY = 'Mon|Tue|Wed|Thu|Fri|Sat|Sun';
const MONTH = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const BLANKS = '[ \\t]+';
const ZONES = `(?:${BLANKS}(?:[A-Z]{1,5}|[+-]\\d{4}))*`;
const STRICT = new RegExp(
  `^From [ \\t]*[^ \\t]+${BLANKS}(?:${WEEKDAY})${BLANKS}(?:${MONTH})${BLANKS}\\d{1,2}${BLANKS}\\d{2}:\\d{2}:\\d{2}${ZONES}${BLANKS}\\d{4}${ZONES}[ \\t]*\\r?$`,
);

/**
 * Whether a line, without its end, may begin a message where no empty line precedes it (docs/formats/rules.md,
 * Message-ID and fingerprint).
 */
export function isStrictFromLine(line: string): boolean {
  return STRICT.test(line);
}

const MAILER_DAEMON = /^MAILER-DAEMON(?: |$)/i;

/**
 * The time of a `From ` line, without its end: UTC, whatever zone a writer put there (docs/formats/rules.md, Arrival).
 * Null for none, for 0, which is no time, and for MAILER-DAEMON, whose time is that of an export.
 */
export function readFromLineTime(line: string): Instant | null {
  return readStandardLine(line) ?? readAnyLine(line);
}

const STANDARD = new FixedForm('Aaa Aaa _0 00:00:00 0000');

/**
 * One word and the time as asctime writes it, which is nearly every line, without a pattern; null for every other form.
 */
function readStandardLine(line: string): Instant | null {
  const start = line.length - STANDARD.length;
  if (start < 7 || line.indexOf(' ', 5) !== start - 1 || MAILER_DAEMON.test(line.slice(5, start))) return null;
  if (!STANDARD.read(line, start)) return null;
  const year = STANDARD.twoDigits(20) * 100 + STANDARD.twoDigits(22);
  const [day, hour, minute] = [STANDARD.twoDigits(8), STANDARD.twoDigits(11), STANDARD.twoDigits(14)];
  return toTime(year, line.slice(start + 4, start + 7), day, hour, minute, STANDARD.twoDigits(17));
}

function readAnyLine(line: string): Instant | null {
  const text = line
    .slice(5)
    .replace(/[\t ]+/g, ' ')
    .trim();
  if (MAILER_DAEMON.test(text)) return null;
  const found = ASCTIME.exec(text);
  if (found !== null) {
    const [, , month = '', day, hour, minute, second = '0', year] = found;
    return assemble(year, month, day, hour, minute, second);
  }
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst === null) return null;
  const [, day, month = '', year, hour, minute, second = '0'] = dayFirst;
  return assemble(year, month, day, hour, minute, second);
}

function assemble(
  year: string | undefined,
  month: string,
  day: string | undefined,
  hour: string | undefined,
  minute: string | undefined,
  second: string,
): Instant | null {
  return toTime(Number(year), month, Number(day), Number(hour), Number(minute), Number(second));
}

function toTime(
  year: number,
  month: string,
  day: number,
  hour: number,
  minute: number,
  second: number,
): Instant | null {
  const index = MONTHS.indexOf(month);
  if (index === -1 || index % 3 !== 0) return null;
  return toInstant(year, index / 3 + 1, day, hour, minute, second) || null;
}
