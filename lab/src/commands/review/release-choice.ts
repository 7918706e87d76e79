import { formatAmount, Refusal } from '@candor/core/base';
import type { Store } from '../../adapters/store.ts';
import { listReached } from '../../exposure/index.ts';
import type { StoredVersion } from '../../exposure/store/version-store.ts';
import { readImpactInputs } from '../../impact/index.ts';
import { readVersionFacts } from '../../notice/index.ts';
import { type ChoiceSources, chooseMessages } from '../../review/index.ts';
import type { StoredRelease } from '../../review/store/release-store.ts';
import { findStoredParty } from '../impact/list-parties.ts';
import { toIncidentOf } from '../incident-place.ts';

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

/**
 * A prepared release lies in rows that one person can write: that it accounts for every message that the verdicts give
 * its party is counted again. Which of them are held its figures tell the reader.
 * @throws Refusal `release-differs`.
 */
export async function assertWhole(store: Store, version: StoredVersion, release: StoredRelease): Promise<void> {
  const { party, number, manifest } = release;
  const exposure = await findStoredParty(store, version.version, party);
  const [told = []] = await chooseMessages(store, toChoiceSources(version), [{ exposure, proved: manifest.domains }]);
  const { releasable, bulk, held, withheld } = manifest.figures;
  const counted = releasable + bulk + held + withheld;
  if (counted === told.length) return;
  throw new Refusal('release-differs', [
    `release ${number} of ${party} accounts for ${formatAmount(counted, 'message')}, but the verdicts give ${told.length}: somebody changed one of them here; \`candor release prepare --party ${party}\` prepares it again`,
  ]);
}
