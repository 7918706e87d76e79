import { formatCount } from '@candor/core/base';
import type { UnresolvedEntry } from '@candor/core/impact/exchange';
import type { Command } from 'commander';
import { exportResults } from '../../commands/export-results.ts';
import { compareRuns } from '../../commands/exposure/compare-runs.ts';
import { explainCopies } from '../../commands/exposure/explain-copies.ts';
import { explainMailbox } from '../../commands/exposure/explain-mailbox.ts';
import { listUnresolved } from '../../commands/exposure/list-unresolved.ts';
import { readInterest } from '../../commands/exposure/read-interest.ts';
import { settle } from '../interruption.ts';
import { openProgress } from '../terminal/live-progress.ts';
import { type Screen, toRows, toVisible, wrap } from '../terminal/screen.ts';
import { showDifference } from '../terminal/show-difference.ts';
import { showCopies, showMailbox } from '../terminal/show-explain.ts';
import { showInterest } from '../terminal/show-interest.ts';
import { addLeadCommands } from './lead-commands.ts';
import { parseVersion, type StateOption, showJson, toStateOption, WrittenOption, withState } from './options.ts';

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

const group = 'Exposure: what the intruder did';

export function addExposureCommands(program: Command, screen: Screen): void {
  withState(
    program
      .command('explain')
      .helpGroup(group)
      .description('why a copy has its verdict: every rule, every record with file and line or row, the gaps')
      .argument('[copy]', 'a location (as in exposure.jsonl) or a Message-ID')
      .option('--mailbox <custodian>', 'a whole mailbox instead')
      .option('--all', 'with --mailbox: every copy on a line of its own'),
  )
    .addHelpText(
      'after',
      "\nExamples\n  candor explain '<a.1@harbor.example>'\n  candor explain --mailbox allen-p\n  candor explain --mailbox allen-p --json",
    )
    .action(
      async (
        copy: string | undefined,
        options: StateOption & { mailbox?: string; all?: boolean },
        command: Command,
      ) => {
        if (copy !== undefined && options.mailbox !== undefined)
          command.error('name a copy or a mailbox (--mailbox CUSTODIAN), not both');
        if (options.mailbox !== undefined) {
          const whole = options.json === true || options.all === true;
          const mailbox = await explainMailbox(options.state, options.mailbox, whole);
          if (options.json === true) return showJson(screen, mailbox);
          return showMailbox(screen, mailbox, options.all === true);
        }
        if (copy === undefined)
          command.error('name a copy (location or Message-ID), or a mailbox with --mailbox CUSTODIAN');
        const copies = await explainCopies(options.state, copy);
        if (options.json === true) return showJson(screen, copies);
        showCopies(screen, copies);
      },
    );

  withState(
    program
      .command('interest')
      .helpGroup(group)
      .description('what the intruder searched for, visited and opened, and whether it looked for traces of itself')
      .option('--all', 'every row of every table'),
  )
    .addHelpText(
      'after',
      '\nExamples\n  candor interest\n  candor interest --json\n\nName words and people of the response under `interest` in the incident file.',
    )
    .action(async (options: StateOption & { all?: boolean }) => {
      const interest = await readInterest(
        options.state,
        openProgress(process.stderr, () => performance.now()),
      );
      if (options.json === true) return showJson(screen, interest);
      showInterest(screen, interest, options.all === true);
    });

  addLeadCommands(program, screen, group);

  withState(
    program
      .command('unresolved')
      .helpGroup(group)
      .description("what the intruder's records name and the supplied evidence does not hold")
      .addHelpText('after', '\nExamples\n  candor unresolved\n  candor unresolved --json'),
  ).action(async (options: StateOption) => {
    const rows = await listUnresolved(options.state);
    if (options.json === true) return showJson(screen, rows);
    showUnresolved(screen, rows);
  });

  withState(
    program
      .command('diff')
      .helpGroup(group)
      .description('what rose, fell and appeared from one exposure version to another, per custodian and per party')
      .argument('[from]', 'a version (default: the one before)', parseVersion)
      .argument('[to]', 'a version (default: the newest)', parseVersion),
  )
    .addHelpText('after', '\nExamples\n  candor diff\n  candor diff 1 2 --json')
    .action(async (from: number | undefined, to: number | undefined, options: StateOption) => {
      const difference = await compareRuns(options.state, from ?? null, to ?? null);
      if (options.json === true) return showJson(screen, difference);
      showDifference(screen, difference);
    });

  const addExport = (name: string, description: string, only: 'records.jsonl' | null) =>
    program
      .command(name)
      .helpGroup(group)
      .description(description)
      .addOption(new WrittenOption('--out <dir>', 'the folder to write into').makeOptionMandatory())
      .addOption(toStateOption())
      .addHelpText('after', `\nExample\n  candor ${name} --out results/`)
      .action(async (options: { state: string; out: string }) => {
        const files = await exportResults(
          options.state,
          options.out,
          only,
          openProgress(process.stderr, () => performance.now()),
          settle,
        );
        for (const file of files) screen.line(toVisible(file));
      });
  addExport(
    'export',
    'write the newest version as files: exposure.jsonl, parties.csv, unresolved.jsonl, records.jsonl …',
    null,
  );
  addExport('records', 'write records.jsonl, with which anyone can recompute exposure.jsonl', 'records.jsonl');
}

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
    for (const line of wrap(whatToDo[reason] ?? addressToDo, screen.width, '    ')) screen.line(line);
  }
  const note =
    'Counts are distinct records; of addresses, copies. docs/formats/unresolved-jsonl.md says what each reason means.';
  screen.line();
  for (const line of wrap(note, screen.width)) screen.line(screen.dim(line));
}
