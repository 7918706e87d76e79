import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { TableSort } from '../../ui/react/table/column.ts';

export interface ListAddress<Id extends string> {
  readonly sort: TableSort<Id>;
  /** Members of the one filter that a list has: kinds, never typed words. */
  readonly kinds: readonly string[];
  sortBy(by: Id): void;
  toggle(kind: string): void;
  /** Without a filter. */
  clear(): void;
}

/** Order and filter of a page's list, in its address: `sort=size-down`, `kinds=mailbox.access`. */
export function useListAddress<Id extends string>(
  columns: readonly Id[],
  kinds: readonly string[],
  usual: TableSort<Id>,
): ListAddress<Id> {
  const written = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const navigate = useNavigate();
  const [by, direction] = String(written['sort'] ?? '').split('-');
  const found = columns.find((one) => one === by);
  const sort = found === undefined ? usual : { by: found, isDescending: direction === 'down' };
  const members = String(written['kinds'] ?? '').split('.');
  const chosen = kinds.filter((kind) => members.includes(kind));
  const go = useCallback(
    (changed: Readonly<Record<string, string | undefined>>): void => {
      const search = Object.fromEntries(
        Object.entries({ ...written, ...changed }).filter(([, value]) => value !== undefined && value !== ''),
      );
      navigate({ to: '.', search: search as never, replace: true }).catch(() => undefined);
    },
    [navigate, written],
  );
  return {
    sort,
    kinds: chosen,
    sortBy: (wanted) => go({ sort: `${wanted}-${sort.by === wanted && !sort.isDescending ? 'down' : 'up'}` }),
    toggle: (kind) =>
      go({
        kinds: kinds.filter((one) => (one === kind ? !chosen.includes(one) : chosen.includes(one))).join('.'),
      }),
    clear: () => go({ kinds: undefined }),
  };
}
