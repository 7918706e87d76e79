import { Refusal } from '@candor/core/base';
import type { StoredWave } from '../store/wave-store.ts';

/** Paper is a way out like any other. @throws Refusal for a wave that two people have not approved. */
export function assertPrintable({ id, entry, state }: Pick<StoredWave, 'id' | 'entry' | 'state'>): void {
  if (entry !== null && state !== 'paused') return;
  throw new Refusal('not-approved', [`wave ${id} is ${state}; only letters of an approved wave can be printed`]);
}
