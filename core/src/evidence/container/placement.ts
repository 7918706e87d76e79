import type { Instant } from '@candor/core/base';

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,';
const RUN = /&([A-Za-z0-9+,]*)-/g;

export interface Placement {
  /** `message`: a Maildir message, whatever its first bytes are. `ignored`: a Maildir's `tmp`, never delivered. */
  readonly as: 'message' | 'by-content' | 'ignored';
  /** Folder of a message that is the whole file (docs/formats/rules.md, Folders); null at the top of an eml tree. */
  readonly folder: string | null;
  /** Folder of an mbox's messages: its subfolder and name without `.mbox`; null when the mbox is the whole evidence. */
  readonly mboxFolder: string | null;
  /** Maildir delivery time: the number before the first dot of the file name; null without one (0 is no time). */
  readonly delivered: Instant | null;
  /** Maildir flag D. */
  readonly draft: boolean;
}

/**
 * Finds the Maildirs among the files of an evidence to place each file. Paths are relative to the evidence, with `/`.
 */
export interface Layout {
  place(path: string): Placement;
}

const MAILDIR_PARTS = new Set(['cur', 'new', 'tmp']);
/** A Maildir file name: digits and a dot first, or flags last. */
const MAILDIR_NAME = /^\d+\.[^/]+$|[:;!]2,[A-Za-z]*$/;
/** Seconds; a larger number is no delivery time (31 December 9999). */
const MAX_DELIVERED = 253_402_300_799;

interface Candidate {
  readonly parts: Set<string>;
  named: boolean;
}

/**
 * A folder is a Maildir when it has two of `cur`, `new`, `tmp`, or only `cur` or `new` (archives drop empty folders)
 * with only Maildir names in it. `folders` are subfolders known without a file in them.
 */
export function createLayout(files: Iterable<string>, folders: Iterable<string>): Layout {
  const candidates = new Map<string, Candidate>();
  const tops = new Set<string>();
  for (const folder of folders) {
    noteCandidate(candidates, folder, null);
    tops.add(topOf(folder));
  }
  for (const file of files) {
    noteCandidate(candidates, parentOf(file), nameOf(file));
    if (file.includes('/')) tops.add(topOf(file));
  }
  const maildirs = new Set<string>();
  /** Only by location: content decides what their files are. */
  const bare = new Set<string>();
  for (const [folder, { parts, named }] of candidates) {
    if (parts.size >= 2 || (named && !parts.has('tmp'))) maildirs.add(folder);
  }
  // `.Folder` beside a Maildir is one of its folders, whatever its file names.
  for (const folder of candidates.keys()) {
    if (nameOf(folder).startsWith('.') && maildirs.has(parentOf(folder))) maildirs.add(folder);
  }
  for (const folder of findBareMaildirs(candidates, tops)) bare.add(folder);
  const top = findTop(new Set([...maildirs, ...bare]));
  return { place: (path) => place(path, maildirs, bare, top) };
}

function noteCandidate(candidates: Map<string, Candidate>, folder: string, file: string | null): void {
  const part = nameOf(folder);
  if (!MAILDIR_PARTS.has(part)) return;
  const maildir = parentOf(folder);
  const candidate = candidates.get(maildir) ?? { parts: new Set<string>(), named: true };
  candidate.parts.add(part);
  if (file !== null && !MAILDIR_NAME.test(file)) candidate.named = false;
  candidates.set(maildir, candidate);
}

/**
 * A Maildir++ by structure (docs/formats/rules.md, Folders): `cur` or `new` at the top, or only `.NAME` folders, each
 * with one of the two (no mail at the top).
 */
function findBareMaildirs(candidates: ReadonlyMap<string, Candidate>, tops: ReadonlySet<string>): string[] {
  const holdsMail = (folder: string): boolean => {
    const parts = candidates.get(folder)?.parts;
    return parts?.has('cur') === true || parts?.has('new') === true;
  };
  const inside = [...tops].filter((folder) => folder.startsWith('.') && folder !== '.' && holdsMail(folder));
  if (holdsMail('')) return ['', ...inside];
  return tops.size > 0 && inside.length === tops.size ? inside : [];
}

/** The Maildir with the INBOX: the top, or the only one that is no `.Folder` (inside a wrapping folder). */
function findTop(maildirs: ReadonlySet<string>): string | null {
  if (maildirs.has('')) return '';
  const plain = [...maildirs].filter((folder) => !nameOf(folder).startsWith('.'));
  return plain.length === 1 ? (plain[0] ?? null) : null;
}

