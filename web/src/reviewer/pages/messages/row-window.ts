import { useCallback, useEffect, useRef, useState } from 'react';
import type { MessageQuery } from '../../bridge/message-query.ts';
import { KeyWorkerError, type KeyWorkerErrorCode } from '../../bridge/protocol.ts';
import type { MessageRow, Selected } from '../../bridge/table-calls.ts';
import { useKeyWorker } from '../base/key-worker-context.tsx';

/** Rows per request: three screens. */
const PAGE_ROWS = 150;
/** Cached pages: some thousand rows, however long the list. */
const KEPT_PAGES = 24;

export interface RowWindow {
  /** Of the last answer; of the previous query while a new one loads. */
  readonly selected: Selected | null;
  readonly isStale: boolean;
  readonly flaw: KeyWorkerErrorCode | null;
  /** Undefined while loading. */
  row(place: number): MessageRow | undefined;
  /** Reports the visible rows, so that they and their neighbours are loaded. */
  see(first: number, last: number): void;
  refresh(): void;
}

/** The rows of a query, as far as visible. */
export function useRowWindow(query: MessageQuery): RowWindow {
  const keyWorker = useKeyWorker();
  const pages = useRef(new Map<number, readonly MessageRow[]>());
  const asked = useRef(new Map<number, number>());
  const round = useRef(0);
  const seen = useRef<readonly [number, number]>([0, 0]);
  const [selected, setSelected] = useState<Selected | null>(null);
  const [isStale, setStale] = useState(true);
  const [flaw, setFlaw] = useState<KeyWorkerErrorCode | null>(null);
  const [, redraw] = useState(0);

  const ask = useCallback(
    (page: number): void => {
      const mine = round.current;
      if (asked.current.get(page) === mine) return;
      asked.current.set(page, mine);
      keyWorker.call('rows', { query, from: page * PAGE_ROWS, count: PAGE_ROWS }).then(
        ({ rows, ...answer }) => {
          if (round.current !== mine) return;
          if (!pages.current.has(page) && pages.current.size >= KEPT_PAGES)
            dropFarthest(pages.current, asked.current, page);
          pages.current.set(page, rows);
          setSelected(answer);
          setStale(false);
          setFlaw(null);
          redraw((count) => count + 1);
        },
        (thrown: unknown) => {
          if (round.current !== mine) return;
          asked.current.delete(page);
          setFlaw(thrown instanceof KeyWorkerError ? thrown.flaw : 'fault');
        },
      );
    },
    [keyWorker, query],
  );

  const see = useCallback(
    (first: number, last: number): void => {
      seen.current = [first, last];
      for (let page = Math.floor(first / PAGE_ROWS); page <= Math.floor(last / PAGE_ROWS); page += 1) ask(page);
    },
    [ask],
  );

  /** The current rows stay until new ones are loaded. */
  const refresh = useCallback((): void => {
    round.current += 1;
    see(...seen.current);
  }, [see]);

  // The first rows were loaded before the rest of a long index.
  useEffect(
    () =>
      keyWorker.on('progress', ({ what, done, of }) => {
        if (what === 'index' && done === of) refresh();
      }),
    [keyWorker, refresh],
  );

  useEffect(() => {
    round.current += 1;
    pages.current = new Map();
    setStale(true);
    // The list reports rows only when they change: those that it shows must load here.
    see(...seen.current);
  }, [see]);

  return {
    selected,
    isStale,
    flaw,
    row: (place) => pages.current.get(Math.floor(place / PAGE_ROWS))?.[place % PAGE_ROWS],
    see,
    refresh,
  };
}

function dropFarthest(pages: Map<number, unknown>, asked: Map<number, number>, from: number): void {
  const [farthest] = [...pages.keys()].sort((a, b) => Math.abs(b - from) - Math.abs(a - from));
  if (farthest === undefined) return;
  pages.delete(farthest);
  asked.delete(farthest);
}
