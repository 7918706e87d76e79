import { formatAmount, formatCount, Refusal, toUnbranded } from '@candor/core/base';
import { toBase64 } from '@candor/core/ledger';
import { type Command, Option } from 'commander';
import { buildSite } from '../../commands/notice/build-site.ts';
import { checkSite } from '../../commands/notice/check-site.ts';
import { verifyNotice } from '../../commands/notice/verify-notice.ts';
import { assertOutsideEvidenceOf } from '../../commands/outside-evidence.ts';
import { beginAnswer, toAnswerCode } from './answer-exit.ts';
import { type StateOption, showJson, WrittenOption, withState } from './options.ts';
import { type Screen, toVisible } from './show/screen.ts';
import { showVerification } from './show/show-verification.ts';

const group = 'Notice: notify each party, exactly once';
/** Anything but genuine: a person must look at it. */
const exitDoubtful = 3;

interface VerifyOptions {
  readonly site?: string;
  readonly code?: string;
  readonly domain?: string;
  readonly address?: string;
  readonly key?: string;
  readonly resolver: readonly string[];
  readonly json?: boolean;
}

export function addSiteCommands(program: Command, screen: Screen): void {
  const site = program
    .command('site')
    .helpGroup(group)
    .description('the static site on which anyone can check a notice')
    .addHelpText(
      'after',
      `
Examples
  candor site build --out public/               once a period, from a timer
  candor site build a/.candor b/.candor --out public/
                                                two incidents of one domain
  candor site check https://harbor.example      from anywhere, by anybody`,
    );
  site.exitOverride();
  withState(
    site
      .command('build')
      .description('publish the log, seal every approved notice again, and write page, answer files and keys')
      .argument('[states...]', 'the states of all incidents of the domain, if there are several (default: --state)')
      .addOption(
        new WrittenOption(
          '--out <dir>',
          'the folder to serve as the root of the domain, or to merge into it',
        ).makeOptionMandatory(),
      )
      .option('--leave-out', 'incidents of the domain to leave out: their codes become unknown'),
  ).action(async (states: readonly string[], options: StateOption & { out: string; leaveOut?: boolean }) => {
    const [state = options.state, ...others] = states;
    const place = { option: '--out', path: options.out, is: 'folder' } as const;
    for (const each of states) await assertOutsideEvidenceOf(each, [place]);
    const built = await buildSite(state, options.out, { others, leavesOut: options.leaveOut === true });
    const { description, fingerprint, records, checkpoint, notices, waiting, out } = built;
    if (options.json === true)
      return showJson(screen, {
        out,
        page: description.page,
        notices,
        fingerprint,
        size: checkpoint.size,
        root: toBase64(checkpoint.root),
        waiting,
        review: built.review,
      });
    const entries = formatAmount(checkpoint.size, 'entry', 'entries');
    screen.line(
      `${toVisible(out)}: the site of ${toVisible(description.page)} with ${formatAmount(notices, 'notice')}; log of ${entries}.`,
    );
    if (waiting > 0)
      screen.line(
        screen.warn(
          `${formatAmount(waiting, 'entry more waits', 'entries more wait')} for the next period: until then ${waiting === 1 ? 'its proof is' : 'their proofs are'} missing on the page.`,
        ),
      );
    for (const { folder, digest, entry } of built.apps)
      screen.line(`${toVisible(folder)}/: the reviewer app ${digest}, entry ${formatCount(entry)} of the log.`);
    screen.line('DNS must have');
    for (const record of records) screen.line(`  ${toVisible(record)}`);
    if (records.length > 1)
      screen.line(
        screen.dim('The first is of the current operators. The others let people check notices from before a change.'),
      );
  });
  site
    .command('check')
    .description(
      'check that a site serves the reviewer app that the log names, with files of this week; needs no state',
    )
    .argument('<place>', "the organization's own site (https://…), or the folder it was downloaded to")
    .option('--app <address>', "the app's address, if the site has several incidents: the notice says it")
    .option('--json', 'print the answer as JSON')
    .action(async (place: string, options: { readonly app?: string; readonly json?: boolean }) => {
      const checked = await checkSite(place, options.app ?? null);
      if (checked.differences.length > 0 || checked.isOld) process.exitCode = exitDoubtful;
      if (options.json === true) return showJson(screen, checked);
      const { review, digest, files, entry, differences, fingerprint } = checked;
      screen.line(
        differences.length === 0
          ? `${toVisible(review)}: the published app. ${formatAmount(files, 'file')}, digest ${digest}, entry ${formatCount(entry ?? 0)} of the log.`
          : screen.strong(
              `${toVisible(review)}: NOT the published app. Meanwhile, enroll and open with the command line.`,
            ),
      );
      for (const difference of differences) screen.line(`  ${toVisible(difference)}`);
      if (checked.isOld)
        screen.line(
          screen.warn(
            `Its files are of ${checked.built}, more than a week ago: no check shows a notice as genuine. Build and upload the site, or find out who serves an older copy.`,
          ),
        );
      screen.line(screen.dim(`The site's keys have the fingerprint ${fingerprint}: compare it with DNS or a notice.`));
    });
  for (const command of site.commands) command.exitOverride();

  program
    .command('verify')
    .helpGroup(group)
    .description('check a received notice; gives the same answer as the page; needs no state')
    .argument('<file>', 'the message file (.eml, .msg), or its text')
    .option('--site <place>', "the organization's own site (https://…), or the folder it was downloaded to")
    .option('--code <code>', 'the code printed in the notice (default: the one in the file)')
    .option('--domain <domain>', 'the domain that received it; without it or --address no notice is called genuine')
    .addOption(
      new Option(
        '--address <address>',
        'the address that received it, instead of --domain: for a notice to one person, whose record names the address alone',
      ).conflicts('domain'),
    )
    .option('--key <fingerprint>', 'fingerprint of the key that you know from DNS or by telephone')
    .option(
      '--resolver <address>',
      'a DNS resolver to ask for key and DKIM; may be repeated',
      (value: string, all: readonly string[]) => [...all, value],
      [] as readonly string[],
    )
    .option('--json', 'print the answer as JSON')
    .addHelpText(
      'after',
      `
Examples
  candor verify notice.eml --site https://harbor.example --domain northwind.example --resolver 127.0.0.1
  candor verify notice.msg --site downloaded/ --domain northwind.example --key f3a1-77c0-…
  candor verify notice.eml --site https://harbor.example --address jo@freemail.example --resolver 127.0.0.1

No notice is called genuine until DNS or --key confirmed the key: a compromised site could show its own. Exit code 0: genuine, every part as issued. 3: anything else.`,
    )
    .action(async (file: string, options: VerifyOptions) => {
      if (options.site === undefined)
        throw new Refusal('no-site', [
          "name the organization's own site with --site https://…, with an address that you know, not one from the message",
        ]);
      beginAnswer();
      const verification = await verifyNotice({
        file,
        site: options.site,
        code: options.code ?? null,
        domain: options.domain ?? null,
        address: options.address ?? null,
        key: options.key ?? null,
        resolvers: options.resolver,
      });
      process.exitCode = toAnswerCode(verification.answer.kind === 'genuine', exitDoubtful);
      if (options.json === true) return showJson(screen, toPlain(verification));
      showVerification(screen, verification);
    });
}

/** Bytes in hex, and what is said without its brand, so that the answer can be read. */
function toPlain(branded: unknown): unknown {
  const value = toUnbranded(branded);
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toPlain(inner)]));
}
