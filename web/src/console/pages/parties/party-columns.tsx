import type { CalledOperations } from '@candor/core/contract/operations';
import { type ReactElement, useMemo } from 'react';
import { StackedBar } from '../../../ui/react/charts/stacked-bar.tsx';
import { Figure } from '../../../ui/react/figure.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { Name } from '../../../ui/react/name.tsx';
import type { Column } from '../../../ui/react/table/column.ts';
import { useWords } from '../../base/words.ts';
import { useIncident } from '../../desk/desk.tsx';
import styles from './parties.module.css';
import { toPartyPath } from './party-path.ts';
import type { PartyOrder } from './use-parties-address.ts';

export type PartyRow = CalledOperations['parties.page']['answer']['rows'][number];
type ColumnId = PartyOrder | 'contact' | 'language' | 'state';

/** States that wait for somebody. */
const URGENT: ReadonlySet<string> = new Set(['uncertain', 'returned']);

/** Columns of the list; the narrow ones fit beside an open party. */
export function usePartyColumns(isNarrow: boolean): readonly Column<PartyRow, ColumnId>[] {
  const { partiesPage: words } = useWords();
  const { number } = useFormat();
  const { to } = useIncident();
  return useMemo(() => {
    const columns: readonly Column<PartyRow, ColumnId>[] = [
      {
        id: 'name',
        header: words.columns.name,
        width: 'minmax(168px, 3fr)',
        isSortable: true,
        narrow: 'title',
        cell: (row) => <PartyName row={row} />,
      },
      {
        id: 'exposure',
        header: words.columns.exposure,
        width: '64px',
        isSortable: true,
        narrow: 'about',
        cell: (row) => <StackedBar counts={row} of={null} label={null} />,
      },
      {
        id: 'accessed',
        header: words.columns.accessed,
        width: '60px',
        kind: 'number',
        isSortable: true,
        narrow: 'titleEnd',
        cell: ({ accessed, key }) => (
          <Figure text={number(accessed)} isZero={accessed === 0} to={to(toPartyPath(key))} />
        ),
      },
      toNumber('presumed', words.columns.presumed, '68px', number, ({ presumed }) => presumed),
      toNumber('doubtful', words.columns.doubtful, '64px', number, ({ partial, possible }) => partial + possible),
      toNumber('undetermined', words.columns.undetermined, '80px', number, ({ undetermined }) => undetermined),
      {
        id: 'contact',
        header: words.columns.contact,
        width: 'minmax(88px, 1fr)',
        cell: ({ contact, source }) =>
          contact === null ? (
            <span className={styles['faint']}>{words.sources.none}</span>
          ) : (
            <span title={words.sources[source]}>
              <Name text={contact} isLine characters={60} />
            </span>
          ),
      },
      {
        id: 'language',
        header: words.columns.language,
        width: '24px',
        cell: ({ language }) => <bdi>{language ?? '–'}</bdi>,
      },
      {
        id: 'state',
        header: words.columns.state,
        width: '104px',
        narrow: 'aboutEnd',
        cell: (row) => <State row={row} />,
      },
    ];
    return isNarrow
      ? columns.filter(({ id }) => id !== 'undetermined' && id !== 'language' && id !== 'contact' && id !== 'doubtful')
      : columns;
  }, [words, number, to, isNarrow]);
}

function toNumber(
  id: 'presumed' | 'doubtful' | 'undetermined',
  header: string,
  width: string,
  number: (n: number) => string,
  of: (row: PartyRow) => number,
): Column<PartyRow, ColumnId> {
  return {
    ...{ id, header, width, kind: 'number', isSortable: true },
    cell: (row) => <Figure text={number(of(row))} isZero={of(row) === 0} to={null} />,
  };
}

function PartyName({ row: { name, party, domains, kind } }: { readonly row: PartyRow }): ReactElement {
  const beside = domains[0] ?? party;
  const isBeside = kind !== 'person' && name !== '' && beside !== name;
  return (
    <>
      <Name text={name === '' ? party : name} isStrong characters={80} />
      {isBeside && (
        <>
          {' '}
          <span className={styles['faint']}>
            <Name text={beside} characters={60} />
          </span>
        </>
      )}
    </>
  );
}

function State({ row: { state, need } }: { readonly row: PartyRow }): ReactElement {
  const { partiesPage: words } = useWords();
  const isNeed = need === 'no-contact' || need === 'guessed';
  const text = isNeed ? words.needs[need] : words.states[state];
  return (
    <span className={URGENT.has(state) || need === 'no-contact' ? styles['urgent'] : styles['plain']}>{text}</span>
  );
}
