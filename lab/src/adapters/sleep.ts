import { setTimeout as wait } from 'node:timers/promises';

/** Waits, or until the signal says so; what else there is to do goes on. */
export async function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  try {
    await wait(milliseconds, undefined, signal === undefined ? {} : { signal });
  } catch (cause) {
    if (signal?.aborted !== true) throw cause;
  }
}
