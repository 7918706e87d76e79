import { formatAmount, formatCount } from '@candor/core/base';
import type { Command } from 'commander';
import { type ContactsCount, countContacts, exportContacts } from '../../commands/notice/contacts.ts';
import { type ImportedContacts, importContacts } from '../../commands/notice/import-contacts.ts';
import { type DecidingOptions, toDecidedBy, withOptionalDeciding } from './deciding.ts';
import { type StateOption, showJson, WrittenOption, withState } from './options.ts';
import { type Screen, toRows, toVisible } from './show/screen.ts';
import { showDecisionMade } from './show/show-decision.ts';

/** Rows of the list need a person. */
const exitProblems = 3;
/** Parties without a named contact that the screen lists; `--json` and the export have all. */
const LISTED = 20;

interface ImportOptions extends StateOption, Partial<DecidingOptions> {
  readonly dryRun?: boolean;
  readonly rest?: boolean;
  readonly replace?: boolean;
}

/** Number of parties without a contact, and contact lists: below `candor contacts`. */
export function addContactListCommands(contacts: Command, screen: Screen): void {
  withState(
    contacts
      .command('list', { isDefault: true })
      .description('how many parties have a named contact, and which have guessed ones only')
      .addHelpText('after', '\nExamples\n  candor contacts\n  candor contacts list --json'),
  ).action(async (options: StateOption) => {
    const count = await countContacts(options.state);
    if (options.json === true) return showJson(screen, count);
    showCount(screen, count, options.state);
  });
  withState(
    contacts
      .command('export')
      .requiredOption('--guessed', 'parties with guessed contacts only, and with none')
      .addOption(new WrittenOption('--out <file>', 'the file to write').makeOptionMandatory())
      .description('write a list to fill in, which `contacts import` reads back')
      .addHelpText(
        'after',
        '\nExamples\n  candor contacts export --guessed --out to-fill-in.csv\n  candor contacts import to-fill-in.csv --why "asked by phone"     rows without a contact stay open',
      ),
  ).action(async (options: StateOption & { out: string }) => {
    const exported = await exportContacts(options.state, options.out);
    if (options.json === true) return showJson(screen, exported);
    screen.line(
      `${formatCount(exported.parties)} of ${formatAmount(exported.of, 'party', 'parties')} to notify in ${toVisible(exported.file)}. Fill in the column contact, then:`,
    );
    screen.line(`  ${screen.typed(`candor contacts import ${toVisible(exported.file)} --why "…"`, options.state)}`);
  });
  withState(
    withOptionalDeciding(contacts.command('import'), 'required unless --dry-run')
      .argument('<file>', 'CSV with the columns party,contact,contact_role,language; or vCard 3.0 or 4.0')
      .option('--dry-run', 'show what would be imported, and every problem; change nothing')
      .option('--rest', 'import the rows without a problem, although others have one')
      .option('--replace', 'replace earlier imports of all parties, not only of those in the file')
      .description('contacts beside the directory, from CSV or vCard')
      .addHelpText(
        'after',
        `
Examples
  candor contacts import contacts.csv --dry-run
  candor contacts import contacts.csv --why "from the contract register"
  candor contacts import security-officers.vcf --why "their own card" --as "Ines Adler" --key ines.key
  candor contacts import contacts.csv --rest --json --why "from the contract register"

A file is imported whole or not at all; --rest leaves out the rows with a problem. It replaces earlier imports of the same parties. Curated contacts stay. docs/formats/contacts-csv.md has the columns and every problem.`,
      ),
  ).action(async (file: string, options: ImportOptions, command: Command) => {
    const { why = '' } = options;
    if (options.dryRun !== true && why === '')
      command.error('these contacts decide whom notices reach: give the reason with --why');
    const imported = await importContacts(options.state, {
      file,
      dryRun: options.dryRun === true,
      rest: options.rest === true,
      replace: options.replace === true,
      ...toDecidedBy({ ...options, why }),
    });
    if (imported.problems.length > 0) process.exitCode = exitProblems;
    if (options.json === true) return showJson(screen, imported);
    showImported(screen, file, imported);
    if (imported.decision !== null) showDecisionMade(screen, imported.decision);
  });
}

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
  for (const line of toRows(rows, screen.width, [0])) screen.line(line);
  if (unnamed.length === 0) return;
  screen.line();
  const listed = unnamed
    .slice(0, LISTED)
    .map(({ party, messages, guessed }) => [toVisible(party), formatCount(messages), toVisible(guessed[0] ?? '')]);
  for (const line of toRows([['party', 'messages', 'guessed'], ...listed], screen.width, [1])) screen.line(line);
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
