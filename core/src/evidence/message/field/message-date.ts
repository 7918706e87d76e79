import { type Instant, toInstant } from '@candor/core/base';
import { FixedForm } from './fixed-form.ts';

const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';

const STANDARD = new FixedForm('???, 00 ??? 0000 00:00:00 ±0000');

/** The form of nearly every other date, which needs no clean-up first. */
const USUAL =
  /^\s?(?:[A-Z][a-z]{2}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) ([+-]\d{4})(?: \([A-Z]+\))?$/;

/** RFC 5322 section 3.3 with the obsolete forms of 4.3: [day of week ,] day month year hour:minute[:second] [zone]. */
const DATE =
  /^ ?(?:[A-Za-z]+ ?[.,]? ?,? ?)?(\d{1,2})[ ,.-]*([A-Za-z]{3})[A-Za-z]*[ ,.-]*(\d{2,})[ ,]+(\d{1,2}) ?: ?(\d{1,2})(?: ?: ?(\d{1,2}))?(?:[.,]\d+)? ?(.*)$/s;

/**
 * asctime's order, which no RFC allows and many senders use: [day of week] month day hour:minute[:second] [zone] year.
 */
const ASCTIME =
  /^ ?(?:[A-Za-z]+ ?[.,]? ?,? )?([A-Za-z]{3})[A-Za-z]* (\d{1,2}),? (\d{1,2}):(\d{1,2})(?::(\d{1,2}))? (?:([A-Za-z]+|[+-]\d{4}) )?(\d{4}) ?([+-]\d{4})?/;

/** Zones of RFC 5322 section 4.3, in hours. Every other name, the military letters too, is -0000, which is UTC. */
const ZONE_HOURS = new Map([
  ['EST', -5],
  ['EDT', -4],
  ['CST', -6],
  ['CDT', -5],
  ['MST', -7],
  ['MDT', -6],
  ['PST', -8],
  ['PDT', -7],
]);

/** No date is longer; what stands behind it is not looked at. */
const DATE_UNITS = 1000;

/**
 * Reads the value of a `Date` field, or a time of the same form. Null when none can be read. The weekday is not
 * checked.
 */
export function readMessageDate(value: string): Instant | null {
  const standard = readStandardDate(value);
  if (standard !== null) return standard;
  const usual = USUAL.exec(value);
  if (usual !== null) {
    const [, day = '', month = '', year = '', hour = '', minute = '', second = '', zone = ''] = usual;
    return assemble(readYear(year), month, day, hour, minute, second, zone);
  }
  // One space for many, as the patterns have it: they would try every way to share them out.
  const text = dropComments(value.slice(0, DATE_UNITS)).replace(/\s+/g, ' ');
  const found = DATE.exec(text);
  if (found !== null) {
    const [, day = '', month = '', year = '', hour = '', minute = '', second = '0', zone = ''] = found;
    return assemble(readYear(year), month, day, hour, minute, second, zone);
  }
  const asctime = ASCTIME.exec(text);
  if (asctime === null) return null;
  const [, month = '', day = '', hour = '', minute = '', second = '0', zone, year = '', lastZone] = asctime;
  return assemble(readYear(year), month, day, hour, minute, second, zone ?? lastZone ?? '');
}

/** ` Mon, 01 Jan 2024 00:00:00 +0000`, as nearly every program writes it; null for every other form. */
function readStandardDate(value: string): Instant | null {
  const start = value.charCodeAt(0) === 0x20 ? 1 : 0;
  if (value.length !== start + STANDARD.length || !STANDARD.read(value, start)) return null;
  const index = MONTHS.indexOf(value.slice(start + 8, start + 11).toLowerCase());
  const year = STANDARD.twoDigits(12) * 100 + STANDARD.twoDigits(14);
  if (index === -1 || index % 3 !== 0 || year < 1000) return null;
  const [day, hour, minute] = [STANDARD.twoDigits(5), STANDARD.twoDigits(17), STANDARD.twoDigits(20)];
  const local = toInstant(year, index / 3 + 1, day, hour, minute, STANDARD.twoDigits(23));
  if (local === null) return null;
  const zone = STANDARD.twoDigits(27) * 3600 + STANDARD.twoDigits(29) * 60;
  return value.charCodeAt(start + 26) === 0x2d ? local + zone : local - zone;
}

function assemble(
  year: number | null,
  month: string,
  day: string,
  hour: string,
  minute: string,
  second: string,
  zone: string,
): Instant | null {
  const index = MONTHS.indexOf(month.toLowerCase());
  if (year === null || index === -1 || index % 3 !== 0) return null;
  const local = toInstant(year, index / 3 + 1, Number(day), Number(hour), Number(minute), Number(second));
  return local === null ? null : local - readZone(zone);
}

/**
 * Below 50 is 20xx, leading zeros or not (docs/formats/rules.md, Arrival); 50–99 and three digits count from 1900 (RFC
 * 5322 section 4.3).
 */
function readYear(digits: string): number | null {
  const year = Number(digits);
  if (year > 9999) return null;
  if (year < 50) return year + 2000;
  return year < 1000 ? year + 1900 : year;
}

/** Seconds east of UTC. */
function readZone(text: string): number {
  const numeric = /^(?:(?:UTC?|GMT)\s*)?([+-])(\d{2}):?(\d{2})(?!\d)/i.exec(text);
  if (numeric !== null) {
    const seconds = Number(numeric[2]) * 3600 + Number(numeric[3]) * 60;
    return numeric[1] === '-' ? -seconds : seconds;
  }
  const name = /^[A-Za-z]+/.exec(text)?.[0].toUpperCase() ?? '';
  return (ZONE_HOURS.get(name) ?? 0) * 3600;
}

/** Comments nest and may hold escaped parentheses; each is white space. */
function dropComments(text: string): string {
  if (!text.includes('(')) return text;
  let kept = '';
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charAt(at);
    if (unit === '\\' && depth > 0) at += 1;
    else if (unit === '(') depth += 1;
    else if (unit === ')' && depth > 0) {
      depth -= 1;
      kept += ' ';
    } else if (depth === 0) kept += unit;
  }
  return kept;
}

/** The time of a `Received` field: after the last `;` (docs/formats/rules.md, Arrival). 0 is no time. */
export function readReceivedTime(value: string): Instant | null {
  const semicolon = value.lastIndexOf(';');
  if (semicolon === -1) return null;
  return readMessageDate(value.slice(semicolon + 1)) || null;
}
