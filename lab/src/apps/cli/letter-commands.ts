import { formatAmount, formatDay, Refusal } from '@candor/core/base';
import { type Command, Option } from 'commander';
import { accountName } from '../../adapters/process/account-name.ts';
import { type PrintedLetters, printLetters } from '../../commands/notice/print-letters.ts';
import { listPostings, recordPosting, withdrawPosting } from '../../commands/notice/record-postings.ts';
import { LETTER_FORMS, type LetterForm } from '../../notice/letters/index.ts';
import type { Posting } from '../../notice/store/posting-store.ts';
import { withWave } from './notice-commands.ts';
import { parseDay, parseNumber, type StateOption, showJson, WrittenOption, withState } from './options.ts';
import type { Screen } from './show/screen.ts';
import { toRows, toVisible } from './show/screen.ts';

interface LettersOptions extends StateOption {
  readonly wave?: number;
  readonly out: string;
  readonly party?: string;
  readonly all?: boolean;
  readonly form?: LetterForm;
}

interface PostedOptions extends StateOption {
  readonly wave?: number;
  readonly list?: string;
  readonly on?: number;
  readonly service?: string;
  readonly reference?: string;
  readonly takeBack?: number;
  readonly why?: string;
  readonly by?: string;
}

/** Notices on paper, and the record of who posted them: below `candor notice`. */
export function addLetterCommands(notice: Command, screen: Screen): void {
  withState(
    withWave(notice.command('letters'))
      .addOption(new WrittenOption('--out <folder>', 'the folder for the PDF files').makeOptionMandatory())
      .option('--party <party>', 'one party')
      .option(
        '--all',
        'every notice of the wave, even if mail is accepted, pending or uncertain, or a letter was posted',
      )
      .addOption(
        new Option(
          '--form <form>',
          'paper and window: DIN 5008 form B, or US #10 (default: that of the country in notice.sender.postal)',
        ).choices(LETTER_FORMS),
      )
      .description('the notices of an approved wave as letters'),
  )
    .addHelpText(
      'after',
      '\nExamples\n  candor notice letters --out letters/\n  candor notice letters --wave 2 --all --out letters/\n  candor notice letters --form us-10 --out letters/      for #10 envelopes with a window',
    )
    .action(async (options: LettersOptions) => {
      const printed = await printLetters(options.state, {
        wave: options.wave ?? null,
        party: options.party ?? null,
        all: options.all === true,
        out: options.out,
        form: options.form ?? null,
      });
      if (options.json === true) return showJson(screen, printed);
      screen.line(toLetterSentence(printed, options));
      if (printed.held.length > 0)
        screen.line(
          screen.warn(
            `${formatAmount(printed.held.length, 'letter')} held back by a delay or a do-not-contact entry: ${printed.held.map(({ notice, why }) => `notice ${notice} (${toVisible(why)})`).join(', ')}`,
          ),
        );
      if (printed.withoutAddress.length > 0)
        screen.line(
          `${formatAmount(printed.withoutAddress.length, 'letter')} without a postal address (column postal of the directory): ${printed.withoutAddress.map(toVisible).join(', ')}`,
        );
      if (printed.long.length > 0)
        screen.line(
          screen.warn(
            `${formatAmount(printed.long.length, 'letter')} of more than two sheets: ${printed.long.join(', ')}`,
          ),
        );
      if (printed.list !== null)
        screen.line(
          `Once they are posted: ${screen.typed(`candor notice posted --list ${printed.list} --wave ${printed.wave} --on DAY --service NAME --why REASON`, options.state)}`,
        );
    });

  withState(
    withWave(notice.command('posted'))
      .argument('[letters...]', 'parties, domains or numbers of notices')
      .description('record that letters of an approved wave were posted, undo such a record, or list all records')
      .option('--list <file>', 'the CSV that `letters` wrote, with references where there are any')
      .option('--on <day>', 'day (or time) on which they were posted', parseDay)
      .option('--service <name>', 'who carries them')
      .option('--reference <reference>', 'to trace it by, at that service')
      .option('--take-back <number>', 'undo the record: they were never posted, or came back', parseNumber)
      .option('--why <reason>', 'why by letter, or why the record is undone; it is kept')
      .option('--by <name>', 'who says so (default: the account that runs this)'),
  )
    .addHelpText(
      'after',
      `
Examples
  candor notice posted                                       what was recorded
  candor notice posted northwind.example --on 2001-10-21 --service "Royal Post" --reference RB17 --why "all bounced"
  candor notice posted --list letters/wave-2-letters.csv --on 2001-10-21 --why "no address left"
  candor notice posted northwind.example --take-back 1 --why "came back"

A party whose letter was posted counts as posted, and as notified if the notice is withdrawn. Each record is an entry of the log.`,
    )
    .action(async (names: string[], options: PostedOptions) => {
      const { takeBack, list } = options;
      if (names.length === 0 && list === undefined && takeBack === undefined) {
        if (options.on !== undefined || options.why !== undefined)
          throw refuse('say which: parties, domains or numbers of notices, or --list FILE');
        const postings = await listPostings(options.state);
        if (options.json === true) return showJson(screen, postings);
        return showPostings(screen, postings);
      }
      const recorded = await record(names, options);
      if (options.json === true) return showJson(screen, recorded);
      screen.line(toPostingSentence(recorded));
    });
}

