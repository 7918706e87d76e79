import {
  compareUtf8,
  formatAmount,
  formatCount,
  formatSpan,
  type Problem,
  quoteForShell,
  toDigestPlace,
} from '@candor/core/base';
import { showsMail, toRowPlace } from '@candor/core/evidence/record';
import type { Alerts, LicenseChange, UnmatchedIndicator } from '@candor/core/exposure/alert';
import type { ScatteredSession } from '@candor/core/exposure/attribution';
import type { Incident, IncidentLines } from '@candor/core/incident';
import { sha256Hex } from '../adapters/process/runtime.ts';
import type { Store } from '../adapters/store/store.ts';
import { FOREIGN_CODES } from '../evidence/index.ts';
import { readAccessFiles } from '../evidence/store/audit-file-store.ts';
import { listUnreadableRows, readEvidenceProblems } from '../evidence/store/evidence-problem-store.ts';
import { type AccessFileUse, findForeignFiles } from '../exposure/index.ts';
import { toDoubtProblems } from './doubt-problems.ts';
import { describeMailbox } from './evidence/check-files.ts';
import type { CustodyEntry } from './evidence/list-evidence.ts';
import { findLostEvidence } from './evidence/lost-evidence.ts';
import { NO_RECORD, toIndicatorProblems, toLogProblems } from './log-problems.ts';
import { findMisreadProblems } from './misread-problems.ts';
import { type OpenMailboxes, toOpenProblems } from './open-problems.ts';
import { findUnlistedOperations, toUnjudgedProblems } from './unjudged-problems.ts';

/** Addresses that one sentence lists. */
const addressesListed = 8;

export interface ProblemSources {
  readonly version: number;
  readonly incident: Incident;
  /** The name has no folder. */
  readonly incidentFile: string;
  readonly warnings: readonly Problem[];
  readonly alerts: Alerts;
  /** They concern directory and folder lists. */
  readonly inputs: readonly Problem[];
  readonly custody: readonly CustodyEntry[];
  /** Paths of the incident are relative to it. */
  readonly folder: string;
  readonly lines: IncidentLines;
  /** No record has these listed indicators. */
  readonly unmatched: readonly UnmatchedIndicator[];
  readonly recorded: ReadonlySet<string>;
  readonly holding: ReadonlySet<string>;
  readonly fileUses: readonly AccessFileUse[];
  readonly open: OpenMailboxes;
}

