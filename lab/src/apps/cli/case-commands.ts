import { formatTime } from '@candor/core/base';
import type { AwareFact } from '@candor/core/transparency';
import type { CaseFacts } from '../../commands/transparency/case-facts.ts';
import { listCase, setCase } from '../../operations/transparency.ts';
import { type CommandEntry, commandFor, groupFor, type Typed } from './command-entry.ts';
import { type Screen, showTable, toVisible } from './show/screen.ts';

const SET_AWARE =
  'candor case set aware 2001-10-18T09:05:00Z --by "Ines Adler" --how "call of the hosting firm, ticket 4711"';

const GROUP = {
  typed: 'case',
  group: 'Whole incident',
  does: 'what only people know, such as when you became aware: never edited, only superseded',
  examples: ['candor case', SET_AWARE],
};

const CASE_COMMANDS = [
  commandFor(listCase, { isDefault: true, examples: ['candor case', 'candor case list --json'], show: showCase }),
  commandFor(setCase, {
    examples: [
      SET_AWARE,
      'candor case set aware 2001-10-18T11:05:00+02:00 --by "Ines Adler" --how "mail server alert" --json',
    ],
    notes:
      'The 72 hours of `candor report gdpr33` and `candor incidents` run from the newest statement. Without one they run from `notice.discovered` of the incident file, which stays a second source.',
    show: showCase,
  }),
];

/** What only people know, with who said it: nothing is edited, only superseded. */
export const COMMANDS: readonly CommandEntry[] = [groupFor(GROUP, CASE_COMMANDS)];

function showCase(screen: Screen, { incident, aware }: CaseFacts, { state }: Typed): void {
  screen.line(screen.bold(`What people said: ${toVisible(incident ?? 'incident')}`));
  switch (aware.is) {
    case 'unknown':
      screen.line('aware   Nobody has said when you became aware of the breach.');
      break;
    case 'stated':
      screen.line(`aware   ${formatTime(aware.at)}, as notice.discovered of the incident file says. It names nobody.`);
      break;
    case 'said': {
      const rows = [...aware.superseded, aware.fact].reverse().map((fact, at) => toRow(fact, at));
      showTable(screen, rows);
      if (aware.stated !== null)
        screen.line(`notice.discovered of the incident file says ${formatTime(aware.stated)}; it is not used.`);
      return;
    }
  }
  screen.line();
  screen.line(`Next   ${screen.typed('candor case set aware TIME --by NAME --how TEXT', state)}`);
}

function toRow({ at, by, how, recordedBy, recordedAt }: AwareFact, row: number): readonly string[] {
  return [
    row === 0 ? 'aware' : 'superseded',
    formatTime(at),
    toVisible(by),
    toVisible(how),
    `recorded by ${toVisible(recordedBy)} on ${formatTime(recordedAt)}`,
  ];
}
