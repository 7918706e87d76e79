import { type Instant, toInstant } from '@candor/core/base';

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** asctime with what writers put between or behind: `Mon Jan  1 00:00:00 [zone] 2001 [zone]`. */
const ASCTIME =
  /(?:^| )([A-Z][a-z]{2}) ([A-Z][a-z]{2}) +(\d{1,2}) +(\d{1,2}):(\d{2})(?::(\d{2}))?(?: +[A-Za-z]{1,5}| +[+-]\d{4})* +(\d{4})(?: |$)/;
/** RFC 5322's order, which some writers use: `Mon, 1 Jan 2001 00:00:00`. */
const DAY_FIRST = / (\d{1,2})[ -]([A-Z][a-z]{2})[ -](\d{4}) (\d{1,2}):(\d{2})(?::(\d{2}))?/;

/**
 * The time of a `From ` line, without its end: UTC, whatever zone a writer put there (exposure.md section 5). Null for none, for 0, which is
 * no time, and for MAILER-DAEMON, whose time is that of an export.
 */
export function readFromLineTime(line: string): Instant | null {
  const text = line
    .slice(5)
    .replace(/[\t ]+/g, ' ')
    .trim();
  if (/^MAILER-DAEMON(?: |$)/i.test(text)) return null;
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
  const index = MONTHS.indexOf(month);
  if (index === -1 || index % 3 !== 0) return null;
  const time = toInstant(Number(year), index / 3 + 1, Number(day), Number(hour), Number(minute), Number(second));
  return time === 0 ? null : time;
}
