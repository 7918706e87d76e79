import { type ReactElement, useState } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { PlainTable } from '../../../ui/react/plain-table.tsx';
import { useFormat, useWords } from '../base/language-context.tsx';
import styles from './pack.module.css';
import type { PackFigures } from './pack-figures.ts';
import { toPackAddress } from './pack-query.ts';
import type { PackTable } from './pack-tables.ts';

/** A screen of addresses; print and the files have all of them. */
const SHOWN_AT_FIRST = 20;

export function ReportTable(props: { readonly table: PackTable; readonly figures: PackFigures }): ReactElement | null {
  const words = useWords('report');
  const { count } = useFormat();
  const [isWhole, setWhole] = useState(false);
  const { table, figures } = props;
  const more = table.rows.length - SHOWN_AT_FIRST;
  const isCut = table.name !== 'figures' && more > 0 && !isWhole;
  if (table.rows.length === 0) {
    return table.name === 'doubts' ? <p className={styles['small']}>{words.noDoubts}</p> : null;
  }
  return (
    <section className={styles['part']}>
      <h2>{table.title}</h2>
      <PlainTable columns={table.columns} kind="report">
        {table.rows.map(({ anchor, cells }, at) => (
          <tr key={cells[0]} className={isCut && at >= SHOWN_AT_FIRST ? styles['rest'] : undefined}>
            {cells.map((cell, column) => (
              <td key={table.columns[column]}>
                {table.name === 'figures' && column === 2 ? (
                  <SearchLink search={cell} anchor={anchor} figures={figures} />
                ) : (
                  cell
                )}
              </td>
            ))}
          </tr>
        ))}
      </PlainTable>
      {isCut && (
        <Button kind="link" onPress={() => setWhole(true)}>
          {count(words.further, more)}
        </Button>
      )}
    </section>
  );
}

function SearchLink(props: {
  readonly search: string;
  readonly anchor: string | null;
  readonly figures: PackFigures;
}): ReactElement | null {
  const { anchor, figures, search } = props;
  const query = Object.values(figures).find(({ name }) => name === anchor)?.query ?? null;
  const value = Object.values(figures).find(({ name }) => name === anchor)?.value;
  if (query === null || value?.kind !== 'number' || value.number === 0) return null;
  return <a href={`#${toPackAddress(query)}`}>{search}</a>;
}
