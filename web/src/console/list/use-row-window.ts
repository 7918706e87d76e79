import { useCallback, useEffect, useRef, useState } from 'react';
import { CallError } from '../client/client.ts';

/** Rows a request: as many as a table draws as a whole. */
export const WINDOW_ROWS = 200;

export interface RowsAnswer<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

export interface RowWindow<Row> {
  /** Null: nothing yet. Of the query before while another one is asked for. */
  readonly total: number | null;
  readonly isStale: boolean;
  readonly error: CallError | null;
  row(place: number): Row | undefined;
  see(first: number, last: number): void;
}

/** Rows of a query as far as they are seen. @param ask must stay the same function for the same query */
export function useRowWindow<Row>(ask: (from: number) => Promise<RowsAnswer<Row>>): RowWindow<Row> {
  const pages = useRef(new Map<number, readonly Row[]>());
  const asked = useRef(new Set<number>());
  const seen = useRef<readonly [number, number]>([0, 0]);
  const current = useRef(ask);
  const [total, setTotal] = useState<number | null>(null);
  const [isStale, setStale] = useState(true);
  const [error, setError] = useState<CallError | null>(null);
  const [, redraw] = useState(0);
  const see = useCallback(
    (first: number, last: number): void => {
      seen.current = [first, last];
      for (let page = Math.floor(first / WINDOW_ROWS); page <= Math.floor(last / WINDOW_ROWS); page += 1) {
        if (asked.current.has(page)) continue;
        asked.current.add(page);
        ask(page * WINDOW_ROWS).then(
          (answer) => {
            if (current.current !== ask) return;
            pages.current.set(page, answer.rows);
            setTotal(answer.total);
            setStale(false);
            setError(null);
            redraw((count) => count + 1);
          },
          (cause: unknown) => {
            if (current.current !== ask) return;
            asked.current.delete(page);
            setError(cause instanceof CallError ? cause : new CallError('silent', []));
          },
        );
      }
    },
    [ask],
  );
  useEffect(() => {
    current.current = ask;
    pages.current = new Map();
    asked.current = new Set();
    setStale(true);
    // There may be fewer rows now than those that are seen.
    const shown = seen.current;
    see(0, 0);
    see(...shown);
  }, [ask, see]);
  return {
    total,
    isStale,
    error,
    row: (place) => pages.current.get(Math.floor(place / WINDOW_ROWS))?.[place % WINDOW_ROWS],
    see,
  };
}
