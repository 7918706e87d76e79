import { basename, join, resolve } from 'node:path';
import { formatAmount, hint, Refusal } from '@candor/core/base';
import { exists, inspectPath, withTemporaryFolder, writeNewText } from '../../adapters/files/files.ts';
import { toRealPlace } from '../../adapters/files/real-place.ts';
import { findMaildir } from '../../adapters/mail/find-mail.ts';
import {
  canList,
  type FolderSurvey,
  type ForeignZip,
  findForeignZip,
  guessOwner,
  type SeenRecord,
  surveyFolder,
} from '../../evidence/survey/index.ts';
import { type DraftIncident, type DraftMailbox, type FilledIn, findDomains, toIncidentText } from '../incident-text.ts';
import { type Progress, silentProgress } from '../progress.ts';

export interface InitResult {
  readonly file: string;
  readonly mailboxes: number;
  readonly accessFiles: number;
  readonly notes: readonly string[];
}

/** What a folder holds, before anything is written. */
export interface FolderLook extends Omit<DraftIncident, 'unmatchedFolderLists' | 'leftOut'> {
  /** Of the mailboxes, most frequent first. */
  readonly domains: readonly string[];
  readonly notes: readonly string[];
}

/** @throws Refusal as `initIncident`. */
export async function lookAtFolder(folder: string, progress: Progress = silentProgress): Promise<FolderLook> {
  const { draft, notes } = await draftIncident(folder, progress);
  const { unmatchedFolderLists: _, leftOut: __, ...seen } = draft;
  return { ...seen, domains: findDomains(draft.mailboxes), notes };
}

/**
 * Writes a commented incident.yaml into a folder from what it holds. Nothing is guessed that decides anything: window,
 * indicators and coverage stay to be filled in by a person.
 * @param filled what that person said already
 * @throws Refusal when the folder is missing, is a mailbox itself, holds no mailbox, or has an incident.yaml already.
 */
export async function initIncident(
  folder: string,
  progress: Progress = silentProgress,
  filled?: FilledIn,
): Promise<InitResult> {
  const { draft, notes, file } = await draftIncident(folder, progress);
  writeNewText(file, toIncidentText(draft, filled));
  return { file, mailboxes: draft.mailboxes.length, accessFiles: draft.access.length, notes };
}

interface DraftedIncident {
  readonly file: string;
  readonly draft: DraftIncident;
  readonly notes: readonly string[];
}

async function draftIncident(folder: string, progress: Progress): Promise<DraftedIncident> {
  const { is } = inspectPath(folder);
  if (is !== 'folder' || !canList(folder)) {
    const what =
      is === 'missing'
        ? 'there is no such folder'
        : is === 'unreadable' || is === 'folder'
          ? 'cannot be read; give this account the right to read it'
          : 'this is a file';
    throw new Refusal('no-folder', [`${folder}: ${what}; name the folder that holds the mailboxes and logs`]);
  }
  const file = join(folder, 'incident.yaml');
  const maildir = findMaildir(file);
  if (maildir !== null) {
    const what =
      maildir === toRealPlace(folder) ? 'this folder is a mailbox itself' : `this is in the mailbox ${maildir}`;
    throw new Refusal('inside-evidence', [
      `${folder}: ${what} (Maildir), and evidence is never written to; name the folder that holds it`,
    ]);
  }
  if (exists(file))
    throw new Refusal('incident-exists', [`${file} exists already; move it away to have a new one written`]);
  const step = progress.begin('survey', 'files', null);
  const surveyed = surveyFolder(folder, () => step.advance(1));
  step.end();
  const foreign = await findForeign(folder, surveyed.mailboxes);
  const survey = { ...surveyed, mailboxes: surveyed.mailboxes.filter((path) => !foreign.has(path)) };
  if (survey.mailboxes.length === 0) {
    throw new Refusal('no-mailbox', [
      `${folder}: no mailbox was found; Candor recognizes mbox, Maildir, EML, PST, OST and MSG, also in zip, tar or gzip`,
    ]);
  }
  const records = survey.access.flatMap((access) => access.records);
  const mailboxes = await draftMailboxes(folder, survey, records);
  const unmatched = survey.folderLists.filter((list) => !mailboxes.some((mailbox) => mailbox.folders === list));
  const draft: DraftIncident = {
    id: toId(basename(resolve(folder))),
    mailboxes,
    access: survey.access.map(({ file: path, records: seen }) => ({ file: path, ...toSpan(seen) })),
    directory: survey.directories[0] ?? null,
    unmatchedFolderLists: unmatched,
    leftOut: [...foreign].map(([path, words]) => ({ path, words })),
  };
  return {
    file,
    draft,
    notes: [...[...foreign].map(([path, words]) => `${path} ${words}.`), ...toNotes(survey, mailboxes, unmatched)],
  };
}

const foreignWords: Readonly<Record<ForeignZip, string>> = {
  document: 'is a document without mail in it and is left out',
  log: 'holds logs and no mail: unpack it, and name each log under access',
};

/** Zips that are not mailboxes, with their explanation. */
async function findForeign(folder: string, mailboxes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const foreign = new Map<string, string>();
  for (const path of mailboxes) {
    const is = await findForeignZip(join(folder, path));
    if (is !== null) foreign.set(path, foreignWords[is]);
  }
  return foreign;
}

