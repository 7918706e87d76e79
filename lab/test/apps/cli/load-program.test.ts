import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { COMMAND_GROUPS } from '../../../src/apps/cli/command-groups.ts';
import { loadProgram } from '../../../src/apps/cli/load-program.ts';
import { WrittenOption } from '../../../src/apps/cli/options.ts';
import { openScreen } from '../../../src/apps/terminal/screen.ts';

const screen = openScreen(process.stdout, {});
const namesOf = (program: Command) => program.commands.map((command) => command.name());
const find = (program: Command, name: string) => program.commands.find((command) => command.name() === name);

test('a command that is loaded alone, with those of its group, is the same as among all others', async () => {
  const whole = await loadProgram(screen, undefined);
  for (const { words } of COMMAND_GROUPS) {
    for (const name of words) {
      const alone = await loadProgram(screen, name);
      expect(namesOf(alone)).toEqual(words);
      expect(find(alone, name)?.helpInformation()).toBe(find(whole, name)?.helpInformation());
      expect(find(alone, name)?.helpInformation()).toContain(`candor ${name}`);
    }
  }
});

test('help shows the commands in the order of the six stages', async () => {
  const groups = (await loadProgram(screen, undefined)).commands.map((command) => command.helpGroup().split(':')[0]);
  const stages = ['Evidence', 'Exposure', 'Impact', 'Notice', 'Review', 'Transparency'];
  expect([...new Set(groups)]).toEqual(['Whole incident', ...stages]);
  // And no stage is left and come back to: help would show it where it began.
  expect(groups).toEqual([...groups].sort((a, b) => stages.indexOf(a ?? '') - stages.indexOf(b ?? '')));
});

/** Options with a file or folder that is read, and never written. */
const READ = [
  /--(?:passphrase-file|checkpoint|proof|openings|findings) /,
  // The state is made by `run` and `demo` alone.
  /^(?!(?:run|demo) ).*--state /,
  /^(?!operator add |enroll |enquire ).*--key /,
  /^log verify --site /,
];

test('every option that names a file or folder is held outside of evidence, or is one that is only read', async () => {
  const held: string[] = [];
  const visit = (command: Command, words: string): void => {
    for (const option of command.options) {
      const name = `${words}${option.flags}`;
      if (!/<(?:file|dir|folder|path)/.test(option.flags) || name.includes('<file:line>')) continue;
      const isRead = READ.some((one) => one.test(name));
      expect([name, option instanceof WrittenOption]).toEqual([name, !isRead]);
      if (!isRead) held.push(name);
    }
    for (const one of command.commands) visit(one, `${words}${one.name()} `);
  };
  visit(await loadProgram(screen, undefined), '');
  expect(held).toContain('operator add --key <file>');
  expect(held).toContain('log verify --save <file>');
});

test('help and README name every exit code', async () => {
  const readme = readFileSync(new URL('../../../../README.md', import.meta.url), 'utf8');
  let help = '';
  const whole = await loadProgram(screen, undefined);
  whole.configureOutput({
    writeOut: (text) => {
      help += text;
    },
  });
  whole.outputHelp();
  for (const code of [0, 1, 2, 3, 130]) {
    expect(help).toMatch(new RegExp(`^ +${code}  \\S`, 'm'));
    expect(readme).toContain(`\n| ${code} | `);
  }
  // Whatever else exits with 3 says so here: the README and the help are where people look.
  for (const command of [
    'run --strict',
    'evidence verify',
    'log verify',
    'log fsck',
    'site check',
    'figures verify',
    'notice gate',
    'release prepare',
    'portal pull',
  ]) {
    expect(help.replaceAll(/\s+/g, ' ')).toContain(command);
    expect(readme).toContain(`\`${command}`);
  }
});

test('any other word gets the whole command line', async () => {
  const whole = COMMAND_GROUPS.flatMap(({ words }) => words);
  expect(new Set(whole).size).toBe(whole.length);
  for (const typed of [undefined, 'runn', '--help', 'help', '--version', '']) {
    expect(namesOf(await loadProgram(screen, typed))).toEqual(whole);
  }
});
