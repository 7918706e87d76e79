import { dirname } from 'node:path';
import { Refusal } from '@candor/core/base';
import type { Incident } from '@candor/core/incident';
import { readFact } from '../../adapters/store/state-fact.ts';
import { openStateForReading } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import type { StoredVersion } from '../../exposure/store/version-store.ts';
import { loadIncidentNow } from '../../notice/index.ts';
import { toIncidentOf } from '../load-incident.ts';

/**
 * The incident file as it is now, or, while it cannot be read, as the newest exposure was judged from it: that nothing
 * can be judged is what an alert is about.
 * @throws Refusal where there is neither, or the file is that of a copied folder's original.
 */
export async function loadWatchedIncident(
  store: Store,
  last: StoredVersion | null,
): Promise<{ readonly incident: Incident; readonly folder: string }> {
  try {
    return await loadIncidentNow(store);
  } catch (cause) {
    const file = await readFact(store, 'incident-file');
    if (!(cause instanceof Refusal) || last === null || file === null || cause.code === 'copied-incident') throw cause;
    return { incident: toIncidentOf(last), folder: dirname(file) };
  }
}

/**
 * The state of a copied folder names the original's incident file. Other faults of that file are for others to find.
 * @throws Refusal
 */
export async function assertNotCopied(statePath: string): Promise<void> {
  const state = await openStateForReading(statePath);
  try {
    await loadIncidentNow(state.store);
  } catch (cause) {
    if (!(cause instanceof Refusal) || cause.code === 'copied-incident') throw cause;
  } finally {
    await state.close();
  }
}
