import type { CalledOperations } from '@candor/core/contract/operations';
import { type ReactElement, useCallback, useMemo, useState } from 'react';
import { FacetChoice } from '../../../ui/react/filter/facet-choice.tsx';
import { FilterBar } from '../../../ui/react/filter/filter-bar.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { Mark } from '../../../ui/react/mark.tsx';
import { PartialState } from '../../../ui/react/page-states.tsx';
import type { Column } from '../../../ui/react/table/column.ts';
import { Table } from '../../../ui/react/table/table.tsx';
import { useNarrow } from '../../../ui/react/use-narrow.ts';
import { useWords } from '../../base/words.ts';
import { call } from '../../client/client.ts';
import listStyles from '../../list/record-list.module.css';
import { useRowWindow, WINDOW_ROWS } from '../../list/use-row-window.ts';
import type { Wave } from './wave.ts';

type Delivery = CalledOperations['notice.wave.deliveries']['answer']['rows'][number];

const MARKS: Readonly<Record<Delivery['outcome'], 'tick' | 'ring' | 'cross' | null>> = {
  uncertain: 'ring',
  returned: 'cross',
  deferred: 'ring',
  'held-back': 'ring',
  'under-way': 'ring',
  prepared: null,
  settled: 'tick',
  'carried-over': null,
  sent: 'tick',
};

/** What became of each message, in the relay's words: uncertain and returned first. */
export function WaveDeliveries({ incident, wave }: { readonly incident: string; readonly wave: Wave }): ReactElement {
  const { wavePage: words, list, noticesPage, shared } = useWords();
  const { count, fill, number, time } = useFormat();
  const isNarrow = useNarrow();
  const [states, setStates] = useState<readonly string[]>([]);
  const ask = useCallback(
    (from: number) =>
      call(incident, 'notice.wave.deliveries', { wave: wave.wave, states: [...states], from, count: WINDOW_ROWS }),
    [incident, wave.wave, states],
  );
  const rows = useRowWindow<Delivery>(ask);
  const all = wave.deliveries.reduce((sum, one) => sum + one.count, 0);
  const columns = useColumns();
  const { outcomes: counts } = wave;
  return (
    <section aria-labelledby="deliveries-title" className={listStyles['list']}>
      <h2 id="deliveries-title">{words.deliveries}</h2>
      <p>
        {fill(words.sums, {
          prepared: number(counts.prepared),
          sent: number(counts.sent),
          returned: number(counts.returned),
          posted: number(counts.posted),
          uncertain: number(wave.uncertain),
        })}{' '}
        {counts.readUntil === null ? words.bouncesUnread : fill(words.bouncesRead, { at: time(counts.readUntil) })}
      </p>
      <p className="second">{noticesPage.sentMeans}</p>
      <div className={listStyles['bar']}>
        <FilterBar
          words={{ ...shared.filters, apply: count(shared.filters.apply, rows.total ?? 0) }}
          all={{
            label: fill(list.all, { n: number(all) }),
            isSet: states.length === 0,
            onPress: () => setStates([]),
          }}
          groups={[
            {
              name: 'states',
              label: words.columns.outcome,
              isSet: states.length > 0,
              content: wave.deliveries.map(({ of, count: n }) => (
                <FacetChoice
                  key={of}
                  name="state"
                  isChosen={states.includes(of)}
                  count={n}
                  onChoose={() => setStates(states.includes(of) ? states.filter((one) => one !== of) : [...states, of])}
                >
                  {words.states[of as keyof typeof words.states] ?? of}
                </FacetChoice>
              )),
              onClear: () => setStates([]),
            },
          ]}
          isNarrow={isNarrow}
        >
          {rows.total !== null && !rows.isStale && (
            <span className={listStyles['shown']}>{count(words.deliveriesMatch, rows.total)}</span>
          )}
        </FilterBar>
      </div>
      {rows.error !== null && <PartialState>{[words.rowsFailed, ...rows.error.reasons].join(' ')}</PartialState>}
      <Table
        label={words.deliveries}
        columns={columns}
        rows={{ total: rows.total ?? 0, row: rows.row, see: rows.see }}
        isStacked
        breaksAnywhere
      />
    </section>
  );
}

function useColumns(): readonly Column<Delivery>[] {
  const { wavePage: words } = useWords();
  const { number, time } = useFormat();
  return useMemo(
    (): readonly Column<Delivery>[] => [
      {
        id: 'outcome',
        header: words.columns.outcome,
        width: '16%',
        cell: ({ outcome }) => (
          <>
            {MARKS[outcome] !== null && <Mark kind={MARKS[outcome]} />} {words.outcomes[outcome]}
          </>
        ),
      },
      {
        id: 'contact',
        header: words.columns.contact,
        kind: 'row-head',
        width: '30%',
        cell: ({ contact, party, rung }) => (
          <>
            <bdi>{contact}</bdi>
            <span className="second">
              <bdi>{party}</bdi>, {words.rungs[rung as keyof typeof words.rungs] ?? rung}
            </span>
          </>
        ),
      },
      {
        id: 'said',
        header: words.columns.said,
        cell: ({ said }) => (said === null ? '' : <code>{said}</code>),
      },
      { id: 'attempts', header: words.columns.attempts, kind: 'number', cell: ({ attempts }) => number(attempts) },
      { id: 'changed', header: words.columns.changed, width: '14%', cell: ({ changedAt }) => time(changedAt) },
    ],
    [words, number, time],
  );
}
