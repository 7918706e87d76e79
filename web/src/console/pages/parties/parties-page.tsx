import type { ConsoleIncident } from '@candor/core/contract/console';
import type { CalledOperations } from '@candor/core/contract/operations';
import { type ReactElement, useCallback, useRef, useState } from 'react';
import { AnswerHeading } from '../../../ui/react/answer-heading.tsx';
import { Button } from '../../../ui/react/button.tsx';
import { FacetList, FacetPane } from '../../../ui/react/filter/facet-pane.tsx';
import { FilterBar } from '../../../ui/react/filter/filter-bar.tsx';
import { SearchField } from '../../../ui/react/filter/search-field.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { EmptyState, PartialState } from '../../../ui/react/page-states.tsx';
import { useStatusFacts } from '../../../ui/react/status-context.tsx';
import { Table } from '../../../ui/react/table/table.tsx';
import { useTableShortcuts } from '../../../ui/react/table/table-keys.ts';
import { useNarrow, useTwoPanes } from '../../../ui/react/use-narrow.ts';
import { useWords } from '../../base/words.ts';
import { call } from '../../client/client.ts';
import { AnswerGate, IncidentGate } from '../../desk/gates.tsx';
import { useAnswer } from '../../desk/use-answer.ts';
import { type RowWindow, useRowWindow, WINDOW_ROWS } from '../../list/use-row-window.ts';
import { countToNotify, type Status } from '../incident/status-counts.ts';
import styles from './parties.module.css';
import { type PartyRow, usePartyColumns } from './party-columns.tsx';
import { toFacets } from './party-facets.ts';
import { PartyPane } from './party-pane.tsx';
import { type FacetId, type PartiesAddress, usePartiesAddress } from './use-parties-address.ts';

type PartyFacets = CalledOperations['parties.facets']['answer'];

const MAX_TYPED_CHARACTERS = 200;
const GRID = 'parties';

/** Who must be notified, and who is? */
export function PartiesPage(): ReactElement {
  const question = useWords().questions.parties;
  return <IncidentGate question={question}>{(incident) => <Gathered incident={incident} />}</IncidentGate>;
}

function Gathered({ incident }: { readonly incident: ConsoleIncident }): ReactElement {
  const question = useWords().questions.parties;
  const status = useAnswer(incident.id, 'status', {});
  const all = useAnswer(incident.id, 'parties.facets', {});
  return (
    <AnswerGate question={question} asked={status}>
      {(stands) => (
        <AnswerGate question={question} asked={all}>
          {(counted) => <Parties incident={incident} status={stands} all={counted} />}
        </AnswerGate>
      )}
    </AnswerGate>
  );
}

