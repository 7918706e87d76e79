import { type Command, InvalidArgumentError, Option } from 'commander';
import { defaultState, type Screen, toJsonText } from './show/screen.ts';

export interface StateOption {
  readonly state: string;
  readonly json?: boolean;
}

/** An output file or folder: the command is refused before it starts if that is in evidence. */
export class WrittenOption extends Option {}

/** The state that a command reads. */
export function toStateOption(): Option {
  return new Option('--state <dir>', 'the state folder of the run').default(defaultState).env('CANDOR_STATE');
}

/** Every command that reads a state takes the same two options. */
export function withState(command: Command): Command {
  return command.addOption(toStateOption()).option('--json', 'print the result as JSON');
}

export function showJson(screen: Screen, value: unknown): void {
  screen.line(toJsonText(value, 2));
}

/** More reader processes than this only wait for the disk. */
const maxWorkers = 64;

export function parseWorkers(text: string): number {
  const workers = Number(text);
  if (!Number.isInteger(workers) || workers < 1 || workers > maxWorkers) {
    throw new InvalidArgumentError(`a whole number from 1 to ${maxWorkers} is needed`);
  }
  return workers;
}
