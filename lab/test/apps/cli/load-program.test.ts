import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { loadProgram, RUN_COMMANDS } from '../../../src/apps/cli/load-program.ts';
import { openScreen } from '../../../src/apps/terminal/screen.ts';

const screen = openScreen(process.stdout, {});
const namesOf = (program: Command) => program.commands.map((command) => command.name());
const find = (program: Command, name: string) => program.commands.find((command) => command.name() === name);

test('a command that is loaded alone is the same as among all others', async () => {
  const whole = await loadProgram(screen, undefined);
  for (const name of RUN_COMMANDS) {
    const alone = await loadProgram(screen, name);
    expect(namesOf(alone).length).toBeLessThan(namesOf(whole).length);
    expect(find(alone, name)?.helpInformation()).toBe(find(whole, name)?.helpInformation());
    expect(find(alone, name)?.helpInformation()).toContain(`candor ${name}`);
  }
});

test('any other word gets the whole command line', async () => {
  const whole = namesOf(await loadProgram(screen, undefined));
  for (const typed of ['parties', 'runn', '--help', 'help', '--version', '']) {
    expect(namesOf(await loadProgram(screen, typed))).toEqual(whole);
  }
});
