import { type ReactElement, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { EmptyState, PartialState } from '../../../ui/react/page-states.tsx';
import { useStatusSide } from '../../../ui/react/status-context.tsx';
import { useTableShortcuts } from '../../../ui/react/table/table-keys.ts';
import { useNarrow, useTwoPanes } from '../../../ui/react/use-narrow.ts';
import { useShortcuts } from '../../../ui/react/use-shortcuts.ts';
import { NO_QUERY, type SortBy } from '../../bridge/message-query.ts';
import { KeyWorkerError, type OpenedRelease } from '../../bridge/protocol.ts';
import { useKeyWorker } from '../base/key-worker-context.tsx';
import { useWords } from '../base/language-context.tsx';
import { ExportDialog } from '../export/export-dialog.tsx';
import { MasksProvider } from '../reading/masks-context.tsx';
import { ReleaseGate } from '../release/release-gate.tsx';
import { useNotes } from '../secrets/use-notes.ts';
import { useErrorSentence } from '../session/flaw-sentence.ts';
import { useSession } from '../session/session-context.tsx';
import { BodyNotes, useBodyReading } from './body-notes.tsx';
import { ColumnChoice, type HideableColumn } from './column-choice.tsx';
import { FilterBar } from './filter-bar.tsx';
import { MessageList } from './message-list.tsx';
import { MessagePane, PaneBar, usePosition } from './message-pane.tsx';
import styles from './messages-page.module.css';
import { MessagesStatus } from './messages-status.tsx';
import { useRowWindow } from './row-window.ts';
import { NoMatch } from './search-coverage.tsx';
import { SearchField } from './search-field.tsx';
import { ChosenBar, useChosen } from './use-chosen.tsx';
import { useMessagesPlace } from './use-messages-address.ts';

/** Search, filters and list; beside them the open message with its reasons. */
export function MessagesPage(): ReactElement {
  return (
    <ReleaseGate>
      {(release) => (
        <MasksProvider>
          <Messages key={release.manifestDigest} release={release} />
        </MasksProvider>
      )}
    </ReleaseGate>
  );
}

function Messages({ release }: { readonly release: OpenedRelease }): ReactElement {
  const words = useWords('messages');
  const { count, fill } = useFormat();
  const toSentence = useErrorSentence();
  const keyWorker = useKeyWorker();
  const place = useMessagesPlace();
  const isNarrow = useNarrow();
  // Two-line rows: the last column shows secrets and fraud and would be cut off.
  const isListNarrow = useTwoPanes();
  const [isExporting, setExporting] = useState(false);
  const [hidden, setHidden] = useState<ReadonlySet<HideableColumn>>(new Set());
  const field = useRef<HTMLInputElement>(null);
  const rows = useRowWindow(place.query);
  const { refresh } = rows;
  // The result of a failed query is unknown; the previous numbers belong to another.
  const selected = rows.flaw !== null && rows.isStale ? null : rows.selected;
  const reading = useBodyReading(selected, place.query.text !== '', refresh);
  const position = usePosition(place.query, place.message, selected);
  const chosen = useChosen(place.query);
  const unreadNotes = useNotedMessages(refresh);
  useStatusSide(useMemo(() => <MessagesStatus selected={selected} />, [selected]));

  const { open } = place;
  const goTo = useCallback(
    (wanted: number): void => {
      const total = selected?.total ?? 0;
      if (total === 0) return;
      const at = Math.min(Math.max(wanted, 0), total - 1);
      keyWorker.call('ids', { query: place.query, from: at, count: 1 }).then(
        ({ ids: [id] }) => {
          if (id !== undefined) open(id, true);
        },
        () => undefined,
      );
    },
    [keyWorker, place.query, selected, open],
  );
  const current = position?.position ?? -1;
  const choose = (at: number): void => {
    const id = rows.row(at)?.id;
    if (id !== undefined) chosen.toggle(id);
  };
  const openAt = (at: number): void => {
    const id = rows.row(at)?.id;
    if (id !== undefined) open(id, !isNarrow && place.message !== null);
  };
  const leave = (): void => {
    if (chosen.ids.size > 0) chosen.clear();
    else open(null);
  };
  useTableShortcuts({
    current,
    onMove: goTo,
    onChoose: choose,
    onSearch: () => field.current?.focus(),
    onLeave: leave,
  });
  useShortcuts({ e: () => setExporting(selected !== null || chosen.ids.size > 0) });
  const sort = (by: SortBy): void => {
    const { sort: before } = place.query;
    place.change({
      sort: {
        by,
        isDescending: before.by === by ? !before.isDescending : by === 'date' || by === 'verdict' || by === 'holds',
      },
    });
  };
  const { change } = place;
  const search = useCallback((text: string) => change({ text }, true), [change]);
  const of = selected?.of ?? release.messages;
  const isPaneAlone = isNarrow && place.message !== null;
  const isEmpty = selected !== null && selected.total === 0 && !rows.isStale;
  const isOfUnopened = place.query.holds.includes('unopened');
  const isOfTexts = selected?.coverage.value.kind === 'every-text' || selected?.coverage.value.kind === 'some-texts';
  const notes = (isOfTexts || isOfUnopened) && (
    <BodyNotes
      selected={selected}
      reading={reading}
      hasCoverage={!isEmpty}
      onShowFailed={isOfUnopened ? null : () => change({ ...NO_QUERY, sort: place.query.sort, holds: ['unopened'] })}
    />
  );
  if (release.messages === 0)
    return (
      <div className={styles['empty']}>
        <h1 className="unseen">{words.title}</h1>
        <EmptyState>{words.emptyRelease}</EmptyState>
      </div>
    );
  return (
    <div className={styles['page']}>
      {!isPaneAlone && (
        <section className={styles['side']} aria-labelledby="messages-title">
          <h1 id="messages-title" className="unseen">
            {words.title}
          </h1>
          <SearchField
            field={field}
            text={place.query.text}
            of={of}
            isNarrow={isNarrow}
            flaws={selected?.flaws ?? []}
            onSearch={search}
            onLeave={() => document.querySelector<HTMLElement>('[role=grid]')?.focus()}
          />
          <FilterBar
            place={place}
            of={of}
            matching={selected?.messages ?? null}
            isNarrow={isListNarrow}
            version={selected}
          >
            {!isNarrow && (
              <>
                {selected !== null && selected.messages > 0 && chosen.ids.size === 0 && (
                  <Button kind="link" size="small" onPress={() => setExporting(true)}>
                    {count(words.exportAll, selected.messages)}
                  </Button>
                )}
                {!isListNarrow && <ColumnChoice hidden={hidden} onChange={setHidden} />}
              </>
            )}
          </FilterBar>
          {!isEmpty && notes}
          {chosen.ids.size > 0 && (
            <ChosenBar chosen={chosen} total={selected?.total ?? 0} onExport={() => setExporting(true)} />
          )}
          {isExporting && (
            <ExportDialog
              query={chosen.ids.size > 0 ? { ...NO_QUERY, only: [...chosen.ids] } : place.query}
              messages={chosen.ids.size > 0 ? chosen.ids.size : (selected?.messages ?? 0)}
              onClose={() => setExporting(false)}
            />
          )}
          {unreadNotes !== null && (
            <PartialState>{fill(words.unreadNotes, { flaw: toSentence(unreadNotes) })}</PartialState>
          )}
          {rows.flaw !== null && (
            <PartialState
              action={
                <Button kind="link" onPress={refresh}>
                  {words.withoutFilter}
                </Button>
              }
            >
              {words.rowsFailed.replace('{why}', toSentence(new KeyWorkerError(rows.flaw)))}
            </PartialState>
          )}
          {isEmpty ? (
            <div className={styles['empty']}>
              <NoMatch
                coverage={selected.coverage}
                of={selected.of}
                action={
                  <>
                    {notes}
                    <Button onPress={place.reset}>{words.withoutFilter}</Button>
                  </>
                }
              />
            </div>
          ) : (
            <MessageList
              rows={rows}
              hidden={hidden}
              expected={place.isFiltered ? 0 : release.messages}
              sort={place.query.sort}
              isNarrow={isListNarrow}
              work={{
                current,
                isChosen: ({ id }) => chosen.ids.has(id),
                onOpen: openAt,
                onChoose: choose,
                onMove: goTo,
                onEnter: () => document.getElementById('message-pane')?.focus(),
              }}
              onSort={sort}
            />
          )}
        </section>
      )}
      {isPaneAlone && <h1 className="unseen">{words.title}</h1>}
      {(!isNarrow || isPaneAlone) && (
        <section className={styles['pane']} id="message-pane" tabIndex={-1} aria-label={words.pick}>
          {place.message === null ? (
            <p className={styles['pick']}>{words.pick}</p>
          ) : (
            <>
              <PaneBar
                position={position}
                isNarrow={isNarrow}
                onThread={place.query.thread === null ? () => change({ thread: place.message }) : null}
                onOpen={(id) => open(id, id !== null)}
              />
              <MessagePane key={place.message} id={place.message} />
            </>
          )}
        </section>
      )}
    </div>
  );
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
