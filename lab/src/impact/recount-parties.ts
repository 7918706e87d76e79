import { readIncident } from '@candor/core/evidence';
import { toFolderKey } from '@candor/core/exposure';
import { applyCuration, createDraftTest, type ImpactResult } from '@candor/core/impact';
import type { Store } from '../adapters/store.ts';
import type { StoredVersion } from '../exposure/exposure-store.ts';
import { countImpact } from './count-impact.ts';
import { readCuration } from './curation-store.ts';
import { readImpactInputs } from './impact-inputs.ts';

/** Counts the parties of a complete version again, after a person curated them. */
export async function recountParties(store: Store, version: StoredVersion): Promise<ImpactResult> {
  const { incident } = readIncident(version.inputs.incidentText, 'incident.yaml');
  if (incident === null) throw new Error('the incident file kept with the version is not valid');
  const { reference, directory, folderLists } = readImpactInputs(incident, version.inputs);
  return countImpact(store, {
    incident,
    version: version.version,
    directory,
    reference,
    curation: applyCuration(await readCuration(store)),
    isDraft: createDraftTest(folderLists, toFolderKey),
    onCopies: () => undefined,
  });
}
