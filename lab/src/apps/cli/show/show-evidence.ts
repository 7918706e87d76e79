import { formatAmount, formatCount } from '@candor/core/base';
import type { CustodyEntry } from '../../../commands/evidence/list-evidence.ts';
import type { EvidenceVerification } from '../../../commands/evidence/verify-evidence.ts';
import type { ChangedEvidence, MoreChanged } from '../../../evidence/index.ts';
import type { LostFile } from '../../../evidence/store/judged-file-store.ts';
import { formatBytes } from './number.ts';
import { type Screen, showTable, showText, toColumns, toRows, toVisible } from './screen.ts';

type NotAsRead = Exclude<ChangedEvidence['state'], 'never-read'>;

interface StateWords {
  /** It is said of one file that was read. */
  readonly now: string;
  /** It is said of one that was not. */
  readonly added: string;
  /** It is said of several that were read. */
  readonly more: string;
  readonly moreAdded: string;
}

const NO_FILE = 'a socket, a pipe or a device';

const STATE_WORDS: Readonly<Record<NotAsRead, StateWords>> = {
  changed: { now: 'is changed', added: 'is changed', more: 'changed', moreAdded: 'changed' },
  missing: { now: 'is missing', added: 'is missing', more: 'missing', moreAdded: 'missing' },
  unreadable: {
    now: 'is unreadable',
    added: 'was added and cannot be read',
    more: 'unreadable',
    moreAdded: 'added that cannot be read',
  },
  folder: {
    now: 'is a folder now',
    added: 'was added: a folder too deep to be read',
    more: 'that became a folder',
    moreAdded: 'added: folders too deep to be read',
  },
  link: {
    now: 'is a link now',
    added: 'was added: a link that is not followed',
    more: 'that became a link',
    moreAdded: 'added: links that are not followed',
  },
  'not-a-file': {
    now: `is ${NO_FILE} now`,
    added: `was added: ${NO_FILE}`,
    more: `that became ${NO_FILE}`,
    moreAdded: 'added: sockets, pipes or devices',
  },
  added: { now: 'was added', added: 'was added', more: 'added', moreAdded: 'added' },
};

const LOST_WORDS = {
  gone: 'gone',
  replaced: 'other bytes',
  unopened: 'cannot be opened',
  moved: 'elsewhere',
} as const satisfies Record<LostFile['state'], string>;

/** Maximum files on screen: there may be millions. */
const FILES_SHOWN = 1000;

/** Hexadecimal digits of a SHA-256, and those that are shown where the screen is too narrow for all. */
const WHOLE_DIGITS = 64;
const FIRST_DIGITS = 16;

/** What `candor evidence list` says. */
export function showCustody(screen: Screen, custody: readonly CustodyEntry[]): void {
  const toTable = (digits: number) =>
    custody.map(({ sha256, size, format, path }) => [
      sha256?.slice(0, digits) ?? 'never read',
      formatBytes(size),
      format,
      toVisible(path),
    ]);
  const whole = toColumns(toTable(WHOLE_DIGITS), [1]);
  const fits = whole.every((line) => line.length <= screen.width);
  for (const line of fits ? whole : toRows(toTable(FIRST_DIGITS), screen.width, [1])) screen.line(line);
  const differing = custody.filter((entry) => entry.asAcquired === false);
  for (const { path, acquired } of differing) {
    const said = `${toVisible(path)} differs from what the incident file says was acquired:${acquired?.sha256}`;
    showText(screen, said, { paint: 'strong' });
  }
  screen.line();
  const column = fits ? 'The first column is' : 'The first column is the beginning (--json has all) of';
  const foot = `${formatAmount(custody.length, 'file')}. ${column} its SHA-256, as \`sha256sum\` prints it.`;
  showText(screen, foot);
}

