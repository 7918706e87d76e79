import type { CalledOperations } from '@candor/core/contract/operations';
import { VERDICTS, type Verdict } from '@candor/core/exposure/verdict';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactElement, useCallback, useMemo, useRef, useState } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { FacetChoice } from '../../../ui/react/filter/facet-choice.tsx';
import { FilterBar } from '../../../ui/react/filter/filter-bar.tsx';
import { SearchField } from '../../../ui/react/filter/search-field.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { EmptyState, PartialState } from '../../../ui/react/page-states.tsx';
import type { Column, TableSort } from '../../../ui/react/table/column.ts';
import { Table } from '../../../ui/react/table/table.tsx';
import { useNarrow } from '../../../ui/react/use-narrow.ts';
import { useShortcuts } from '../../../ui/react/use-shortcuts.ts';
import { VerdictMark } from '../../../ui/react/verdict-mark.tsx';
import { useWords } from '../../base/words.ts';
import { call } from '../../client/client.ts';
import styles from '../../list/record-list.module.css';
import { useListAddress } from '../../list/use-list-address.ts';
import { useRowWindow, WINDOW_ROWS } from '../../list/use-row-window.ts';
import { ExplainDialog } from './explain-dialog.tsx';
import { type Mailbox, sumCopies } from './mailbox-counts.ts';

type CopyRow = CalledOperations['exposure.copies']['answer']['rows'][number];
const ORDERS = ['verdict', 'arrived', 'custodian', 'location'] as const;
type Order = (typeof ORDERS)[number];

const USUAL: TableSort<Order> = { by: 'verdict', isDescending: false };
const MAX_TYPED_CHARACTERS = 200;

/** Copies of the version: those of a verdict, of a mailbox, with a word in location or Message-ID. */
export function CopyList(props: {
  readonly incident: string;
  readonly version: number;
  readonly mailboxes: readonly Mailbox[];
}): ReactElement {
  const { incident, mailboxes } = props;
  const { exposurePage: words, list, shared } = useWords();
  const { number, count, fill } = useFormat();
  const isNarrow = useNarrow();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [explained, setExplained] = useState<CopyRow | null>(null);
  const { sort, kinds, sortBy, toggle, clear } = useListAddress(ORDERS, VERDICTS, USUAL);
  const mailbox = useMailboxPlace(mailboxes);
  const verdicts = kinds.join('.');
  const custodian = mailbox.chosen?.custodian ?? null;
  const { by, isDescending } = sort;
  const ask = useCallback(
    (from: number) =>
      call(incident, 'exposure.copies', {
        custodian,
        verdicts: verdicts === '' ? [] : (verdicts.split('.') as Verdict[]),
        text: typed.trim(),
        by,
        isDescending,
        from,
        count: WINDOW_ROWS,
      }),
    [incident, custodian, verdicts, typed, by, isDescending],
  );
  const rows = useRowWindow<CopyRow>(ask);
  useShortcuts({ '/': () => field.current?.focus() });
  const columns = useColumns(setExplained);
  const search = useCallback((text: string) => setTyped(text), []);
  const totals = sumCopies(mailbox.chosen === null ? mailboxes : [mailbox.chosen]);
  const all = mailboxes.reduce(
    (sum, one) => sum + VERDICTS.reduce((n, verdict) => n + (one.copies?.[verdict] ?? 0), 0),
    0,
  );
  const reset = (): void => {
    setTyped('');
    mailbox.leave();
  };
  return (
    <section aria-labelledby="copies-title" className={styles['list']}>
      <h2 id="copies-title">{words.copiesTitle}</h2>
      <div className={`${styles['bar']} ${styles['search']}`}>
        <SearchField
          field={field}
          text={typed}
          label={words.search}
          placeholder={words.search}
          isNarrow={isNarrow}
          maxLength={MAX_TYPED_CHARACTERS}
          flaws={[]}
          onSearch={search}
          onLeave={() => document.querySelector<HTMLElement>('#copies-title ~ [role=table]')?.focus()}
        />
      </div>
      <div className={styles['bar']}>
        <FilterBar
          words={{ ...shared.filters, apply: count(shared.filters.apply, rows.total ?? 0) }}
          all={{
            label: fill(list.all, { n: number(all) }),
            isSet: kinds.length === 0 && typed === '' && mailbox.chosen === null,
            onPress: reset,
          }}
          groups={[
            {
              name: 'verdicts',
              label: words.columns.verdict,
              isSet: kinds.length > 0,
              content: VERDICTS.map((verdict) => (
                <FacetChoice
                  key={verdict}
                  name="verdict"
                  isChosen={kinds.includes(verdict)}
                  count={typed === '' ? totals[verdict] : null}
                  onChoose={() => toggle(verdict)}
                >
                  <VerdictMark verdict={verdict} /> {shared.verdicts[verdict]}
                </FacetChoice>
              )),
              onClear: clear,
            },
          ]}
          chips={
            mailbox.chosen === null
              ? []
              : [{ name: 'mailbox', label: mailbox.chosen.custodian, onRemove: mailbox.leaveMailbox }]
          }
          isNarrow={isNarrow}
        >
          {rows.total !== null && !rows.isStale && (
            <span className={styles['shown']}>{count(words.match, rows.total)}</span>
          )}
        </FilterBar>
      </div>
      {rows.error !== null && <PartialState>{[words.rowsFailed, ...rows.error.reasons].join(' ')}</PartialState>}
      <Table
        label={words.copiesTitle}
        columns={columns}
        rows={{ total: rows.total ?? 0, row: rows.row, see: rows.see }}
        isStacked
        breaksAnywhere
        sort={sort}
        onSort={sortBy}
      />
      {rows.total === 0 && !rows.isStale && (
        <EmptyState action={<Button onPress={reset}>{list.withoutFilter}</Button>}>
          {fill(list.noMatch, { of: number(all) })}
        </EmptyState>
      )}
      {explained !== null && <ExplainDialog incident={incident} copy={explained} onClose={() => setExplained(null)} />}
    </section>
  );
}

