import {
  type BigIntStats,
  closeSync,
  constants,
  lstatSync,
  openSync,
  readdirSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { compareUtf8, type Problem } from '@candor/core/base';
import { createLayout, type Placement, WHOLE_EVIDENCE } from '@candor/core/evidence';
import { toFileName, toRawBytes } from './file-name.ts';

/** One file of a mailbox's evidence as it lies on disk, not opened yet. */
export interface EvidenceFile {
  readonly custodian: string;
  /** Real path (no link in it), one code unit a byte (`FileName.raw`). */
  readonly raw: string;
  /** docs/formats/exposure-jsonl.md, `location`, without an ordinal or member. */
  readonly location: string;
  /** Path below the evidence, `/` between; empty when the file is the whole evidence. */
  readonly below: string;
  readonly placement: Placement;
  readonly size: number;
  /** Of the file's last change, in nanoseconds, as a decimal text: a shard is read again when it differs. */
  readonly modified: string;
}

export interface Walk {
  /** Sorted by location. */
  readonly files: readonly EvidenceFile[];
  readonly problems: readonly Problem[];
  /** Real paths that hold all the files: what a reader process may open. */
  readonly roots: readonly string[];
}

/** Levels of folders; the deepest mailbox seen in the wild had 12, and a path may not exceed 4,096 bytes anyway. */
const FOLDER_DEPTH_LIMIT = 100;
/** Files of one mailbox; each takes about 0.5 KB of memory in the list. */
const FILES_LIMIT = 5_000_000;

interface Found {
  readonly raw: string;
  readonly shown: string;
  readonly size: number;
  readonly modified: string;
}

interface Walking {
  readonly root: string;
  readonly evidence: string;
  readonly found: Found[];
  readonly folders: string[];
  readonly problems: Problem[];
}

/** The real path of a mailbox's evidence, as `Walk.roots` has it; null when nothing is there. */
export function findRoot(path: string): string | null {
  try {
    return realpathSync.native(path, 'buffer').toString('latin1');
  } catch {
    return null;
  }
}

/** Finds the files of one mailbox. Nothing is opened but folders; sockets, pipes and devices never are. */
export function walkMailbox(custodian: string, evidence: string, path: string): Walk {
  let root: string;
  let status: BigIntStats;
  try {
    root = realpathSync.native(path, 'buffer').toString('latin1');
    status = statSync(toRawBytes(root), { bigint: true });
  } catch (cause) {
    return { files: [], problems: [toUnreadable(evidence, cause)], roots: [] };
  }
  const walking: Walking = {
    root,
    evidence,
    found: [],
    folders: [],
    problems: [],
  };
  if (status.isDirectory()) walkFolder(walking, root, '', [root], false);
  else if (status.isFile()) walking.found.push(toFound(root, '', status));
  else walking.problems.push(toSpecial(evidence));
  return {
    files: toFiles(custodian, walking),
    problems: walking.problems,
    roots: [root],
  };
}

function toFound(raw: string, shown: string, status: BigIntStats): Found {
  return {
    raw,
    shown,
    size: Number(status.size),
    modified: String(status.mtimeNs),
  };
}

function toFiles(custodian: string, walking: Walking): EvidenceFile[] {
  const layout = createLayout(
    walking.found.map((file) => file.shown),
    walking.folders,
  );
  const files = walking.found.map((file) => ({
    custodian,
    raw: file.raw,
    location: file.shown === '' ? walking.evidence : `${walking.evidence}/${file.shown}`,
    below: file.shown,
    placement: file.shown === '' ? WHOLE_EVIDENCE : layout.place(file.shown),
    size: file.size,
    modified: file.modified,
  }));
  files.sort((a, b) => compareUtf8(a.location, b.location));
  return files;
}

/** `above` are the real folders from the root to this one: a link to one of them would be a loop. */
function walkFolder(walking: Walking, raw: string, shown: string, above: readonly string[], linked: boolean): void {
  const place = shown === '' ? walking.evidence : `${walking.evidence}/${shown}`;
  if (above.length > FOLDER_DEPTH_LIMIT) {
    walking.problems.push(
      toProblem('too-deep', place, `The folder lies more than ${FOLDER_DEPTH_LIMIT} levels deep and was not read.`),
    );
    return;
  }
  let names: Buffer[];
  try {
    names = readdirSync(toRawBytes(raw), { encoding: 'buffer' });
  } catch (cause) {
    walking.problems.push(toUnreadable(place, cause));
    return;
  }
  names.sort(Buffer.compare);
  for (const bytes of names) {
    const name = toFileName(bytes);
    const entry = {
      raw: `${raw}/${name.raw}`,
      shown: shown === '' ? name.shown : `${shown}/${name.shown}`,
    };
    walkEntry(walking, entry, above, linked);
  }
}

function walkEntry(
  walking: Walking,
  entry: { readonly raw: string; readonly shown: string },
  above: readonly string[],
  linked: boolean,
): void {
  const place = `${walking.evidence}/${entry.shown}`;
  let real = entry.raw;
  let status: BigIntStats;
  let isLink: boolean;
  try {
    status = lstatSync(toRawBytes(entry.raw), { bigint: true });
    isLink = status.isSymbolicLink();
    if (isLink) {
      real = realpathSync.native(toRawBytes(entry.raw), 'buffer').toString('latin1');
      status = lstatSync(toRawBytes(real), { bigint: true });
    }
  } catch (cause) {
    walking.problems.push(toUnreadable(place, cause));
    return;
  }
  const refused = isLink ? refuseLink(real, walking.root, above, linked && status.isDirectory()) : null;
  if (refused !== null) {
    walking.problems.push(toProblem(refused.code, place, refused.text));
  } else if (status.isDirectory()) {
    walking.folders.push(entry.shown);
    walkFolder(walking, real, entry.shown, [...above, real], linked || isLink);
  } else if (!status.isFile()) {
    walking.problems.push(toSpecial(place));
  } else if (walking.found.length < FILES_LIMIT) {
    walking.found.push(toFound(real, entry.shown, status));
  } else if (walking.found.length === FILES_LIMIT) {
    walking.problems.push(
      toProblem('too-many-files', place, `The mailbox has more than ${FILES_LIMIT} files; the rest was not read.`),
    );
  }
}

/** A link may lead to another place of the same evidence; such a place is read there too, but links below a linked folder are not. */
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
  const why = code === 'EACCES' || code === 'EPERM' ? 'this user may not read it' : `the system says ${code}`;
  return toProblem('unreadable-file', place, `It cannot be read (${why}); mend the rights and run again.`);
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
