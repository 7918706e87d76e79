import { statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { formatAmount, formatSpan, quoteForShell, toShownPlace } from '@candor/core/base';
import type { Command } from 'commander';
import { groupProblems } from '../../commands/collect-needs.ts';
import { checkIncident, type IncidentCheck } from '../../commands/evidence/check-incident.ts';
import { initIncident } from '../../commands/evidence/init-incident.ts';
import { prepareDemo } from '../../commands/prepare-demo.ts';
import { readAlerts, readStatus, type ShownAlerts } from '../../commands/read-status.ts';
import { runIncident } from '../../commands/run-incident.ts';
import { findWall, sayWall, toWallWords } from '../../evidence/wall/index.ts';
import { interest } from '../../operations/exposure.ts';
import { callOperation } from '../../operations/operation.ts';
import { toCaller } from './command-entry.ts';
import { type DecidingOptions, toDecidedBy, withOptionalDeciding } from './deciding.ts';
import { parseWorkers, type StateOption, showJson, WrittenOption, withState } from './options.ts';
import { openProgress } from './show/live-progress.ts';
import { defaultState, type Screen, toRows, toVisible, wrap } from './show/screen.ts';
import { showProblemGroups } from './show/show-problems.ts';
import { showAcceptedNowhere, showRun } from './show/show-run.ts';

/** Longer lines are hard to read, however wide the terminal is. */
const longestLine = 100;

const indent = '  ';

const group = 'Whole incident';
/** With --strict, while there is an unaccepted problem. Gaps and alerts are not problems but facts of the evidence. */
const exitNeedsPerson = 3;

interface RunOptions extends Partial<DecidingOptions> {
  readonly state?: string;
  readonly out?: string;
  readonly workers: number;
  readonly json?: boolean;
  readonly strict?: boolean;
  readonly accept: readonly string[];
}

export function addRunCommands(program: Command, screen: Screen): void {
  program
    .command('init')
    .helpGroup(group)
    .description('write a commented incident.yaml from the mailboxes, folder lists and logs that a folder holds')
    .argument('<folder>', 'the folder with the evidence')
    .option('--json', 'print what was found as JSON')
    .addHelpText('after', '\nExample\n  candor init evidence/ && candor check evidence/incident.yaml')
    .action(async (folder: string, options: { json?: boolean }) => {
      const found = await initIncident(
        folder,
        openProgress(process.stderr, () => performance.now()),
      );
      if (options.json === true) return showJson(screen, found);
      screen.line(`${toVisible(found.file)} written: ${toExtent(found)}.`);
      for (const note of found.notes) screen.line(`  ${toVisible(note)}`);
      screen.line('Fill in what is marked TO FILL IN, then:');
      screen.line(`  ${screen.typed(`candor check ${toVisible(quoteForShell(found.file))}`)}`);
    });

  program
    .command('check')
    .helpGroup(group)
    .description('report all problems of an incident file and the files it names, with line numbers')
    .argument('<incident>', 'incident.yaml, or the folder that holds it', toIncidentFile)
    .option('--strict', 'exit with 3 while something needs a person')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', '\nExample\n  candor check evidence/incident.yaml')
    .action(async (incident: string, options: { json?: boolean; strict?: boolean }) => {
      const checked = checkIncident(incident);
      const check = { ...checked, wall: toWallWords(sayWall((await findWall()).trial)) };
      if (options.strict === true && check.warnings.some(({ weight }) => weight === 'person'))
        process.exitCode = exitNeedsPerson;
      if (options.json === true) return showJson(screen, check);
      showCheck(screen, check, incident);
    });

  const addRunOptions = (command: Command, where: string) =>
    withOptionalDeciding(command, 'with --accept')
      .addOption(
        new WrittenOption('--state <dir>', `the state folder (default: ${defaultState} ${where})`).env('CANDOR_STATE'),
      )
      .addOption(
        new WrittenOption(
          '--out <dir>',
          'write exposure.jsonl, parties.csv, unresolved.jsonl, records.jsonl, summary.json, problems.jsonl, custody.csv',
        ),
      )
      .option('--workers <number>', 'reader processes at once', parseWorkers, 2)
      .option('--strict', 'exit with 3 while there is a problem that nobody has accepted')
      .option('--accept <place>', 'a problem that a person has looked at (again for more)', collect, [])
      .option('--json', 'print the summary as JSON');

  addRunOptions(
    program
      .command('run')
      .helpGroup(group)
      .description('read the evidence, judge every copy, find the parties; run again to continue or to add evidence')
      .argument('<incident>', 'incident.yaml, or the folder that holds it', toIncidentFile),
    'beside the incident file',
  )
    .addHelpText(
      'after',
      '\nExamples\n  candor run incident.yaml\n  candor run incident.yaml --out results/ --workers 4\n  candor run incident.yaml --strict --accept audit/purview.csv:418 --why "the provider confirmed it"',
    )
    .action(async (incident: string, options: RunOptions) => {
      await run(screen, incident, { ...options, state: options.state ?? join(dirname(incident), '.candor') });
    });

  addRunOptions(
    program.command('start').helpGroup(group).description('run the bundled fictional incident, Harbor Energy'),
    'in this folder',
  )
    .option('--once', 'run and end')
    .addHelpText('after', '\nExample\n  candor start --out results/')
    .action(async (options: RunOptions) => {
      const incident = prepareDemo();
      await run(screen, incident, { ...options, state: options.state ?? defaultState, isStory: true });
    });

  withState(
    program
      .command('status')
      .helpGroup(group)
      .description("the last run's figures, and what needs you")
      .option('--problems', 'show the problems of the run instead, grouped by cause')
      .option(
        '--alerts',
        "show alerts instead: is the intruder still there, and which sessions look like the intruder's",
      )
      .addHelpText('after', '\nExamples\n  candor status\n  candor status --problems\n  candor status --alerts'),
  ).action(async (options: StateOption & { problems?: boolean; alerts?: boolean }) => {
    if (options.alerts === true) {
      const alerts = await readAlerts(options.state);
      if (options.json === true) return showJson(screen, alerts);
      return showAlerts(screen, alerts);
    }
    const status = await readStatus(options.state);
    if (options.problems === true) {
      if (options.json === true) return showJson(screen, status.problems);
      return showProblemGroups(screen, groupProblems(status.problems), options.state);
    }
    if (options.json === true) return showJson(screen, status.summary);
    showRun(screen, status.summary, {
      state: options.state,
      out: null,
      canTell: status.canTell,
      isLookedAt: status.isLookedAt,
      run: status.run,
    });
  });
}

interface WholeRun extends RunOptions {
  readonly state: string;
  /** Shows what the intruder did, as the bundled incident does. */
  readonly isStory?: boolean;
}

async function run(screen: Screen, incident: string, options: WholeRun): Promise<void> {
  const progress = openProgress(process.stderr, () => performance.now());
  const summary = await runIncident({
    incident,
    state: options.state,
    out: options.out ?? null,
    workers: options.workers,
    accept: options.accept,
    ...(options.why === undefined ? {} : { accepting: toDecidedBy({ ...options, why: options.why }) }),
    progress,
  });
  const { canTell, isLookedAt, problems, summary: standing } = await readStatus(options.state);
  const places = new Set(problems.map(({ place }) => place));
  const acceptedNowhere = options.accept.filter((place) => !places.has(place));
  if (options.json === true) showJson(screen, acceptedNowhere.length === 0 ? summary : { ...summary, acceptedNowhere });
  else {
    const state = toShortPath(options.state);
    const told =
      options.isStory === true
        ? { story: await callOperation(interest, options.state, toCaller({}, screen), {}, ({ visits }) => visits) }
        : {};
    // What waits elsewhere, such as notices, needs a person as much as what the run found.
    showRun(screen, standing, { state, out: options.out ?? null, canTell, isLookedAt, ...told });
    showAcceptedNowhere(screen, acceptedNowhere, state);
  }
  if (options.strict === true && summary.needs.some(({ kind }) => kind === 'problem'))
    process.exitCode = exitNeedsPerson;
}

function toExtent(found: { readonly mailboxes: number; readonly accessFiles: number }): string {
  return `${formatAmount(found.mailboxes, 'mailbox', 'mailboxes')}, ${formatAmount(found.accessFiles, 'access file')}`;
}

/** A folder stands for the incident file that `candor init` writes into it. */
function toIncidentFile(path: string): string {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? join(path, 'incident.yaml') : path;
}

/** Relative to the current folder when that is shorter. */
function toShortPath(path: string): string {
  const near = relative(process.cwd(), path);
  return near.length < path.length ? near : path;
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

/** What is wrong, each with its line and how to fix it; then whether the file can be run. */
function showCheck(screen: Screen, check: IncidentCheck & { readonly wall: string }, incident: string): void {
  const width = Math.min(longestLine, screen.width);
  const needed = check.warnings.filter(({ weight }) => weight === 'person').length;
  for (const { place, text, weight } of check.warnings) {
    const [first = '', ...rest] = wrap(toVisible(`${toShownPlace(place)}: ${text}`), width, indent);
    const shown = first.trimStart();
    screen.line(weight === 'person' ? screen.strong(shown) : screen.warn(shown));
    for (const line of rest) screen.line(line);
  }
  if (check.warnings.length > 0) screen.line();
  const extent = `${formatAmount(check.mailboxes, 'mailbox', 'mailboxes')}, ${formatAmount(check.accessFiles, 'access file')}`;
  const valid = `${toVisible(check.organization)} · ${toVisible(check.incident)}: the file is valid (${extent})`;
  const end = needed === 0 ? '.' : `, but ${formatAmount(needed, 'item needs', 'items need')} your attention first.`;
  for (const line of wrap(`${valid}${end}`, width)) screen.line(line);
  if (!check.isWhole)
    for (const line of wrap(
      'Only the first megabyte of each file was checked: `candor run` compares the indicators with all of it.',
      width,
    ))
      screen.line(line);
  for (const line of wrap(toSentence(check.wall), width)) screen.line(line);
  screen.line(`Next  ${screen.typed(`candor run ${toVisible(quoteForShell(incident))}`)}`);
}

const toSentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

/** Signs of an intruder still present, and sessions to decide on. */
export function showAlerts(screen: Screen, alerts: ShownAlerts): void {
  const { afterContainment, afterContainmentCount, fresh, suggestedSessions } = alerts;
  screen.line(screen.bold("The intruder's records after containment"));
  if (afterContainmentCount === 0) screen.line('  none');
  const records = afterContainment.map((record) => [
    record.time,
    record.labelRule,
    toVisible(record.operation),
    toVisible(record.sources.join(', ')),
  ]);
  for (const line of toRows(records, screen.width - 2)) screen.line(`  ${line}`);
  const left = afterContainmentCount - afterContainment.length;
  if (left > 0) screen.line(screen.dim(`  ${formatAmount(left, 'more', 'more')}: records.jsonl has all.`));
  showNames(screen, 'Mailboxes reached since the previous version', fresh.mailboxes);
  showNames(screen, "New sessions at the intruder's addresses since the previous version", fresh.sessions);
  if (suggestedSessions.length === 0) return;
  screen.line();
  screen.line(screen.bold("Sessions at the intruder's addresses that nobody listed"));
  const sessions = suggestedSessions.map(({ session, records: count, address, first, last }) => [
    toVisible(session),
    formatAmount(count, 'record'),
    toVisible(address),
    formatSpan(first, last),
  ]);
  for (const line of toRows(sessions, screen.width - 2)) screen.line(`  ${line}`);
  const mend =
    "Candor applies none of them. Add the intruder's sessions to intruder.sessions in the incident file, and run again.";
  for (const line of wrap(mend, screen.width - 2, '  ')) screen.line(screen.dim(line));
}

function showNames(screen: Screen, title: string, names: readonly string[]): void {
  if (names.length === 0) return;
  screen.line();
  screen.line(screen.bold(title));
  for (const name of names) screen.line(`  ${toVisible(name)}`);
}
