import { formatAmount, formatCount } from '@candor/core/base';
import type { Command } from 'commander';
import { readCustody } from '../../commands/evidence/list-evidence.ts';
import { streamLostFiles } from '../../commands/evidence/lost-evidence.ts';
import { type EvidenceVerification, verifyEvidence } from '../../commands/evidence/verify-evidence.ts';
import { toIncidentOf } from '../../commands/load-incident.ts';
import { withLastVersion } from '../../commands/open-version.ts';
import type { ChangedEvidence, MoreChanged } from '../../evidence/index.ts';
import type { LostFile } from '../../evidence/store/judged-file-store.ts';
import { showJsonList } from './json-list.ts';
import { type StateOption, showJson, withState } from './options.ts';
import { openProgress } from './show/live-progress.ts';
import { formatBytes } from './show/number.ts';
import { type Screen, toColumns, toRows, toVisible, wrap } from './show/screen.ts';

const nowWords: Readonly<Record<NotAsRead, string>> = {
  changed: 'is changed',
  missing: 'is missing',
  unreadable: 'is unreadable',
  folder: 'is a folder now',
  link: 'is a link now',
  'not-a-file': 'is a socket, a pipe or a device now',
  added: 'was added',
};

const addedWords: Readonly<Record<NotAsRead, string>> = {
  ...nowWords,
  unreadable: 'was added and cannot be read',
  folder: 'was added: a folder too deep to be read',
  link: 'was added: a link that is not followed',
  'not-a-file': 'was added: a socket, a pipe or a device',
};

const moreWords: Readonly<Record<NotAsRead, string>> = {
  changed: 'changed',
  missing: 'missing',
  unreadable: 'unreadable',
  folder: 'that became a folder',
  link: 'that became a link',
  'not-a-file': 'that became a socket, a pipe or a device',
  added: 'added',
};

const addedMoreWords: Readonly<Record<NotAsRead, string>> = {
  ...moreWords,
  unreadable: 'added that cannot be read',
  folder: 'added: folders too deep to be read',
  link: 'added: links that are not followed',
  'not-a-file': 'added: sockets, pipes or devices',
};

const words = {
  gone: 'gone',
  replaced: 'other bytes',
  unopened: 'cannot be opened',
  moved: 'elsewhere',
} as const satisfies Record<LostFile['state'], string>;

/** Maximum files on screen: there may be millions. */
const filesShown = 1000;

const group = 'Evidence: what was read';
/** Evidence is not as it was: something needs a person. */
const exitChanged = 3;

/** Hexadecimal digits of a SHA-256, and those that are shown where the screen is too narrow for all. */
const wholeDigits = 64;
const firstDigits = 16;

export function addEvidenceCommands(program: Command, screen: Screen): void {
  const evidence = program
    .command('evidence')
    .helpGroup(group)
    .description('the custody record: list what was read, prove that it is unchanged, list what is missing')
    .addHelpText('after', '\nExamples\n  candor evidence list\n  candor evidence verify\n  candor evidence lost');
  evidence.exitOverride();

  withState(
    evidence
      .command('list')
      .description('every file with format, size and SHA-256')
      .addHelpText('after', '\nExamples\n  candor evidence list\n  candor evidence list --json'),
  ).action(async (options: StateOption) => {
    const custody = await withLastVersion(options.state, (state, last) => readCustody(state.store, toIncidentOf(last)));
    if (options.json === true) return showJson(screen, custody);
    const toTable = (digits: number) =>
      custody.map(({ sha256, size, format, path }) => [
        sha256?.slice(0, digits) ?? 'never read',
        formatBytes(size),
        format,
        toVisible(path),
      ]);
    const whole = toColumns(toTable(wholeDigits), [1]);
    const fits = whole.every((line) => line.length <= screen.width);
    for (const line of fits ? whole : toRows(toTable(firstDigits), screen.width, [1])) screen.line(line);
    const differing = custody.filter((entry) => entry.asAcquired === false);
    for (const { path, acquired } of differing) {
      const said = `${toVisible(path)} differs from what the incident file says was acquired:${acquired?.sha256}`;
      for (const line of wrap(said, screen.width)) screen.line(screen.strong(line));
    }
    screen.line();
    const column = fits ? 'The first column is' : 'The first column is the beginning (--json has all) of';
    const foot = `${formatAmount(custody.length, 'file')}. ${column} its SHA-256, as \`sha256sum\` prints it.`;
    for (const line of wrap(foot, screen.width)) screen.line(line);
  });

  withState(
    evidence
      .command('lost')
      .description('files that earlier exposures were judged from and the newest run did not find unchanged')
      .addHelpText('after', '\nExamples\n  candor evidence lost\n  candor evidence lost --json'),
  ).action(async (options: StateOption) => {
    await streamLostFiles(options.state, (files) =>
      options.json === true ? showJsonList(screen, files) : showLostFiles(screen, files),
    );
  });

  withState(
    evidence
      .command('verify')
      .description('digest every file again and list what was changed or added')
      .addHelpText('after', '\nExample\n  candor evidence verify --state evidence/.candor'),
  ).action(async (options: StateOption) => {
    const result = await verifyEvidence(
      options.state,
      openProgress(process.stderr, () => performance.now()),
    );
    if (result.changed.length > 0) process.exitCode = exitChanged;
    if (options.json === true) return showJson(screen, result);
    showVerifiedEvidence(screen, result);
  });
}

export async function showLostFiles(screen: Screen, files: AsyncIterable<LostFile>): Promise<void> {
  const rows: string[][] = [];
  let count = 0;
  let moved = 0;
  for await (const { state, version, sha256, path } of files) {
    count += 1;
    if (state === 'moved') moved += 1;
    if (rows.length < filesShown)
      rows.push([words[state], `exposure ${version}`, sha256.slice(0, firstDigits), toVisible(path)]);
  }
  if (count === 0) {
    screen.line('All files that an earlier exposure was judged from were found unchanged.');
    return;
  }
  for (const line of toRows(rows, screen.width)) screen.line(line);
  if (count > rows.length) screen.line(`and ${formatCount(count - rows.length)} more; --json lists all`);
  screen.line();
  const foot = `${formatAmount(count - moved, 'file')} to restore${moved === 0 ? '' : `, ${formatAmount(moved, 'file')} read elsewhere`}. Beside each: the newest exposure that was judged from it, and the beginning of its SHA-256 (--json has all).`;
  for (const line of wrap(foot, screen.width)) screen.line(line);
}

/** What `candor evidence verify` says. */
function showVerifiedEvidence(screen: Screen, result: EvidenceVerification): void {
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

type NotAsRead = Exclude<ChangedEvidence['state'], 'never-read'>;

/** Of one mailbox and one kind there are more than are listed. */
function toMoreWords({ path, state, isKnown, files }: MoreChanged): string {
  const what = state === 'never-read' ? 'never read' : (isKnown ? moreWords : addedMoreWords)[state];
  return `${toVisible(path)}: ${formatAmount(files, 'more file')} ${what}`;
}

function toWords({ state, expected, found }: ChangedEvidence): string {
  const words = (expected === null ? addedWords : nowWords)[state as NotAsRead];
  if (found === null) return words;
  const now = `${words}: ${found.sha256}, ${formatCount(found.size)} bytes`;
  if (expected === null) return `${now}; it was not read`;
  const size = expected.size === null ? '' : `, ${formatCount(expected.size)} bytes`;
  return `${now}; it was ${expected.sha256}${size}`;
}
