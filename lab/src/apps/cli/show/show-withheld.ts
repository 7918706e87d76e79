import type { WithheldView } from '../../../commands/review/withheld.ts';
import type { WaitingReason } from '../../../review/store/hold-store.ts';
import { type Screen, showTable, toVisible } from './screen.ts';

const reasonWords: Readonly<Record<WaitingReason, string>> = {
  privilege: "marked as counsel's",
  private: "an employee's private mail",
  quoted: "its mail is quoted in one of the organization's, and no original is certain",
  'mentioned-business': 'it is mentioned: trade or money',
  'mentioned-personal': 'it is mentioned: people and their data',
  'mentioned-secret': 'it is mentioned: a password or key',
  unreadable: 'an attached message cannot be parsed',
  'signed-around-attached': 'a signature covers what must be changed',
  flawed: 'the second check found something that must not be there',
  changed: 'the evidence has changed',
  unread: 'the evidence can no longer be read',
};

export function printWithheldList(screen: Screen, listed: readonly WithheldView[]): void {
  if (listed.length === 0) screen.line('No message waits for a person.');
  const rows = listed.map(({ id, party, reason, state, copies }) => [
    String(id),
    toVisible(party),
    reasonWords[reason],
    state,
    copies[0]?.date ?? '',
    toVisible(copies[0]?.location ?? ''),
  ]);
  showTable(screen, rows, [0]);
}

export function printWithheld(screen: Screen, one: WithheldView, state: string): void {
  screen.line(`Message ${one.id} is held back from ${toVisible(one.party)}: ${reasonWords[one.reason]} (${one.state})`);
  if (one.why !== null) screen.line(`why           ${toVisible(one.why)}`);
  if (one.decidedBy !== null) screen.line(`decided by    ${toVisible(one.decidedBy)}`);
  screen.line(`fingerprint   ${one.message}`);
  for (const { custodian, location, date, shown } of one.copies) {
    screen.line(`copy          ${toVisible(custodian)}   ${date ?? 'no date'}   ${toVisible(location)}`);
    if (shown === null) continue;
    screen.line(`  from        ${toVisible(shown.from)}`);
    screen.line(`  to          ${toVisible(shown.to)}`);
    screen.line(`  subject     ${toVisible(shown.subject)}`);
  }
  for (const [number, text] of one.cuts.entries()) {
    screen.line(`would be given (${number + 1} of ${one.cuts.length}):`);
    for (const line of text.split('\n')) screen.line(`  | ${toVisible(line)}`);
  }
  if (one.state !== 'open') return;
  screen.line(`Next   ${screen.typed(`candor withheld decide ${one.id} keep --why TEXT`, state)}`);
  if (one.canBeReleased)
    screen.line(
      `  or   ${screen.typed(`candor withheld decide ${one.id} release --why TEXT --as NAME --key FILE`, state)}`,
    );
}
