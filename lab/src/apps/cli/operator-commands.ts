import { defaultKeyFile } from '../../adapters/keys/key-file.ts';
import type { AddedOperator, OperatorChange, OperatorList } from '../../commands/notice/operators.ts';
import * as people from '../../operations/people.ts';
import { type CommandEntry, commandFor, groupFor } from './command-entry.ts';
import { type Screen, showTable, toVisible } from './show/screen.ts';

const standingWords = {
  'in-log': 'counts',
  'file-only': 'in the incident file, not in the log',
  'log-only': 'in the log, not in the incident file',
} as const;

const OPERATOR_COMMANDS: readonly CommandEntry[] = [
  commandFor(people.addOperator, {
    hasState: true,
    examples: [
      'candor operator add "Ines Adler"',
      'candor operator add "Paul Brandt" --key /media/stick/paul.key --mailbox brandt-j',
    ],
    show: (screen, added, { input: { name, key }, state }) =>
      showAddedOperator(screen, added, key ?? defaultKeyFile(name), state),
  }),
  commandFor(people.operators, { show: (screen, list, { state }) => showOperators(screen, list, state) }),
];

const CHANGE_COMMANDS: readonly CommandEntry[] = [
  commandFor(people.operatorChange, { show: (screen, change, { state }) => showOperatorChange(screen, change, state) }),
  commandFor(people.approveOperatorChange, {
    show: (screen, { entry, change }, { state }) => {
      if (entry === null) return showOperatorChange(screen, change, state);
      return screen.line(`The change is entry ${entry} of the log. New keys can sign from tomorrow on.`);
    },
  }),
];

export const COMMANDS: readonly CommandEntry[] = [
  groupFor(
    {
      typed: 'operator',
      group: 'Notice: notify each party, exactly once',
      does: 'the people who approve, and their keys',
      examples: [
        'candor operator add "Ines Adler" --key ines.key',
        'candor operator list                                   with the record that DNS must have',
        'candor operator change prepare                         what the incident file would change',
        'candor operator change approve --as "Ines Adler"       two of the previous operators must agree',
      ],
      notes: 'Every wave, withdrawal and key change takes two different people. No command acts on one key.',
    },
    [
      ...OPERATOR_COMMANDS,
      groupFor(
        { typed: 'change', does: 'add or remove operators, approved by two of the previous ones' },
        CHANGE_COMMANDS,
      ),
    ],
  ),
];

function showAddedOperator(screen: Screen, added: AddedOperator, keyFile: string, state: string): void {
  screen.line(
    `The key of ${toVisible(added.name)} is in ${toVisible(keyFile)}. Only the passphrase opens it. Keep a copy on another machine or medium.`,
  );
  screen.line();
  screen.line('Put this line below `operators:` in incident.yaml:');
  screen.line(added.line);
  if (!added.line.includes(', mailbox: '))
    screen.line(
      screen.dim(
        "If one of the mailboxes is this person's own, add `mailbox: CUSTODIAN` to it now: nobody approves anything about it.",
      ),
    );
  screen.line();
  screen.line(
    screen.dim(
      `${screen.typed('candor operator list', state)} then shows the DNS record. Once the log has started, two of the previous operators must agree: ${screen.typed('candor operator change prepare', state)}.`,
    ),
  );
}

export function showOperators(screen: Screen, list: OperatorList, state: string): void {
  if (list.operators.length === 0) {
    screen.line('The incident file names no operators yet; it takes at least two.');
    screen.line(`Next   ${screen.typed('candor operator add NAME --key FILE', state)}`);
    return;
  }
  const rows = list.operators.map(({ name, key, custodian, standing }) => [
    toVisible(name),
    key,
    custodian === null ? '' : `own mailbox ${toVisible(custodian)}`,
    list.hasBegun ? standingWords[standing] : 'counts once the log starts',
  ]);
  showTable(screen, rows);
  if (list.record === null) return;
  screen.line();
  screen.line('DNS must have this record before the first wave:');
  screen.line(list.record);
}

function showOperatorChange(screen: Screen, change: OperatorChange, state: string): void {
  for (const name of change.added) screen.line(`added      ${toVisible(name)}`);
  for (const name of change.removed) screen.line(`removed    ${toVisible(name)}`);
  screen.line();
  screen.line(`Digest ${change.digest}`);
  screen.line(
    change.approvedBy.length === 0
      ? 'Nobody has approved yet; two of the previous operators must approve.'
      : `Approved by ${change.approvedBy.map(toVisible).join(', ')}.`,
  );
  screen.line(`Next   ${screen.typed('candor operator change approve --as NAME --key FILE', state)}`);
}
