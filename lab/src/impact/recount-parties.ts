import type { ImpactResult } from '@candor/core/impact';
import { applyCuration, type CurationOperation } from '@candor/core/impact/curation';
import { readIncidentOnce } from '../adapters/incident-reading.ts';
import type { Store } from '../adapters/store.ts';
import type { StoredVersion } from '../exposure/store/version-store.ts';
import { type CountedImpact, countImpact, tallyImpact } from './count-impact.ts';
import { readImpactInputs } from './impact-inputs.ts';
import { appendCuration, readCuration } from './store/curation-store.ts';

/**
 * Counts the parties of a complete version again with what a person decides now, and records it: both or neither, so
 * that a process that is killed leaves no figures without their reason.
 */
export async function recountParties(
  store: Store,
  version: StoredVersion,
  before: readonly CurationOperation[],
  next: CurationOperation,
): Promise<ImpactResult> {
  return countImpact(store, {
    ...toCounted(version, [...before, next]),
    together: () => appendCuration(store, next),
  });
}

/** The same with what was decided up to now, and nothing is kept. */
export async function tallyVersion(store: Store, version: StoredVersion): Promise<ImpactResult> {
  return tallyImpact(store, toCounted(version, await readCuration(store)));
}

function toCounted(version: StoredVersion, operations: readonly CurationOperation[]): CountedImpact {
  const { incident } = readIncidentOnce(version.inputs.incidentText, 'incident.yaml');
  if (incident === null) throw new Error('the incident file kept with the version is not valid');
  const { reference, directory, folderLists } = readImpactInputs(incident, version.inputs);
  return {
    incident,
    version: version.version,
    directory,
    reference,
    curation: applyCuration(operations),
    folderLists,
    onCopies: () => undefined,
  };
}
