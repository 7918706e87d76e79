import type { Command } from 'commander';
import type { Screen } from '../terminal/screen.ts';
import { COMMAND_GROUPS } from './command-groups.ts';
import { createProgram, finishProgram } from './create-program.ts';

/**
 * The command line for the command that was typed: it parses, calls one command each, and shows the result. Any other word, and none, gets all of it, to
 * be helped by it.
 */
export async function loadProgram(screen: Screen, typed: string | undefined): Promise<Command> {
  const program = createProgram(screen);
  const group = COMMAND_GROUPS.find(({ words }) => typed !== undefined && words.includes(typed));
  for (const one of group === undefined ? COMMAND_GROUPS : [group]) await one.add(program, screen);
  finishProgram(program);
  return program;
}
