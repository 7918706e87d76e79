import type { CalledOperations } from '@candor/core/contract/operations';
import { type ReactElement, useCallback, useMemo, useRef, useState } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { FacetChoice } from '../../../ui/react/filter/facet-choice.tsx';
import { FilterBar } from '../../../ui/react/filter/filter-bar.tsx';
import { SearchField } from '../../../ui/react/filter/search-field.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { Name } from '../../../ui/react/name.tsx';
import { EmptyState, PartialState } from '../../../ui/react/page-states.tsx';
import type { Column, TableSort } from '../../../ui/react/table/column.ts';
import { Table } from '../../../ui/react/table/table.tsx';
import { useNarrow } from '../../../ui/react/use-narrow.ts';
import { useShortcuts } from '../../../ui/react/use-shortcuts.ts';
import { VerdictMark } from '../../../ui/react/verdict-mark.tsx';
import { useWords } from '../../base/words.ts';
import { call } from '../../client/client.ts';
import listStyles from '../../list/record-list.module.css';
import { useListAddress } from '../../list/use-list-address.ts';
import { useRowWindow, WINDOW_ROWS } from '../../list/use-row-window.ts';
import { useWaveAddress } from './use-wave-address.ts';
import { toLanguageName, type Wave } from './wave.ts';
import styles from './wave-page.module.css';

type Row = CalledOperations['notice.wave.notices']['answer']['rows'][number];
type Input = CalledOperations['notice.wave.notices']['input'];

const ORDERS = ['party', 'messages', 'rise', 'language'] as const;
type Order = (typeof ORDERS)[number];
type ColumnId = Order | (typeof VERDICTS)[number];
const CHANGES = ['first', 'more', 'less', 'none'] as const;
const WHO = ['organizations', 'people'] as const;
const VERDICTS = ['accessed', 'presumed', 'partial', 'possible', 'undetermined'] as const;
/** The largest rise first. */
const USUAL: TableSort<Order> = { by: 'rise', isDescending: false };
const MAX_TYPED_CHARACTERS = 200;

