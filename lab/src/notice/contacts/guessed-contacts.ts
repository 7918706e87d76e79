import type { Incident } from '@candor/core/incident';
import { isGuessedRung, type Ladder, type LadderContact } from '@candor/core/notice/contact';
import { mustNotify } from '@candor/core/notice/wave';
import type { Store } from '../../adapters/store/store.ts';
import { listReached } from '../../exposure/index.ts';
import type { StoredVersion } from '../../exposure/store/version-store.ts';
import { readImpactInputs } from '../../impact/index.ts';
import { readVersionFacts } from '../gaps.ts';
import { type NoticeParty, readPartiesNow } from '../party/parties-now.ts';
import { readHolds } from '../store/hold-store.ts';
import { readLadderKnowledge, toLadder } from './party-ladder.ts';

/**
 * How far the contacts of a party can be trusted. `named`: a person, the directory, a list or security.txt gave one.
 * `own`: a person's own addresses.
 */
export type ContactTrust = 'named' | 'own' | 'guessed' | 'none';

/** A party to be notified, with the contacts that its notice would begin with. */
export interface ReachableParty {
  readonly party: NoticeParty;
  readonly ladder: Ladder;
  readonly trust: ContactTrust;
}

function toTrust({ steps }: Ladder): ContactTrust {
  if (steps.some(({ rung }) => rung === 'own-address')) return 'own';
  if (steps.some(({ rung }) => !isGuessedRung(rung))) return 'named';
  return steps.length > 0 ? 'guessed' : 'none';
}

export function listGuessed({ steps }: Ladder): readonly LadderContact[] {
  return steps.filter(({ rung }) => isGuessedRung(rung)).flatMap(({ contacts }) => contacts);
}

/**
 * Every party to be notified of a version (`policy.tell`), in the order of their ids, with what its ladder is worth.
 */
export async function readReachable(
  store: Store,
  incident: Incident,
  version: StoredVersion,
  at: number,
): Promise<readonly ReachableParty[]> {
  const inputs = readImpactInputs(incident, version.inputs);
  const reached = listReached(incident, readVersionFacts(version).reached);
  const parties = await readPartiesNow(store, { incident, version, inputs, reached });
  const knowledge = await readLadderKnowledge(store, incident.organization.domains, await readHolds(store), at);
  return parties
    .filter((party) => mustNotify(party, incident.policy.tell))
    .map((party) => {
      const ladder = toLadder(party.exposure, knowledge);
      return { party, ladder, trust: toTrust(ladder) };
    });
}
