import { resolve } from 'node:path';
import { assertNever, type Problem, Refusal } from '@candor/core/base';
import { createLogReader, IndicatorWatch, LogWatch } from '@candor/core/exposure/alert';
import type { Incident, Mailbox } from '@candor/core/incident';
import { readIncidentOnce } from '../../adapters/files/incident-reading.ts';
import { FOREIGN_CODES, toForeignWords } from '../../evidence/index.ts';
import { type Surveyed, surveyFile, surveyMailbox } from '../../evidence/survey/index.ts';
import { findDrawnTooEarly, toIndicatorProblems, toLogProblems, type WrittenIn } from '../log-problems.ts';

/** Bytes examined per file: a check takes seconds for any evidence. */
const LOOKED_AT_BYTES = 1024 * 1024;

export interface FileCheck {
  readonly problems: readonly Problem[];
  /** Every log was read to its end, so that indicators could be compared with all of them. */
  readonly isWhole: boolean;
}

/** Checks the first megabyte of each file named by an incident against its key. */
export function checkFiles(incident: Incident, incidentFile: string, text: string, folder: string): FileCheck {
  const written = { incidentFile, lines: readIncidentOnce(text, incidentFile).lines };
  const logs = checkLogs(incident, written, folder);
  const problems = [
    ...incident.mailboxes.flatMap((mailbox, index) => checkMailbox(mailbox, index, written, folder)),
    ...logs.problems,
    ...checkDirectory(incident, written, folder),
  ];
  return { problems, isWhole: logs.isWhole };
}

function toProblem(
  code: string,
  { incidentFile, lines }: WrittenIn,
  path: readonly (string | number)[],
  text: string,
): Problem {
  return { code, place: `${incidentFile}:${lines.lineOf(path)}`, text, weight: 'person' };
}

/** What is no mail, and where it belongs. */
const KINDS: Readonly<Partial<Record<Surveyed['is'], readonly [kind: string, fix: string]>>> = {
  access: ['an audit log', 'Name it under `access`'],
  folders: ['a folder list', 'List it as `folders`'],
  directory: ['a directory of parties', 'List it as `directory`'],
};

function checkMailbox(mailbox: Mailbox, index: number, written: WrittenIn, folder: string): Problem[] {
  const words = describeMailbox(mailbox, folder);
  const found = words === null ? [] : [toProblem(words.code, written, ['mailboxes', index, 'evidence'], words.text)];
  return [...found, ...checkFolders(mailbox.folders, index, written, folder)];
}

/** What is wrong with the evidence of a mailbox by its first bytes; null where there is mail, or may be. */
export function describeMailbox({ evidence, custodian }: Mailbox, folder: string): FileWords | null {
  const { what, file, isWhole } = surveyMailbox(resolve(folder, evidence), LOOKED_AT_BYTES);
  return toMailboxWords(what, file === '' ? evidence : `${evidence}/${file}`, custodian, isWhole);
}

interface FileWords {
  readonly code: string;
  readonly text: string;
}

/** Null when it is, or may be, mail: the run reads files that are not recognised by their start. */
function toMailboxWords(what: Surveyed | null, place: string, custodian: string, isWhole: boolean) {
  const empty = (text: string) => ({ code: 'mailbox-empty', text: `${place} ${text}` });
  if (what === null)
    return isWhole
      ? empty(`holds nothing: no message of ${custodian} can be read. Correct the path, or export the mailbox again.`)
      : null;
  if (what.is === 'empty') return empty(`is empty: no message of ${custodian} can be read. Was it copied whole?`);
  if (what.is === 'packed')
    return {
      code: 'packed',
      text: `${place} is packed in an unsupported format. Unpack it, and name its content.`,
    };
  const [kind, fix] = what.is === 'foreign' ? [what.log.name, 'Take it out'] : (KINDS[what.is] ?? ['', '']);
  if (kind === '') return null;
  return {
    code: 'wrong-place',
    text: `${place} is ${kind}, not mail of ${custodian}. ${fix}, and name the mailbox here.`,
  };
}

