import type { Command } from 'commander';
import { describe, expect, test, vi } from 'vitest';
import { fitHelp } from '../../../src/apps/cli/fit-help.ts';
import { loadProgram } from '../../../src/apps/cli/load-program.ts';
import { openScreen } from '../../../src/apps/cli/show/screen.ts';

const program = await loadProgram(openScreen(process.stdout, {}), undefined);

function listCommands(command: Command, path: string): [string, Command][] {
  return [[path, command], ...command.commands.flatMap((one) => listCommands(one, `${path} ${one.name()}`))];
}

function helpOf(command: Command, width: number): string {
  let text = '';
  command.configureOutput({
    writeOut: (more) => {
      text += fitHelp(more, width);
    },
    getOutHelpWidth: () => width,
  });
  command.outputHelp();
  return text;
}

const commands = listCommands(program, 'candor');

describe('help', () => {
  test.each(commands)('of `%s` fits into 80 columns, except commands to copy', (_, command) => {
    const wide = helpOf(command, 80)
      .split('\n')
      .filter((line) => line.length > 80);
    expect(wide.filter((line) => !/^ {2}candor \S+ .*[^ ]$/.test(line) || / {2,}\S/.test(line.trimStart()))).toEqual(
      [],
    );
  });

  const typed = commands.filter(([, command]) => command.commands.length === 0);
  test.each(typed)('of `%s` has an example', (path, command) => {
    const [, examples = ''] = /\nExamples?\n(.*)/s.exec(helpOf(command, 80)) ?? [];
    // A group's default command is typed without its own name.
    const shorter = path.replace(/ (?:show|list)$/, '');
    expect(
      examples.split('\n').some((line) => `${line} `.startsWith(`  ${path} `) || line.startsWith(`  ${shorter}`)),
    ).toBe(true);
  });

  const groups = commands.filter(([path, command]) => path !== 'candor' && command.commands.length > 0);
  test.each(groups)('of `%s`, a group, has examples of its commands', (path, command) => {
    const [, examples = ''] = /\nExamples?\n(.*)/s.exec(helpOf(command, 80)) ?? [];
    expect(examples.split('\n').some((line) => line.startsWith(`  ${path} `))).toBe(true);
  });

  test('moves text beside an example below it, and keeps a two-column layout', () => {
    expect(fitHelp(`Examples\n  candor one --option ${'x'.repeat(40)}    what it does`, 60)).toBe(
      `Examples\n  candor one --option ${'x'.repeat(40)}\n      what it does`,
    );
    expect(fitHelp('4. one two three four five six seven eight', 40)).toBe(
      '4. one two three four five six seven\n   eight',
    );
    expect(fitHelp('Words   one two three four five six seven eight', 40)).toBe(
      'Words   one two three four five six\n        seven eight',
    );
  });
});

test('a group typed alone has fitting help with examples; an error stays one line', async () => {
  const narrow = await loadProgram({ ...openScreen(process.stdout, {}), width: 60 }, 'notice');
  const shown = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const typed = (...words: readonly string[]) => {
    shown.mockClear();
    expect(() => narrow.parse(['node', 'candor', 'notice', ...words])).toThrow();
    return shown.mock.calls
      .map(([text]) => String(text))
      .join('')
      .split('\n');
  };
  try {
    const lines = typed();
    expect(lines[0]).toBe('Usage: candor notice [options] [command]');
    expect(lines.filter((line) => line.length > 60 && !line.startsWith('  candor '))).toEqual([]);
    expect(lines).toContain('      and a second operator');
    expect(typed('status', `--${'long'.repeat(20)}`)[0]).toHaveLength(`unknown option '--'`.length + 80);
    expect(typed('gate', '--wait', 'some words that are no number of seconds at all, and many')[0]).toContain(
      'and many',
    );
  } finally {
    shown.mockRestore();
  }
});

test.each(commands)('text below the examples of `%s` is only wrapped by the screen', (_, command) => {
  const [, examples = ''] = /\nExamples?\n(.*?)(?:\nExit codes\n.*)?$/s.exec(helpOf(command, 1000)) ?? [];
  expect(examples).not.toMatch(/^\S.*\n\S/m);
});

test('explain mentions both a copy and a mailbox', () => {
  const errors: string[] = [];
  const [, explain] = commands.find(([path]) => path === 'candor explain') ?? [];
  explain?.configureOutput({ writeErr: (text) => errors.push(text) });
  return expect(program.parseAsync(['node', 'candor', 'explain', 'a.1', '--mailbox', 'keeper']))
    .rejects.toThrow('a copy or a mailbox')
    .finally(() => expect(errors.join('')).toContain('candor explain --help'));
});

test('a mistyped command points to its own help', () => {
  const errors: string[] = [];
  const [, list] = commands.find(([path]) => path === 'candor evidence list') ?? [];
  list?.configureOutput({ writeErr: (text) => errors.push(text) });
  expect(() => program.parse(['node', 'candor', 'evidence', 'list', '--nonsense'])).toThrow();
  expect(errors.join('')).toMatch(
    /^unknown option '--nonsense'\n\(candor evidence list --help shows how it is typed\)\n$/,
  );
});
