import { KeyZoneRefusal } from '../protocol.ts';

/** @throws KeyZoneRefusal when nobody waits any more */
export function assertWaiting(signal: AbortSignal): void {
  if (signal.aborted) throw new KeyZoneRefusal('cancelled');
}
