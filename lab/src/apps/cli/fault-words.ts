import { formatAmount } from '@candor/core/base';
import { findFullDisk } from '../../adapters/files/files.ts';
import { OPEN_FILES_ADVICE } from '../../adapters/files/open-files.ts';

/** Explains a fault by its database or system code: what is wrong, then what to do. */
const MEANINGS: readonly (readonly [RegExp, string])[] = [
  [
    /^SQLITE_(?:CORRUPT|NOTADB)/,
    'The state is damaged; the evidence is not. Run nothing more on this state. Restore the newest backup of its folder (docs/runbooks/run-the-log.md). Only the state holds sent notices, codes, the log and its key. Start again in another folder only if nothing was ever approved or sent from this one: otherwise everybody is notified twice.',
  ],
  [
    /^(?:SQLITE_FULL|ENOSPC|EDQUOT)/,
    'The disk is full. What was finished is kept: make room, then run the same command again.',
  ],
  [
    /^(?:EMFILE|ENFILE)$/,
    `Too many files are open at once. Nothing that was finished is lost: ${OPEN_FILES_ADVICE}, then run the same command again.`,
  ],
  [
    // The database does not tell why the system gave it no file.
    /^SQLITE_CANTOPEN/,
    'A file of the state cannot be opened. Check its owner, its permissions, whether its disk is read-only, and whether `ulimit -n` is small (4096 is enough), or name another folder with --state DIR, then run the same command again.',
  ],
  [
    /^(?:SQLITE_READONLY|SQLITE_PERM|EROFS|EACCES|EPERM)/,
    'A folder or file cannot be opened or written. Check its owner, its permissions and whether its disk is read-only, or name another one with --state DIR or --out DIR, then run the same command again.',
  ],
  [
    /^(?:SQLITE_IOERR|EIO|EFBIG)/,
    'The disk refused to read or write: it may be broken or gone, or files may not grow further. What was finished is kept: check the disk, then run the same command again.',
  ],
];

const UNKNOWN =
  'Nothing that was finished is lost; run the same command again. Set CANDOR_DEBUG=1 to see where it failed.';

/** The engine and the system do not always say that there is no room. */
const NO_ROOM = /^(?:SQLITE_(?:FULL|IOERR|CANTOPEN)|ENOSPC|EDQUOT|EIO)/;

/**
 * The sentence below the fault's own text.
 * @param places that the command may write to: the one whose disk is full is named
 */
export function toFaultAdvice(cause: unknown, places: readonly string[] = []): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const own = cause instanceof Error && 'path' in cause ? [String(cause.path)] : [];
  const full = NO_ROOM.test(code) ? findFullDisk([...own, ...places]) : null;
  if (full !== null)
    return `The disk of ${full.place} is full: ${formatAmount(full.freeBytes, 'byte is', 'bytes are')} free. What was finished is kept: make room, then run the same command again. Commands that only read the state work without room.`;
  return MEANINGS.find(([pattern]) => pattern.test(code))?.[1] ?? UNKNOWN;
}