function useColumns(onExplain: (row: CopyRow) => void): readonly Column<CopyRow, Order>[] {
  const { exposurePage: words, shared } = useWords();
  const { time } = useFormat();
  return useMemo(
    (): readonly Column<CopyRow, Order>[] => [
      {
        id: 'verdict',
        header: words.columns.verdict,
        isSortable: true,
        width: '14%',
        cell: ({ verdict }) => (
          <>
            <VerdictMark verdict={verdict} /> {shared.verdicts[verdict]}
          </>
        ),
      },
      {
        id: 'arrived',
        header: words.columns.arrived,
        isSortable: true,
        width: '18%',
        cell: ({ arrived }) => (arrived === null ? words.noArrival : time(arrived)),
      },
      {
        id: 'custodian',
        header: words.columns.mailbox,
        isSortable: true,
        width: '18%',
        cell: ({ custodian, folder }) => (
          <>
            <bdi>{custodian}</bdi>
            {folder !== null && <span className="second">{folder}</span>}
          </>
        ),
      },
      {
        id: 'location',
        header: words.columns.location,
        isSortable: true,
        kind: 'row-head',
        cell: (row) => (
          <>
            <Button kind="link" onPress={() => onExplain(row)}>
              {row.location}
            </Button>
            <span className="second">{[row.messageId ?? words.noMessageId, ...row.codes].join(' · ')}</span>
          </>
        ),
      },
    ],
    [words, shared, time, onExplain],
  );
}

/** The mailbox that the address names by its place in the incident file: `at=2`. */
function useMailboxPlace(mailboxes: readonly Mailbox[]) {
  const written = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const navigate = useNavigate();
  const { at, ...others } = written;
  const go = (search: object): void => {
    navigate({ to: '.', search: search as never, replace: true }).catch(() => undefined);
  };
  const { kinds: _kinds, ...bare } = others;
  return {
    chosen: typeof at === 'number' ? (mailboxes[at] ?? null) : null,
    leaveMailbox: () => go(others),
    leave: () => go(bare),
  };
}
