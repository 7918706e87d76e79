import type { KeyboardEvent } from 'react';
import { useShortcuts } from '../use-shortcuts.ts';
import type { TableWork } from './column.ts';

/** Rows per page key. */
const PAGE_ROWS = 20;

/** Keys of a table that work wherever the focus is on its page. */
export function useTableShortcuts(keys: {
  readonly current: number;
  readonly onMove: (place: number) => void;
  readonly onChoose: (place: number) => void;
  readonly onSearch: () => void;
  readonly onLeave: () => void;
}): void {
  const { current } = keys;
  useShortcuts({
    j: () => keys.onMove(current + 1),
    k: () => keys.onMove(toPrevious(current)),
    '/': keys.onSearch,
    x: () => keys.onChoose(current),
    Escape: keys.onLeave,
  });
}

/** Keys of a table that has the focus. Those of a button or a box in it belong to that. */
export function handleTableKey(event: KeyboardEvent, total: number, work: TableWork<never>): void {
  if (event.target instanceof Element && event.target.closest('button, input') !== null) return;
  const { current } = work;
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: current + 1,
    ArrowUp: toPrevious(current),
    PageDown: current + PAGE_ROWS,
    PageUp: current - PAGE_ROWS,
    Home: 0,
    End: total - 1,
  };
  const to = moves[event.key];
  if (to !== undefined) work.onMove(to);
  else if (event.key === 'Enter') work.onEnter();
  else if (event.key === ' ') work.onChoose(current);
  else return;
  event.preventDefault();
}

const toPrevious = (current: number): number => (current < 0 ? 0 : current - 1);
