import { formatAmount } from '@candor/core/base';
import { LANGUAGES, type Language } from '@candor/core/notice/text';
import { type Command, InvalidArgumentError } from 'commander';
import { accountName } from '../../adapters/process/account-name.ts';
import { composeCallScript } from '../../commands/notice/call-script.ts';
import { changeWaveState, editWave, type WaveAction, type WaveEdit } from '../../commands/notice/edit-wave.ts';
import { listSentNoticeLines, toSentNoticesCsv, writeSentNotices } from '../../commands/notice/export-sent-notices.ts';
import { remindParties } from '../../commands/notice/remind-parties.ts';
import { approveWithdrawal, proposeWithdrawal } from '../../commands/notice/withdraw-notices.ts';
import { type DecidingOptions, toDecidedBy, withDeciding } from './deciding.ts';
import { fitHelp } from './fit-help.ts';
import { withWave } from './notice-commands.ts';
import { parseNumber, type StateOption, showJson, WrittenOption, withState } from './options.ts';
import type { Screen } from './show/screen.ts';
import { toVisible } from './show/screen.ts';
import { showDecisionMade } from './show/show-decision.ts';
import { showWindowWarnings } from './show/show-wave.ts';
import { type SigningOptions, toSignature, withSigning } from './signing.ts';

interface WaveOption extends StateOption {
  readonly wave?: number;
}

interface EditOptions extends WaveOption, DecidingOptions {
  readonly happened?: Language;
  readonly measures?: Language;
  readonly unknown?: Language;
  readonly party?: string;
  readonly text?: string;
}

