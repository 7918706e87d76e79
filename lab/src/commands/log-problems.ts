import { formatAmount, formatInstant, type Instant, type Problem, toDigestPlace } from '@candor/core/base';
import type { IndicatorKey, LogSpan, UnmatchedIndicator } from '@candor/core/exposure/alert';
import type { AccessFile, Incident, IncidentLines } from '@candor/core/incident';
import { sha256Hex } from '../adapters/process/runtime.ts';

/** Where the incident file says what a problem is about. */
export interface WrittenIn {
  /** The name has no folder. */
  readonly incidentFile: string;
  readonly lines: IncidentLines;
}

/** How far `covers` may extend beyond the first and last record of its file (docs/formats/rules.md, Coverage). */
const QUIET_SECONDS = 7 * 24 * 60 * 60;
/** Records that distinguish a search by user from a quiet owner. */
const LEAST_OF_ONE_USER = 5;

/** Of a file without a record. */
export const NO_RECORD: LogSpan = { first: null, last: null, mailboxes: new Map() };

const NOUNS: Readonly<Record<IndicatorKey, string>> = {
  sessions: 'session',
  tokens: 'token',
  applications: 'application',
  addresses: 'address',
};

/** Indicators without a record: a mistyped only session would mean that nothing was opened. */
export function toIndicatorProblems(unmatched: readonly UnmatchedIndicator[], written: WrittenIn): Problem[] {
  return unmatched.map(({ key, index, value, belongs, near }) => {
    const code = belongs === null ? 'indicator-unmatched' : 'indicator-misplaced';
    const what =
      belongs === null
        ? `no record has ${value.includes('/') ? 'an address in' : `the ${NOUNS[key]}`} "${value}", so it attributes nothing to the intruder.`
        : `"${value}" under intruder.${key} marks no record: the logs have it as ${toArticle(NOUNS[belongs])}.`;
    const fix =
      belongs !== null
        ? `Move it to intruder.${belongs}.`
        : near === null
          ? 'Compare it with the logs, name the log that has it, or remove it.'
          : `The logs have "${near}". If that is meant, correct the line.`;
    return toProblem(code, written, ['intruder', key, index], `${what} ${fix}`, `${key} ${value}`);
  });
}

function toArticle(noun: string): string {
  return /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`;
}

/** Compares each log's content with the incident file. */
export function toLogProblems(
  incident: Incident,
  written: WrittenIn,
  spanOf: (file: AccessFile) => LogSpan | null,
): Problem[] {
  return incident.access.flatMap((file, index): Problem[] => {
    const span = spanOf(file);
    if (span === null) return [];
    return [
      ...toUndated(file, index, written),
      ...toBeyond(file, index, span, written),
      ...toOneUser(file, index, span, incident, written),
      ...toElsewhere(file, index, span, incident, written),
    ];
  });
}

/** Logs said to be drawn before their last record: a contradiction, with its line. */
export function findDrawnTooEarly(
  { access }: Incident,
  { incidentFile, lines }: WrittenIn,
  lastOf: (file: AccessFile) => Instant | null,
): readonly string[] {
  return access.flatMap((file, index) => {
    const last = file.exported === null ? null : lastOf(file);
    if (last === null || file.exported === null || last <= file.exported) return [];
    const line = lines.lineOf(['access', index, 'exported']);
    const text = `${file.file} cannot have been drawn at ${formatInstant(file.exported)}: its last record is of ${formatInstant(last)}`;
    return [`${incidentFile}:${line}: ${text}`];
  });
}

/** Records come late, so a log says nothing of its last day unless it was drawn a day later. */
function toUndated({ file, covers, exported }: AccessFile, index: number, written: WrittenIn): Problem[] {
  if (covers === null || exported !== null) return [];
  const text = `${file}: nobody says when this log was drawn. Records come up to 24 hours late, so mail of the last day of its \`covers\` may count as not accessed. Write under \`exported\` when it was drawn.`;
  return [toProblem('exported-missing', written, ['access', index, 'file'], text, file)];
}

function toBeyond({ file, covers }: AccessFile, index: number, span: LogSpan, written: WrittenIn): Problem[] {
  if (covers === null) return [];
  const { first, last } = span;
  const path = ['access', index, 'covers'];
  const said = `${file}: \`covers\` says ${toDays(covers.from, covers.to)}`;
  const fix = 'Export the log again for the whole time, or write into `covers` what the export was asked for.';
  if (first === null || last === null) {
    const text = `${said}, but the file has no record, so this \`covers\` asserts nothing. ${fix}`;
    return [toProblem('covers-beyond-records', written, path, text, `${file} none`)];
  }
  if (covers.from >= first - QUIET_SECONDS && covers.to <= last + QUIET_SECONDS) return [];
  const text = `${said}, its records are of ${toDays(first, last)}. Mail of the days without records may count as not accessed. ${fix}`;
  return [toProblem('covers-beyond-records', written, path, text, `${file} ${first} ${last}`)];
}

function toOneUser(
  { file, covers }: AccessFile,
  index: number,
  span: LogSpan,
  { mailboxes }: Incident,
  written: WrittenIn,
): Problem[] {
  if (covers === null) return [];
  return mailboxes.flatMap(({ custodian }): Problem[] => {
    const own = span.mailboxes.get(custodian);
    const isCovered = covers.mailboxes === 'all' || covers.mailboxes.includes(custodian);
    if (!isCovered || own === undefined || own.records < LEAST_OF_ONE_USER || own.byOthers > 0) return [];
    const text = `${file}: all ${formatAmount(own.records, 'record')} of ${custodian} are by ${custodian}. A search by user misses delegates and applications. Search by operation, and name that export.`;
    return [
      toProblem('covers-one-user', written, ['access', index, 'covers'], text, `${file} ${custodian} ${own.records}`),
    ];
  });
}

function toElsewhere(
  { file, covers }: AccessFile,
  index: number,
  { first, last, mailboxes }: LogSpan,
  { window }: Incident,
  written: WrittenIn,
): Problem[] {
  if (first === null || last === null) return [];
  const path = ['access', index, 'file'];
  const weight = covers === null ? 'note' : 'person';
  if (last < window.start || first > window.contained) {
    const text = `${file}: all records (${toDays(first, last)}) lie outside the window (${toDays(window.start, window.contained)}). Correct the window, or name the log of that time.`;
    return [{ ...toProblem('log-outside-window', written, path, text, `${file} ${first} ${last}`), weight: 'person' }];
  }
  if (mailboxes.size > 0) return [];
  const text = `${file}: none of its records is of a mailbox of this incident. Compare addresses and GUIDs under \`mailboxes\` with MailboxOwnerUPN and MailboxGuid of the log.`;
  return [{ ...toProblem('log-of-others', written, path, text, `${file} ${first} ${last}`), weight }];
}

function toDays(from: Instant, to: Instant): string {
  return `${toDay(from)} to ${toDay(to)}`;
}

function toDay(instant: Instant): string {
  return formatInstant(instant).slice(0, 'yyyy-mm-dd'.length);
}

/** Accepting it accepts what it says now and nothing that comes later. */
function toProblem(
  code: string,
  { incidentFile, lines }: WrittenIn,
  path: readonly (string | number)[],
  text: string,
  digested: string,
): Problem {
  const place = toDigestPlace(`${incidentFile}:${lines.lineOf(path)}`, sha256Hex(digested));
  return { code, place, text, weight: 'person' };
}