function Parties(props: {
  readonly incident: ConsoleIncident;
  readonly status: Status;
  readonly all: PartyFacets;
}): ReactElement {
  const { incident, status, all } = props;
  const { partiesPage: words, questions, shared, list } = useWords();
  const { number, count, fill } = useFormat();
  const isNarrow = useNarrow();
  const isTwo = useTwoPanes();
  const address = usePartiesAddress();
  const [typed, setTyped] = useState('');
  const { rows, facets } = usePartyRows(incident.id, address, typed, all);
  const place = usePlace(rows, address);
  const field = useRef<HTMLInputElement>(null);
  const search = useCallback((text: string) => setTyped(text), []);
  useTableShortcuts({
    current: place.current,
    onMove: place.goTo,
    onChoose: () => undefined,
    onSearch: () => field.current?.focus(),
    onLeave: () => address.open(null),
  });
  useStatusFacts([
    fill(words.version, { version: String(all.version) }),
    rows.total === null ? '' : fill(words.matching, { n: number(rows.total), of: number(all.parties) }),
  ]);
  const answer = useAnswerWords(status, all);
  const columns = usePartyColumns(isTwo);
  const reset = (): void => {
    setTyped('');
    address.clear(null);
  };
  const isPaneAlone = isNarrow && address.party !== null;
  const isEmpty = rows.total === 0 && !rows.isStale;
  return (
    <div className={isTwo ? `${styles['page']} ${styles['two']}` : styles['page']}>
      {!isTwo && (
        <FacetPane
          label={shared.filters.label}
          facets={facets}
          words={shared.filters}
          onChoose={(facet, member) => address.toggle(facet as FacetId, member)}
        />
      )}
      {isPaneAlone && <h1 className="unseen">{questions.parties}</h1>}
      {!isPaneAlone && (
        <section className={styles['list']} aria-label={words.title}>
          <div className={styles['head']}>
            <AnswerHeading level={1} question={questions.parties}>
              {answer}
            </AnswerHeading>
          </div>
          <div className={styles['bar']}>
            <SearchField
              field={field}
              text={typed}
              label={words.search}
              placeholder={words.search}
              isNarrow={isNarrow}
              maxLength={MAX_TYPED_CHARACTERS}
              flaws={[]}
              onSearch={search}
              onLeave={() => document.querySelector<HTMLElement>('[role=grid]')?.focus()}
            />
            <FilterBar
              words={{ ...shared.filters, apply: count(shared.filters.apply, rows.total ?? 0) }}
              all={{
                label: fill(list.all, { n: number(all.parties) }),
                isSet: !address.isFiltered && typed === '',
                onPress: reset,
              }}
              groups={facets.map((facet) => ({
                name: facet.id,
                label: facet.name,
                isSet: address.filter[facet.id].length > 0,
                content: (
                  <FacetList
                    facet={facet}
                    words={shared.filters}
                    onChoose={(member) => address.toggle(facet.id, member)}
                  />
                ),
                onClear: () => address.clear(facet.id),
              }))}
              chips={facets.flatMap(({ id, members }) => {
                const names = members.filter(({ isChosen }) => isChosen).map(({ name }) => name);
                return names.length === 0 || isTwo
                  ? []
                  : [{ name: id, label: names.join(', '), onRemove: () => address.clear(id) }];
              })}
              isNarrow={isNarrow}
              isBeside={!isTwo}
            />
          </div>
          {rows.error !== null && <PartialState>{[words.rowsFailed, ...rows.error.reasons].join(' ')}</PartialState>}
          {isEmpty ? (
            <div className={styles['empty']}>
              <EmptyState action={<Button onPress={reset}>{list.withoutFilter}</Button>}>
                {fill(list.noMatch, { of: number(all.parties) })}
              </EmptyState>
            </div>
          ) : (
            <Table
              label={words.title}
              kind="lines"
              isNarrow={isNarrow}
              columns={columns}
              rows={{ total: rows.total ?? 0, row: rows.row, see: rows.see }}
              sort={address.sort}
              onSort={(by) => {
                if (by !== 'contact' && by !== 'language' && by !== 'state') address.sortBy(by);
              }}
              work={{
                id: GRID,
                current: place.current,
                isBusy: rows.isStale,
                isChosen: () => false,
                onOpen: place.goTo,
                onChoose: () => undefined,
                onMove: place.goTo,
                onEnter: () => document.getElementById('party-pane')?.focus(),
              }}
            />
          )}
        </section>
      )}
      {(!isNarrow || isPaneAlone) && (
        <PartyPane
          incident={incident.id}
          party={address.party}
          place={place.current < 0 ? null : { at: place.current, of: rows.total ?? 0 }}
          onBack={isNarrow ? () => address.open(null) : null}
        />
      )}
    </div>
  );
}

function usePartyRows(incident: string, address: PartiesAddress, typed: string, all: PartyFacets) {
  const { partiesPage: words } = useWords();
  const { filter, sort } = address;
  const text = typed.trim();
  const asked = JSON.stringify({ ...filter, text });
  const { by, isDescending } = sort;
  const ask = useCallback(
    (from: number) =>
      call(incident, 'parties.page', { ...JSON.parse(asked), by, isDescending, from, count: WINDOW_ROWS }),
    [incident, asked, by, isDescending],
  );
  const rows = useRowWindow<PartyRow>(ask);
  const counted = useAnswer(incident, 'parties.facets', { ...filter, text });
  // Until they are counted, those counted last stay.
  const kept = useRef(all);
  if (counted.answer !== null) kept.current = counted.answer;
  return { rows, facets: toFacets(kept.current, address, words) };
}

/** Where in the list the party of the pane is; -1: not known, as after a reload. */
function usePlace(rows: RowWindow<PartyRow>, { party, open }: PartiesAddress) {
  const [at, setAt] = useState(-1);
  const isThere = party !== null && rows.row(at)?.key === party;
  return {
    current: isThere ? at : -1,
    goTo: (wanted: number): void => {
      const to = Math.min(Math.max(wanted, 0), (rows.total ?? 0) - 1);
      const key = rows.row(to)?.key;
      if (key === undefined) return;
      setAt(to);
      open(key);
    },
  };
}

/** Lists are recorded and never notified. */
function useAnswerWords({ toNotify, notified }: Status, { needs }: PartyFacets): string {
  const { incidentPage, partiesPage: words } = useWords();
  const { count, fill, number } = useFormat();
  if (toNotify.state === 'unknown') return `${incidentPage.unknown}: ${toNotify.because}`;
  const parties = count(toNotify.state === 'all' ? incidentPage.all : incidentPage.atLeast, countToNotify(toNotify));
  return fill(words.answer, {
    parties: parties.charAt(0).toUpperCase() + parties.slice(1),
    done: number(notified.value.notified),
    none: number(needs.members['no-contact'] ?? 0),
  });
}
