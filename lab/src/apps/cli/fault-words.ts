import { MORE_OPEN_FILES } from '../../adapters/open-files.ts';

/** What a fault means for the user, by the code of the database or of the system: what is wrong, then what to do. */
const MEANINGS: readonly (readonly [RegExp, string])[] = [
  [
    /^SQLITE_(?:CORRUPT|NOTADB)/,
    'The state is damaged. The evidence is not: run nothing more on this state, and put the newest backup of its folder back (docs/runbooks/run-the-log.md). Who was told what, the codes of notices, the log and its key are in it alone: begin anew in another folder only if nothing was ever approved or sent from this one, else everybody is told a second time.',
  ],
  [
    /^(?:SQLITE_FULL|ENOSPC|EDQUOT)/,
    'The disk is full. What was finished is kept: make room, then run the same command again.',
  ],
  [
    /^(?:EMFILE|ENFILE)$/,
    `Too many files are open at once. Nothing that was finished is lost: ${MORE_OPEN_FILES}, then run the same command again.`,
  ],
  [
    // The database does not tell why the system gave it no file.
    /^SQLITE_CANTOPEN/,
    'A file of the state cannot be opened. Look at its owner, its rights, whether its disk is read-only, and whether `ulimit -n` is small (4096 is enough), or name another folder with --state DIR, then run the same command again.',
  ],
  [
    /^(?:SQLITE_READONLY|SQLITE_PERM|EROFS|EACCES|EPERM)/,
    'A folder or file cannot be opened or written. Look at its owner, its rights and whether its disk is read-only, or name another one with --state DIR or --out DIR, then run the same command again.',
  ],
  [
    /^(?:SQLITE_IOERR|EIO|EFBIG)/,
    'The disk refused to read or to write: it may be broken, gone, or files may not grow any further there. What was finished is kept: see to the disk, then run the same command again.',
  ],
];

const UNKNOWN =
  'Nothing that was finished is lost; run the same command again. With CANDOR_DEBUG=1 it shows where it broke.';

/** The sentence below the fault's own text. */
export function toMeaning(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return MEANINGS.find(([pattern]) => pattern.test(code))?.[1] ?? UNKNOWN;
}
