import { advise, formatAmount, formatDay, hint, Refusal } from '@candor/core/base';
import { deliveryOperations as contract, field, optional } from '@candor/core/contract/operations';
import { z } from 'zod';
import type { PrintedLetters } from '../../commands/notice/print-letters.ts';
import type { Posting } from '../../notice/store/posting-store.ts';
import * as delivery from '../../operations/delivery.ts';
import { type CommandEntry, commandFor, commandOf } from './command-entry.ts';
import { type Screen, showList, toVisible } from './show/screen.ts';

const { why: _why, ...posted } = contract.recordPosting.input.shape;
const { takeBack } = contract.withdrawPosting.input.shape;

/** Notices on paper, and the record of who posted them: below `candor notice`. */
export const LETTER_COMMANDS: readonly CommandEntry[] = [
  commandFor(delivery.printLetters, {
    examples: [
      'candor notice letters --out letters/',
      'candor notice letters --wave 2 --all --out letters/',
      'candor notice letters --form us-10 --out letters/      for #10 envelopes with a window',
    ],
    show: (screen, printed, { input, state }) => showPrinted(screen, printed, input, state),
  }),
  commandOf(
    {
      typed: 'posted',
      does: contract.recordPosting.does,
      by: 'who says so',
      examples: [
        'candor notice posted                                       what was recorded',
        'candor notice posted northwind.example --on 2001-10-21 --service "Royal Post" --reference RB17 --why "all bounced"',
        'candor notice posted --list letters/wave-2-letters.csv --on 2001-10-21 --why "no address left"',
        'candor notice posted northwind.example --take-back 1 --why "came back"',
      ],
      notes:
        'A party whose letter was posted counts as posted, and as notified if the notice is withdrawn. Each record is an entry of the log.',
    },
    z.object({
      ...posted,
      takeBack: optional(takeBack),
      why: field(z.string().optional(), {
        does: 'why by letter, or why the record is undone; it is kept',
        value: 'reason',
      }),
    }),
    (call, given) => {
      const { takeBack: posting, why: reason, ...order } = given;
      const { letters, list, on, service, reference } = order;
      if (letters.length === 0 && list === null && posting === undefined) {
        if (on !== null || reason !== undefined)
          throw refuse('say which: parties, domains or numbers of notices, or --list FILE');
        return call(delivery.postings, {}, showPostings);
      }
      const said = reason?.trim() ?? '';
      if (said === '') throw refuse('--why REASON is needed: it is kept');
      const show = (screen: Screen, recorded: Posting) => screen.line(toPostingSentence(recorded));
      if (posting === undefined) {
        if (on === null) throw refuse('--on DAY is needed: when they were posted');
        return call(delivery.recordPosting, { ...order, why: said }, show);
      }
      if (list !== null || on !== null || service !== null || reference !== null)
        throw refuse('--take-back goes only with parties and --why');
      return call(delivery.withdrawPosting, { takeBack: posting, letters, why: said }, show);
    },
  ),
];

function showPrinted(
  screen: Screen,
  printed: PrintedLetters,
  order: { readonly out: string; readonly party: string | null },
  state: string,
): void {
  const { held, withoutAddress, long, list, wave } = printed;
  screen.line(toLetterSentence(printed, order));
  if (held.length > 0) {
    const notices = held.map(({ notice, why: reason }) => `notice ${notice} (${toVisible(reason)})`).join(', ');
    screen.line(
      screen.warn(`${formatAmount(held.length, 'letter')} held back by a delay or a do-not-contact entry: ${notices}`),
    );
  }
  if (withoutAddress.length > 0)
    screen.line(
      `${formatAmount(withoutAddress.length, 'letter')} without a postal address (column postal of the directory): ${withoutAddress.map(toVisible).join(', ')}`,
    );
  if (long.length > 0)
    screen.line(screen.warn(`${formatAmount(long.length, 'letter')} of more than two sheets: ${long.join(', ')}`));
  if (list === null) return;
  const command = `candor notice posted --list ${list} --wave ${wave} --on DAY --service NAME --why REASON`;
  screen.line(`Once they are posted: ${screen.typed(command, state)}`);
}

function toPostingSentence({ posting, act, wave, of, on, service, letters, entry }: Posting): string {
  const what =
    act === 'taken-back'
      ? `of posting ${of} no longer ${letters === 1 ? 'counts' : 'count'} as posted`
      : `of wave ${wave} posted${on === null ? '' : ` on ${formatDay(on)}`}${service === null ? '' : `, by ${toVisible(service)}`}`;
  return `Posting ${posting}: ${formatAmount(letters, 'letter')} ${what}. Entry ${entry} of the log.`;
}

function showPostings(screen: Screen, postings: readonly Posting[]): void {
  const rows = postings.map(({ posting, act, wave, of, on, service, letters, by, why, at }) => [
    ...[String(posting), String(wave), formatAmount(letters, 'letter')],
    act === 'taken-back' ? `takes back ${of}` : formatDay(on ?? at),
    ...[toVisible(service ?? ''), toVisible(by), toVisible(why)],
  ]);
  const head = ['no.', 'wave', '', 'posted', 'service', 'by', 'why'];
  showList(screen, 'No letter was recorded as posted.', rows, { head, right: [0, 1] });
}

function refuse(reason: string): Refusal {
  return new Refusal('invalid-posting', [advise`${reason}; ${hint('notice.posted', { help: true })} has examples`]);
}

function toLetterSentence(
  printed: PrintedLetters,
  { out, party }: { readonly out: string; readonly party: string | null },
): string {
  const { files, withdrawn, byMail, posted, held } = printed;
  const letters = `${formatAmount(files.length, 'letter')} in ${toVisible(out)}.`;
  if (files.length === 0 && held.length > 0 && (party !== null || (posted === 0 && isEmpty(byMail))))
    return 'No letter is printed.';
  if (party !== null) return files.length > 0 ? letters : toNoLetterSentence(toVisible(party), withdrawn);
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