function record(names: readonly string[], options: PostedOptions): Promise<Posting> {
  const { state, wave = null, list = null, on, service = null, reference = null, takeBack } = options;
  const why = options.why?.trim() ?? '';
  if (why === '') throw refuse('--why REASON is needed: it is kept');
  const by = options.by ?? accountName();
  if (takeBack !== undefined) {
    if (list !== null || on !== undefined || service !== null || reference !== null)
      throw refuse('--take-back goes only with parties and --why');
    return withdrawPosting(state, { posting: takeBack, names, why, by });
  }
  if (on === undefined) throw refuse('--on DAY is needed: when they were posted');
  return recordPosting(state, { wave, names, reference, list, on, service, why, by });
}

function toPostingSentence({ posting, act, wave, of, on, service, letters, entry }: Posting): string {
  const what =
    act === 'taken-back'
      ? `of posting ${of} no longer ${letters === 1 ? 'counts' : 'count'} as posted`
      : `of wave ${wave} posted${on === null ? '' : ` on ${formatDay(on)}`}${service === null ? '' : `, by ${toVisible(service)}`}`;
  return `Posting ${posting}: ${formatAmount(letters, 'letter')} ${what}. Entry ${entry} of the log.`;
}

function showPostings(screen: Screen, postings: readonly Posting[]): void {
  if (postings.length === 0) {
    screen.line('No letter was recorded as posted.');
    return;
  }
  const rows = postings.map(({ posting, act, wave, of, on, service, letters, by, why, at }) => [
    ...[String(posting), String(wave), formatAmount(letters, 'letter')],
    act === 'taken-back' ? `takes back ${of}` : formatDay(on ?? at),
    ...[toVisible(service ?? ''), toVisible(by), toVisible(why)],
  ]);
  for (const line of toRows([['no.', 'wave', '', 'posted', 'service', 'by', 'why'], ...rows], screen.width, [0, 1]))
    screen.line(line);
}

function refuse(reason: string): Refusal {
  return new Refusal('invalid-posting', [`${reason}; \`candor notice posted --help\` has examples`]);
}

function toLetterSentence(printed: PrintedLetters, { out, party }: { out: string; party?: string }): string {
  const { files, withdrawn, byMail, posted, held } = printed;
  const letters = `${formatAmount(files.length, 'letter')} in ${toVisible(out)}.`;
  if (files.length === 0 && held.length > 0 && (party !== undefined || (posted === 0 && isEmpty(byMail))))
    return 'No letter is printed.';
  if (party !== undefined) return files.length > 0 ? letters : toNoLetterSentence(toVisible(party), withdrawn);
  const said = [
    byMail.accepted > 0 ? `${formatAmount(byMail.accepted, 'notice')} accepted by mail` : null,
    byMail['under-way'] > 0 ? `${formatAmount(byMail['under-way'], 'notice')} under way` : null,
    byMail.uncertain > 0 ? `${formatAmount(byMail.uncertain, 'notice')} uncertain` : null,
    posted > 0 ? `${formatAmount(posted, 'notice')} posted already` : null,
  ].filter((words) => words !== null);
  if (said.length === 0) return files.length > 0 ? letters : 'No notice of this wave is still valid.';
  return `${files.length > 0 ? `${letters} None for` : 'No letter is printed for'} ${said.join(', ')}; --all writes one for every party.`;
}

function isEmpty(byMail: PrintedLetters['byMail']): boolean {
  return Object.values(byMail).every((notices) => notices === 0);
}

function toNoLetterSentence(party: string, withdrawn: readonly number[]): string {
  if (withdrawn.length === 0) return `No notice of this wave is for ${party}.`;
  const notices = withdrawn.length === 1 ? 'Notice' : 'Notices';
  return `${notices} ${withdrawn.join(', ')} of this wave for ${party} ${withdrawn.length === 1 ? 'is' : 'are'} withdrawn: no letter is printed.`;
}
