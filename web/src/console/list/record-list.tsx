import { type ReactElement, useCallback, useMemo, useRef, useState } from 'react';
import { Button } from '../../ui/react/button.tsx';
import { FacetList } from '../../ui/react/filter/facet-pane.tsx';
import { FilterBar } from '../../ui/react/filter/filter-bar.tsx';
import { SearchField } from '../../ui/react/filter/search-field.tsx';
import { useFormat } from '../../ui/react/language.tsx';
import { EmptyState } from '../../ui/react/page-states.tsx';
import type { Column, TableSort } from '../../ui/react/table/column.ts';
import { Table } from '../../ui/react/table/table.tsx';
import { useNarrow } from '../../ui/react/use-narrow.ts';
import { useShortcuts } from '../../ui/react/use-shortcuts.ts';
import { useWords } from '../base/words.ts';
import styles from './record-list.module.css';
import { useListAddress } from './use-list-address.ts';

const MAX_TYPED_CHARACTERS = 200;

/** A column by which its rows can be put in order. */
export type SortedColumn<Row, Id extends string> = Column<Row, Id> & { readonly order: (row: Row) => string | number };

export interface RecordListProps<Row, Id extends string> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly SortedColumn<Row, Id>[];
  readonly toKey: (row: Row) => string;
  /** What the search looks in. */
  readonly toText: (row: Row) => string;
  readonly usual: TableSort<Id>;
  readonly searchLabel: string;
  /** Before the columns, such as boxes to choose rows. */
  readonly lead?: Column<Row, 'lead'>;
  /** One filter: each row is in exactly one of its members. */
  readonly facet: {
    readonly name: string;
    readonly members: readonly { readonly id: string; readonly name: string }[];
    readonly toMember: (row: Row) => string;
  };
}

/** A list that came as a whole: search, filter, order. Its order and filter are in the address; typed words are not. */
export function RecordList<Row, Id extends string>(props: RecordListProps<Row, Id>): ReactElement {
  const { rows, columns, facet, toText } = props;
  const { list: words, shared } = useWords();
  const { count, fill, number } = useFormat();
  const isNarrow = useNarrow();
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const table = useRef<HTMLDivElement>(null);
  const ids = useMemo(() => columns.map(({ id }) => id), [columns]);
  const members = useMemo(() => facet.members.map(({ id }) => id), [facet.members]);
  const { sort, kinds, sortBy, toggle, clear } = useListAddress(ids, members, props.usual);
  useShortcuts({ '/': () => field.current?.focus() });
  const found = useMemo(() => {
    const wanted = typed.trim().toLowerCase();
    return wanted === '' ? rows : rows.filter((row) => toText(row).toLowerCase().includes(wanted));
  }, [rows, typed, toText]);
  const chosen = kinds.join('.');
  const shown = useMemo(
    () => arrange(found, { columns, facet, by: sort.by, isDescending: sort.isDescending, chosen }),
    [found, columns, facet, sort.by, sort.isDescending, chosen],
  );
  const shownColumns: readonly Column<Row, Id | 'lead'>[] = [
    ...(props.lead === undefined ? [] : [props.lead]),
    ...columns.map((column) => ({ ...column, isSortable: true })),
  ];
  const search = useCallback((text: string) => setTyped(text), []);
  const countOf = (member: string): number => found.filter((row) => facet.toMember(row) === member).length;
  const filter = {
    id: 'kinds',
    name: facet.name,
    total: found.length,
    members: facet.members
      .map(({ id, name }) => ({ id, name, count: countOf(id), isChosen: kinds.includes(id) }))
      .filter(({ count: rowsOf, isChosen }) => rowsOf > 0 || isChosen),
  };
  return (
    <div className={styles['list']} ref={table}>
      <div className={`${styles['bar']} ${styles['search']}`}>
        <SearchField
          field={field}
          text={typed}
          label={props.searchLabel}
          placeholder={props.searchLabel}
          isNarrow={isNarrow}
          maxLength={MAX_TYPED_CHARACTERS}
          flaws={[]}
          onSearch={search}
          onLeave={() => table.current?.querySelector<HTMLElement>('[role=table]')?.focus()}
        />
      </div>
      <div className={styles['bar']}>
        <FilterBar
          words={{ ...shared.filters, apply: count(shared.filters.apply, shown.length) }}
          all={{
            label: fill(words.all, { n: number(rows.length) }),
            isSet: kinds.length === 0 && typed === '',
            onPress: () => {
              setTyped('');
              clear();
            },
          }}
          groups={[
            {
              name: 'kinds',
              label: facet.name,
              isSet: kinds.length > 0,
              content: <FacetList facet={filter} words={shared.filters} onChoose={toggle} />,
              onClear: clear,
            },
          ]}
          isNarrow={isNarrow}
        >
          <span className={styles['shown']}>
            {fill(words.shown, { n: number(shown.length), of: number(rows.length) })}
          </span>
        </FilterBar>
      </div>
      <Table<Row, Id | 'lead'>
        label={props.label}
        columns={shownColumns}
        rows={shown}
        toKey={props.toKey}
        isStacked
        breaksAnywhere
        sort={sort}
        onSort={(by) => {
          if (by !== 'lead') sortBy(by);
        }}
        empty={
          <EmptyState
            action={
              rows.length > 0 ? (
                <Button
                  onPress={() => {
                    setTyped('');
                    clear();
                  }}
                >
                  {words.withoutFilter}
                </Button>
              ) : undefined
            }
          >
            {fill(words.noMatch, { of: number(rows.length) })}
          </EmptyState>
        }
      />
    </div>
  );
}

/** Rows of the chosen members, in order. @param chosen ids with a full stop between them; empty: each row */
function arrange<Row, Id extends string>(
  found: readonly Row[],
  given: Pick<RecordListProps<Row, Id>, 'columns' | 'facet'> & {
    readonly by: Id;
    readonly isDescending: boolean;
    readonly chosen: string;
  },
): readonly Row[] {
  const order = given.columns.find(({ id }) => id === given.by)?.order ?? (() => 0);
  const members = new Set(given.chosen.split('.'));
  const kept = given.chosen === '' ? found : found.filter((row) => members.has(given.facet.toMember(row)));
  const sorted = kept.toSorted((a, b) => compare(order(a), order(b)));
  return given.isDescending ? sorted.toReversed() : sorted;
}

/** Texts by their code points, as every list of Candor. */
function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
