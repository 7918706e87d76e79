import { compareUtf8, Refusal } from '@candor/core/base';
import type { CurationOperation, PartyExposure } from '@candor/core/impact';
import { readParties } from '../../impact/count-impact.ts';
import { readCuration } from '../../impact/curation-store.ts';
import { withLastVersion } from '../open-version.ts';

/** Every party of the newest version, most exposed first: by opened, then taken as copied, then all exposed messages. */
export function listParties(statePath: string): Promise<PartyExposure[]> {
  return withLastVersion(statePath, async (state, last) => {
    const parties = await readParties(state.store, last.version);
    return parties.sort(
      (a, b) =>
        b.accessed - a.accessed ||
        b.presumed - a.presumed ||
        b.messages - a.messages ||
        b.undetermined - a.undetermined ||
        compareUtf8(a.party, b.party),
    );
  });
}

export interface PartyView {
  readonly party: PartyExposure;
  /** What was done to it by hand, oldest first. */
  readonly history: readonly CurationOperation[];
}

/** @throws Refusal for an unknown id, with near ones. */
export function showParty(statePath: string, id: string): Promise<PartyView> {
  return withLastVersion(statePath, async (state, last) => {
    const parties = await readParties(state.store, last.version);
    const party = findParty(parties, id);
    const ids = new Set([party.party, ...party.mergedIds]);
    const history = (await readCuration(state.store)).filter((operation) => concerns(operation, ids));
    return { party, history };
  });
}

/** By its id, an id that was merged into it, one of its domains, or one of its addresses. */
export function lookUpParty(parties: readonly PartyExposure[], id: string): PartyExposure | null {
  const wanted = id.toLowerCase();
  return (
    parties.find((party) => party.party === id) ??
    parties.find((party) => party.mergedIds.includes(id)) ??
    parties.find((party) => party.domains.includes(wanted)) ??
    parties.find((party) => party.addresses.some(({ address }) => address === wanted)) ??
    null
  );
}

/** @throws Refusal for an unknown id, with near ones. */
export function findParty(parties: readonly PartyExposure[], id: string): PartyExposure {
  const wanted = id.toLowerCase();
  const found = lookUpParty(parties, id);
  if (found !== null) return found;
  const near = parties.filter((party) => party.party.includes(wanted) || party.name.toLowerCase().includes(wanted));
  const hint =
    near.length === 0
      ? '`candor parties` lists them'
      : `near it: ${near
          .slice(0, 5)
          .map((party) => party.party)
          .join(', ')}`;
  throw new Refusal('unknown-party', [`"${id}" is no party of this incident; ${hint}`]);
}

function concerns({ act }: CurationOperation, ids: ReadonlySet<string>): boolean {
  switch (act.act) {
    case 'merge':
      return ids.has(act.into) || act.parties.some((party) => ids.has(party));
    case 'split':
      return ids.has(act.party) || ids.has(act.into);
    case 'undo':
      return false;
    default:
      return ids.has(act.party);
  }
}
