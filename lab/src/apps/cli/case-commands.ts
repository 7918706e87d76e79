import { formatTime, readInstant } from '@candor/core/base';
import type { AwareFact } from '@candor/core/transparency';
import { type Command, InvalidArgumentError } from 'commander';
import { accountName } from '../../adapters/process/account-name.ts';
import { type CaseFacts, listCase, setAware } from '../../commands/transparency/case-facts.ts';
import { type StateOption, showJson, withState } from './options.ts';
import { type Screen, toRows, toVisible } from './show/screen.ts';

interface SetOptions extends StateOption {
  readonly by: string;
  readonly how: string;
}

/** What only people know, with who said it: nothing is edited, only superseded. */
export function addCaseCommands(program: Command, screen: Screen): void {
  const cases = program
    .command('case')
    .helpGroup('Whole incident')
    .description('what only people know, such as when you became aware: never edited, only superseded')
    .addHelpText(
      'after',
      '\nExamples\n  candor case\n  candor case set aware 2001-10-18T09:05:00Z --by "Ines Adler" --how "call of the hosting firm, ticket 4711"',
    );
  cases.exitOverride();
  withState(
    cases
      .command('list', { isDefault: true })
      .description('every fact, with the newest statement and what it superseded')
      .addHelpText('after', '\nExamples\n  candor case\n  candor case list --json'),
  ).action(async (options: StateOption) => {
    const facts = await listCase(options.state);
    if (options.json === true) return showJson(screen, facts);
    showCase(screen, facts, options.state);
  });
  withState(
    cases
      .command('set')
      .argument('<fact>', 'aware: when the organization became aware of the breach', parseFact)
      .argument('<time>', '2001-10-18T09:05:00Z; without a zone it is UTC', parseTime)
      .requiredOption('--by <name>', 'who became aware')
      .requiredOption('--how <text>', 'by what: a call, a ticket, a mail')
      .description('record a fact; it supersedes what was said before, which stays')
      .addHelpText(
        'after',
        `
Examples
  candor case set aware 2001-10-18T09:05:00Z --by "Ines Adler" --how "call of the hosting firm, ticket 4711"
  candor case set aware 2001-10-18T11:05:00+02:00 --by "Ines Adler" --how "mail server alert" --json

The 72 hours of \`candor report gdpr33\` and \`candor incidents\` run from the newest statement. Without one they run from \`notice.discovered\` of the incident file, which stays a second source.`,
      ),
  ).action(async (_fact: string, at: number, options: SetOptions) => {
    const { by, how, state } = options;
    const facts = await setAware(state, { at, by, how, account: accountName() });
    if (options.json === true) return showJson(screen, facts);
    showCase(screen, facts, state);
  });
}

function parseFact(text: string): string {
  if (text !== 'aware') throw new InvalidArgumentError('facts: aware');
  return text;
}

function parseTime(text: string): number {
  const at = readInstant(text.replace(/^(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2})(?=$|Z|[+-])/, '$1:00'));
  if (at === null) throw new InvalidArgumentError('a time like 2001-10-18T09:05:00Z is needed');
  return at;
}

function showCase(screen: Screen, { incident, aware }: CaseFacts, state: string): void {
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
      for (const line of toRows(rows, screen.width)) screen.line(line);
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
