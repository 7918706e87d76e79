import type { AddedOperator, OperatorChange, OperatorList } from '../../commands/notice/operators.ts';
import { type Screen, toRows, toVisible } from './screen.ts';

export function showAddedOperator(screen: Screen, added: AddedOperator, keyFile: string, state: string): void {
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

const standingWords = {
  'in-log': 'counts',
  'file-only': 'in the incident file, not in the log',
  'log-only': 'in the log, not in the incident file',
} as const;

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
  for (const line of toRows(rows, screen.width)) screen.line(line);
  if (list.record === null) return;
  screen.line();
  screen.line('DNS must have this record before the first wave:');
  screen.line(list.record);
}

export function showOperatorChange(screen: Screen, change: OperatorChange, state: string): void {
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