async function draftMailboxes(
  folder: string,
  survey: FolderSurvey,
  records: readonly SeenRecord[],
): Promise<DraftMailbox[]> {
  return withTemporaryFolder(async (spool) => {
    const drafts: DraftMailbox[] = [];
    for (const evidence of survey.mailboxes) {
      const custodian = toCustodian(
        evidence,
        drafts.map((draft) => draft.custodian),
      );
      const address = await guessOwner(custodian, join(folder, evidence), spool);
      drafts.push({
        custodian,
        evidence,
        address,
        guid: address === null ? null : findGuid(records, address),
        folders: survey.folderLists.find((list) => toName(list) === custodian.toLowerCase()) ?? null,
        archiveOf: null,
      });
    }
    return joinArchives(drafts);
  });
}

/** As people and programs name an archive, in the languages of the notices. */
const ARCHIVE_NAME = /archiv/i;

/**
 * Mailboxes with one address: the first is the person's mailbox, later ones are treated as archives. A GUID names one
 * of them, and the logs do not show which archive a second one is.
 */
function joinArchives(drafts: readonly DraftMailbox[]): DraftMailbox[] {
  const groups = new Map<string, DraftMailbox[]>();
  for (const [at, draft] of drafts.entries()) {
    const key = draft.address ?? `#${at}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [draft]);
    else group.push(draft);
  }
  return [...groups.values()].flatMap((group) => {
    const [primary, ...archives] = group.toSorted((a, b) => toArchiveRank(a) - toArchiveRank(b));
    if (primary === undefined) return [];
    return [primary, ...archives.map((draft) => ({ ...draft, guid: null, archiveOf: primary.custodian }))];
  });
}

function toArchiveRank({ evidence }: DraftMailbox): number {
  return ARCHIVE_NAME.test(basename(evidence)) ? 1 : 0;
}

function toName(path: string): string {
  return basename(path)
    .toLowerCase()
    .replace(/(\.(gz|tgz|tar|zip|mbox|pst|ost|msg|eml|csv|zst|txt))+$/, '');
}

function toCustodian(evidence: string, taken: readonly string[]): string {
  const name = toName(evidence);
  if (!taken.includes(name)) return name;
  for (let number = 2; ; number += 1) if (!taken.includes(`${name}-${number}`)) return `${name}-${number}`;
}

/** The GUID that the log gives for the mailbox of an address. */
function findGuid(records: readonly SeenRecord[], address: string): string | null {
  const record = records.find((one) => one.mailboxGuid !== null && one.mailboxOwnerUpn?.toLowerCase() === address);
  return record?.mailboxGuid ?? null;
}

function toSpan(records: readonly SeenRecord[]): { first: number | null; last: number | null } {
  const times = records.map((record) => record.time);
  return {
    first: times.length === 0 ? null : Math.min(...times),
    last: times.length === 0 ? null : Math.max(...times),
  };
}

function toId(name: string): string {
  const id = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return id === '' ? 'incident' : id;
}

/** Maximum listed links and special files. */
const NAMED = 10;

function toNotes(survey: FolderSurvey, mailboxes: readonly DraftMailbox[], unmatched: readonly string[]): string[] {
  const notes: string[] = [];
  for (const { custodian, address, guid, archiveOf } of mailboxes) {
    if (address === null) notes.push(`${custodian}: no address was found in it; fill it in.`);
    else if (guid === null && archiveOf === null)
      notes.push(
        `${custodian}: the first megabyte of each log names no GUID for ${address}. Records are joined by it, and else by the address; ${hint('run')} reads the rest. Fill it in where you know it.`,
      );
  }
  for (const { custodian, archiveOf } of mailboxes)
    if (archiveOf !== null)
      notes.push(
        `${custodian} has the address of ${archiveOf} and may be their archive: add its GUID, or put both into one folder.`,
      );
  for (const { file, log } of survey.foreign) notes.push(`${file} is left out: it is ${log.name}.`);
  if (survey.access.length === 0) notes.push('No access log was found: every copy will be undetermined or presumed.');
  for (const { file, records } of survey.access)
    if (records.length === 0)
      notes.push(
        `${file}: a log, but none of its first rows can be read; a spreadsheet truncates cells longer than 32,767 characters, so export it again.`,
      );
  for (const list of unmatched)
    notes.push(`${list} is a folder list, but its name matches no custodian; name it under its mailbox.`);
  for (const path of survey.links.slice(0, NAMED))
    notes.push(`${path} is a link and is left out; if it leads to evidence, name that in the incident file.`);
  const links = survey.links.length - NAMED;
  if (links > 0) notes.push(`${formatAmount(links, 'more link is', 'more links are')} left out.`);
  for (const path of survey.closed) notes.push(`${path} cannot be read by this account and is left out.`);
  notes.push(
    ...toLeftOut(survey.packed, 'is packed in an unsupported format and is left out: unpack it.', (more) =>
      formatAmount(more, 'more file is packed so.', 'more files are packed so.'),
    ),
    ...toLeftOut(survey.empty, 'is empty and is left out: was it copied whole?', (more) =>
      formatAmount(more, 'more file is empty.', 'more files are empty.'),
    ),
    ...toLeftOut(survey.others, 'was not recognised and is left out.', (more) =>
      formatAmount(
        more,
        'more file was not recognised and is left out.',
        'more files were not recognised and are left out.',
      ),
    ),
  );
  return notes;
}

function toLeftOut(paths: readonly string[], words: string, toMore: (count: number) => string): string[] {
  const more = paths.length - NAMED;
  return [...paths.slice(0, NAMED).map((path) => `${path} ${words}`), ...(more > 0 ? [toMore(more)] : [])];
}
