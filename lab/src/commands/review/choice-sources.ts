import { listReached } from '../../exposure/index.ts';
import type { StoredVersion } from '../../exposure/store/version-store.ts';
import { readImpactInputs } from '../../impact/index.ts';
import { readVersionFacts } from '../../notice/index.ts';
import type { ChoiceSources } from '../../review/index.ts';
import { toIncidentOf } from '../load-incident.ts';

/** What a party's messages are chosen by: verdicts and reasons follow from the incident file as it was judged. */
export function toChoiceSources(version: StoredVersion): ChoiceSources {
  const incident = toIncidentOf(version);
  return {
    incident,
    version: version.version,
    inputs: readImpactInputs(incident, version.inputs),
    reached: listReached(incident, readVersionFacts(version).reached),
  };
}
