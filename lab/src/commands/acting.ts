import { openStateForActing, type StateFolder } from '../adapters/state-folder.ts';

/**
 * Opens a state for one short act beside others, and closes it whatever happens.
 * @throws Refusal when there is none, or a run has it to itself.
 */
export async function inState<T>(statePath: string, work: (state: StateFolder) => Promise<T>): Promise<T> {
  const state = await openStateForActing(statePath);
  try {
    return await work(state);
  } finally {
    await state.close();
  }
}
