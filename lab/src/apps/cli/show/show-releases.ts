import { formatAmount, formatTime } from '@candor/core/base';
import type { PreparedRelease } from '../../../commands/review/prepare-releases.ts';
import type { ReleaseView } from '../../../commands/review/releases.ts';
import type { WrittenRelease } from '../../../commands/review/write-release.ts';
import { type Screen, showTable, toVisible, wrap } from './screen.ts';

/** Maximum messages listed; the exit code shows that there are some. */
const unreadListed = 20;

export function printPrepared(screen: Screen, prepared: readonly PreparedRelease[], state: string): void {
  for (const { party, release, isUnchanged, granted, waiting, unread } of prepared) {
    const { figures, objects } = release.manifest;
    const same = isUnchanged ? ` (${release.state}; nothing has changed)` : '';
    screen.line(screen.bold(`${toVisible(party)}   release ${release.number}${same}`));
    screen.line(`  messages    ${toFigures(figures)}; ${formatAmount(objects.length, 'sealed object')}`);
    screen.line(`  readers     ${granted.map(toVisible).join(', ')}`);
    if (waiting.length > 0)
      screen.line(
        screen.warn(`  waiting     ${waiting.map(toVisible).join(', ')}: have not proved all domains that it covers`),
      );
    if (unread.length > 0)
      screen.line(
        screen.warn(
          `  not read    ${formatAmount(unread.length, 'message')}, held back until the evidence is restored:`,
        ),
      );
    for (const { location, because } of unread.slice(0, unreadListed))
      screen.line(`    ${toVisible(location)}   ${because === 'changed' ? 'is not what it was' : 'cannot be read'}`);
    if (figures.held > 0) screen.line(`  held        ${screen.typed(`candor withheld list --party ${party}`, state)}`);
    if (release.state === 'prepared')
      screen.line(
        `  next        ${screen.typed(`candor release approve --party ${party} --as NAME --key FILE`, state)}`,
      );
  }
}

export function printReleases(screen: Screen, releases: readonly ReleaseView[], state: string): void {
  if (releases.length === 0) {
    screen.line('No release was prepared yet.');
    screen.line(`Next   ${screen.typed('candor release prepare --all', state)}`);
    return;
  }
  const rows = releases.map((release) => [
    toVisible(release.party),
    `release ${release.number}`,
    toStanding(release),
    toFigures(release.manifest.figures),
    release.readers.map(toVisible).join(', '),
    release.approvalDigest,
  ]);
  showTable(screen, rows);
  for (const { misread } of releases)
    if (misread !== null) for (const line of wrap(misread, screen.width)) screen.line(screen.warn(toVisible(line)));
  const held = new Map(releases.map(({ party, openHolds }) => [party, openHolds]));
  for (const [party, count] of held) {
    if (count > 0)
      screen.line(
        `${formatAmount(count, 'message')} of ${toVisible(party)} ${count === 1 ? 'waits' : 'wait'} for a person: ${screen.typed(`candor withheld list --party ${party}`, state)}`,
      );
  }
}

/** What two people approve includes what the party learns beside its own messages. */
function toFigures(figures: ReleaseView['manifest']['figures']): string {
  const { releasable, bulk, held, withheld, quoted, mentioned = {} } = figures;
  const apart = [
    ...(quoted === undefined ? [] : [`${quoted} quoted`]),
    ...Object.entries(mentioned).map(([kind, messages]) => `${messages} mentioned (${kind})`),
  ];
  const all = `${releasable} to read, ${bulk} bulk, ${held} held, ${withheld} withheld`;
  return apart.length === 0 ? all : `${all}, apart from these ${apart.join(', ')}`;
}

function toStanding({ state, approvedBy, entry, revokedAt }: ReleaseView): string {
  switch (state) {
    case 'prepared':
      return approvedBy.length === 0 ? 'waits for two people' : `approved by ${approvedBy.map(toVisible).join(', ')}`;
    case 'approved':
    case 'pushed':
      return `${state}, entry ${entry}`;
    case 'revoked':
      return `revoked ${revokedAt === null ? '' : formatTime(revokedAt)}`.trimEnd();
  }
}

export function printWritten(
  screen: Screen,
  { file, release, party, objects, log, sha256, fingerprint }: WrittenRelease,
): void {
  screen.line(
    `${toVisible(file)}: release ${release} for ${toVisible(party)}, ${objects} sealed messages, entry ${log.position} of ${toVisible(log.origin)}.`,
  );
  screen.line(`SHA-256       ${sha256}`);
  screen.line(`fingerprint   ${fingerprint}   the reviewers know it from notice and DNS`);
}
