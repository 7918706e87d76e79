import { Refusal } from '@candor/core/base';
import { type Command, Option } from 'commander';
import type { ReviewerPlace } from '../../commands/review/ask-portal.ts';
import { downloadRelease } from '../../commands/review/download-release.ts';
import { enquire, fetchEnquiryAnswer } from '../../commands/review/enquire.ts';
import { type EnrollProof, enroll, readEnrollStatus } from '../../commands/review/enroll.ts';
import { showJson, WrittenOption } from './options.ts';
import { openProgress } from './show/live-progress.ts';
import type { Screen } from './show/screen.ts';
import {
  printDownloaded,
  printEnquired,
  printEnquiryAnswer,
  printEnrolled,
  printEnrollStatus,
} from './show/show-enroll.ts';
import { parseWorkFactor, toPassphrase } from './signing.ts';

const group = 'Review: give parties their own mail';

interface EnrollOptions {
  readonly portal: string;
  readonly key: string;
  readonly passphraseFile?: string;
  readonly workFactor?: number;
  readonly code?: string;
  readonly domain?: string;
  readonly proof: EnrollProof['kind'];
  readonly name?: string;
  readonly address?: string;
  readonly status?: boolean;
  readonly json?: boolean;
}

interface EnquireOptions
  extends Pick<
    EnrollOptions,
    'portal' | 'key' | 'passphraseFile' | 'workFactor' | 'code' | 'name' | 'address' | 'json'
  > {
  readonly domain: string;
  readonly answer?: boolean;
}

