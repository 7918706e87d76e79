import { Option } from 'commander';
import { defaultState, type Screen, toJsonText } from './show/screen.ts';

/** An output file or folder: the command is refused before it starts if that is in evidence. */
export class WrittenOption extends Option {}

/** The state that a command reads. */
export function toStateOption(): Option {
  return new Option('--state <dir>', 'the state folder of the run').default(defaultState).env('CANDOR_STATE');
}

export function showJson(screen: Screen, value: unknown): void {
  screen.line(toJsonText(value, 2));
}
