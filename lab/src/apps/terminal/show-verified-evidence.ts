import { formatAmount, formatCount } from '@candor/core/base';
import type { EvidenceVerification } from '../../commands/evidence/verify-evidence.ts';
import type { ChangedEvidence, MoreChanged } from '../../evidence/evidence-comparison.ts';
import { formatBytes } from './number.ts';
import { type Screen, toVisible } from './screen.ts';

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

type NotAsRead = Exclude<ChangedEvidence['state'], 'never-read'>;

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
