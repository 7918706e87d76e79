import { formatAmount } from '@candor/core/base';
import type { Command } from 'commander';
import { readCustody } from '../../commands/evidence/list-evidence.ts';
import { takeLostFiles } from '../../commands/evidence/list-lost.ts';
import { verifyEvidence } from '../../commands/evidence/verify-evidence.ts';
import { toIncidentOf } from '../../commands/incident-place.ts';
import { withLastVersion } from '../../commands/open-version.ts';
import { openProgress } from '../terminal/live-progress.ts';
import { formatBytes } from '../terminal/number.ts';
import { type Screen, toColumns, toRows, toVisible, wrap } from '../terminal/screen.ts';
import { showLostFiles } from '../terminal/show-lost.ts';
import { showVerifiedEvidence } from '../terminal/show-verified-evidence.ts';
import { showJsonList } from './json-list.ts';
import { type StateOption, showJson, withState } from './options.ts';

const group = 'Evidence: what was read';
/** Evidence is not as it was: something needs a person. */
const exitChanged = 3;

/** Hexadecimal digits of a SHA-256, and those that are shown where the screen is too narrow for all. */
const wholeDigits = 64;
const firstDigits = 16;

export function addEvidenceCommands(program: Command, screen: Screen): void {
  const evidence = program
    .command('evidence')
    .helpGroup(group)
    .description('the custody record: list what was read, prove that it is unchanged, list what is missing')
    .addHelpText('after', '\nExamples\n  candor evidence list\n  candor evidence verify\n  candor evidence lost');
  evidence.exitOverride();

  withState(
    evidence
      .command('list')
      .description('every file with format, size and SHA-256')
      .addHelpText('after', '\nExamples\n  candor evidence list\n  candor evidence list --json'),
  ).action(async (options: StateOption) => {
    const custody = await withLastVersion(options.state, (state, last) => readCustody(state.store, toIncidentOf(last)));
    if (options.json === true) return showJson(screen, custody);
    const toTable = (digits: number) =>
      custody.map(({ sha256, size, format, path }) => [
        sha256?.slice(0, digits) ?? 'never read',
        formatBytes(size),
        format,
        toVisible(path),
      ]);
    const whole = toColumns(toTable(wholeDigits), [1]);
    const fits = whole.every((line) => line.length <= screen.width);
    for (const line of fits ? whole : toRows(toTable(firstDigits), screen.width, [1])) screen.line(line);
    const differing = custody.filter((entry) => entry.asAcquired === false);
    for (const { path, acquired } of differing) {
      const said = `${toVisible(path)} differs from what the incident file says was acquired:${acquired?.sha256}`;
      for (const line of wrap(said, screen.width)) screen.line(screen.strong(line));
    }
    screen.line();
    const column = fits ? 'The first column is' : 'The first column is the beginning (--json has all) of';
    const foot = `${formatAmount(custody.length, 'file')}. ${column} its SHA-256, as \`sha256sum\` prints it.`;
    for (const line of wrap(foot, screen.width)) screen.line(line);
  });

  withState(
    evidence
      .command('lost')
      .description('files that earlier exposures were judged from and the newest run did not find unchanged')
      .addHelpText('after', '\nExamples\n  candor evidence lost\n  candor evidence lost --json'),
  ).action(async (options: StateOption) => {
    await takeLostFiles(options.state, (files) =>
      options.json === true ? showJsonList(screen, files) : showLostFiles(screen, files),
    );
  });

  withState(
    evidence
      .command('verify')
      .description('digest every file again and list what was changed or added')
      .addHelpText('after', '\nExample\n  candor evidence verify --state evidence/.candor'),
  ).action(async (options: StateOption) => {
    const result = await verifyEvidence(
      options.state,
      openProgress(process.stderr, () => performance.now()),
    );
    if (result.changed.length > 0) process.exitCode = exitChanged;
    if (options.json === true) return showJson(screen, result);
    showVerifiedEvidence(screen, result);
  });
}
