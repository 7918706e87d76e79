import { formatTime, type Instant } from '@candor/core/base';
import type { ReceivedHeader } from '../received/received.ts';
import { toChange } from './change.ts';
import { type Findings, toFindings } from './findings.ts';
import type { IssuedHeader } from './issued-header.ts';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
/** RFC 5322 without the forms that it calls obsolete; of comments only the usual names of zones. */
const DATE =
  /^(?:(Sun|Mon|Tue|Wed|Thu|Fri|Sat), )? ?\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}(?::\d{2})? (?:([+-])(\d{2})(\d{2})|GMT|UT|UTC|Z)(?: \((?:UTC|GMT|CET|CEST|BST|IST|WET|WEST|EET|EEST|MSK|EST|EDT|CST|CDT|MST|MDT|PST|PDT|JST|Coordinated Universal Time)\))?$/;
const DAY_SECONDS = 86_400;

/** The time of the record, in a form that leaves a program that shows the field as it stands nothing else to show. */
export function compareDate({ dates }: IssuedHeader, { date, fields }: ReceivedHeader): Findings {
  if (date === 'as-saved') return toFindings('date', 'not-compared');
  // What Outlook keeps as a number has no field.
  const written = fields.find(({ name }) => name === 'date')?.value ?? null;
  if (date !== null && dates.includes(date) && (written === null || isPlainDate(written, date)))
    return toFindings('date', 'issued');
  const shown = date === null || dates.includes(date) ? written : formatTime(date);
  return toFindings('date', 'changed', {
    changes: [toChange('date', 'date', dates.map(formatTime).join('; '), shown)],
  });
}

function isPlainDate(written: string, date: Instant): boolean {
  const found = DATE.exec(written);
  if (found === null) return false;
  const [, day, sign, hours = '0', minutes = '0'] = found;
  const offset = (Number(hours) * 3600 + Number(minutes) * 60) * (sign === '-' ? -1 : 1);
  // 1 January 1970 was a Thursday.
  const weekday = DAYS[(Math.floor((date + offset) / DAY_SECONDS) + 4) % DAYS.length];
  return day === undefined || day === weekday;
}
