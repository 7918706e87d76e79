import { type Instant, readInstant, toInstant } from '@candor/core/base';

/**
 * Times in CSVs of the Log Analytics portal: the month comes first if AM and PM are capitals and no day or month has a
 * leading zero. In the Emirates the day comes first, both with two digits.
 */
const PORTAL_TIME = /^([1-9]\d?)\/([1-9]\d?)\/(\d{4}), (\d{1,2}):(\d{2}):(\d{2})(?:\.\d+)?\s(AM|PM)$/;

const SCRIPT_DATE = /^\/Date\((-?\d{1,16})(?:[+-]\d{4})?\)\/$/;

/**
 * Time of a record: `CreationTime` (no zone, UTC), `TimeGenerated`, or ConvertTo-Json's `/Date(ms)/`, which is UTC
 * whatever offset it has. Null when invalid.
 */
export function readAccessTime(value: unknown): Instant | null {
  if (typeof value !== 'string') return null;
  const plain = value.length === 19 ? readPlainTime(value) : null;
  if (plain !== null) return plain;
  const found = SCRIPT_DATE.exec(value.trim());
  if (found !== null) return Math.floor(Number(found[1]) / 1000);
  return readInstant(value);
}

/** A time from a column named as UTC, in standard form; any other text unchanged. */
export function toStandardTime(text: string): string {
  const found = PORTAL_TIME.exec(text.trim());
  if (found === null) return text;
  const [, month = '', day = '', year = '', hour = '', minute = '', second = '', half = ''] = found;
  if (hour === '0' || Number(hour) > 12) return text;
  const hours = (Number(hour) % 12) + (half === 'PM' ? 12 : 0);
  const two = (digits: string | number) => String(digits).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}T${two(hours)}:${minute}:${second}Z`;
}

/** `2001-09-10T14:05:00`, the usual form, without a regular expression; null otherwise. */
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
