import { Refusal } from '@candor/core/base';
import type { Command } from 'commander';
import { prepareReleases } from '../../commands/review/prepare-releases.ts';
import { approveRelease, readReleaseStatus, revokeRelease } from '../../commands/review/releases.ts';
import { writeRelease } from '../../commands/review/write-release.ts';
import { openProgress } from '../terminal/live-progress.ts';
import { type Screen, toVisible } from '../terminal/screen.ts';
import { printTurn } from '../terminal/show-enrollment.ts';
import { printPrepared, printReleases } from '../terminal/show-releases.ts';
import { parseNumber } from './notice-commands.ts';
import { parseWorkers, type StateOption, showJson, WrittenOption, withState } from './options.ts';
import { runPush } from './portal-commands.ts';
import { type SigningOptions, toSigningOrder, withSigning } from './signing.ts';

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
    .description('releases: releases: releases: releases: what a party may read, sealed for its reviewers')
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
    const result = await approveRelease(state, party, number, toSigningOrder(options), digest, progress);
    if (options.json === true) return showJson(screen, result);
    printTurn(screen, result, {
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
    const result = await revokeRelease(state, party, number, toSigningOrder(options), why, digest);
    if (options.json === true) return showJson(screen, result);
    printTurn(screen, result, {
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
