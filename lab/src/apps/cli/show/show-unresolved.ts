import { formatCount } from '@candor/core/base';
import type { UnresolvedEntry } from '@candor/core/impact/exchange';
import { type Screen, showText, toRows, toVisible } from './screen.ts';

const whatToDo: Readonly<Record<string, string>> = {
  'not-supplied':
    'Collect the mailbox and add it to the incident file. If the GUID is the archive of a listed custodian, add it to their guids.',
  'in-no-mailbox': 'Look for the mailbox, archive or backup that held it, and add it to the incident file.',
  'in-other-mailbox': 'Check that the mailbox that the record names was collected whole, with its archive.',
  'sent-in-no-mailbox':
    'Look for it among the recoverable items, in backups and with its recipients: it may quote mail.',
  'deleted-before-collection': 'Look for it among the recoverable items and in backups, and add what you find.',
  'not-in-folder-list': 'Export the folder list again, with every folder, and name it under folders of the mailbox.',
};

const addressToDo = 'It gives no party. If it is a name inside your own systems, do nothing.';

/** What leads nowhere, and for each reason what a person can do about it. */
export function showUnresolved(screen: Screen, rows: readonly UnresolvedEntry[]): void {
  if (rows.length === 0) {
    screen.line('Nothing is unresolved.');
    return;
  }
  const head = ['what', 'reason', 'count', 'value'];
  const table = rows.map((row) => [row.what, row.reason, formatCount(row.count), toVisible(row.value)]);
  const lines = toRows([head, ...table], screen.width, [2]);
  for (const [at, line] of lines.entries()) screen.line(at === 0 ? screen.bold(line) : line);
  screen.line();
  screen.line(screen.bold('Next'));
  for (const reason of new Set(rows.map((row) => row.reason))) {
    screen.line(`  ${reason}`);
    showText(screen, whatToDo[reason] ?? addressToDo, { indent: '    ' });
  }
  const note =
    'Counts are distinct records; of addresses, copies. docs/formats/unresolved-jsonl.md says what each reason means.';
  screen.line();
  showText(screen, note, { paint: 'dim' });
}
