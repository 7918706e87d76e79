import { existsSync } from 'node:fs';
import { type Ending, runCli } from '../apps/cli-process.ts';

const LIBRARY = ['x86_64-linux-gnu', 'aarch64-linux-gnu']
  .map((machine) => `/usr/lib/${machine}/faketime/libfaketime.so.1`)
  .find((path) => existsSync(path));

/** Why no clock can be shifted here; null where one can. */
export const noShiftedClock: string | null = LIBRARY === undefined ? 'needs faketime (npm run services)' : null;

/**
 * A command in a process whose clock is so many seconds ahead or, below 0, behind. The machine's own is not touched.
 */
export function runShifted(seconds: number, args: readonly string[]): Promise<Ending> {
  if (LIBRARY === undefined) throw new Error('no clock can be shifted here');
  if (seconds === 0) return runCli(args);
  const shifted = `${seconds > 0 ? '+' : ''}${seconds}`;
  // Timers of the process run as always.
  return runCli(args, { env: { LD_PRELOAD: LIBRARY, FAKETIME: shifted, FAKETIME_DONT_FAKE_MONOTONIC: '1' } });
}
