import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useRef } from 'react';
import { isFiltered, type MessageQuery, NO_QUERY } from '../../bridge/message-query.ts';
import { paths } from '../address/paths.ts';
import { readMessagesAddress, toMessagesSearch } from '../address/query-address.ts';
import { findSearch, keepSearch } from '../release/release-context.tsx';

export interface MessagesPlace {
  readonly query: MessageQuery;
  readonly isFiltered: boolean;
  readonly message: string | null;
  /** What changes; `replace` adds no history entry, as while typing. */
  change(change: Partial<MessageQuery>, replace?: boolean): void;
  open(message: string | null, replace?: boolean): void;
  reset(): void;
}

/** The state of the messages page is its address. */
export function useMessagesPlace(): MessagesPlace {
  const written = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const navigate = useNavigate();
  const { query: read, search, message } = useMemo(() => readMessagesAddress(written), [written]);
  const filters = useSame(read);
  const text = findSearch(search);
  const query = useMemo(() => ({ ...filters, text }), [filters, text]);
  const go = useCallback(
    (address: { readonly query: MessageQuery; readonly message: string | null }, replace: boolean) => {
      const to = toMessagesSearch({ ...address, search: keepSearch(address.query.text) });
      navigate({ to: paths.messages, search: withNumbers(to) as never, replace }).catch(() => undefined);
    },
    [navigate],
  );
  return useMemo(
    () => ({
      query,
      isFiltered: isFiltered(query),
      message,
      change: (change, replace = false) => go({ query: { ...query, ...change }, message }, replace),
      open: (opened, replace = false) => go({ query, message: opened }, replace),
      reset: () => go({ query: { ...NO_QUERY, sort: query.sort, isThreaded: query.isThreaded }, message }, false),
    }),
    [query, message, go],
  );
}

/** The same filters stay the same object: an opened message changes the address, and must not load the list again. */
function useSame(query: MessageQuery): MessageQuery {
  const kept = useRef(query);
  if (JSON.stringify(kept.current) !== JSON.stringify(query)) kept.current = query;
  return kept.current;
}

/** The router quotes a text that looks like a number. */
function withNumbers(members: Readonly<Record<string, string>>): Record<string, number | string> {
  return Object.fromEntries(
    Object.entries(members).map(([key, value]) => [key, /^[0-9]{1,9}$/.test(value) ? Number(value) : value]),
  );
}