/** Everything odd that one run knows of, in order of place, code, text; each once. */
export async function collectProblems(store: Store, sources: ProblemSources): Promise<Problem[]> {
  const problems = [
    ...sources.warnings,
    ...sources.inputs,
    ...(await readEvidenceProblems(store)),
    ...(await readUnreadableRows(store)),
    ...toWindowProblem(sources.alerts, sources.incidentFile),
    ...toUnjudgedProblems(sources.alerts, sources.incidentFile),
    ...(await findUnlistedOperations(store, sources.version, sources.alerts)),
    ...toIntruderProblems(sources.alerts, sources.incidentFile),
    ...toIndicatorProblems(sources.unmatched, sources),
    ...(await readLogProblems(store, sources)),
    ...toOpenProblems(sources.incident, sources, sources.alerts, sources.open),
    ...toAcquisitionProblems(sources.custody),
    ...(await findLostEvidence(store)),
    ...findEmptyMailboxes(sources.incident, sources.folder, sources.holding),
    ...toSilentMailboxes(sources.incident, sources.recorded),
    ...(await findMisreadProblems(store, sources.incidentFile)),
  ];
  const seen = new Set<string>();
  return problems
    .map((problem) => toAcceptable(withLine(problem, sources)))
    .sort((a, b) => compareUtf8(a.place, b.place) || compareUtf8(a.code, b.code) || compareUtf8(a.text, b.text))
    .filter((problem) => {
      const key = `${problem.place}\n${problem.code}\n${problem.text}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

/** Of a whole file, where the incident file names it: that is the line to correct. */
function withLine(problem: Problem, { incident, incidentFile, lines }: ProblemSources): Problem {
  if (!OF_FILE.includes(problem.code)) return problem;
  const log = incident.access.findIndex(({ file }) => file === problem.place);
  const mailbox = incident.mailboxes.findIndex(({ evidence }) => evidence === problem.place);
  const path = log >= 0 ? ['access', log, 'file'] : mailbox >= 0 ? ['mailboxes', mailbox, 'evidence'] : null;
  if (path === null) return problem;
  return { ...problem, text: `${problem.text} It is named in ${incidentFile}:${lines.lineOf(path)}.` };
}

/** Problems that a line of the incident file may end. */
const OF_FILE: readonly string[] = [
  ...Object.values(FOREIGN_CODES),
  'access-container-unknown',
  'mailbox-empty',
  'mailbox-not-in-log',
];

/** A problem for a person says what to type when nothing can be fixed: its place may contain a digest. */
function toAcceptable(problem: Problem): Problem {
  const { place, text, weight } = problem;
  const accept = `--accept ${quoteForShell(place)}`;
  if (weight !== 'person' || text.includes(accept)) return problem;
  return { ...problem, text: `${text.endsWith('.') ? text : `${text}.`} Otherwise accept it with ${accept}.` };
}

/** For files that were read; a foreign log reports itself. */
async function readLogProblems(store: Store, sources: ProblemSources): Promise<Problem[]> {
  const read = new Set([...(await readAccessFiles(store)).values()].map(({ file }) => file));
  const foreign = await findForeignFiles(store);
  const uses = new Map(sources.fileUses.map((use) => [use.file, use]));
  return toLogProblems(sources.incident, sources, ({ file }) =>
    !read.has(file) || foreign.has(file) ? null : (uses.get(file) ?? NO_RECORD),
  );
}

/** A wrong path, an export that failed: what holds no message has no verdict either, and would be silent. */
function findEmptyMailboxes({ mailboxes }: Incident, folder: string, holding: ReadonlySet<string>): Problem[] {
  const problems: Problem[] = [];
  for (const mailbox of mailboxes) {
    const { custodian, evidence } = mailbox;
    if (holding.has(custodian)) continue;
    const words = describeMailbox(mailbox, folder);
    if (words?.code === 'wrong-place') {
      problems.push({ ...words, place: evidence, weight: 'person' });
      continue;
    }
    const text = `no message was found in the evidence of ${custodian}; is it the right place? If it is, accept it with --accept ${quoteForShell(evidence)}.`;
    problems.push({ code: 'mailbox-empty', place: evidence, text, weight: 'person' });
  }
  return problems;
}

const causes: Readonly<Record<string, string>> = {
  'not-json': 'this row is not JSON',
  'no-id': 'the record has no id',
  'no-time': 'the record has no readable time, such as 2001-09-10T14:05:00Z',
  'no-audit-data': 'the row has no AuditData',
  'broken-quote': 'the quote opened here is never closed; it was read to the next line break',
  'cut-off': 'the file ends in the middle of this row',
};

/**
 * An unreadable row that may be an access makes its whole file a gap; a row of another operation is only reported,
 * unless the file ends in it.
 */
async function readUnreadableRows(store: Store): Promise<Problem[]> {
  const rows = await listUnreadableRows(store);
  const units = new Map([...(await readAccessFiles(store)).values()].map(({ file, unit }) => [file, unit]));
  return rows.map(({ file, line, cause, operation }) => {
    const place = toRowPlace(file, units.get(file) ?? 'line', line);
    const blind = operation === null || showsMail(operation);
    const what = causes[cause] ?? 'the row cannot be read';
    const which = operation === null ? '' : ` (${operation})`;
    const done = blind ? 'what the file covers counts as a gap' : 'its operation is no access, so it causes no gap';
    const isCutOff = cause === 'cut-off';
    const again = isCutOff ? 'Later rows may be missing: get the whole file again' : 'Export it again';
    const needsPerson = blind || isCutOff;
    const mend = needsPerson ? ` ${again}, or accept it with --accept ${quoteForShell(place)}.` : '';
    return {
      code: 'access-row-unreadable',
      place,
      text: `${what}${which}; ${done}.${mend}`,
      weight: needsPerson ? 'person' : 'note',
    };
  });
}

function toWindowProblem({ beyondWindow }: Alerts, incidentFile: string): Problem[] {
  const { count, first, last, records } = beyondWindow;
  if (count === 0 || first === null || last === null) return [];
  const place = toDigestPlace(incidentFile, sha256Hex(`${count} ${first} ${last}`));
  return [
    {
      code: 'window-too-narrow',
      place,
      text: `${count === 1 ? "1 of the intruder's records lies" : `${formatCount(count)} of the intruder's records lie`} outside the window, ${formatSpan(first, last)}, first ${records[0]}; widen the window, or accept it with --accept ${quoteForShell(place)}.`,
      weight: 'person',
    },
  ];
}

function toAcquisitionProblems(custody: readonly CustodyEntry[]): Problem[] {
  return custody.flatMap((entry): Problem[] => {
    if (entry.asAcquired !== false) return [];
    const text = `the digest noted at acquisition is ${entry.acquired?.sha256}, the file's is ${entry.sha256}; the file was read anyway. Find out which of the two is right.`;
    return [{ code: 'not-as-acquired', place: entry.path, text, weight: 'person' }];
  });
}

