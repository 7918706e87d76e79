import { createInterface } from 'node:readline/promises';
import { toVisible } from '@candor/core/base';
import type { FoundState } from '../../../commands/find-state.ts';

/** Asks on the terminal which incident is meant; null where the answer is none of the numbers. */
export async function askForState(states: readonly FoundState[]): Promise<FoundState | null> {
  const lines = states.map(({ incident, state }, at) => `  ${at + 1}  ${toVisible(`${incident ?? '–'} (${state})`)}`);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const typed = await terminal.question(`Which incident?\n${lines.join('\n')}\nNumber: `);
    return states[Number(typed.trim()) - 1] ?? null;
  } finally {
    terminal.close();
  }
}
