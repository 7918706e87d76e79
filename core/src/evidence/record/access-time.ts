import { type Instant, readInstant, toInstant } from '@candor/core/base';

/**
 * As the portal of Log Analytics writes a time into a CSV; where AM and PM are in capitals and no day or month begins
 * with 0, the month is first. In the Emirates the day is, and both have two digits.
 */
const PORTAL_TIME = /^([1-9]\d?)\/([1-9]\d?)\/(\d{4}), (\d{1,2}):(\d{2}):(\d{2})(?:\.\d+)?\s(AM|PM)$/;

const SCRIPT_DATE = /^\/Date\((-?\d{1,16})(?:[+-]\d{4})?\)\/$/;

/**
 * Time of a record: `CreationTime` (no zone, UTC), `TimeGenerated`, or what ConvertTo-Json made of a date:
 * `/Date(ms)/`, which is UTC whatever offset it carries. Null when it is no time.
 */
export function readAccessTime(value: unknown): Instant | null {
  if (typeof value !== 'string') return null;
  const plain = value.length === 19 ? readPlainTime(value) : null;
  if (plain !== null) return plain;
  const found = SCRIPT_DATE.exec(value.trim());
  if (found !== null) return Math.floor(Number(found[1]) / 1000);
  return readInstant(value);
}

/** A time of a column whose name says that it is UTC, in the standard's form; every other text as it stands. */
export function toStandardTime(text: string): string {
  const found = PORTAL_TIME.exec(text.trim());
  if (found === null) return text;
  const [, month = '', day = '', year = '', hour = '', minute = '', second = '', half = ''] = found;
  if (hour === '0' || Number(hour) > 12) return text;
  const hours = (Number(hour) % 12) + (half === 'PM' ? 12 : 0);
  const two = (digits: string | number) => String(digits).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}T${two(hours)}:${minute}:${second}Z`;
}

/** `2001-09-10T14:05:00`, nearly every record's form, without a regular expression; null for everything else. */
function readPlainTime(text: string): Instant | null {
  const day = text.charCodeAt(10);
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45 || (day !== 84 && day !== 32)) return null;
  if (text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return null;
  const year = digits(text, 0) * 100 + digits(text, 2);
  const instant = toInstant(
    year,
    digits(text, 5),
    digits(text, 8),
    digits(text, 11),
    digits(text, 14),
    digits(text, 17),
  );
  return Number.isNaN(instant) ? null : instant;
}

/** Two decimal digits, or NaN. */
function digits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}
