import { formatAmount, formatCount } from '@candor/core/base';
import type { ContactsCount } from '../../commands/notice/contacts.ts';
import type { ImportedContacts } from '../../commands/notice/import-contacts.ts';
import * as contacts from '../../operations/contacts.ts';
import { type CommandEntry, commandFor } from './command-entry.ts';
import { type Screen, showTable, toVisible } from './show/screen.ts';
import { showDecisionMade } from './show/show-decision.ts';

/** Parties without a named contact that the screen lists; `--json` and the export have all. */
const LISTED = 20;

/** Number of parties without a contact, and contact lists: below `candor contacts`. */
export const CONTACT_LIST_COMMANDS: readonly CommandEntry[] = [
  commandFor(contacts.countContacts, {
    isDefault: true,
    examples: ['candor contacts', 'candor contacts list --json'],
    show: (screen, count, { state }) => showCount(screen, count, state),
  }),
  commandFor(contacts.exportContacts, {
    examples: [
      'candor contacts export --guessed --out to-fill-in.csv',
      'candor contacts import to-fill-in.csv --why "asked by phone"     rows without a contact stay open',
    ],
    show: (screen, { parties, of, file }, { state }) => {
      const amount = `${formatCount(parties)} of ${formatAmount(of, 'party', 'parties')}`;
      screen.line(`${amount} to notify in ${toVisible(file)}. Fill in the column contact, then:`);
      screen.line(`  ${screen.typed(`candor contacts import ${toVisible(file)} --why "…"`, state)}`);
    },
  }),
  commandFor(contacts.importContacts, {
    examples: [
      'candor contacts import contacts.csv --dry-run',
      'candor contacts import contacts.csv --why "from the contract register"',
      'candor contacts import security-officers.vcf --why "their own card" --as "Ines Adler" --key ines.key',
      'candor contacts import contacts.csv --rest --json --why "from the contract register"',
    ],
    notes:
      'A file is imported whole or not at all; --rest leaves out the rows with a problem. It replaces earlier imports of the same parties. Curated contacts stay. docs/formats/contacts-csv.md has the columns and every problem.',
    bars: ({ why, dryRun }) =>
      why === undefined && !dryRun ? 'these contacts decide whom notices reach: give the reason with --why' : null,
    needs: ({ problems }) => problems.length > 0,
    show: (screen, imported, { input }) => {
      showImported(screen, input.file, imported);
      if (imported.decision !== null) showDecisionMade(screen, imported.decision);
    },
  }),
];

function showCount(screen: Screen, { parties, trust, unnamed }: ContactsCount, state: string): void {
  screen.line(
    screen.bold(
      `${formatCount(trust.guessed)} of ${formatAmount(parties, 'party', 'parties')} have guessed contacts only`,
    ),
  );
  const rows = [
    [formatCount(trust.named), 'have a contact that a person, the directory, a list or security.txt names'],
    [formatCount(trust.own), 'are people, notified only at their own addresses'],
    [formatCount(trust.guessed), 'have role mailboxes and known correspondents only: nobody knows who reads them'],
    [formatCount(trust.none), 'have no contact: use a letter or the telephone'],
  ];
  showTable(screen, rows, [0]);
  if (unnamed.length === 0) return;
  screen.line();
  const listed = unnamed
    .slice(0, LISTED)
    .map(({ party, messages, guessed }) => [toVisible(party), formatCount(messages), toVisible(guessed[0] ?? '')]);
  showTable(screen, [['party', 'messages', 'guessed'], ...listed], [1]);
  if (unnamed.length > LISTED) screen.line(screen.dim(`and ${formatCount(unnamed.length - LISTED)} more`));
  screen.line();
  screen.line('Export a list to fill in, then import it:');
  screen.line(`  ${screen.typed('candor contacts export --guessed --out to-fill-in.csv', state)}`);
  screen.line(`  ${screen.typed('candor contacts import to-fill-in.csv --why "…"', state)}`);
}

function showImported(screen: Screen, file: string, imported: ImportedContacts): void {
  const { contacts, parties, open, repeated, problems, isWritten, replaced } = imported;
  for (const { line, text } of problems) screen.line(screen.warn(`${toVisible(file)}:${line}: ${toVisible(text)}`));
  if (problems.length > 0) screen.line();
  const amount = `${formatAmount(contacts, 'contact')} of ${formatAmount(parties, 'party', 'parties')}`;
  screen.line(
    isWritten ? `${amount} imported. Curated contacts stay.` : `${amount} would be imported. Nothing was changed.`,
  );
  if (replaced > 0) screen.line(`${formatAmount(replaced, 'contact')} of an earlier import replaced.`);
  if (open > 0) screen.line(`${formatAmount(open, 'row')} without a contact yet.`);
  if (repeated.length > 0)
    screen.line(
      `${formatAmount(repeated.length, 'row repeats', 'rows repeat')} an earlier one: ${repeated
        .slice(0, 10)
        .map((line) => `line ${line}`)
        .join(', ')}${repeated.length > 10 ? ' …' : ''}.`,
    );
  if (problems.length > 0)
    screen.line(
      `${formatAmount(problems.length, 'row has', 'rows have')} a problem and ${isWritten ? 'were left out' : 'would be left out'}.`,
    );
}
