import { type CalendarFacts, SHORT_UNITS } from '../protocol.ts';

/** Maximum number of calendar lines that are read. */
const CALENDAR_LINES = 20_000;
const EVENTS = 10;
const NAMES = new Map<string, keyof Omit<CalendarFacts, 'attendees' | 'method'>>([
  ['SUMMARY', 'summary'],
  ['DTSTART', 'start'],
  ['DTEND', 'end'],
  ['LOCATION', 'place'],
  ['ORGANIZER', 'organizer'],
  ['RRULE', 'repeats'],
  ['DESCRIPTION', 'description'],
]);
const LINE = /^([A-Za-z-]+)((?:;(?:"[^"]*"|[^":])*)?):(.*)$/s;
const STAMP = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})\d{2}(Z?))?$/;

/** The events of an iCalendar text (RFC 5545) as facts. Nothing in it is executed. */
export function readCalendar(text: string): readonly CalendarFacts[] {
  const events: CalendarFacts[] = [];
  let method = '';
  let event: { -readonly [Key in keyof CalendarFacts]: CalendarFacts[Key] } | null = null;
  for (const line of unfold(text)) {
    const [, name = '', parameters = '', raw = ''] = LINE.exec(line) ?? [];
    const key = name.toUpperCase();
    const value = raw.slice(0, SHORT_UNITS);
    if (key === 'METHOD') method = value.trim().toUpperCase();
    else if (key === 'BEGIN' && value.trim().toUpperCase() === 'VEVENT') event = emptyEvent();
    else if (key === 'END' && value.trim().toUpperCase() === 'VEVENT' && event !== null) {
      events.push(event);
      event = null;
      if (events.length === EVENTS) break;
    } else if (event !== null && key === 'ATTENDEE') event.attendees += 1;
    else if (event !== null) {
      const fact = NAMES.get(key);
      if (fact !== undefined && event[fact] === '') event[fact] = toFact(fact, value, parameters);
    }
  }
  return events.map((found) => ({ ...found, method }));
}

function emptyEvent(): CalendarFacts {
  return {
    method: '',
    summary: '',
    start: '',
    end: '',
    place: '',
    organizer: '',
    attendees: 0,
    repeats: '',
    description: '',
  };
}

function toFact(fact: keyof CalendarFacts, value: string, parameters: string): string {
  if (fact === 'start' || fact === 'end') return toTime(value.trim(), parameters);
  if (fact === 'organizer') return value.replace(/^mailto:/i, '');
  return value.replace(/\\([nN,;\\])/g, (_, unit: string) => (unit === 'n' || unit === 'N' ? '\n' : unit));
}

/** As in the calendar, with its zone: zone rules are the sender's, so nothing is converted. */
function toTime(value: string, parameters: string): string {
  const found = STAMP.exec(value);
  if (found === null) return value;
  const [, year, month, day, hour, minute, utc] = found;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined) return date;
  const zone = utc === 'Z' ? 'UTC' : (/;TZID="?([^";:]{1,100})/i.exec(parameters)?.[1] ?? '');
  return `${date} ${hour}:${minute}${zone === '' ? '' : ` ${zone}`}`;
}

/** A line that starts with white space continues the previous one. */
function* unfold(text: string): Iterable<string> {
  let open: string | null = null;
  for (const line of text.split(/\r\n|\r|\n/, CALENDAR_LINES)) {
    if (open !== null && (line.startsWith(' ') || line.startsWith('\t')) && open.length < SHORT_UNITS * 2) {
      open += line.slice(1);
      continue;
    }
    if (open !== null) yield open;
    open = line;
  }
  if (open !== null) yield open;
}
