/** UTC seconds since 1970-01-01T00:00:00Z, a whole number (fractions are cut). May be negative. */
export type Instant = number;

const ISO = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2}):(\d{2})(?:[.,]\d+)?(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * Reads an ISO 8601 date-time. A text **without a zone is UTC**: Microsoft's `CreationTime` has none and is UTC, and
 * nothing may depend on the machine's zone. Null when invalid.
 */
export function readInstant(text: string): Instant | null {
  const found = ISO.exec(text.trim());
  if (found === null) return null;
  const [, year, month, day, hour, minute, second, zone] = found;
  const utc = toInstant(Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second));
  if (utc === null || zone === undefined || zone === 'Z') return utc;
  const sign = zone.startsWith('-') ? -1 : 1;
  const digits = zone.slice(1).replace(':', '');
  const minutes = Number(digits.slice(2));
  if (minutes > 59) return null;
  return utc - sign * (Number(digits.slice(0, 2)) * 3600 + minutes * 60);
}

/** The instant of a UTC calendar time, or null when a number is out of range (a leap second is the next second). */
export function toInstant(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): Instant | null {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour <= 23 && minute <= 59 && second <= 60)) return null;
  if (!Number.isFinite(year) || (day > 28 && day > countDays(year, month))) return null;
  return countDaysSince1970(year, month, day) * DAY_SECONDS + hour * 3600 + minute * 60 + second;
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function countDays(year: number, month: number): number {
  if (month !== 2) return MONTH_DAYS[month - 1] ?? 0;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** Proleptic Gregorian calendar. Years start in March here, so that the leap day is last. */
function countDaysSince1970(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

const DAY_SECONDS = 86_400;
const TWO_DIGITS = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'));
/** Caches the texts of days: exports write millions of times on few days. */
const dayTexts = new Map<number, string>();
/** Maximum size of the cache, eleven years. */
const REMEMBERED_DAYS = 4096;

/** `2001-09-10T14:05:00Z`: the only time format of exports. */
export function formatInstant(instant: Instant): string {
  const day = Math.floor(instant / DAY_SECONDS);
  const seconds = instant - day * DAY_SECONDS;
  const minutes = Math.floor(seconds / 60);
  return `${toDayText(day)}${TWO_DIGITS[Math.floor(minutes / 60)]}:${TWO_DIGITS[minutes % 60]}:${TWO_DIGITS[seconds % 60]}Z`;
}

function toDayText(day: number): string {
  const known = dayTexts.get(day);
  if (known !== undefined) return known;
  if (dayTexts.size >= REMEMBERED_DAYS) dayTexts.clear();
  const text = new Date(day * DAY_SECONDS * 1000).toISOString().slice(0, -13);
  dayTexts.set(day, text);
  return text;
}

const MONTH_NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `10 Sep 2001`: a day for people, in UTC. */
export function formatDay(instant: Instant): string {
  const date = new Date(instant * 1000);
  return `${date.getUTCDate()} ${MONTH_NAMES[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** `10 Sep 2001, 14:05 UTC`: a time for people. */
export function formatTime(instant: Instant): string {
  const date = new Date(instant * 1000);
  return `${formatDay(instant)}, ${TWO_DIGITS[date.getUTCHours()]}:${TWO_DIGITS[date.getUTCMinutes()]} UTC`;
}

export function formatSpan(first: Instant, last: Instant): string {
  return first === last ? formatTime(first) : `${formatTime(first)} to ${formatTime(last)}`;
}
