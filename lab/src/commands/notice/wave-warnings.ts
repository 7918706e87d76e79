import type { Problem } from '@candor/core/base';
import { openStateForReading } from '../../adapters/state-folder.ts';
import type { Store } from '../../adapters/store.ts';
import { findVersion, type StoredVersion } from '../../exposure/store/version-store.ts';
import { requireWave } from '../../notice/store/wave-store.ts';
import { findContactWarnings } from './contact-warnings.ts';
import { findHoldWarnings } from './hold-warnings.ts';
import { findIntruderWarnings } from './intruder-warnings.ts';
import { findMisdirectedWarnings } from './misdirected-warnings.ts';
import { findMovedWarnings } from './moved-warnings.ts';
import { findWindowWarnings } from './window-warnings.ts';

/**
 * What a person must hear of a wave before it is approved: what makes its figures say less than is known, and whom it
 * goes to or keeps back in error.
 */
export async function findWaveWarnings(
  store: Store,
  wave: number,
  version: StoredVersion | null,
): Promise<readonly Problem[]> {
  if (version === null) return findMisdirectedWarnings(store, wave);
  return [
    ...(await findWindowWarnings(store, version)),
    ...(await findHoldWarnings(store, version.version)),
    ...(await findContactWarnings(store)),
    ...(await findMovedWarnings(store, version)),
    ...(await findMisdirectedWarnings(store, wave)),
    ...(await findIntruderWarnings(store, version, wave)),
  ];
}

/** The same, of a wave that was prepared. */
export async function readWaveWarnings(statePath: string, number: number | null): Promise<readonly Problem[]> {
  const state = await openStateForReading(statePath);
  try {
    const { id, version } = await requireWave(state.store, number);
    return await findWaveWarnings(state.store, id, await findVersion(state.store, version));
  } finally {
    await state.close();
  }
}
