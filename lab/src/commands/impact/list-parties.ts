import { advise, hint, Refusal } from '@candor/core/base';
import type { PartyExposure } from '@candor/core/impact';
import type { CurationOperation } from '@candor/core/impact/curation';
import type { PartyKind } from '@candor/core/impact/party';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import { findPartiesNear, readPartiesById } from '../../impact/store/affected-party-store.ts';
import { readCuration } from '../../impact/store/curation-store.ts';
import { countParties, type PartyChoice, streamParties } from '../../impact/store/party-store.ts';
import { requireLastVersion } from '../open-version.ts';
import type { RunSummary } from '../run-summary.ts';
import { readRunSummary } from '../run-summary.ts';

/** Parties of the newest version, most exposed first: by opened, then taken as copied, then all exposed messages. */
export interface PartyList {
  readonly summary: RunSummary;
  readonly counts: Readonly<Record<PartyKind, number>> & {
    /** None of their messages is exposed. */
    readonly left: number;
  };
  readonly pages: AsyncIterable<readonly PartyExposure[]>;
}

/** The list is read page by page: of a hundred thousand parties the first are needed at once. */
export async function listParties(state: StateFolder, choice: PartyChoice): Promise<PartyList> {
  const last = await requireLastVersion(state);
  const { store } = state;
  const summary = readRunSummary(last);
  const sums = await countParties(store, last.version, choice);
  const isListed = ({ shown }: { readonly shown: boolean }) => choice.all === true || shown;
  const count = (some: typeof sums) => some.reduce((sum, { parties }) => sum + parties, 0);
  const of = (kind: PartyKind) => count(sums.filter((sum) => sum.kind === kind && isListed(sum)));
  const counts = { organization: of('organization'), person: of('person'), list: of('list') };
  const left = count(sums.filter((sum) => !isListed(sum)));
  return { summary, counts: { ...counts, left }, pages: streamParties(store, last.version, choice) };
}

export interface PartyView {
  readonly party: PartyExposure;
  readonly history: readonly CurationOperation[];
}

/** @throws Refusal for an unknown id, with near ones. */
export async function showParty(state: StateFolder, id: string): Promise<PartyView> {
  const last = await requireLastVersion(state);
  const party = await findStoredParty(state.store, last.version, id);
  const ids = new Set([party.party, ...party.mergedIds]);
  const history = (await readCuration(state.store)).filter((operation) => concerns(operation, ids));
  return { party, history };
}

/** By id, merged id, domain or address. */
function lookUpParty(parties: readonly PartyExposure[], id: string): PartyExposure | null {
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
  throw toUnknown(
    id,
    parties.filter((party) => party.party.includes(wanted) || party.name.toLowerCase().includes(wanted)),
  );
}

/**
 * The same among a version's parties, most of which are not decoded.
 * @throws Refusal for an unknown id, with similar ones.
 */
export async function findStoredParty(store: Store, version: number, id: string): Promise<PartyExposure> {
  const { found, near } = await lookUpStored(store, version, id);
  if (found === null) throw toUnknown(id, near);
  return found;
}

/** The same; null for an unknown id. */
export async function lookUpStoredParty(store: Store, version: number, id: string): Promise<PartyExposure | null> {
  return (await lookUpStored(store, version, id)).found;
}

async function lookUpStored(store: Store, version: number, id: string) {
  const [named] = await readPartiesById(store, version, new Set([id]));
  if (named !== undefined) return { found: named, near: [] };
  const { having, near } = await findPartiesNear(store, version, id);
  return { found: lookUpParty(having, id), near };
}

/** Near ones that are named. */
const nearLimit = 5;

function toUnknown(id: string, near: readonly PartyExposure[]): Refusal {
  const named = near.slice(0, nearLimit).map((party) => party.party);
  const parts = id.split(',').map((part) => part.trim());
  const next =
    parts.length > 1
      ? `separate several parties with spaces: ${parts.join(' ')}`
      : named.length === 0
        ? advise`${hint('parties')} lists them`
        : `near it: ${named.join(', ')}`;
  return new Refusal('unknown-party', [advise`"${id}" is not a party of this incident; ${next}`]);
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
