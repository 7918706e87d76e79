import { assertNever, formatTime } from '@candor/core/base';
import type { CurationAct, CurationOperation } from '@candor/core/impact/curation';
import { readContactAddress } from '@candor/core/notice/contact';
import { type Screen, showTable, toVisible } from './screen.ts';

export function showCuration(
  screen: Screen,
  history: readonly { operation: CurationOperation; inForce: boolean }[],
): void {
  if (history.length === 0) {
    screen.line('Nothing was curated yet.');
    return;
  }
  showTable(
    screen,
    history.map(({ operation, inForce }) => toHistoryRow(operation, inForce)),
    [0],
  );
}

/** What was recorded, what of it has no effect, and how to undo it. */
export function showRecorded(screen: Screen, { sequence, act }: CurationOperation, state: string): void {
  screen.line(`Recorded as ${sequence}: ${toVisible(toActSentence(act))}.`);
  if (act.act === 'add-contact' && readContactAddress(act.contact.contact) === null)
    screen.line(screen.warn('It is not a mail address, so no notice goes there.'));
  screen.line(screen.dim(`${screen.typed(`candor party undo ${sequence} --why "…"`, state)} undoes it.`));
}

function toActSentence(act: CurationAct): string {
  switch (act.act) {
    case 'merge':
      return `${act.parties.join(', ')} became part of ${act.into}`;
    case 'split':
      return `${act.matches.join(', ')} left ${act.party} for ${act.into}`;
    case 'rename':
      return `${act.party} is named "${act.name}"`;
    case 'kind':
      return `${act.party} is of kind ${act.kind}`;
    case 'add-contact':
      return `${act.contact.contact} is a contact of ${act.party}`;
    case 'withdraw-contact':
      return `${act.contact} is not a contact of ${act.party}`;
    case 'undo':
      return `operation ${act.sequence} was undone`;
    default:
      return assertNever(act);
  }
}

export function toHistoryRow(operation: CurationOperation, inForce: boolean): string[] {
  const undone = inForce || operation.act.act === 'undo' ? '' : ' (undone)';
  return [
    String(operation.sequence),
    formatTime(operation.at),
    toVisible(operation.by),
    toVisible(`${toActSentence(operation.act)}${undone}: ${operation.why}`),
  ];
}
