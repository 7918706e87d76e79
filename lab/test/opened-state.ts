import {
  openStateForActing,
  openStateForChecking,
  openStateForReading,
  openStateForWriting,
  type StateFolder,
} from '../src/adapters/store/state-folder.ts';

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

/** The same as an operation that acts beside others. */
export const actingState = async <T>(path: string, work: Work<T>): Promise<T> =>
  close(await openStateForActing(path), work);

/** The same as an operation that reads in several steps. */
export const checkingState = async <T>(path: string, work: Work<T>): Promise<T> =>
  close(await openStateForChecking(path), work);

type Open = <T>(path: string, work: Work<T>) => Promise<T>;

/** A function of a state as one of its path. */
export const onPath =
  <Rest extends readonly unknown[], Result>(
    open: Open,
    work: (state: StateFolder, ...rest: Rest) => Promise<Result>,
  ): ((path: string, ...rest: Rest) => Promise<Result>) =>
  (path, ...rest) =>
    open(path, (state) => work(state, ...rest));
