import { KeyWorkerError } from '../../bridge/protocol.ts';

/** @throws KeyWorkerError when nobody waits any more */
export function assertNotCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new KeyWorkerError('cancelled');
}