/**
 * A mailbox without records: its log may be missing. Coverage is asserted, never guessed; but if asserted, all its mail
 * counts as untouched.
 */
function toSilentMailboxes(incident: Incident, recorded: ReadonlySet<string>): Problem[] {
  return incident.mailboxes.flatMap(({ custodian, evidence }): Problem[] => {
    if (recorded.has(custodian)) return [];
    const isCovered = incident.access.some(
      ({ covers }) => covers !== null && (covers.mailboxes === 'all' || covers.mailboxes.includes(custodian)),
    );
    const said = isCovered ? ', although `covers` says that its log is there: its mail may count as not accessed' : '';
    const text = `no access record is about the mailbox of ${custodian}${said}; if its log was exported, name the file under access, and check its GUID.`;
    return [{ code: 'mailbox-not-in-log', place: evidence, text, weight: isCovered ? 'person' : 'note' }];
  });
}

/** Problems about record owners: an unknown GUID, a session at several places, a changed licence. */
export function toIntruderProblems(alerts: Alerts, incidentFile: string): Problem[] {
  const { unlistedGuids = [], scatteredSessions = [], licenseChanges = [] } = alerts;
  return [
    ...unlistedGuids.map(({ guid, custodian, records }) => {
      const [name, have, count] = records === 1 ? ['names', 'has', 'it counts'] : ['name', 'have', 'they count'];
      return toProblem('guid-unknown', incidentFile, `${guid} ${custodian} ${records}`, [
        `${formatAmount(records, 'record')} ${name} ${custodian} as owner but ${have} the mailbox GUID ${guid}, which is not listed; ${count} for the mailbox of ${custodian}.`,
        `If the GUID is of that mailbox or its archive, add it to \`guid\` or \`guids\` there and run again; else collect the mailbox that has it`,
      ]);
    }),
    ...toDoubtProblems(alerts.doubts, incidentFile),
    ...scatteredSessions.map((session) => toScattered(session, incidentFile)),
    ...licenseChanges.map((change) => toLicenseProblem(change, incidentFile)),
  ];
}

function toScattered({ session, count, addresses }: ScatteredSession, incidentFile: string): Problem {
  const listed = addresses.map(({ address, records }) => `${address} (${formatAmount(records, 'record')})`);
  const shown = listed.slice(0, addressesListed);
  const rest = count - shown.length;
  return toProblem('session-at-several-addresses', incidentFile, `${session} ${count} ${listed.join(' ')}`, [
    `the session ${session} was seen at several addresses: ${shown.join(', ')}${rest > 0 ? ` and ${formatCount(rest)} more` : ''}.`,
    "List an owner's address under `addresses` of its mailbox, and remove a session that is not the intruder's from `intruder.sessions`; if all of them are the intruder's, add them to `intruder.addresses`",
  ]);
}

function toLicenseProblem(change: LicenseChange, incidentFile: string): Problem {
  const { account, custodian, records, record, last } = change;
  const whose = custodian === null ? `${account}, who is not in the evidence` : account;
  return toProblem('licence-changed', incidentFile, `${account} ${records} ${record} ${last}`, [
    `${formatAmount(records, 'record')}, such as ${record}, changed the licence of ${whose}, which causes no gap: the intruder is not known to have made ${records === 1 ? 'it' : 'them'}.`,
    'If the log of that mailbox ended with it, list that time under `coverage` as `unlicensed` and run again',
  ]);
}

function toProblem(code: string, incidentFile: string, told: string, [text, mend]: readonly [string, string]): Problem {
  const place = toDigestPlace(incidentFile, sha256Hex(told));
  return {
    code,
    place,
    text: `${text} ${mend}, or accept it with --accept ${quoteForShell(place)}.`,
    weight: 'person',
  };
}
