import { Refusal, type Runtime } from '@candor/core/base';
import { mustNotify, PARTY_SALT_BYTES, PARTY_SET_POSITIONS } from '@candor/core/notice/wave';
import { readIncidentOnce } from '../../adapters/files/incident-reading.ts';
import { freshBytes } from '../../adapters/keys/random.ts';
import type { Store } from '../../adapters/store/store.ts';
import { listReached } from '../../exposure/index.ts';
import { findVersion } from '../../exposure/store/version-store.ts';
import { readImpactInputs } from '../../impact/index.ts';
import { readVersionFacts } from '../gaps.ts';
import { readPartiesNow } from '../party/index.ts';
import { toCountedParty, toPartySetRoot } from '../party-set/index.ts';
import { replaceCounted } from '../store/party-set-store.ts';
import type { StoredWave } from '../store/wave-store.ts';

type Hashing = Pick<Runtime, 'sha256Hex'>;

/** Beyond half of the positions drawing free ones gets slow. */
const PARTY_LIMIT: number = PARTY_SET_POSITIONS / 2;

/**
 * Draws a place and a salt for every party to be notified at the wave's exposure version: also for those that a delay
 * or a do-not-contact entry holds, and those without a contact. Returns the root, hex. Inside the caller's transaction.
 * @throws Refusal for more parties than the tree has room for.
 */
export async function sealPartySet(
  store: Store,
  hashing: Hashing,
  { id, salt }: Pick<StoredWave, 'id' | 'salt'>,
  exposure: number,
): Promise<string> {
  const version = await findVersion(store, exposure);
  if (version === null) throw new Error('a wave is of a version that this state has');
  const { incident } = readIncidentOnce(version.inputs.incidentText, 'incident.yaml');
  if (incident === null) throw new Error('a version has an incident file that was read');
  const reached = listReached(incident, readVersionFacts(version).reached);
  const inputs = readImpactInputs(incident, version.inputs);
  const parties = await readPartiesNow(store, { incident, version, inputs, reached });
  const counted = parties.filter((party) => mustNotify(party, incident.policy.tell));
  if (counted.length > PARTY_LIMIT)
    throw new Refusal('wave-too-large', [`the set of parties to be notified has room for ${PARTY_LIMIT} parties`]);
  const positions = drawPositions(id, counted.length);
  const leaves = counted.map(({ party, exposure: own }, at) => ({
    id: party,
    position: positions[at] ?? 0,
    salt: freshBytes(PARTY_SALT_BYTES, 'counted party', `${id} ${party}`),
    party: toCountedParty(own, exposure),
  }));
  await replaceCounted(store, id, leaves);
  return toPartySetRoot(hashing, salt, leaves);
}

/** Different places, drawn at random: neighbours in the set are no neighbours in anything else. */
function drawPositions(wave: number, count: number): readonly number[] {
  const drawn = new Set<number>();
  while (drawn.size < count) {
    const bytes = freshBytes(3 * (count - drawn.size), 'party positions', wave);
    for (let at = 0; at < bytes.length; at += 3) {
      const number = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
      drawn.add(number % PARTY_SET_POSITIONS);
    }
  }
  return [...drawn].slice(0, count);
}
