import { formatAmount, formatTime, Refusal } from '@candor/core/base';
import type { Command } from 'commander';
import { type PreparedRelease, prepareReleases } from '../../commands/review/prepare-releases.ts';
import { approveRelease, type ReleaseView, readReleaseStatus, revokeRelease } from '../../commands/review/releases.ts';
import { writeRelease } from '../../commands/review/write-release.ts';
import { parseNumber, parseWorkers, type StateOption, showJson, WrittenOption, withState } from './options.ts';
import { runPush } from './portal-commands.ts';
import { openProgress } from './show/live-progress.ts';
import { type Screen, toRows, toVisible, wrap } from './show/screen.ts';
import { printApprovalStep } from './show/show-enrollment.ts';
import { type SigningOptions, toSignature, withSigning } from './signing.ts';

/** Maximum messages listed; the exit code shows that there are some. */
const unreadListed = 20;

/** Some messages could not be read: something needs a person. */
const exitUnread = 3;

interface OneRelease extends StateOption {
  readonly party: string;
  readonly release?: number;
}

/** What a party gets: prepared, approved by two people, written as one file. */
export function addReleaseCommands(program: Command, screen: Screen): void {
  const release = program
    .command('release')
    .helpGroup('Review: give parties their own mail')
    .description('releases: what a party may read, sealed for its reviewers')
    .addHelpText(
      'after',
      `
Examples
  candor release prepare --party northwind.example        project and seal; gives nothing out
  candor release status
  candor release approve --party northwind.example --as "Ines Adler" --key ines.key     and a second operator
  candor log publish --site site/                         the log must have it before anybody gets it
  candor release push northwind.example                   to the portal
  candor release write --party northwind.example --out northwind.candor        or as one file
  candor release revoke --party northwind.example --why "counsel claims privilege" --as "Ines Adler" --key ines.key

The file is for the reviewers alone: \`candor open\` verifies and opens it without any server.`,
    )
    .exitOverride();
  withState(
    release
      .command('prepare')
      .option('--party <party>', 'for one party')
      .option('--all', 'for every party that has a reviewer')
      .option('--workers <number>', 'reader processes at once', parseWorkers, 2)
      .description('project, check and seal the messages; repeating it changes nothing'),
  ).action(async (options: StateOption & { party?: string; all?: boolean; workers: number }) => {
    if ((options.party === undefined) === (options.all !== true))
      throw new Refusal('which-party', ['say whose messages with --party PARTY, or --all']);
    const prepared = await prepareReleases(options.state, {
      party: options.party ?? null,
      workers: options.workers,
      progress: openProgress(process.stderr, () => Date.now()),
    });
    if (prepared.some(({ unread }) => unread.length > 0)) process.exitCode = exitUnread;
    if (options.json === true) return showJson(screen, prepared);
    printPrepared(screen, prepared, options.state);
  });
  withSigning(
    withState(
      withRelease(release.command('approve').description('agree to exactly this release; two people must agree')),
    ),
  ).action(async (options: OneRelease & SigningOptions) => {
    const { state, party, release: number = null, digest = null } = options;
    const progress = openProgress(process.stderr, () => Date.now());
    const result = await approveRelease(state, party, number, toSignature(options, screen), digest, progress);
    if (options.json === true) return showJson(screen, result);
    printApprovalStep(screen, result, {
      done: `Next: candor log publish --site DIR, and then candor release push ${toVisible(result.release.party)}, or candor release write --party ${toVisible(result.release.party)} --out FILE`,
      next: `candor release approve --party ${result.release.party} --as NAME --key FILE`,
      state,
    });
  });
  withState(
    withRelease(
      release
        .command('write')
        .addOption(new WrittenOption('--out <file>', 'the file for the release').makeOptionMandatory())
        .description('write an approved release as one file for its reviewers'),
    ),
  ).action(async (options: OneRelease & { out: string }) => {
    const written = await writeRelease(options.state, options.party, options.release ?? null, options.out);
    if (options.json === true) return showJson(screen, written);
    screen.line(
      `${toVisible(written.file)}: release ${written.release} for ${toVisible(written.party)}, ${written.objects} sealed messages, entry ${written.log.position} of ${toVisible(written.log.origin)}.`,
    );
    screen.line(`SHA-256       ${written.sha256}`);
    screen.line(`fingerprint   ${written.fingerprint}   the reviewers know it from notice and DNS`);
  });
  withState(
    release
      .command('push')
      .argument('[party]', 'whose releases (default: all)')
      .description('upload approved releases to the portal, and publish authorizations'),
  ).action((party: string | undefined, options: StateOption) => runPush(screen, options, party ?? null));
  withState(
    release
      .command('status')
      .option('--party <party>', 'only this party')
      .description('every release, with what it waits for'),
  ).action(async (options: StateOption & { party?: string }) => {
    const releases = await readReleaseStatus(options.state, options.party ?? null);
    if (options.json === true) return showJson(screen, releases);
    printReleases(screen, releases, options.state);
  });
  withSigning(
    withState(
      withRelease(
        release
          .command('revoke')
          .option('--why <text>', 'the reason, given by the first person and signed by both')
          .description('revoke a release; two people must agree'),
      ),
    ),
  ).action(async (options: OneRelease & SigningOptions & { why?: string }) => {
    const { state, party, release: number = null, why = null, digest = null } = options;
    const result = await revokeRelease(state, party, number, toSignature(options, screen), why, digest);
    if (options.json === true) return showJson(screen, result);
    printApprovalStep(screen, result, {
      done: 'It is revoked. What was opened stays opened, so inform the party. The next release goes to a new vault.',
      next: `candor release revoke --party ${result.release.party} --as NAME --key FILE`,
      state,
    });
  });
  release.exitOverride();
  for (const command of release.commands) command.exitOverride();
}

function withRelease(command: Command): Command {
  return command
    .requiredOption('--party <party>', 'whose release')
    .option('--release <number>', 'which one (default: the newest)', parseNumber);
}

function printPrepared(screen: Screen, prepared: readonly PreparedRelease[], state: string): void {
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
  for (const line of toRows(rows, screen.width)) screen.line(line);
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
