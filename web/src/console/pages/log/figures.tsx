import type { CalledOperations } from '@candor/core/contract/operations';
import { type ReactElement, useMemo } from 'react';
import { useFormat } from '../../../ui/react/language.tsx';
import type { Column } from '../../../ui/react/table/column.ts';
import { Table } from '../../../ui/react/table/table.tsx';
import { useWords } from '../../base/words.ts';

type Figure = CalledOperations['figures.list']['answer']['figures'][number];

/** Every figure with its formula: how it is known. */
export function FigureTable({ figures }: { readonly figures: readonly Figure[] }): ReactElement {
  const words = useWords().logPage;
  const { number } = useFormat();
  const columns = useMemo(
    (): readonly Column<Figure>[] => [
      { id: 'name', header: words.columns.figure, kind: 'row-head', width: '22%', cell: ({ name }) => name },
      {
        id: 'value',
        header: words.columns.value,
        width: '22%',
        cell: ({ value }) => <FigureValue value={value} />,
      },
      { id: 'formula', header: words.columns.formula, cell: ({ formula }) => formula },
    ],
    [words],
  );
  return (
    <section aria-labelledby="figures-title">
      <h2 id="figures-title">
        {words.figuresTitle}, {number(figures.length)}
      </h2>
      <Table
        label={words.figuresTitle}
        columns={columns}
        rows={figures}
        toKey={({ name }) => name}
        isStacked
        breaksAnywhere
      />
    </section>
  );
}

function FigureValue({ value }: { readonly value: Figure['value'] }): ReactElement {
  const words = useWords().logPage;
  const { number } = useFormat();
  if (value === null) return <>{words.unknown}</>;
  if (typeof value === 'number') return <b>{number(value)}</b>;
  if (typeof value === 'string') return <>{value}</>;
  return (
    <ul>
      {Object.entries(value).map(([part, n]) => (
        <li key={part}>
          {part} <b>{number(n)}</b>
        </li>
      ))}
    </ul>
  );
}
