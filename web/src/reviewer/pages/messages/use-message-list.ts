import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useTableShortcuts } from '../../../ui/react/table/table-keys.ts';
import { useShortcuts } from '../../../ui/react/use-shortcuts.ts';
import type { Selected } from '../../bridge/table-calls.ts';
import { useKeyWorker } from '../base/key-worker-context.tsx';
import { useNotes } from '../secrets/use-notes.ts';
import { useSession } from '../session/session-context.tsx';
import { type TextReading, useBodyReading } from './body-notes.tsx';
import type { HideableColumn } from './column-choice.tsx';
import { type MessagePosition, usePosition } from './message-pane.tsx';
import { type RowWindow, useRowWindow } from './row-window.ts';
import { type Chosen, useChosen } from './use-chosen.tsx';
import type { MessagesPlace } from './use-messages-address.ts';

/** The list of one address, with what a person does in it; it stays while the open message covers it. */
export interface MessageListState {
  readonly rows: RowWindow;
  /** Null while unknown. */
  readonly selected: Selected | null;
  readonly reading: TextReading;
  readonly position: MessagePosition;
  readonly chosen: Chosen;
  /** Why it is unknown which messages have notes; null: it is known. */
  readonly unreadNotes: unknown;
  readonly hidden: ReadonlySet<HideableColumn>;
  setHidden(hidden: ReadonlySet<HideableColumn>): void;
  readonly isExporting: boolean;
  setExporting(isExporting: boolean): void;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly moves: ListMoves;
}

interface ListMoves {
  goTo(place: number): void;
  choose(place: number): void;
  openAt(place: number): void;
}

export function useMessageList(place: MessagesPlace, isNarrow: boolean): MessageListState {
  const [isExporting, setExporting] = useState(false);
  const [hidden, setHidden] = useState<ReadonlySet<HideableColumn>>(new Set());
  const field = useRef<HTMLInputElement>(null);
  const rows = useRowWindow(place.query);
  // The result of a failed query is unknown; the previous numbers belong to another.
  const selected = rows.flaw !== null && rows.isStale ? null : rows.selected;
  const reading = useBodyReading(selected, place.query.text !== '', rows.refresh);
  const position = usePosition(place.query, place.message, selected);
  const chosen = useChosen(place.query);
  const unreadNotes = useNotedMessages(rows.refresh);
  const moves = useListMoves(place, rows, selected, chosen, isNarrow);
  useTableShortcuts({
    current: position?.position ?? -1,
    onMove: moves.goTo,
    onChoose: moves.choose,
    onSearch: () => field.current?.focus(),
    onLeave: () => {
      if (chosen.ids.size > 0) chosen.clear();
      else place.open(null);
    },
  });
  useShortcuts({ e: () => setExporting(selected !== null || chosen.ids.size > 0) });
  return {
    ...{ rows, selected, reading, position, chosen, unreadNotes, moves },
    ...{ hidden, setHidden, isExporting, setExporting, field },
  };
}

function useListMoves(
  { query, message, open }: MessagesPlace,
  rows: RowWindow,
  selected: Selected | null,
  chosen: Chosen,
  isNarrow: boolean,
): ListMoves {
  const keyWorker = useKeyWorker();
  const goTo = useCallback(
    (wanted: number): void => {
      const total = selected?.total ?? 0;
      if (total === 0) return;
      const at = Math.min(Math.max(wanted, 0), total - 1);
      keyWorker.call('ids', { query, from: at, count: 1 }).then(
        ({ ids: [id] }) => {
          if (id !== undefined) open(id, true);
        },
        () => undefined,
      );
    },
    [keyWorker, query, selected, open],
  );
  return {
    goTo,
    choose: (at) => {
      const id = rows.row(at)?.id;
      if (id !== undefined) chosen.toggle(id);
    },
    openAt: (at) => {
      const id = rows.row(at)?.id;
      if (id !== undefined) open(id, !isNarrow && message !== null);
    },
  };
}

/**
 * Tells the table which messages have notes of the party. Returns the error when that is unknown: a search for notes
 * then does not know.
 */
function useNotedMessages(refresh: () => void): unknown {
  const keyWorker = useKeyWorker();
  const { state } = useNotes();
  const { state: session } = useSession();
  useEffect(() => {
    if (state.is !== 'loaded') return;
    const ids = state.notes.flatMap(({ about, text }) => (about.kind === 'message' && text !== '' ? [about.id] : []));
    keyWorker.call('set-noted', { ids }).then(refresh, () => undefined);
  }, [keyWorker, state, refresh]);
  // Notes are at the portal; a release from disk has none.
  const isFromDisk = session.is === 'signed-in' && session.file !== undefined;
  return state.is === 'failed' && !isFromDisk ? state.thrown : null;
}
