import { realpathSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** Now, as whole UTC seconds. Nothing that is exported may depend on it. */
export function now(): number {
  return Math.floor(Date.now() / 1000);
}

/** Now in milliseconds, to compare with times of files. */
export function nowMilliseconds(): number {
  return Date.now();
}

/** Waits for a time, or until the signal aborts. */
export async function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  try {
    await wait(milliseconds, undefined, signal === undefined ? {} : { signal });
  } catch (cause) {
    if (signal?.aborted !== true) throw cause;
  }
}

const ZONES = '/zoneinfo/';

/** The machine's time zone, for the record only: by TZ, else by the system's link. */
export function readTimeZone(): string {
  const { TZ } = process.env;
  if (TZ !== undefined && TZ !== '') return TZ;
  try {
    const place = realpathSync('/etc/localtime');
    const at = place.indexOf(ZONES);
    return at < 0 ? 'unknown' : place.slice(at + ZONES.length);
  } catch {
    return 'unknown';
  }
}