function place(path: string, maildirs: ReadonlySet<string>, bare: ReadonlySet<string>, top: string | null): Placement {
  const parent = parentOf(path);
  const name = nameOf(path);
  const maildir = MAILDIR_PARTS.has(nameOf(parent)) ? parentOf(parent) : null;
  // Maildir file names never start with a dot (mail programs skip such files).
  if (maildir !== null && maildirs.has(maildir) && !name.startsWith('.')) {
    const folder = toMaildirFolder(maildir, top);
    return {
      as: nameOf(parent) === 'tmp' ? 'ignored' : 'message',
      folder,
      mboxFolder: folder,
      delivered: readDelivered(name),
      draft: readFlags(name).includes('D'),
    };
  }
  if (maildir !== null && bare.has(maildir)) {
    const folder = toMaildirFolder(maildir, top);
    return { as: 'by-content', folder, mboxFolder: folder, delivered: readDelivered(name), draft: false };
  }
  const stem = name.replace(/\.(?:gz|zst)$/i, '').replace(/\.mbox$/i, '');
  const mbox = parent === '' ? stem : `${parent}/${stem}`;
  return {
    as: 'by-content',
    folder: parent === '' ? null : (findAppleFolder(parent) ?? parent),
    // As exported by Apple Mail: a folder `Name.mbox` with a file `mbox` in it.
    mboxFolder: name === 'mbox' && isAppleMailbox(nameOf(parent)) ? parent.replace(/\.mbox$/i, '') : mbox,
    delivered: null,
    draft: false,
  };
}

/**
 * Apple Mail keeps the messages of a folder in `A.mbox/B.mbox/<id>/Data/1/2/Messages`, older ones in `A.mbox/Messages`,
 * below folders of the account: `A/B`. Null where a folder is none of these.
 */
function findAppleFolder(folder: string): string | null {
  if (!folder.endsWith('/Messages')) return null;
  const levels = folder.split('/');
  let at = levels.length - 2;
  while (at > 0 && /^\d$/.test(levels[at] ?? '')) at -= 1;
  if (levels[at] === 'Data') at -= 2;
  const end = at + 1;
  while (at >= 0 && isAppleMailbox(levels[at] ?? '')) at -= 1;
  const names = levels.slice(at + 1, end);
  return names.length === 0 ? null : names.map((name) => name.replace(APPLE_MAILBOX, '')).join('/');
}

const APPLE_MAILBOX = /\.(?:imap)?mbox$/i;

function isAppleMailbox(level: string): boolean {
  return APPLE_MAILBOX.test(level) && !level.startsWith('.');
}

/** `.A.B` is `A/B` (Maildir++); a Maildir below another without the dot is the folder of its path. */
function toMaildirFolder(maildir: string, top: string | null): string {
  if (maildir === top) return 'INBOX';
  const inside = top !== null && top !== '' && maildir.startsWith(`${top}/`) ? maildir.slice(top.length + 1) : maildir;
  const levels = inside.split('/').flatMap((level) => (level.startsWith('.') ? level.slice(1).split('.') : [level]));
  return levels.map(readModifiedUtf7).join('/');
}

function readDelivered(name: string): Instant | null {
  const digits = /^(\d+)\./.exec(name)?.[1];
  if (digits === undefined) return null;
  const seconds = Number(digits);
  return seconds > 0 && seconds <= MAX_DELIVERED ? seconds : null;
}

/** Flags follow `:2,`; file systems without colons use `;2,` or `!2,`. */
function readFlags(name: string): string {
  return /[:;!]2,([A-Za-z]*)$/.exec(name)?.[1] ?? '';
}

function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

function topOf(path: string): string {
  const slash = path.indexOf('/');
  return slash < 0 ? path : path.slice(0, slash);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export const WHOLE_EVIDENCE: Placement = {
  as: 'by-content',
  folder: null,
  mboxFolder: null,
  delivered: null,
  draft: false,
};

/**
 * Decodes a mailbox name in modified UTF-7 (RFC 3501 section 5.1.3). An invalid run stays unchanged, so that two
 * different names never become one.
 */
export function readModifiedUtf7(name: string): string {
  if (!name.includes('&')) return name;
  return name.replace(RUN, (whole, run: string) => (run === '' ? '&' : (decodeRun(run) ?? whole)));
}

/** Big-endian UTF-16 in unpadded base64; null for remaining bits or a lone surrogate. */
function decodeRun(run: string): string | null {
  let bits = 0;
  let held = 0;
  let text = '';
  for (const character of run) {
    held = (held << 6) | BASE64.indexOf(character);
    bits += 6;
    if (bits < 16) continue;
    bits -= 16;
    text += String.fromCharCode((held >>> bits) & 0xffff);
    held &= (1 << bits) - 1;
  }
  const whole = bits < 6 && held === 0 && text !== '';
  return whole && text.isWellFormed() ? text : null;
}
