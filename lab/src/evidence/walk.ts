import { type BigIntStats, closeSync, constants, lstatSync, openSync, realpathSync, statSync } from 'node:fs';
import { compareUtf8, type Problem } from '@candor/core/base';
import { createLayout, WHOLE_EVIDENCE } from '@candor/core/evidence/container';
import { isOutOfFiles, OPEN_FILES_ADVICE } from '../adapters/files/open-files.ts';
import type { FoundFile } from './evidence-file.ts';
import { FileList } from './file-list.ts';
import { type FileName, toRawBytes } from './file-name.ts';
import { readFolder } from './read-folder.ts';
import { openStamp, type Stamp } from './stamp.ts';

export interface Walk {
  readonly files: FileList;
  readonly problems: readonly Problem[];
  /** A reader process may open only what lies below these real paths. */
  readonly roots: readonly string[];
  /** It lets a later walk detect changes. */
  readonly stamp: Stamp;
}

/** Levels of folders; the deepest mailbox seen in the wild had 12, and a path may not exceed 4,096 bytes anyway. */
const FOLDER_DEPTH_LIMIT = 100;
/** Files of one mailbox; each takes its name and some 50 bytes of memory. */
const FILES_LIMIT = 5_000_000;

/** What a walk meets. */
export type WalkStep =
  | { readonly is: 'file'; readonly file: FoundFile }
  /** `below` as for a file; empty for the evidence itself. */
  | { readonly is: 'folder'; readonly below: string }
  | { readonly is: 'problem'; readonly problem: Problem };

interface Walking {
  readonly root: string;
  readonly evidence: string;
  files: number;
}

/** A folder to read: `above` are its real parents, a link to one of which would be a loop. */
interface Folder {
  readonly raw: string;
  readonly below: string;
  readonly above: readonly string[];
  readonly linked: boolean;
}

/** The real path of a mailbox's evidence, as `Walk.roots` has it; null when nothing is there. */
export function findRoot(path: string): string | null {
  try {
    return realpathSync.native(path, 'buffer').toString('latin1');
  } catch {
    return null;
  }
}

/** Finds the files of one mailbox. */
export function walkMailbox(custodian: string, evidence: string, path: string): Walk {
  const files = new FileList(custodian, evidence, () => WHOLE_EVIDENCE);
  const folders: string[] = [];
  const problems: Problem[] = [];
  const stamp = openStamp();
  for (const step of walkInOrder(evidence, path)) {
    if (step.is === 'file') {
      files.add(step.file);
      stamp.add(step.file);
    } else if (step.is === 'folder') folders.push(step.below);
    else problems.push(step.problem);
  }
  const layout = createLayout(files.paths(), folders);
  files.placeBy((below) => (below === '' ? WHOLE_EVIDENCE : layout.place(below)));
  const root = findRoot(path);
  return { files, problems, roots: root === null ? [] : [root], stamp: stamp.end() };
}

/**
 * Walks a mailbox's evidence in order of location, for comparison with the store in constant memory. Only opens
 * folders, never sockets, pipes or devices.
 */
export function* walkInOrder(evidence: string, path: string): Iterable<WalkStep> {
  let root: string;
  let status: BigIntStats;
  try {
    root = realpathSync.native(path, 'buffer').toString('latin1');
    status = statSync(toRawBytes(root), { bigint: true });
  } catch (cause) {
    yield { is: 'problem', problem: toUnreadable(evidence, cause) };
    return;
  }
  const walking: Walking = { root, evidence, files: 0 };
  if (status.isDirectory()) yield* walkFolder(walking, { raw: root, below: '', above: [root], linked: false });
  else if (status.isFile()) yield toFile(walking, root, '', status, false);
  else yield { is: 'problem', problem: toSpecial(evidence) };
}

function toPlace({ evidence }: Walking, below: string): string {
  return below === '' ? evidence : `${evidence}/${below}`;
}

function toFile(walking: Walking, raw: string, below: string, status: BigIntStats, linked: boolean): WalkStep {
  const location = toPlace(walking, below);
  const [size, modified] = [Number(status.size), String(status.mtimeNs)];
  return { is: 'file', file: { raw, location, below, size, modified, linked } };
}

