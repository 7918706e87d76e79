import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { COMMAND_GROUPS } from '../../../src/apps/cli/command-groups.ts';
import { loadProgram } from '../../../src/apps/cli/load-program.ts';
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

test('any other word gets the whole command line', async () => {
  const whole = COMMAND_GROUPS.flatMap(({ words }) => words);
  expect(new Set(whole).size).toBe(whole.length);
  for (const typed of [undefined, 'runn', '--help', 'help', '--version', '']) {
    expect(namesOf(await loadProgram(screen, typed))).toEqual(whole);
  }
});
