import { formatAmount, formatCount } from '@candor/core/base';
import type { EvidenceVerification } from '../../commands/evidence/verify-evidence.ts';
import type { ChangedEvidence } from '../../evidence/evidence-comparison.ts';
import { formatBytes } from './number.ts';
import { type Screen, toVisible } from './screen.ts';

/** What `candor evidence verify` says. */
export function showVerifiedEvidence(screen: Screen, result: EvidenceVerification): void {
  const unread = result.changed.filter(({ state }) => state === 'never-read');
  for (const { path } of unread)
    screen.line(screen.strong(`${toVisible(path)} was never read: the run could not open it`));
  const changed = result.changed.filter(({ state }) => state !== 'never-read');
  for (const one of changed) screen.line(screen.strong(`${toVisible(one.path)} ${toWords(one)}`));
  const unreadBytes = unread.reduce((sum, { expected }) => sum + (expected?.size ?? 0), 0);
  const read = `${formatAmount(result.files - unread.length, 'file')}, ${formatBytes(result.bytes - unreadBytes)}`;
  const added = changed.filter(({ expected }) => expected === null).length;
  const differ = changed.length - added;
  screen.line(
    differ === 0
      ? `${read}: unchanged, every digest is the one that was recorded.`
      : `${formatCount(differ)} of ${read} changed since they were read.`,
  );
  if (added > 0) screen.line(toAdded(added));
  if (unread.length > 0)
    screen.line(`${formatAmount(unread.length, 'file')} never read: mend the rights and run again.`);
}

/** What is in no figure: to leave it there without a run is to say that the figures are of this evidence. */
function toAdded(count: number): string {
  const what = count === 1 ? '1 was' : `${formatCount(count)} were`;
  return `${what} added since: take out what does not belong there, or run again.`;
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
  folder: 'was added: a folder that lies too deep to be read',
  link: 'was added: a link that is not followed',
  'not-a-file': 'was added: a socket, a pipe or a device',
};

function toWords({ state, expected, found }: ChangedEvidence): string {
  const words = (expected === null ? addedWords : nowWords)[state as NotAsRead];
  if (found === null) return words;
  const now = `${words}: ${found.sha256}, ${formatCount(found.size)} bytes`;
  if (expected === null) return `${now}; it was not read`;
  const size = expected.size === null ? '' : `, ${formatCount(expected.size)} bytes`;
  return `${now}; it was ${expected.sha256}${size}`;
}
