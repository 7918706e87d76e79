import { closeSync, lstatSync, openSync, readdirSync, readSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { compareUtf8, readCsv } from '@candor/core/base';
import { createAccessReader, type ForeignLog } from '@candor/core/evidence/audit';
import { RECOGNITION_BYTES } from '@candor/core/evidence/container';
import type { AccessRow, AuditRecord } from '@candor/core/evidence/record';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { MailboxFormat } from '../reader/formats/mailbox-format.ts';
import { nameMailbox, recogniseMailbox } from '../reader/formats/registry.ts';
import { unknown } from '../reader/formats/unread.ts';

/** Bytes of each file that are looked at. */
const headBytes = 256 * 1024;
/** Reused for all files, one after the other: a new one would be zeroed first. */
const headBuffer = Buffer.allocUnsafeSlow(headBytes);
/** Maximum files examined per folder; a few identify a Maildir. */
const filesLimit = 5_000;
/** Folders whose entries are mailboxes, each by itself. */
const mailboxShelves = new Set([
  'mailboxes',
  'mailbox',
  'mail',
  'mails',
  'pst',
  'evidence',
  'exports',
  'export',
  'custodians',
]);

/** What is kept of a record: of thousands of logs, whole ones would fill the memory. */
export type SeenRecord = Pick<AuditRecord, 'time' | 'mailboxGuid' | 'mailboxOwnerUpn'>;

/** What one file of a folder is, as far as its first bytes tell. */
export type Surveyed =
  | { readonly is: 'mail'; readonly format: MailboxFormat }
  | { readonly is: 'access'; readonly records: readonly SeenRecord[]; readonly isWhole: boolean }
  | { readonly is: 'foreign'; readonly log: ForeignLog }
  | { readonly is: 'folders' | 'directory' | 'packed' | 'empty' | 'other' };

/** What the files of one folder are, by their paths. */
type Looked = Map<string, Surveyed>;

/** What a folder of evidence holds; paths are relative to it, `/` between. */
export interface FolderSurvey {
  readonly mailboxes: readonly string[];
  readonly access: readonly {
    readonly file: string;
    readonly records: readonly SeenRecord[];
  }[];
  readonly folderLists: readonly string[];
  readonly directories: readonly string[];
  /** An incident file has no place for these kinds of logs. */
  readonly foreign: readonly { readonly file: string; readonly log: ForeignLog }[];
  readonly packed: readonly string[];
  readonly empty: readonly string[];
  readonly others: readonly string[];
  readonly links: readonly string[];
  /** This account may not read these folders. */
  readonly closed: readonly string[];
}

/**
 * Surveys a folder: which entries are mailboxes, logs, folder lists, directories. Every entry with mail in the folder,
 * or in a subfolder called `mailboxes` or similar, is one mailbox. `onFile` receives each examined file.
 */
export function surveyFolder(folder: string, onFile: () => void = () => undefined): FolderSurvey {
  const found = {
    mailboxes: [] as string[],
    access: [] as FolderSurvey['access'][number][],
    folderLists: [] as string[],
    directories: [] as string[],
    foreign: [] as FolderSurvey['foreign'][number][],
    packed: [] as string[],
    empty: [] as string[],
    others: [] as string[],
    links: [] as string[],
    closed: [] as string[],
  };
  const take = (path: string, what: Surveyed): void => {
    if (what.is === 'mail') found.mailboxes.push(path);
    else if (what.is === 'access') found.access.push({ file: path, records: what.records });
    else if (what.is === 'foreign') found.foreign.push({ file: path, log: what.log });
    else if (what.is === 'folders') found.folderLists.push(path);
    else if (what.is === 'directory') found.directories.push(path);
    else if (what.is === 'packed' || what.is === 'empty') found[what.is].push(path);
    else found.others.push(path);
  };
  const look = (path: string): Surveyed => {
    onFile();
    return surveyFile(path);
  };
  // A folder without mail was examined to find that, and is not reread.
  const visit = (below: string, isShelf: boolean, known: Looked | null = null): void => {
    for (const name of listEntries(join(folder, below))) {
      const path = below === '' ? name : `${below}/${name}`;
      if (name.startsWith('.candor')) continue;
      const status = findStatus(join(folder, path));
      // A name that is no UTF-8 leads nowhere as text, and an incident file is text.
      if (status === null) found.others.push(path);
      else if (status.isSymbolicLink()) found.links.push(path);
      else if (status.isFile()) take(path, known?.get(join(folder, path)) ?? look(join(folder, path)));
      else if (status.isDirectory() && !canList(join(folder, path))) found.closed.push(path);
      else if (status.isDirectory() && !isShelf && mailboxShelves.has(name.toLowerCase())) visit(path, true);
      else if (!status.isDirectory()) found.others.push(path);
      else if (known !== null) visit(path, true, known);
      else {
        const looked: Looked = new Map();
        if (holdsMail(join(folder, path), looked, look)) found.mailboxes.push(path);
        // It may contain logs. A folder too large to scan may also contain mail, which is unknown.
        else if (looked.size < filesLimit) visit(path, true, looked);
        else found.others.push(path);
      }
    }
  };
  visit('', false);
  return found;
}

/** Links are not followed: they may leave the evidence or form a cycle. Null for what cannot be seen. */
function findStatus(path: string): Stats | null {
  try {
    return lstatSync(path);
  } catch {
    return null;
  }
}

/** Whether this account may list the folder. */
export function canList(path: string): boolean {
  try {
    readdirSync(path);
    return true;
  } catch {
    return false;
  }
}

function listEntries(path: string): string[] {
  try {
    return readdirSync(path).sort(compareUtf8);
  } catch {
    return [];
  }
}

function holdsMail(path: string, looked: Looked, look: (path: string) => Surveyed): boolean {
  for (const name of listEntries(path)) {
    const file = join(path, name);
    const status = findStatus(file);
    if (status?.isDirectory() === true && holdsMail(file, looked, look)) return true;
    if (status?.isFile() !== true || looked.size >= filesLimit) continue;
    const what = look(file);
    if (what.is === 'mail') return true;
    looked.set(file, what);
  }
  return false;
}

/**
 * Reads as much as a run examines; where a message may start later, everything: a person must learn of it, and a run
 * reports named files.
 */
function recognise(head: Uint8Array): MailboxFormat {
  const format = recogniseMailbox(head.subarray(0, RECOGNITION_BYTES));
  const hasMore = format === unknown && Buffer.from(head.buffer, head.byteOffset, head.length).includes('\nFrom ');
  return hasMore ? recogniseMailbox(head) : format;
}

/**
 * Recognises a file by at most `most` first bytes. Content never throws; a file that cannot be opened is `other`.
 * `onRecord` receives each record of a log.
 */
export function surveyFile(
  path: string,
  most: number = headBytes,
  onRecord: (record: AuditRecord) => void = () => undefined,
): Surveyed {
  let head: Uint8Array;
  let isWhole: boolean;
  try {
    const raw = readHead(path, most);
    head = unpackHead(raw, most);
    isWhole = raw.length < most && head.length < most;
  } catch {
    return { is: 'other' };
  }
  if (head.length === 0) return { is: 'empty' };
  const format = recognise(head);
  const { survey = 'mail' } = format;
  if (survey === 'packed') return { is: 'packed' };
  if (survey === 'mail') return { is: 'mail', format };
  const [row] = readCsv(
    Buffer.from(head)
      .toString('utf8')
      .replace(/^\ufeff?#TYPE[^\n]*\n/, ''),
  );
  const columns = row?.fields.map((name) => name.trim().toLowerCase()) ?? [];
  if (columns.includes('folderid') && columns.includes('folderpath')) return { is: 'folders' };
  if (columns.includes('match') && columns.includes('party')) return { is: 'directory' };
  const records: SeenRecord[] = [];
  let broken = false;
  const onRow = (read: AccessRow): void => {
    if (read.state === 'record') {
      const { time, mailboxGuid, mailboxOwnerUpn } = read.record;
      onRecord(read.record);
      records.push({ time, mailboxGuid, mailboxOwnerUpn });
    }
    // Nothing else than a log names an operation: it is one, although what a spreadsheet cut cannot be read.
    else if (read.state === 'unreadable' && read.operation !== null) broken = true;
  };
  const reader = createAccessReader(path, createNodeRuntime(), onRow, undefined, null, nameMailbox);
  reader.push(head);
  const { foreign } = reader.end();
  if (records.length > 0 || broken) return { is: 'access', records, isWhole };
  return foreign === null ? { is: 'other' } : { is: 'foreign', log: foreign.log };
}

function readHead(path: string, most: number): Uint8Array {
  const descriptor = openSync(path, 'r');
  try {
    const buffer = most > headBytes ? Buffer.allocUnsafeSlow(most) : headBuffer;
    return buffer.subarray(0, readSync(descriptor, buffer, 0, most, 0));
  } finally {
    closeSync(descriptor);
  }
}

function unpackHead(head: Uint8Array, most: number): Uint8Array {
  const { packing } = recogniseMailbox(head);
  return packing?.unpackHead?.(head, 64 * headBytes).subarray(0, most) ?? head;
}