/** Each notice with what its party was told before; the open one is read beside it. */
export function NoticeList({ incident, wave }: { readonly incident: string; readonly wave: Wave }): ReactElement {
  const { wavePage: words, list, shared } = useWords();
  const { number, count, fill } = useFormat();
  const isNarrow = useNarrow();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [current, setCurrent] = useState(-1);
  const { notice, open } = useWaveAddress();
  const languages = useMemo(() => wave.languages.map(({ of }) => `lang-${of}`), [wave.languages]);
  const members = useMemo(() => [...CHANGES, ...WHO, ...languages], [languages]);
  const { sort, kinds, sortBy, toggle, clear } = useListAddress(ORDERS, members, USUAL);
  const chosen = kinds.join('.');
  const { by, isDescending } = sort;
  const ask = useCallback(
    (from: number) => {
      const of = chosen.split('.');
      const input: Input = {
        wave: wave.wave,
        text: typed.trim(),
        changes: CHANGES.filter((one) => of.includes(one)),
        who: WHO.filter((one) => of.includes(one)),
        languages: of.flatMap((one) => (one.startsWith('lang-') ? [one.slice('lang-'.length)] : [])),
        ...{ by, isDescending, from, count: WINDOW_ROWS },
      };
      return call(incident, 'notice.wave.notices', input);
    },
    [incident, wave.wave, typed, chosen, by, isDescending],
  );
  const rows = useRowWindow<Row>(ask);
  const move = (place: number): void => {
    const row = rows.row(place);
    if (row === undefined) return;
    setCurrent(place);
    open(row.notice);
  };
  useShortcuts({
    '/': () => field.current?.focus(),
    j: () => move(current + 1),
    k: () => move(Math.max(0, current - 1)),
  });
  const columns = useColumns();
  const reset = (): void => {
    setTyped('');
    clear();
  };
  const toGroup = (name: string, label: string, choices: readonly { id: string; name: string; n: number }[]) => ({
    name,
    label,
    isSet: choices.some(({ id }) => kinds.includes(id)),
    content: choices.map((choice) => (
      <FacetChoice
        key={choice.id}
        name={name}
        isChosen={kinds.includes(choice.id)}
        count={typed === '' ? choice.n : null}
        onChoose={() => toggle(choice.id)}
      >
        {choice.name}
      </FacetChoice>
    )),
    onClear: clear,
  });
  return (
    <section aria-labelledby="notices-title" className={listStyles['list']}>
      <div className={styles['head']}>
        <h2 id="notices-title">{words.difference}</h2>
        <span className={listStyles['shown']}>{words.keys}</span>
      </div>
      <div className={`${listStyles['bar']} ${listStyles['search']}`}>
        <SearchField
          field={field}
          text={typed}
          label={words.search}
          placeholder={words.search}
          isNarrow={isNarrow}
          maxLength={MAX_TYPED_CHARACTERS}
          flaws={[]}
          onSearch={setTyped}
          onLeave={() => document.querySelector<HTMLElement>('#notices-title')?.focus()}
        />
      </div>
      <div className={listStyles['bar']}>
        <FilterBar
          words={{ ...shared.filters, apply: count(shared.filters.apply, rows.total ?? 0) }}
          all={{
            label: fill(list.all, { n: number(wave.notices) }),
            isSet: kinds.length === 0 && typed === '',
            onPress: reset,
          }}
          groups={[
            toGroup(
              'change',
              words.changeFilter,
              CHANGES.map((id) => ({ id, name: words.changeNames[id], n: wave.changes[id] })),
            ),
            toGroup(
              'language',
              words.columns.language,
              wave.languages.map(({ of, count: n }) => ({ id: `lang-${of}`, name: toLanguageName(of, words), n })),
            ),
            toGroup('who', words.whoFilter, [
              { id: 'organizations', name: words.organizations, n: wave.organizations },
              { id: 'people', name: words.people, n: wave.people },
            ]),
          ]}
          isNarrow={isNarrow}
        >
          {rows.total !== null && !rows.isStale && (
            <span className={listStyles['shown']}>{count(words.match, rows.total)}</span>
          )}
        </FilterBar>
      </div>
      {rows.error !== null && <PartialState>{[words.rowsFailed, ...rows.error.reasons].join(' ')}</PartialState>}
      <Table<Row, ColumnId>
        label={words.difference}
        columns={columns}
        rows={{ total: rows.total ?? 0, row: rows.row, see: rows.see }}
        isStacked
        breaksAnywhere
        sort={sort}
        onSort={(id) => {
          const order = ORDERS.find((one) => one === id);
          if (order !== undefined) sortBy(order);
        }}
        work={{
          id: 'notice',
          current,
          isBusy: rows.isStale,
          isChosen: (row) => row.notice === notice,
          onOpen: move,
          onChoose: move,
          onMove: move,
          onEnter: () => document.querySelector<HTMLElement>('#notice-paper')?.focus(),
        }}
      />
      {rows.total === 0 && !rows.isStale && (
        <EmptyState action={<Button onPress={reset}>{list.withoutFilter}</Button>}>
          {fill(list.noMatch, { of: number(wave.notices) })}
        </EmptyState>
      )}
    </section>
  );
}

function useColumns(): readonly Column<Row, ColumnId>[] {
  const { wavePage: words, shared } = useWords();
  const { number } = useFormat();
  return useMemo(
    (): readonly Column<Row, ColumnId>[] => [
      {
        id: 'party',
        header: words.columns.party,
        kind: 'row-head',
        isSortable: true,
        cell: ({ party, name, isGuessed }) => (
          <>
            <Name text={name ?? party} isStrong />{' '}
            <span className={styles['was']}>
              <Name text={name === null ? '' : party} />
            </span>
            {isGuessed && <span className="second">{words.guessed}</span>}
          </>
        ),
      },
      ...VERDICTS.map(
        (verdict): Column<Row, ColumnId> => ({
          id: verdict,
          header: (
            <>
              <VerdictMark verdict={verdict} /> {shared.verdicts[verdict]}
            </>
          ),
          kind: 'number',
          cell: ({ figures, before }) => {
            const now = number(figures[verdict]);
            if (before === null || before[verdict] === figures[verdict])
              return figures[verdict] === 0 ? <span className={styles['was']}>{now}</span> : now;
            return (
              <>
                <span className={styles['was']}>{number(before[verdict])} →</span> <b>{now}</b>
              </>
            );
          },
        }),
      ),
      {
        id: 'rise',
        header: words.columns.rise,
        kind: 'number',
        isSortable: true,
        cell: ({ rise }) => number(rise),
      },
      {
        id: 'language',
        header: words.columns.language,
        isSortable: true,
        cell: ({ language }) => toLanguageName(language, words),
      },
    ],
    [words, shared, number],
  );
}
