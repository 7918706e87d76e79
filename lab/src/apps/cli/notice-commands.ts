import { formatAmount } from '@candor/core/base';
import type { LogSettings } from '@candor/core/incident';
import { type Command, InvalidArgumentError } from 'commander';
import { askLine } from '../../adapters/process/ask-line.ts';
import { approveWave } from '../../commands/notice/approve-wave.ts';
import { type PreparedWave, prepareWave } from '../../commands/notice/prepare-wave.ts';
import { readWave, readWaves, type WaveLine } from '../../commands/notice/read-wave.ts';
import { readLogToStart } from '../../commands/notice/wave-grounds.ts';
import { readWaveWarnings } from '../../commands/notice/wave-warnings.ts';
import { type DecidingOptions, toDecidedBy, withOptionalDeciding } from './deciding.ts';
import { parseDay, parseNames, parseNumber, type StateOption, showJson, withState } from './options.ts';
import { openProgress } from './show/live-progress.ts';
import { type Screen, toVisible } from './show/screen.ts';
import { showSelection } from './show/show-selection.ts';
import { showApproval, showPrepared, showReferee, showWave, showWindowWarnings } from './show/show-wave.ts';
import { showWaves } from './show/show-waves.ts';
import { type SigningOptions, toSignature, withSigning } from './signing.ts';

const waves = ['secrets-metadata', 'metadata', 'content', 'supplement', 'correction', 'update'] as const;
type Wave = (typeof waves)[number];

interface PrepareOptions extends StateOption, Partial<DecidingOptions> {
  readonly wave: Wave;
  readonly only?: string[];
  readonly except?: string[];
  readonly nextUpdate?: number;
  readonly readableFrom?: number;
  readonly findings?: string;
  readonly dryRun?: boolean;
}

interface WaveOption extends StateOption {
  readonly wave?: number;
}

/** Waves: drafting, looking, approving. */
export function addNoticeCommands(notice: Command, screen: Screen): void {
  withState(
    withOptionalDeciding(notice.command('prepare'), 'with --findings')
      .description("draft notices: the difference between the newest exposure and each party's last notice")
      .requiredOption('--wave <kind>', waves.join(', '), parseWave)
      .option('--only <parties...>', 'only these parties, with spaces or commas between', parseNames)
      .option('--except <parties...>', 'all except these', parseNames)
      .option('--next-update <day>', 'promised day of the next update (default: as in the incident file)', parseDay)
      .option('--readable-from <day>', 'content: from when messages can be read', parseDay)
      .option('--findings <file>', 'CSV of messages that hold secrets: party,message,kind')
      .option('--dry-run', 'show the drafts; start and store nothing'),
  )
    .addHelpText(
      'after',
      `
Examples
  candor notice prepare --wave metadata --dry-run                         only show the drafts
  candor notice prepare --wave secrets-metadata --findings secrets.csv --why "read by counsel"    messages with secrets first
  candor notice prepare --wave metadata                                   everybody who must be notified
  candor notice prepare --wave metadata --only northwind.example
  candor notice prepare --wave supplement --next-update 2001-11-04
  candor notice prepare --wave update                                     what was promised for today

Parties whose last notice says exactly this get none. All figures come from the exposure version. The same command again refreshes its draft and keeps the changes of \`candor notice edit\`. The first draft starts the public log: its origin, its rate and the operators are fixed from then on.`,
    )
    .action(async (options: PrepareOptions, command: Command) => {
      const isDry = options.dryRun === true;
      if (isDry && options.findings !== undefined) command.error('--findings stores a list: give it without --dry-run');
      if (options.findings !== undefined && options.why === undefined)
        command.error('--findings decides what notices say of secrets: give the reason with --why');
      const start = isDry ? null : await readLogToStart(options.state);
      if (options.json !== true && start !== null) showLogStart(screen, start, options.state);
      const prepared = await prepareWave({
        state: options.state,
        wave: options.wave,
        only: options.only ?? null,
        except: options.except ?? [],
        ...(options.nextUpdate === undefined ? {} : { nextUpdate: options.nextUpdate }),
        ...(options.readableFrom === undefined ? {} : { readableFrom: options.readableFrom }),
        findings: options.findings ?? null,
        ...toDecidedBy({ ...options, why: options.why ?? '' }),
        isDry,
        progress: openProgress(process.stderr, () => Date.now()),
      });
      if (options.json === true) return showJson(screen, prepared);
      if (isDry) showDryRun(screen, prepared, options.state);
      else showPrepared(screen, prepared, options.state);
    });

  withState(
    withWave(notice.command('show'))
      .description('what an approver must see: texts, contacts, figures, difference, gate')
      .option('--party <party>', 'one party, domain or notice number')
      .option('--text', 'every notice in full')
      .option('--selection', 'all that decisions and the incident file make of the evidence, and nothing else'),
  )
    .addHelpText(
      'after',
      '\nExamples\n  candor notice show\n  candor notice show --wave 2 --party northwind.example\n  candor notice show --text',
    )
    .action(async (options: WaveOption & { party?: string; text?: boolean; selection?: boolean }) => {
      const view = await readWave(options.state, options.wave ?? null, options.party ?? null);
      if (options.json === true) return showJson(screen, withoutSaid(view));
      if (options.selection === true && view.selection !== null)
        return showSelection(screen, view.selection, 'whole', options.state);
      showWave(screen, view, options.text === true || options.party !== undefined, options.state);
    });

  withSigning(
    withState(
      withWave(notice.command('approve'))
        .description('agree to exactly these bytes; two people must agree')
        .option('--confirm <number>', 'the number that stands first, of what decisions take out', parseNumber),
    ),
  )
    .addHelpText(
      'after',
      `
Examples
  candor notice show --wave 2
  candor notice approve --wave 2 --as "Ines Adler" --key ines.key --digest 9c2e41aa

It prints first what decisions and the incident file make of the evidence. Who does not agree refuses with \`candor notice discard\`. Nobody approves anything about their own mailbox. Any later change voids every approval.`,
    )
    .action(async (options: WaveOption & SigningOptions & { confirm?: number }) => {
      const { warnings, referee, selection } = await readWaveWarnings(options.state, options.wave ?? null);
      // Before the passphrase, so that the reader can still stop.
      if (options.json !== true) {
        if (selection !== null) showSelection(screen, selection, 'screen', options.state);
        if (warnings.length + referee.length > 0) screen.line('Not signed, but said by this machine:');
        showWindowWarnings(screen, warnings);
        showReferee(screen, referee);
      }
      const approval = await approveWave(
        options.state,
        options.wave ?? null,
        toSignature(options, screen),
        options.digest ?? null,
        openProgress(process.stderr, () => Date.now()),
        async () => options.confirm ?? toNumber(await askLine('What decisions take out, as a number: ')),
      );
      if (options.json === true) return showJson(screen, { ...approval, warnings, referee, selection });
      showApproval(screen, approval, options.state);
    });

  withState(notice.command('status').description('every wave, who approved it, and the state of its deliveries'))
    .addHelpText('after', '\nExamples\n  candor notice status\n  candor notice status --json')
    .action(async (options: StateOption) => {
      const lines = await readWaves(options.state);
      if (options.json === true) return showJson(screen, lines.map(withoutSaid));
      showWaves(screen, lines, options.state);
    });
}