/** For the people of a party, on their own machine: no state, no browser. */
export function addEnrollCommands(program: Command, screen: Screen): void {
  withNewKey(
    program
      .command('enroll')
      .helpGroup(group)
      .description('for reviewers: request to read your own mail, without a browser')
      .requiredOption('--portal <url>', 'the portal that the notice leads to')
      .addOption(
        new WrittenOption('--key <file>', 'your key file; it is made if it does not exist').makeOptionMandatory(),
      )
      .option('--code <code>', 'the code of your notice; it stays on this machine')
      .option('--domain <domain>', 'your domain, the one that the notice was issued to')
      .addOption(
        new Option('--proof <kind>', 'your proof: DNS of the domain, one mailbox that got the code, or a nomination')
          .choices(['dns', 'mailbox', 'nomination'])
          .default('dns'),
      )
      .option('--name <name>', 'yours')
      .option('--address <address>', 'your mail address; with --proof mailbox the one that got the code')
      .option('--status', 'show the state of your request, instead of sending one'),
  )
    .addHelpText(
      'after',
      `
Examples
  candor enroll --portal https://review.harbor.example --key my.key --code 4F7K-9QRM-… \\
    --domain northwind.example --name "Jo Berg" --address jo@northwind.example
  candor enroll --status --portal https://review.harbor.example --key my.key --domain northwind.example

It prints the record to publish in DNS. The organization checks the record itself, notifies all of your contacts, waits, and two people decide. Read the fingerprint to them on the telephone.`,
    )
    .action(async (options: EnrollOptions) => {
      const place = toPlace(options);
      if (options.status === true) {
        const status = await readEnrollStatus({ ...place, domain: options.domain ?? null });
        if (options.json === true) return showJson(screen, status);
        printEnrollStatus(screen, status);
        return;
      }
      const { workFactor } = options;
      const enrolled = await enroll({
        ...place,
        proof: toProof(options),
        name: need(options.name, '--name'),
        address: need(options.address, '--address'),
        ...(workFactor === undefined ? {} : { scryptWorkFactor: workFactor }),
      });
      if (options.json === true) return showJson(screen, enrolled);
      printEnrolled(screen, enrolled, options.key);
    });
  withNewKey(
    program
      .command('enquire')
      .helpGroup(group)
      .description('ask whether mail of your domain is affected, if you got no notice')
      .requiredOption('--portal <url>', 'the portal, as the web site of the organization names it')
      .addOption(
        new WrittenOption('--key <file>', 'your key file; it is made if it does not exist').makeOptionMandatory(),
      )
      .requiredOption('--domain <domain>', 'yours')
      .option(
        '--code <code>',
        'the code of a notice, if you have one: the portal then does not limit you like a stranger',
      )
      .option('--name <name>', 'yours')
      .option('--address <address>', 'your mail address')
      .option('--answer', 'fetch the answer, instead of sending a request'),
  )
    .addHelpText(
      'after',
      `
Examples
  candor enquire --portal https://review.harbor.example --key my.key --domain northwind.example \\
    --name "Jo Berg" --address jo@northwind.example
  candor enquire --answer --portal https://review.harbor.example --key my.key --domain northwind.example

The answer is signed by two people and sealed to your key; the portal does not learn what it says.`,
    )
    .action(async (options: EnquireOptions) => {
      const place = { ...toPlace(options), domain: options.domain };
      if (options.answer === true) {
        const answer = await fetchEnquiryAnswer(place);
        if (options.json === true)
          return showJson(screen, answer === null ? null : { ...answer, approvers: answer.approvers.value });
        printEnquiryAnswer(screen, answer);
        return;
      }
      const { workFactor } = options;
      const asked = await enquire({
        ...place,
        code: options.code ?? null,
        name: need(options.name, '--name'),
        address: need(options.address, '--address'),
        ...(workFactor === undefined ? {} : { scryptWorkFactor: workFactor }),
      });
      if (options.json === true) return showJson(screen, asked);
      printEnquired(screen, asked);
    });
  program
    .command('download')
    .helpGroup(group)
    .description('for reviewers: fetch the newest release from the portal, without a browser; `candor open` opens it')
    .requiredOption('--portal <url>', 'the portal that the notice leads to')
    .requiredOption('--key <file>', 'your key file')
    .addOption(new WrittenOption('--out <file>', 'a new file, release.candor').makeOptionMandatory())
    .option(
      '--passphrase-file <file>',
      'a file with the passphrase of your key in its first line; without it you are asked',
    )
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      `
Examples
  candor download --portal https://review.harbor.example --key my.key --out release.candor
  candor open release.candor --key my.key --fingerprint f3a1-77c0-… --out mail/

Each fetch is recorded, as in the browser; your nominator sees it. An interrupted download continues.`,
    )
    .action(
      async (options: Pick<EnrollOptions, 'portal' | 'key' | 'passphraseFile' | 'json'> & { readonly out: string }) => {
        const downloaded = await downloadRelease({
          ...toPlace(options),
          out: options.out,
          progress: openProgress(process.stderr, () => Date.now()),
        });
        if (options.json === true) return showJson(screen, downloaded);
        printDownloaded(screen, downloaded, options.key);
      },
    );
}

/** Creates a key sealed with a passphrase if missing. */
function withNewKey(command: Command): Command {
  return command
    .option(
      '--passphrase-file <file>',
      'a file with the passphrase of your key in its first line; without it you are asked',
    )
    .option(
      '--work-factor <number>',
      "base-2 logarithm of scrypt's cost for a new key (age's own: 18)",
      parseWorkFactor,
    )
    .option('--json', 'print the result as JSON');
}

function toPlace({
  portal,
  key,
  passphraseFile,
}: Pick<EnrollOptions, 'portal' | 'key' | 'passphraseFile'>): ReviewerPlace {
  return { portal, keyFile: key, passphrase: toPassphrase(passphraseFile, 'Passphrase of your key: ') };
}

function toProof({ proof, code, domain }: EnrollOptions): EnrollProof {
  switch (proof) {
    case 'dns':
      return { kind: 'dns', domain: need(domain, '--domain'), code: need(code, '--code') };
    case 'mailbox':
      return { kind: 'mailbox', code: need(code, '--code') };
    case 'nomination':
      return { kind: 'nomination', domain: need(domain, '--domain'), code: code ?? null };
  }
}

function need(value: string | undefined, option: string): string {
  if (value !== undefined) return value;
  throw new Refusal('option-missing', [`${option} is needed; \`candor enroll --help\` shows an example`]);
}