function checkFolders(folders: string | null, index: number, written: WrittenIn, folder: string): Problem[] {
  if (folders === null) return [];
  const what = surveyFile(resolve(folder, folders), LOOKED_AT_BYTES);
  if (what.is === 'folders') return [];
  const text = `${folders} is not a folder list: it has no columns FolderId and FolderPath. Export it with Get-MailboxFolderStatistics.`;
  return [toProblem('folder-list', written, ['mailboxes', index, 'folders'], text)];
}

function checkDirectory({ directory }: Incident, written: WrittenIn, folder: string): Problem[] {
  if (directory === null) return [];
  const what = surveyFile(resolve(folder, directory), LOOKED_AT_BYTES);
  if (what.is === 'directory') return [];
  const text = `${directory} is not a directory of parties: it has no columns \`match\` and \`party\`. See docs/formats/directory-csv.md.`;
  return [toProblem('wrong-place', written, ['directory'], text)];
}

/** Logs by their first megabyte; smaller ones are also compared with the incident file. */
function checkLogs(incident: Incident, written: WrittenIn, folder: string): FileCheck {
  const indicators = new IndicatorWatch(incident.intruder);
  const spans = new LogWatch<string>();
  const read = createLogReader(incident);
  const whole = new Set<string>();
  let isAll = true;
  const problems = incident.access.flatMap(({ file, isFolder }, index): Problem[] => {
    if (isFolder === true) return [];
    const ids = new Set<string>();
    const what = surveyFile(resolve(folder, file), LOOKED_AT_BYTES, (record) => {
      indicators.see(record);
      if (ids.has(record.id)) return;
      ids.add(record.id);
      spans.see(file, { time: record.time, ...read(record) });
    });
    if (what.is === 'access' && what.isWhole) whole.add(file);
    else if (what.is === 'access') isAll = false;
    const words = toLogWords(file, what);
    return words === null ? [] : [toProblem(words.code, written, ['access', index, 'file'], words.text)];
  });
  const more = toLogProblems(incident, written, ({ file }) => (whole.has(file) ? spans.spanOf(file) : null));
  const early = findDrawnTooEarly(incident, written, ({ file }) => (whole.has(file) ? spans.spanOf(file).last : null));
  if (early.length > 0) throw new Refusal('invalid-incident', early);
  const unmatched = isAll ? toIndicatorProblems(indicators.listUnmatched(), written) : [];
  return { problems: [...problems, ...more, ...unmatched], isWhole: isAll };
}

/** What is wrong with a file under `access`; null where it is a log of accesses. */
function toLogWords(file: string, what: Surveyed): FileWords | null {
  const unknown = (text: string) => ({ code: 'access-container-unknown', text: `${file} ${text}` });
  const other = (kind: string, key: string) => ({
    code: 'wrong-place',
    text: `${file} is ${kind}, not a log. List it as ${key}, and remove it from \`access\`.`,
  });
  switch (what.is) {
    case 'access':
      return null;
    case 'foreign':
      return { code: FOREIGN_CODES[what.log.shows], text: `${file}: ${toForeignWords(what.log)}` };
    case 'mail':
      return what.format.holdsOthers === true
        ? unknown(`is a ${what.format.name}, which is not opened here. Unpack it, and name the log in it.`)
        : other('a mailbox', '`evidence` of a mailbox');
    case 'folders':
      return other('a folder list', '`folders` of its mailbox');
    case 'directory':
      return other('a directory of parties', '`directory`');
    case 'packed':
      return unknown('is packed in an unsupported format. Unpack it, and name its content.');
    case 'empty':
      return unknown('is empty. Export it again, or remove it from the incident.');
    case 'other':
      return unknown('is in an unknown format. docs/formats/access-records.md lists the supported ones.');
    default:
      return assertNever(what);
  }
}
