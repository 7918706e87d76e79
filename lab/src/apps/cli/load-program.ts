import type { Command } from 'commander';
import type { Screen } from '../terminal/screen.ts';
import { createProgram, finishProgram } from './create-program.ts';
import { addRunCommands } from './run-commands.ts';

/** Commands that work without the code of any other: half a second of what is often a short job. */
export const RUN_COMMANDS: ReadonlySet<string> = new Set(['init', 'check', 'run', 'demo', 'status']);

/** The command line for the command that was typed. Any other word, and none, gets all of it, to be helped by it. */
export async function loadProgram(screen: Screen, typed: string | undefined): Promise<Command> {
  if (typed === undefined || !RUN_COMMANDS.has(typed)) {
    const { buildProgram } = await import('./program.ts');
    return buildProgram(screen);
  }
  const program = createProgram(screen);
  addRunCommands(program, screen);
  finishProgram(program);
  return program;
}