function* walkFolder(walking: Walking, folder: Folder): Iterable<WalkStep> {
  const place = toPlace(walking, folder.below);
  if (folder.above.length > FOLDER_DEPTH_LIMIT) {
    const text = `The folder is more than ${FOLDER_DEPTH_LIMIT} levels deep and was not read.`;
    yield { is: 'problem', problem: toProblem('too-deep', place, text) };
    return;
  }
  let names: Iterable<FileName>;
  try {
    names = readFolder(folder.raw);
  } catch (cause) {
    yield { is: 'problem', problem: toUnreadable(place, cause) };
    return;
  }
  // In location order a folder `a` sorts as `a/`, after `a b` and `a.b`: each waiting name starts with the previous
  // one.
  const waiting: Folder[] = [];
  for (const name of names) {
    const below = folder.below === '' ? name.shown : `${folder.below}/${name.shown}`;
    yield* walkWaiting(walking, waiting, below);
    const met = meetEntry(walking, folder, `${folder.raw}/${name.raw}`, below);
    if (met === null) continue;
    if ('above' in met) waiting.push(met);
    else yield met;
  }
  yield* walkWaiting(walking, waiting, null);
}

/** Walks the folders that stand before `next`; all where it is null. */
function* walkWaiting(walking: Walking, waiting: Folder[], next: string | null): Iterable<WalkStep> {
  for (let last = waiting.at(-1); last !== undefined; last = waiting.at(-1)) {
    if (next !== null && compareUtf8(`${last.below}/`, next) > 0) return;
    waiting.pop();
    yield { is: 'folder', below: last.below };
    yield* walkFolder(walking, last);
  }
}

/**
 * What is at a place of a folder: a folder is to be walked. Null where the walk has said already that it leaves files
 * out.
 */
function meetEntry(walking: Walking, folder: Folder, raw: string, below: string): WalkStep | Folder | null {
  const place = toPlace(walking, below);
  let real = raw;
  let status: BigIntStats;
  let isLink: boolean;
  try {
    status = lstatSync(toRawBytes(raw), { bigint: true });
    isLink = status.isSymbolicLink();
    if (isLink) {
      real = realpathSync.native(toRawBytes(raw), 'buffer').toString('latin1');
      status = lstatSync(toRawBytes(real), { bigint: true });
    }
  } catch (cause) {
    return { is: 'problem', problem: toUnreadable(place, cause) };
  }
  const linked = folder.linked || isLink;
  const nested = folder.linked && status.isDirectory();
  const refused = isLink ? refuseLink(real, walking.root, folder.above, nested) : null;
  if (refused !== null) return { is: 'problem', problem: toProblem(refused.code, place, refused.text) };
  if (status.isDirectory()) return { raw: real, below, above: [...folder.above, real], linked };
  if (!status.isFile()) return { is: 'problem', problem: toSpecial(place) };
  walking.files += 1;
  if (walking.files <= FILES_LIMIT) return toFile(walking, real, below, status, linked);
  if (walking.files > FILES_LIMIT + 1) return null;
  const text = `The mailbox has more than ${FILES_LIMIT} files; the rest was not read.`;
  return { is: 'problem', problem: toProblem('too-many-files', place, text) };
}

/**
 * A link may lead to another place of the same evidence; such a place is read there too, but links below a linked
 * folder are not.
 */
function refuseLink(
  real: string,
  root: string,
  above: readonly string[],
  nested: boolean,
): { readonly code: string; readonly text: string } | null {
  if (real !== root && !real.startsWith(`${root}/`)) {
    return {
      code: 'link-outside',
      text: 'A link leads out of the evidence folder and was not followed; put the file itself there.',
    };
  }
  if (nested || above.includes(real)) {
    return {
      code: 'link-loop',
      text: 'A link leads back to a folder that it lies in and was not followed.',
    };
  }
  return null;
}

function toSpecial(place: string): Problem {
  return toProblem('not-a-file', place, 'This is a socket, a pipe or a device; it was not opened.');
}

/** What `toUnreadable` may say. */
export const UNREADABLE_CODES = ['missing-file', 'link-loop', 'unreadable-file'] as const;

/** Says why a file cannot be read, in words and without the machine's path. */
export function toUnreadable(place: string, cause: unknown): Problem {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
  if (code === 'ENOENT')
    return toProblem('missing-file', place, 'There is no such file or folder; nothing of it was read.');
  if (code === 'ELOOP') return toProblem('link-loop', place, 'A link leads back to itself and was not followed.');
  if (isOutOfFiles(code))
    return toProblem(
      'unreadable-file',
      place,
      `It could not be read (too many files were open at once, ${code}); ${OPEN_FILES_ADVICE}, and run again.`,
    );
  const why = code === 'EACCES' || code === 'EPERM' ? 'this user may not read it' : `the system says ${code}`;
  return toProblem('unreadable-file', place, `It cannot be read (${why}); fix the permissions and run again.`);
}

function toProblem(code: string, place: string, text: string): Problem {
  return { code, place, text, weight: 'person' };
}

/** Read-only, never through a link, and never waiting for the other end of a pipe. */
export const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Whether the file can be opened now. */
export function canOpen(raw: string): boolean {
  try {
    closeSync(openSync(toRawBytes(raw), OPEN_FLAGS));
    return true;
  } catch {
    return false;
  }
}
