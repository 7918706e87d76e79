import { openStateForReading, openStateForWriting, type StateFolder } from '../src/adapters/store/state-folder.ts';

type Work<T> = (state: StateFolder) => Promise<T>;

async function close<T>(state: StateFolder, work: Work<T>): Promise<T> {
  try {
    return await work(state);
  } finally {
    await state.close();
  }
}

/** Opens a state as an operation that reads does, and closes it. */
export const readingState = async <T>(path: string, work: Work<T>): Promise<T> =>
  close(await openStateForReading(path), work);

/** The same as an operation that nobody else may write beside. */
export const writingState = async <T>(path: string, work: Work<T>): Promise<T> =>
  close(await openStateForWriting(path), work);
