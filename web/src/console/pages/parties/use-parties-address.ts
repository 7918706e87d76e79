import {
  PARTY_KINDS,
  PARTY_NEEDS,
  PARTY_ORDERS,
  PARTY_SIZES,
  PARTY_SOURCES,
  PARTY_STATES,
  type PartyFilterNames,
} from '@candor/core/contract/console';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { TableSort } from '../../../ui/react/table/column.ts';

export type PartyOrder = (typeof PARTY_ORDERS)[number];

/** In the order of the pane; their members' ids are no names. */
export const FACET_MEMBERS = {
  needs: PARTY_NEEDS,
  states: PARTY_STATES,
  kinds: PARTY_KINDS,
  sizes: PARTY_SIZES,
  sources: PARTY_SOURCES,
} as const;
export type FacetId = keyof typeof FACET_MEMBERS;
export const FACET_IDS = Object.keys(FACET_MEMBERS) as readonly FacetId[];

/** What the address says of the list: `needs=returned.no-contact`, `sort=accessed-down`, `party=` the key of one. */
export interface PartiesAddress {
  readonly filter: PartyFilterNames;
  readonly isFiltered: boolean;
  readonly sort: TableSort<PartyOrder>;
  /** Key of the party in the pane; null: none. */
  readonly party: string | null;
  toggle(facet: FacetId, member: string): void;
  clear(facet: FacetId | null): void;
  sortBy(by: PartyOrder): void;
  open(party: string | null): void;
}

export function usePartiesAddress(): PartiesAddress {
  const written = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const navigate = useNavigate();
  const go = useCallback(
    (changed: Readonly<Record<string, string | undefined>>, isNew = false): void => {
      const search = Object.fromEntries(
        Object.entries({ ...written, ...changed }).filter(([, value]) => value !== undefined && value !== ''),
      );
      navigate({ to: '.', search: search as never, replace: !isNew }).catch(() => undefined);
    },
    [navigate, written],
  );
  const read = (facet: FacetId): string => String(written[facet] ?? '');
  const [needs, states, kinds, sizes, sources] = FACET_IDS.map(read);
  const filter = useMemo(
    (): PartyFilterNames => ({
      needs: choose(PARTY_NEEDS, needs),
      states: choose(PARTY_STATES, states),
      kinds: choose(PARTY_KINDS, kinds),
      sizes: choose(PARTY_SIZES, sizes),
      sources: choose(PARTY_SOURCES, sources),
    }),
    [needs, states, kinds, sizes, sources],
  );
  const sort = readSort(written['sort']);
  const key = written['party'];
  return {
    filter,
    isFiltered: FACET_IDS.some((facet) => filter[facet].length > 0),
    sort,
    party: key === undefined ? null : String(key),
    toggle: (facet, member) => {
      const chosen: readonly string[] = filter[facet];
      const members: readonly string[] = FACET_MEMBERS[facet];
      go({
        [facet]: members.filter((one) => (one === member ? !chosen.includes(one) : chosen.includes(one))).join('.'),
      });
    },
    clear: (facet) => go(Object.fromEntries((facet === null ? FACET_IDS : [facet]).map((one) => [one, undefined]))),
    sortBy: (by) => {
      const isDescending = sort.by === by ? !sort.isDescending : by !== 'name';
      go({ sort: `${by}-${isDescending ? 'down' : 'up'}` });
    },
    open: (party) => go({ party: party ?? undefined }, party !== null),
  };
}

/** Most exposed first, unless the address says otherwise. */
function readSort(written: unknown): TableSort<PartyOrder> {
  const [name, direction] = String(written ?? '').split('-');
  const by = PARTY_ORDERS.find((one) => one === name);
  return by === undefined ? { by: 'exposure', isDescending: true } : { by, isDescending: direction === 'down' };
}

function choose<Member extends string>(members: readonly Member[], written = ''): Member[] {
  const named = written.split('.');
  return members.filter((member) => named.includes(member));
}
