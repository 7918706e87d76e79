import { setTimeout as wait } from 'node:timers/promises';

/** Waits; what else there is to do goes on. */
export async function pause(milliseconds: number): Promise<void> {
  await wait(milliseconds);
}