/** Operations on a wave besides sending, and its outputs: below `candor notice`. */
export function addWaveCommands(notice: Command, screen: Screen): void {
  withState(
    withDeciding(withWave(notice.command('edit')))
      .description('change a sentence in one language, or add a paragraph for one party; figures cannot be edited')
      .option('--happened <language>', 'what the intruder did, in this language', parseLanguage)
      .option('--measures <language>', 'what was done about it, in this language', parseLanguage)
      .option('--unknown <language>', 'what is not known, in this language', parseLanguage)
      .option('--party <party>', 'a paragraph only for this party')
      .option('--text <text>', 'the new text; without it the earlier one is removed'),
  )
    .addHelpText(
      'after',
      `
Examples
  candor notice edit --wave 2 --happened de --text "Der Angreifer besaß ein Dienstkonto." --why "reviewed by counsel"
  candor notice edit --wave 2 --party northwind.example --text "You asked for this on the telephone." --why "their call"
  candor notice edit --wave 2 --party northwind.example --why "not needed"     removes the paragraph

The affected notices are composed again, and every approval so far is void.`,
    )
    .action(async (options: EditOptions, command: Command) => {
      const edit = toEdit(options);
      if (edit === null)
        command.error('give exactly one of --happened, --measures or --unknown LANGUAGE, or --party PARTY');
      const edited = await editWave(options.state, options.wave ?? null, edit, toDecidedBy(options));
      if (options.json === true) return showJson(screen, edited);
      screen.line(`Wave ${edited.wave}: ${formatAmount(edited.recomposed, 'notice')} composed again.`);
      screen.line(`Digest ${edited.digest}`);
      if (edited.lapsed > 0) screen.line(screen.warn(`${formatAmount(edited.lapsed, 'approval')} no longer valid.`));
      showDecisionMade(screen, edited.decision);
    });

  const steer = (steering: WaveAction, description: string) =>
    withState(withWave(notice.command(steering)).description(description))
      .addHelpText('after', `\nExample\n  candor notice ${steering} --wave 2`)
      .action(async (options: WaveOption) => {
        const wave = await changeWaveState(options.state, steering, options.wave ?? null);
        if (options.json === true) return showJson(screen, { wave: wave.id, state: wave.state });
        screen.line(`Wave ${wave.id} is ${wave.state}.`);
      });
  steer('pause', 'stop sending an approved wave; one person is enough');
  steer('resume', 'resume a paused wave, as two people approved it');
  steer('discard', 'discard a wave of which nothing was sent');

  withState(
    notice
      .command('withdraw')
      .argument('<notices...>', 'numbers of sent notices', parseNumbers)
      .requiredOption('--why <reason>', 'why; it is kept')
      .option('--misdirected', 'it went to the wrong recipient')
      .option('--by <name>', 'who proposes it (default: the account that runs this)')
      .description('propose to withdraw notices: their codes stop working once two people have approved'),
  )
    .addHelpText(
      'after',
      '\nExamples\n  candor notice withdraw 14 --why "wrong company" --misdirected\n  candor notice withdraw 14 15 --why "figures of a test run"',
    )
    .action(async (notices: number[], options: StateOption & { why: string; misdirected?: boolean; by?: string }) => {
      const { why, misdirected, by } = options;
      const order = { notices, why, misdirected: misdirected === true, by: by ?? accountName() };
      const proposal = await proposeWithdrawal(options.state, order);
      if (options.json === true) return showJson(screen, proposal);
      screen.line(`Withdrawal ${proposal.id} is proposed; nothing has changed yet.`);
      screen.line(`Digest ${proposal.digest}`);
      const command = `candor notice approve-withdrawal ${proposal.id} --as NAME --key FILE`;
      screen.line(`Next   ${screen.typed(command, options.state)}`);
    });
  withSigning(
    withState(
      notice
        .command('approve-withdrawal')
        .argument('<number>', 'which withdrawal', parseNumber)
        .description('agree to a withdrawal; two people must agree'),
    ),
  )
    .addHelpText('after', '\nExamples\n  candor notice approve-withdrawal 1 --as "Ines Adler" --key ines.key')
    .action(async (number: number, options: StateOption & SigningOptions) => {
      const result = await approveWithdrawal(
        options.state,
        number,
        toSignature(options, screen),
        options.digest ?? null,
      );
      if (options.json === true) return showJson(screen, result);
      const who = result.approvedBy.map(toVisible).join(' and ');
      if (result.entry === null)
        return screen.line(`Approved by ${who}. One more person must approve; nothing has changed yet.`);
      screen.line(
        `${result.notices.length === 1 ? 'Notice' : 'Notices'} ${result.notices.join(', ')} withdrawn, approved by ${who}; entry ${result.entry} of the log.`,
      );
      screen.line(
        `Build the site again, so that ${result.notices.length === 1 ? 'its code says' : 'their codes say'} so.`,
      );
    });

  withState(
    notice
      .command('remind')
      .option('--after <days>', 'days without an answer before a reminder (default: 2)', parseDays)
      .option('--by <name>', 'who prepares (default: the account that runs this)')
      .description(
        'compose reminders for parties that did not answer, to their contacts so far and to the next one; two people must approve',
      ),
  )
    .addHelpText('after', '\nExamples\n  candor notice remind\n  candor notice remind --after 7')
    .action(async (options: StateOption & { after?: number; by?: string }) => {
      const prepared = await remindParties(options.state, {
        silenceDays: options.after ?? null,
        by: options.by ?? accountName(),
      });
      if (options.json === true) return showJson(screen, prepared);
      if (prepared.wave === null) screen.line('No party needs a reminder now.');
      else
        screen.line(
          `Wave ${prepared.wave}: ${formatAmount(prepared.parties.length, 'reminder')} in ${formatAmount(prepared.deliveries, 'message')}.`,
        );
      if (prepared.changed > 0)
        screen.line(
          `${formatAmount(prepared.changed, 'party', 'parties')} left out, whose figures or addresses have changed: ${screen.typed('candor notice prepare --wave supplement', options.state)}`,
        );
      if (prepared.given > 0)
        screen.line(
          `${formatAmount(prepared.given, 'party', 'parties')} left out, for which contacts were given since guessed ones were notified: ${screen.typed('candor notice prepare --wave metadata', options.state)}`,
        );
      showWindowWarnings(screen, prepared.warnings);
    });

  withState(
    notice
      .command('export')
      .addOption(new WrittenOption('--out <file>', '.csv or .json (default: CSV to the screen)'))
      .description('who was notified of what, when and through whom; without codes and texts'),
  )
    .addHelpText('after', '\nExamples\n  candor notice export --out told.csv\n  candor notice export --json')
    .action(async (options: StateOption & { out?: string }) => {
      const lines = await listSentNoticeLines(options.state);
      if (options.out !== undefined) {
        writeSentNotices(lines, options.out);
        return screen.line(`${formatAmount(lines.length, 'line')} in ${toVisible(options.out)}.`);
      }
      if (options.json === true) return showJson(screen, lines);
      for (const line of toSentNoticesCsv(lines).trimEnd().split('\n')) screen.line(line);
    });

  withState(
    notice
      .command('callscript')
      .description('the script for people who answer the telephone: what to say, and what never to say')
      .option(
        '--language <language>',
        `the caller's language: ${LANGUAGES.join(', ')} (default: as in the incident file)`,
        parseLanguage,
      ),
  )
    .addHelpText('after', '\nExamples\n  candor notice callscript\n  candor notice callscript --language de')
    .action(async (options: StateOption & { language?: Language }) => {
      const script = await composeCallScript(options.state, options.language ?? null);
      if (options.json === true) return showJson(screen, { script });
      for (const line of script.trimEnd().split('\n')) screen.line(fitHelp(toVisible(line), screen.width));
    });
}

function toEdit({ happened, measures, unknown, party, text: given }: EditOptions): WaveEdit | null {
  const text = given ?? null;
  const edits: readonly (WaveEdit | null)[] = [
    happened === undefined ? null : { what: 'happened', language: happened, text },
    measures === undefined ? null : { what: 'measures', language: measures, text },
    unknown === undefined ? null : { what: 'unknown', language: unknown, text },
    party === undefined ? null : { what: 'added', party, text },
  ];
  const [edit = null, ...more] = edits.filter((one) => one !== null);
  return more.length > 0 ? null : edit;
}

function parseLanguage(text: string): Language {
  const language = LANGUAGES.find((known) => known === text);
  if (language === undefined) throw new InvalidArgumentError(`one of: ${LANGUAGES.join(', ')}`);
  return language;
}

function parseNumbers(text: string, before: number[] | undefined): number[] {
  return [...(before ?? []), parseNumber(text)];
}

function parseDays(text: string): number {
  const days = Number(text);
  if (!Number.isInteger(days) || days < 0 || days > 365)
    throw new InvalidArgumentError('a whole number of days from 0 to 365 is needed');
  return days;
}
