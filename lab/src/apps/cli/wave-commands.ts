import { formatAmount } from '@candor/core/base';
import { noticeOperations } from '@candor/core/contract/operations';
import { toSentNoticesCsv } from '../../commands/notice/export-sent-notices.ts';
import type { PreparedReminders } from '../../commands/notice/remind-parties.ts';
import * as notice from '../../operations/notice.ts';
import { type CommandEntry, commandFor, commandOf } from './command-entry.ts';
import { fitHelp } from './fit-help.ts';
import { type Screen, toVisible } from './show/screen.ts';
import { showDecisionMade } from './show/show-decision.ts';
import { showWindowWarnings } from './show/show-wave.ts';

const changes = [notice.pauseWave, notice.resumeWave, notice.discardWave].map((operation) =>
  commandFor(operation, {
    examples: [`candor ${operation.name.replace('.', ' ')} --wave 2`],
    show: (screen, { wave, state }) => screen.line(`Wave ${wave} is ${state}.`),
  }),
);

/** Operations on a wave besides sending, and its outputs: below `candor notice`. */
export const WAVE_COMMANDS: readonly CommandEntry[] = [
  commandFor(notice.editWave, {
    examples: [
      'candor notice edit --wave 2 --happened de --text "Der Angreifer besaß ein Dienstkonto." --why "reviewed by counsel"',
      'candor notice edit --wave 2 --party northwind.example --text "You asked for this on the telephone." --why "their call"',
      'candor notice edit --wave 2 --party northwind.example --why "not needed"     removes the paragraph',
    ],
    notes: 'The affected notices are composed again, and every approval so far is void.',
    bars: (input) =>
      notice.findEdit(input) === null
        ? 'give exactly one of --happened, --measures or --unknown LANGUAGE, or --party PARTY'
        : null,
    show: (screen, { wave, recomposed, digest, lapsed, decision }) => {
      screen.line(`Wave ${wave}: ${formatAmount(recomposed, 'notice')} composed again.`);
      screen.line(`Digest ${digest}`);
      if (lapsed > 0) screen.line(screen.warn(`${formatAmount(lapsed, 'approval')} no longer valid.`));
      showDecisionMade(screen, decision);
    },
  }),
  ...changes,
  commandFor(notice.proposeWithdrawal, {
    by: 'who proposes it',
    examples: [
      'candor notice withdraw 14 --why "wrong company" --misdirected',
      'candor notice withdraw 14 15 --why "figures of a test run"',
    ],
    show: (screen, { id, digest }, { state }) => {
      screen.line(`Withdrawal ${id} is proposed; nothing has changed yet.`);
      screen.line(`Digest ${digest}`);
      screen.line(`Next   ${screen.typed(`candor notice approve-withdrawal ${id} --as NAME --key FILE`, state)}`);
    },
  }),
  commandFor(notice.approveWithdrawal, {
    examples: ['candor notice approve-withdrawal 1 --as "Ines Adler" --key ines.key'],
    show: (screen, { approvedBy, entry, notices }) => {
      const who = approvedBy.map(toVisible).join(' and ');
      if (entry === null)
        return screen.line(`Approved by ${who}. One more person must approve; nothing has changed yet.`);
      const [subject, codes] = notices.length === 1 ? ['Notice', 'its code says'] : ['Notices', 'their codes say'];
      screen.line(`${subject} ${notices.join(', ')} withdrawn, approved by ${who}; entry ${entry} of the log.`);
      return screen.line(`Build the site again, so that ${codes} so.`);
    },
  }),
  commandFor(notice.remindParties, {
    by: 'who prepares',
    examples: ['candor notice remind', 'candor notice remind --after 7'],
    show: (screen, prepared, { state }) => showReminders(screen, prepared, state),
  }),
  commandOf(
    {
      typed: 'export',
      does: noticeOperations.exportNotices.does,
      examples: ['candor notice export --out told.csv', 'candor notice export --json'],
    },
    noticeOperations.exportNotices.input,
    (call, { out }) => {
      const written = (screen: Screen, { length }: { readonly length: number }) =>
        screen.line(`${formatAmount(length, 'line')} in ${toVisible(out ?? '')}.`);
      if (out !== null) return call(notice.exportNotices, { out }, written, written);
      return call(notice.exportNotices, { out }, (screen, lines) => showLines(screen, toSentNoticesCsv(lines)));
    },
  ),
  commandFor(notice.callScript, {
    examples: ['candor notice callscript', 'candor notice callscript --language de'],
    show: (screen, { script }) => showLines(screen, script, (line) => fitHelp(toVisible(line), screen.width)),
  }),
];

function showReminders(
  screen: Screen,
  { wave, parties, deliveries, changed, given, warnings }: PreparedReminders,
  state: string,
): void {
  if (wave === null) screen.line('No party needs a reminder now.');
  else
    screen.line(`Wave ${wave}: ${formatAmount(parties.length, 'reminder')} in ${formatAmount(deliveries, 'message')}.`);
  const showLeftOut = (amount: number, why: string, kind: string) => {
    if (amount > 0)
      screen.line(
        `${formatAmount(amount, 'party', 'parties')} left out, ${why}: ${screen.typed(`candor notice prepare --wave ${kind}`, state)}`,
      );
  };
  showLeftOut(changed, 'whose figures or addresses have changed', 'supplement');
  showLeftOut(given, 'for which contacts were given since guessed ones were notified', 'metadata');
  showWindowWarnings(screen, warnings);
}

function showLines(screen: Screen, text: string, toLine = (line: string) => line): void {
  for (const line of text.trimEnd().split('\n')) screen.line(toLine(line));
}