export async function showLostFiles(screen: Screen, files: AsyncIterable<LostFile>): Promise<void> {
  const rows: string[][] = [];
  let count = 0;
  let moved = 0;
  for await (const { state, version, sha256, path } of files) {
    count += 1;
    if (state === 'moved') moved += 1;
    if (rows.length < FILES_SHOWN)
      rows.push([LOST_WORDS[state], `exposure ${version}`, sha256.slice(0, FIRST_DIGITS), toVisible(path)]);
  }
  if (count === 0) {
    screen.line('All files that an earlier exposure was judged from were found unchanged.');
    return;
  }
  showTable(screen, rows);
  if (count > rows.length) screen.line(`and ${formatCount(count - rows.length)} more; --json lists all`);
  screen.line();
  const foot = `${formatAmount(count - moved, 'file')} to restore${moved === 0 ? '' : `, ${formatAmount(moved, 'file')} read elsewhere`}. Beside each: the newest exposure that was judged from it, and the beginning of its SHA-256 (--json has all).`;
  showText(screen, foot);
}

/** What `candor evidence verify` says. */
export function showVerifiedEvidence(screen: Screen, result: EvidenceVerification): void {
  const unread = result.changed.filter(({ state }) => state === 'never-read');
  for (const { path } of unread)
    screen.line(screen.strong(`${toVisible(path)} was never read: the run could not open it`));
  const changed = result.changed.filter(({ state }) => state !== 'never-read');
  for (const one of changed) screen.line(screen.strong(`${toVisible(one.path)} ${toWords(one)}`));
  for (const more of result.more) screen.line(screen.strong(toMoreWords(more)));
  const count = (counts: (change: { state: ChangedEvidence['state']; isKnown: boolean }) => boolean) =>
    result.changed.filter(({ state, expected }) => counts({ state, isKnown: expected !== null })).length +
    result.more.filter(counts).reduce((sum, { files }) => sum + files, 0);
  const unreadCount = count(({ state }) => state === 'never-read');
  const unreadBytes =
    unread.reduce((sum, { expected }) => sum + (expected?.size ?? 0), 0) +
    result.more.filter(({ state }) => state === 'never-read').reduce((sum, { bytes }) => sum + bytes, 0);
  const read = `${formatAmount(result.files - unreadCount, 'file')}, ${formatBytes(result.bytes - unreadBytes)}`;
  const added = count(({ isKnown }) => !isKnown);
  const differ = count(({ state, isKnown }) => isKnown && state !== 'never-read');
  screen.line(
    differ === 0
      ? `${read}: unchanged, every digest is the one that was recorded.`
      : `${formatCount(differ)} of ${read} changed since they were read.`,
  );
  if (added > 0) screen.line(toAdded(added));
  if (unreadCount > 0)
    screen.line(`${formatAmount(unreadCount, 'file')} never read: fix the permissions and run again.`);
}

/** What is in no figure: to leave it there without a run is to say that the figures are of this evidence. */
function toAdded(count: number): string {
  const what = count === 1 ? '1 was' : `${formatCount(count)} were`;
  return `${what} added since: remove what does not belong there, or run again.`;
}

/** There are more of one mailbox and one kind than are listed. */
function toMoreWords({ path, state, isKnown, files }: MoreChanged): string {
  const what = state === 'never-read' ? 'never read' : STATE_WORDS[state][isKnown ? 'more' : 'moreAdded'];
  return `${toVisible(path)}: ${formatAmount(files, 'more file')} ${what}`;
}

function toWords({ state, expected, found }: ChangedEvidence): string {
  const words = STATE_WORDS[state as NotAsRead][expected === null ? 'added' : 'now'];
  if (found === null) return words;
  const now = `${words}: ${found.sha256}, ${formatCount(found.size)} bytes`;
  if (expected === null) return `${now}; it was not read`;
  const size = expected.size === null ? '' : `, ${formatCount(expected.size)} bytes`;
  return `${now}; it was ${expected.sha256}${size}`;
}
