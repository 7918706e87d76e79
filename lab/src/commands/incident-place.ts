import { dirname } from 'node:path';
import { Refusal } from '@candor/core/base';
import type { Incident } from '@candor/core/evidence/incident';
import { readIncidentOnce } from '../adapters/incident-reading.ts';
import type { StateFolder } from '../adapters/state-folder.ts';
import { readFact } from '../adapters/store/state-fact.ts';
import type { StoredVersion } from '../exposure/store/version-store.ts';

/** The folder that the paths of the incident file are relative to, as the newest run was told. */
export async function findIncidentFolder(state: StateFolder): Promise<string> {
  const file = await readFact(state.store, 'incident-file');
  if (file === null)
    throw new Refusal('no-incident', [
      `${state.path}: this state does not say where its incident file is; run \`candor run\` again`,
    ]);
  return dirname(file);
}

/** The incident as it was when a version was judged. */
export function toIncidentOf(version: StoredVersion): Incident {
  const { incident } = readIncidentOnce(version.inputs.incidentText, 'incident.yaml');
  if (incident === null) throw new Error('the incident file that was kept with the version is not valid');
  return incident;
}