/** Null for what is no number: it confirms nothing. */
function toNumber(typed: string | null): number | null {
  return typed === null || !/^\d{1,9}$/.test(typed.trim()) ? null : Number(typed);
}

/** Data: who approved is in it as a list. */
function withoutSaid<Line extends WaveLine>({ approved: _said, ...line }: Line): Omit<Line, 'approved'> {
  return line;
}

export function withWave(command: Command): Command {
  return command.option('--wave <number>', 'which wave (default: the newest)', parseNumber);
}

function parseWave(text: string): Wave {
  const wave = waves.find((known) => known === text);
  if (wave === undefined) throw new InvalidArgumentError(`one of: ${waves.join(', ')}`);
  return wave;
}

/** What a dry run composed: every notice in full, and what needs a person. */
function showDryRun(screen: Screen, prepared: PreparedWave, state: string): void {
  const drafts = prepared.drafts ?? [];
  screen.line(
    screen.bold(
      `Dry run: ${formatAmount(drafts.length, 'notice')} of exposure ${prepared.version}. Nothing was started or stored.`,
    ),
  );
  screen.line('Code, key and log in these drafts are placeholders.');
  screen.line();
  showSelection(screen, prepared.selection, 'summary', state);
  showWindowWarnings(screen, prepared.warnings);
  showReferee(screen, prepared.referee);
  for (const { party, kind, language, contacts, subject, text } of drafts) {
    screen.line();
    screen.line(screen.bold(toVisible(`${party} · ${kind} · ${language} · ${contacts.join(', ') || 'no address'}`)));
    screen.line(toVisible(`Subject: ${subject}`));
    screen.line();
    for (const line of text.trimEnd().split('\n')) screen.line(toVisible(line));
  }
}

/** Said before the first draft: what it fixes for good. */
function showLogStart(
  screen: Screen,
  { log, operators }: { readonly log: LogSettings; readonly operators: readonly string[] },
  state: string,
): void {
  screen.line(screen.bold('This starts the public log. From now on these are fixed:'));
  screen.line(`  origin     ${toVisible(log.origin)}`);
  screen.line(
    `  rate       ${formatAmount(log.entries, 'entry', 'entries')} every ${log.everySeconds} s (log.every, log.entries)`,
  );
  screen.line(`  operators  ${toVisible(operators.join(', '))}; a change needs two of them`);
  screen.line(`To see drafts without it: ${screen.typed('candor notice prepare --wave metadata --dry-run', state)}`);
  screen.line();
}
