import { Refusal } from '@candor/core/base';
import type { Command } from 'commander';
import type { WrittenPlace } from '../../commands/outside-evidence.ts';
import { COMMAND_GROUPS } from './command-groups.ts';
import { createProgram, finishProgram } from './create-program.ts';
import { WrittenOption } from './options.ts';
import { defaultState, type Screen, toVisible } from './show/screen.ts';

/**
 * The command line for the typed command: it parses, calls one command, and shows the result. Any other word, or none,
 * loads everything for help.
 */
export async function loadProgram(screen: Screen, typed: string | undefined): Promise<Command> {
  const program = createProgram(screen);
  const loadWhole = (): Promise<Command> => loadProgram(screen, undefined);
  const group = COMMAND_GROUPS.find(({ words }) => typed !== undefined && words.includes(typed));
  for (const one of group === undefined ? COMMAND_GROUPS : [group])
    for (const add of await one.load(loadWhole)) add(program, screen);
  finishProgram(screen, program);
  program.hook('preAction', (_, command) => chooseState(screen, command));
  program.hook('preAction', (_, command) => refuseEvidence(command));
  return program;
}

/** Where nobody names a state, it is looked for beside the incident files; another one than usual is named. */
async function chooseState(screen: Screen, command: Command): Promise<void> {
  if (command.getOptionValueSource('state') !== 'default') return;
  const { findMeantState } = await import('../../commands/find-state.ts');
  const { askForState } = await import('./show/ask-for-state.ts');
  const canAsk = screen.isTerminal && process.stdin.isTTY === true && !process.argv.includes('--json');
  const said = await findMeantState('.', canAsk ? askForState : null);
  if (said === null || said.value.state === defaultState) return;
  command.setOptionValueWithSource('state', said.value.state, 'implied');
  process.stderr.write(`${toVisible(`${said.value.incident ?? 'incident'} (${said.value.state})`)}\n`);
}

/**
 * `run` and `start` know more than the state does, and look themselves. A command that needs no state is held to the
 * one where it is typed.
 */
async function refuseEvidence(command: Command): Promise<void> {
  const places = listWritten(command);
  if (places.length === 0 || ['run', 'start'].includes(command.name())) return;
  const { assertOutsideEvidenceOf, assertOutsideMaildirs } = await import('../../commands/outside-evidence.ts');
  assertOutsideMaildirs(places);
  const { state } = command.opts<{ state?: string }>();
  try {
    await assertOutsideEvidenceOf(state ?? defaultState, places);
  } catch (cause) {
    // An unreadable default state stops nothing.
    if (state !== undefined || (cause instanceof Refusal && cause.code === 'inside-evidence')) throw cause;
  }
}

function listWritten(command: Command): WrittenPlace[] {
  return command.options.flatMap((option) => {
    const path: unknown = command.getOptionValue(option.attributeName());
    if (!(option instanceof WrittenOption) || typeof path !== 'string') return [];
    return [{ option: option.long ?? option.flags, path, is: option.flags.includes('<file>') ? 'file' : 'folder' }];
  });
}
