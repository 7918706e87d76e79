import { formatAmount, formatCount, formatInstant } from '@candor/core/base';
import { readEntry, toBase64, toVerifierKeyText } from '@candor/core/ledger';
import { type Command, InvalidArgumentError } from 'commander';
import { checkLog, openEntries, proveLogEntry, publishToSite } from '../../commands/transparency/open-log.ts';
import { type LogVerificationResult, verifyLogFiles } from '../../commands/transparency/verify-log.ts';
import { claimAgreement } from './agreement.ts';
import { beginAnswer, toAnswerCode } from './answer-exit.ts';
import { type StateOption, showJson, WrittenOption, withState } from './options.ts';
import { type Screen, toVisible } from './show/screen.ts';
import { showProblems } from './show/show-problems.ts';

export const transparencyGroup = 'Transparency: what outsiders can check';
/** The log is not as it must be: something needs a person. */
const exitDiffers = 3;

interface VerifyOptions {
  readonly site?: string;
  readonly key?: string;
  readonly witness: readonly string[];
  readonly checkpoint: readonly string[];
  readonly proof: readonly string[];
  readonly openings?: string;
  readonly save?: string;
  readonly json?: boolean;
}

export function addLogCommands(program: Command, screen: Screen): void {
  const log = program
    .command('log')
    .helpGroup(transparencyGroup)
    .description('the public log: publish, verify and rebuild it, prove and open entries')
    .addHelpText(
      'after',
      `
Examples
  candor log publish --site public/                       once a period, from a timer
  candor log verify --site public/ --key harbor.example/log+…  --checkpoint saved.txt --save saved.txt
  candor log fsck
  candor log prove 12 --out 12.tlog-proof
  candor log open --party northwind.example --out northwind.jsonl`,
    );
  log.exitOverride();
  addPublish(log, screen);
  addVerify(log, screen);
  addCheck(log, screen);
  addProve(log, screen);
  addOpen(log, screen);
  for (const command of log.commands) command.exitOverride();
}

function addPublish(log: Command, screen: Screen): void {
  withState(
    log
      .command('publish')
      .description('update the static files of the log: padded, signed, checkpoint last')
      .addOption(
        new WrittenOption(
          '--site <dir>',
          'the folder of the site; the log goes where its origin says',
        ).makeOptionMandatory(),
      )
      .option('--all', 'write every file again, for a folder that lost some'),
  ).action(async (options: StateOption & { site: string; all?: boolean }) => {
    const { checkpoint, waiting, folder, note } = await publishToSite(
      options.state,
      options.site,
      options.all === true,
    );
    const root = toBase64(checkpoint.root);
    if (options.json === true)
      return showJson(screen, { size: checkpoint.size, root, waiting, folder, checkpoint: note });
    screen.line(
      `Published ${formatAmount(checkpoint.size, 'entry', 'entries')} of ${toVisible(checkpoint.origin)} into ${toVisible(folder)}.`,
    );
    screen.line(`Root ${root}`);
    if (waiting > 0) {
      screen.line(
        screen.warn(
          `${formatAmount(waiting, 'entry more waits', 'entries more wait')} for the next period, so that the growth of the log reveals nothing.`,
        ),
      );
    }
  });
}

function addVerify(log: Command, screen: Screen): void {
  const collect = (value: string, all: readonly string[]) => [...all, value];
  log
    .command('verify')
    .description('verify a log offline, from downloaded files; needs no state')
    .option('--site <dir>', 'the site as downloaded, or the folder of its log')
    .option('--key <text>', 'verifier key of the log (default: what keys.json of the site says)')
    .option(
      '--checkpoint <file>',
      'a checkpoint saved earlier, which the log must continue; may be repeated',
      collect,
      [],
    )
    .option('--proof <file>', 'a proof of an entry; may be repeated', collect, [])
    .option('--openings <file>', 'entries with their salts, which the log must hold')
    .option('--witness <key>', 'a witness whose cosignature must be valid if present; may be repeated', collect, [])
    .addOption(new WrittenOption('--save <file>', 'save the checkpoint for the next time, if all is well'))
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      '\nExit code 3 when anything differs. docs/formats/log.md says what this proves and what not.',
    )
    .action(async (options: VerifyOptions) => {
      beginAnswer();
      const result = await verifyLogFiles({
        site: options.site ?? null,
        key: options.key ?? null,
        witnesses: options.witness,
        checkpoints: options.checkpoint,
        proofs: options.proof,
        openings: options.openings ?? null,
        save: options.save ?? null,
      });
      const differs = result.problems.some(({ weight }) => weight === 'person');
      process.exitCode = toAnswerCode(!differs, exitDiffers);
      if (options.json === true) return showJson(screen, toJson(result));
      showVerification(screen, result);
    });
}

