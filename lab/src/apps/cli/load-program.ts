import type { Command } from 'commander';
import type { WrittenPlace } from '../../commands/outside-evidence.ts';
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
  program.hook('preAction', (_, command) => refuseEvidence(command));
  return program;
}

/** `run` and `demo` know more than the state does, and look themselves. */
async function refuseEvidence(command: Command): Promise<void> {
  const { state, out, site } = command.opts<{ state?: string; out?: string; site?: string }>();
  const places: WrittenPlace[] = [];
  if (out !== undefined) places.push({ option: '--out', path: out });
  if (site !== undefined) places.push({ option: '--site', path: site });
  if (state === undefined || places.length === 0 || ['run', 'demo'].includes(command.name())) return;
  const { assertOutsideEvidenceOf } = await import('../../commands/outside-evidence.ts');
  await assertOutsideEvidenceOf(state, places);
}
