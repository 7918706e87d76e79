import { formatAmount } from '@candor/core/base';
import { isFingerprint } from '@candor/core/review/seal';
import { type Command, InvalidArgumentError } from 'commander';
import { openReleaseFile } from '../../commands/review/open-release.ts';
import { showJson, WrittenOption } from './options.ts';
import { openProgress } from './show/live-progress.ts';
import { type Screen, toVisible } from './show/screen.ts';
import { toPassphrase } from './signing.ts';

const group = 'Review: give parties their own mail';
/** Some messages could not be opened: something needs a person. */
const exitDamaged = 3;

interface OpenOptions {
  readonly key: string;
  readonly fingerprint: string;
  readonly out: string;
  readonly passphraseFile?: string;
  readonly json?: boolean;
}

export function addReviewCommands(program: Command, screen: Screen): void {
  program
    .command('open')
    .helpGroup(group)
    .description('for reviewers: verify a release and open its messages, without any server')
    .argument('<release>', 'the file that you received, release.candor')
    .requiredOption('--key <file>', 'your key file')
    .requiredOption(
      '--fingerprint <groups>',
      "fingerprint of the organization's keys: in your notice, and in DNS",
      parseFingerprint,
    )
    .addOption(new WrittenOption('--out <dir>', 'a new folder for the messages').makeOptionMandatory())
    .option(
      '--passphrase-file <file>',
      'a file with the passphrase of your key in its first line; without it you are asked',
    )
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      `
Examples
  candor open release.candor --key my.key --fingerprint f3a1-77c0-… --out mail/

Everything is verified before anything is opened: two people's approvals, the organization's keys, the public log, every digest. The folder gets each message unchanged (.eml), all messages as messages.mbox, a table, and a page to browse them.`,
    )
    .action(async (release: string, options: OpenOptions) => {
      const result = await openReleaseFile({
        release,
        keyFile: options.key,
        passphrase: toPassphrase(options.passphraseFile, 'Passphrase of your key: '),
        fingerprint: options.fingerprint,
        out: options.out,
        progress: openProgress(process.stderr, () => Date.now()),
      });
      const { manifest, approvers, log } = result.verified;
      if (result.damaged.length > 0) process.exitCode = exitDamaged;
      if (options.json === true) {
        return showJson(screen, {
          party: manifest.party,
          release: manifest.release,
          messages: result.messages,
          damaged: result.damaged,
          approvers: approvers.value,
          log,
        });
      }
      screen.line(
        `${toVisible(manifest.organization)}, release ${manifest.release} for ${toVisible(manifest.party)}: approved by ${approvers.value.map(toVisible).join(' and ')}, entry ${log.position} of ${toVisible(log.origin)}.`,
      );
      screen.line(
        `${formatAmount(result.messages, 'message')} opened into ${toVisible(options.out)}: begin with index.html.`,
      );
      if (result.damaged.length > 0) {
        screen.line(
          screen.warn(
            `${formatAmount(result.damaged.length, 'message')} could not be opened: damaged or missing. The others are complete.`,
          ),
        );
        for (const digest of result.damaged) screen.line(`  ${digest}`);
      }
    });
}

function parseFingerprint(text: string): string {
  const groups = text.trim().toLowerCase();
  if (!isFingerprint(groups)) throw new InvalidArgumentError('eight groups of four characters 0-9 a-f, with - between');
  return groups;
}
