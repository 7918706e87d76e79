import { createHash } from 'node:crypto';
import type { PartyExposure } from '@candor/core/impact';
import type { PartyKind } from '@candor/core/impact/party';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { countListed, listIdsInOrder, type PartyListOrder, readListed } from '../../impact/store/party-list-store.ts';
import { type PartyNeed, type PartyStateName, type RolledParty, readPartyRoll } from './party-roll.ts';

/** Empty lists leave nothing out. */
export interface PartyFilter {
  readonly needs: readonly PartyNeed[];
  readonly states: readonly PartyStateName[];
  readonly kinds: readonly PartyKind[];
  readonly sizes: readonly string[];
  readonly sources: readonly RolledParty['source'][];
  /** Part of an id, name or domain; empty: any. */
  readonly text: string;
}

export interface PartyWindow {
  readonly by: PartyListOrder;
  readonly isDescending: boolean;
  readonly from: number;
  readonly count: number;
}

type ListedParty = PartyExposure &
  Pick<RolledParty, 'state' | 'need' | 'source' | 'contact' | 'language'> & { readonly key: string };

export interface PartyPage {
  readonly version: number;
  readonly total: number;
  readonly rows: readonly ListedParty[];
}

/** A party in the address of a page: no name is in a browser's history. 64 bits tell 50,000 ids apart. */
export function toPartyKey(party: string): string {
  return createHash('sha256').update(party).digest('hex').slice(0, 16);
}

/** A window of the parties of the newest version. */
export async function listPartyRows(
  state: StateFolder,
  filter: PartyFilter,
  { from, count, ...sort }: PartyWindow,
): Promise<PartyPage> {
  const { store } = state;
  const { version, parties } = await readPartyRoll(state);
  const figures = { kinds: filter.kinds, sizes: filter.sizes.map(Number) };
  const isMatch = toRollFilter(filter);
  let ids: readonly string[];
  let total: number;
  if (isMatch === null) {
    ids = await listIdsInOrder(store, version, figures, sort, { from, count });
    total = await countListed(store, version, figures);
  } else {
    const all = await listIdsInOrder(store, version, figures, sort, null);
    const matching = all.filter((id) => isMatch(parties.get(id)));
    total = matching.length;
    ids = matching.slice(from, from + count);
  }
  const rows = (await readListed(store, version, ids)).flatMap((party): readonly ListedParty[] => {
    const rolled = parties.get(party.party);
    if (rolled === undefined) return [];
    const { state: is, need, source, contact, language } = rolled;
    return [{ ...party, key: toPartyKey(party.party), state: is, need, source, contact, language }];
  });
  return { version, total, rows };
}

/** Null: everything matches. */
function toRollFilter({
  needs,
  states,
  sources,
  text,
}: PartyFilter): ((one: RolledParty | undefined) => boolean) | null {
  const wanted = text.trim().toLowerCase();
  if (needs.length + states.length + sources.length === 0 && wanted === '') return null;
  return (one) =>
    one !== undefined &&
    (needs.length === 0 || (one.need !== null && needs.includes(one.need))) &&
    (states.length === 0 || states.includes(one.state)) &&
    (sources.length === 0 || sources.includes(one.source)) &&
    one.text.includes(wanted);
}

interface FacetCount {
  readonly total: number;
  readonly members: Readonly<Record<string, number>>;
}

const FACETS = ['needs', 'states', 'kinds', 'sizes', 'sources'] as const;
type FacetName = (typeof FACETS)[number];

export type PartyFacets = Readonly<Record<FacetName, FacetCount>> & {
  readonly version: number;
  readonly parties: number;
};

/** How many parties each member would leave: each facet is counted under the filters of the others. */
export async function countPartyFacets(state: StateFolder, filter: PartyFilter): Promise<PartyFacets> {
  const { version, parties } = await readPartyRoll(state);
  const wanted = filter.text.trim().toLowerCase();
  const chosen = FACETS.map((facet) => new Set<string>(filter[facet]));
  const counts = FACETS.map(() => ({ total: 0, members: new Map<string, number>() }));
  for (const one of parties.values()) {
    if (!one.text.includes(wanted)) continue;
    const members = [one.need ?? '', one.state, one.kind, one.size, one.source];
    const failing = members.flatMap((member, at) => (isChosen(chosen[at], member) ? [] : [at]));
    if (failing.length > 1) continue;
    for (const [at, member] of members.entries())
      if (failing.length === 0 || failing[0] === at) add(counts[at], member);
  }
  const toCount = (at: number): FacetCount => {
    const { total = 0, members = new Map<string, number>() } = counts[at] ?? {};
    members.delete('');
    return { total, members: Object.fromEntries(members) };
  };
  const [needs, states, kinds, sizes, sources] = [toCount(0), toCount(1), toCount(2), toCount(3), toCount(4)];
  return { version, parties: parties.size, needs, states, kinds, sizes, sources };
}

const isChosen = (members: ReadonlySet<string> | undefined, member: string): boolean =>
  members === undefined || members.size === 0 || members.has(member);

function add(count: { total: number; readonly members: Map<string, number> } | undefined, member: string): void {
  if (count === undefined) return;
  count.total += 1;
  count.members.set(member, (count.members.get(member) ?? 0) + 1);
}