function showVerification(screen: Screen, result: LogVerificationResult): void {
  const { checkpoint, problems, proven, openings, knownSizes } = result;
  if (problems.length > 0) showProblems(screen, problems);
  if (checkpoint !== null && problems.length === 0) {
    const { origin, size, root } = checkpoint.checkpoint;
    screen.line(
      `${toVisible(origin)}: ${formatAmount(size, 'entry', 'entries')}, every file is there and matches the checkpoint.`,
    );
    screen.line(`Root ${toBase64(root)}`);
    for (const known of knownSizes)
      screen.line(`It continues the checkpoint of ${formatAmount(known, 'entry', 'entries')} that was saved.`);
    for (const { key, seenAt } of checkpoint.signatures) {
      if (seenAt !== null) screen.line(`Witnessed by ${toVisible(key.name)}, ${formatInstant(seenAt)}.`);
    }
    if (openings !== null) screen.line(`${formatAmount(openings, 'opening')}: each is an entry of this log.`);
  }
  if (result.openWaits > 0)
    screen.line(
      screen.warn(
        `${formatAmount(result.openWaits, 'waiting time')}: these openings and witnesses do not show whether ${result.openWaits === 1 ? 'it' : 'they'} passed. All openings (\`candor log open --all\`) and more cosigned checkpoints show more.`,
      ),
    );
  for (const { index, opening, checkpoint: proof } of proven) {
    const what = opening === null ? 'an entry' : `an entry of kind ${readEntry(opening.entry)?.kind}`;
    screen.line(`Position ${formatCount(index)} of ${formatCount(proof.checkpoint.size)} holds ${what}.`);
    if (opening !== null) screen.line(screen.dim(toVisible(opening.entry)));
  }
  if (result.isKeyFromSite) {
    screen.line(
      screen.warn(
        `The key was taken from the site itself. Compare it with the one you know: ${toVisible(toVerifierKeyText(result.key))}`,
      ),
    );
  }
  if (knownSizes.length === 0 && checkpoint !== null && problems.length === 0) {
    screen.line(
      screen.dim('No earlier checkpoint was given. Use --save to prove next time that the log was not rewritten.'),
    );
  }
}

function toJson({ checkpoint, proven, ...rest }: LogVerificationResult) {
  return {
    key: toVerifierKeyText(rest.key),
    keyFromSite: rest.isKeyFromSite,
    origin: checkpoint?.checkpoint.origin ?? null,
    size: checkpoint?.checkpoint.size ?? null,
    root: checkpoint === null ? null : toBase64(checkpoint.checkpoint.root),
    signatures: checkpoint?.signatures.map(({ key, seenAt }) => ({ name: key.name, seenAt })) ?? [],
    known: rest.knownSizes,
    proven: proven.map(({ index, opening }) => ({ index, entry: opening?.entry ?? null })),
    openings: rest.openings,
    openWaits: rest.openWaits,
    problems: rest.problems,
  };
}

function addCheck(log: Command, screen: Screen): void {
  withState(
    log
      .command('fsck')
      .description('rebuild the log from its entries, look for what it approves, and list every difference'),
  ).action(async (options: StateOption) => {
    beginAnswer();
    const { root, ...result } = await checkLog(options.state);
    const agreement = claimAgreement(result);
    process.exitCode = toAnswerCode(agreement.is !== 'differs', exitDiffers);
    if (options.json === true) return showJson(screen, { ...result, root: toBase64(root) });
    if (agreement.is === 'differs') return showProblems(screen, result.problems);
    const checkpoints = formatAmount(result.checkpoints, 'checkpoint');
    const words = agreement.is === 'whole' ? agreement.said.value : agreement.words;
    screen.line(`${formatAmount(result.entries, 'entry', 'entries')}, ${checkpoints}: ${words}.`);
    screen.line(`Root ${toBase64(root)}`);
    if (result.carriedOver > 0)
      screen.line(
        `${formatAmount(result.carriedOver, 'delivery was', 'deliveries were')} carried over from before deliveries were chained: how ${result.carriedOver === 1 ? 'it' : 'they'} came there is not known.`,
      );
    if (result.erased > 0)
      screen.line(`${formatAmount(result.erased, 'entry', 'entries')} were erased; their places stay.`);
    if (result.elsewhere > 0)
      screen.line(
        `${formatAmount(result.elsewhere, 'entry is', 'entries are')} of other incidents that share the log; their own states check what they say.`,
      );
    if (result.abandoned > 0)
      screen.line(
        `${formatAmount(result.abandoned, 'entry was', 'entries were')} begun here by a process that ended; nothing followed from ${result.abandoned === 1 ? 'it' : 'them'}.`,
      );
  });
}

function addProve(log: Command, screen: Screen): void {
  withState(
    log
      .command('prove')
      .argument('<position>', 'position of the entry', parsePosition)
      .description('prove that an entry is in the log, as a C2SP tlog-proof')
      .option('--bare', 'leave out the content of the entry')
      .addOption(new WrittenOption('--out <file>', 'write it to this file instead of the screen')),
  ).action(async (index: number, options: StateOption & { bare?: boolean; out?: string }) => {
    const text = await proveLogEntry(options.state, index, options.bare === true, options.out ?? null);
    if (options.json === true) return showJson(screen, { index, proof: text });
    if (options.out === undefined) for (const line of text.trimEnd().split('\n')) screen.line(line);
    else screen.line(toVisible(options.out));
  });
}

function addOpen(log: Command, screen: Screen): void {
  withState(
    log
      .command('open')
      .description('entries with their salts: one party gets its own, an auditor all, padding included')
      .option('--party <party>', 'the entries about this party')
      .option('--all', 'every entry, for an auditor')
      .addOption(
        new WrittenOption(
          '--out <file>',
          'the file to write (docs/formats/log.md, "Openings and proofs")',
        ).makeOptionMandatory(),
      ),
  ).action(async (options: StateOption & { party?: string; all?: boolean; out: string }, command: Command) => {
    if ((options.party === undefined) === (options.all !== true))
      command.error('name a party with --party PARTY, or --all');
    const count = await openEntries(options.state, options.party ?? null, options.out);
    if (options.json === true) return showJson(screen, { out: options.out, count });
    screen.line(
      `${formatAmount(count, 'entry', 'entries')} in ${toVisible(options.out)}. Anybody who has this file can read them.`,
    );
  });
}

function parsePosition(text: string): number {
  const position = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(position))
    throw new InvalidArgumentError('a position is a whole number from 0');
  return position;
}
