import { type ReactElement, useCallback } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { PartialState } from '../../../ui/react/page-states.tsx';
import { useTwoPanes } from '../../../ui/react/use-narrow.ts';
import { NO_QUERY, type SortBy } from '../../bridge/message-query.ts';
import { KeyWorkerError, type OpenedRelease } from '../../bridge/protocol.ts';
import { useWords } from '../base/language-context.tsx';
import { ExportDialog } from '../export/export-dialog.tsx';
import { useErrorSentence } from '../session/flaw-sentence.ts';
import { BodyNotes } from './body-notes.tsx';
import { ColumnChoice } from './column-choice.tsx';
import { FilterBar } from './filter-bar.tsx';
import { MessageList } from './message-list.tsx';
import styles from './messages-page.module.css';
import { NoMatch } from './search-coverage.tsx';
import { SearchField } from './search-field.tsx';
import { ChosenBar } from './use-chosen.tsx';
import type { MessageListState } from './use-message-list.ts';
import type { MessagesPlace } from './use-messages-address.ts';

interface SideProps {
  readonly release: OpenedRelease;
  readonly place: MessagesPlace;
  readonly list: MessageListState;
  readonly isNarrow: boolean;
}

/** Search, filters, what is known of the search, and the list. */
export function ListSide(props: SideProps): ReactElement {
  const { release, place, list, isNarrow } = props;
  const words = useWords('messages');
  const { selected, rows, chosen, field } = list;
  const { change } = place;
  const search = useCallback((text: string) => change({ text }, true), [change]);
  const of = selected?.of ?? release.messages;
  const isEmpty = selected !== null && selected.total === 0 && !rows.isStale;
  return (
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
      <Filters {...props} of={of} />
      {!isEmpty && <SearchNotes place={place} list={list} hasCoverage />}
      {chosen.ids.size > 0 && (
        <ChosenBar chosen={chosen} total={selected?.total ?? 0} onExport={() => list.setExporting(true)} />
      )}
      <ExportOfList place={place} list={list} />
      <Failures list={list} />
      {isEmpty ? <NothingFound place={place} list={list} /> : <Rows {...props} />}
    </section>
  );
}

function Filters({ place, list, isNarrow, of }: SideProps & { readonly of: number }): ReactElement {
  const words = useWords('messages');
  const { count } = useFormat();
  // Two-line rows: the last column shows secrets and fraud and would be cut off.
  const isListNarrow = useTwoPanes();
  const { selected, chosen, hidden } = list;
  return (
    <FilterBar place={place} of={of} matching={selected?.messages ?? null} isNarrow={isListNarrow} version={selected}>
      {!isNarrow && (
        <>
          {selected !== null && selected.messages > 0 && chosen.ids.size === 0 && (
            <Button kind="link" size="small" onPress={() => list.setExporting(true)}>
              {count(words.exportAll, selected.messages)}
            </Button>
          )}
          {!isListNarrow && <ColumnChoice hidden={hidden} onChange={list.setHidden} />}
        </>
      )}
    </FilterBar>
  );
}

type ListProps = Pick<SideProps, 'place' | 'list'>;

/** What a search in texts covered; also where the filter is of texts that could not be opened. */
function SearchNotes({
  place,
  list: { selected, reading },
  hasCoverage,
}: ListProps & { readonly hasCoverage: boolean }): ReactElement | null {
  const isOfUnopened = place.query.holds.includes('unopened');
  const covered = selected?.coverage.value.kind;
  if (covered !== 'every-text' && covered !== 'some-texts' && !isOfUnopened) return null;
  const showFailed = () => place.change({ ...NO_QUERY, sort: place.query.sort, holds: ['unopened'] });
  return (
    <BodyNotes
      selected={selected}
      reading={reading}
      hasCoverage={hasCoverage}
      onShowFailed={isOfUnopened ? null : showFailed}
    />
  );
}

function ExportOfList({ place, list: { selected, chosen, isExporting, setExporting } }: ListProps) {
  if (!isExporting) return null;
  return (
    <ExportDialog
      query={chosen.ids.size > 0 ? { ...NO_QUERY, only: [...chosen.ids] } : place.query}
      messages={chosen.ids.size > 0 ? chosen.ids.size : (selected?.messages ?? 0)}
      onClose={() => setExporting(false)}
    />
  );
}

/** What could not be read, notes or rows. */
function Failures({ list: { rows, unreadNotes } }: Pick<SideProps, 'list'>): ReactElement {
  const words = useWords('messages');
  const { fill } = useFormat();
  const toSentence = useErrorSentence();
  const retry = (
    <Button kind="link" onPress={rows.refresh}>
      {words.withoutFilter}
    </Button>
  );
  return (
    <>
      {unreadNotes !== null && (
        <PartialState>{fill(words.unreadNotes, { flaw: toSentence(unreadNotes) })}</PartialState>
      )}
      {rows.flaw !== null && (
        <PartialState action={retry}>
          {words.rowsFailed.replace('{why}', toSentence(new KeyWorkerError(rows.flaw)))}
        </PartialState>
      )}
    </>
  );
}

function NothingFound({ place, list }: ListProps): ReactElement | null {
  const words = useWords('messages');
  if (list.selected === null) return null;
  const { coverage, of } = list.selected;
  const action = (
    <>
      <SearchNotes place={place} list={list} hasCoverage={false} />
      <Button onPress={place.reset}>{words.withoutFilter}</Button>
    </>
  );
  return (
    <div className={styles['empty']}>
      <NoMatch coverage={coverage} of={of} action={action} />
    </div>
  );
}

function Rows({ release, place, list: { rows, hidden, chosen, position, moves } }: SideProps): ReactElement {
  const isListNarrow = useTwoPanes();
  const sort = (by: SortBy): void => {
    const { sort: before } = place.query;
    const isDescending = before.by === by ? !before.isDescending : by === 'date' || by === 'verdict' || by === 'holds';
    place.change({ sort: { by, isDescending } });
  };
  return (
    <MessageList
      rows={rows}
      hidden={hidden}
      expected={place.isFiltered ? 0 : release.messages}
      sort={place.query.sort}
      isNarrow={isListNarrow}
      work={{
        current: position?.position ?? -1,
        isChosen: ({ id }) => chosen.ids.has(id),
        onOpen: moves.openAt,
        onChoose: moves.choose,
        onMove: moves.goTo,
        onEnter: () => document.getElementById('message-pane')?.focus(),
      }}
      onSort={sort}
    />
  );
}
