// biome-ignore-all lint/a11y/useSemanticElements: rows are laid out as grids and blocks, for which browsers drop the roles of the elements
// biome-ignore-all lint/a11y/noRedundantRoles: the same
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its current row
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the same
import type { ReactElement } from 'react';
import { Name } from '../name.tsx';
import type { Column, TableWork } from './column.ts';
import styles from './table.module.css';

export interface TableRowProps<Row, Id extends string> {
  readonly columns: readonly Column<Row, Id>[];
  readonly row: Row | undefined;
  readonly place: number;
  readonly rowIndex: number | undefined;
  readonly measure: ((row: HTMLElement | null) => void) | undefined;
  readonly work: TableWork<Row> | undefined;
}

/** One row. Its height is reserved before its text loads. */
export function TableRow<Row, Id extends string>(props: TableRowProps<Row, Id>): ReactElement {
  const { row, place, work } = props;
  const isCurrent = work?.current === place;
  const isChosen = row !== undefined && work?.isChosen(row) === true;
  return (
    <tr
      ref={props.measure}
      data-index={place}
      className={[styles['row'], isCurrent ? styles['current'] : '', isChosen ? styles['chosen'] : ''].join(' ')}
      role="row"
      id={work === undefined ? undefined : `${work.id}-${place}`}
      aria-rowindex={props.rowIndex}
      aria-selected={work === undefined ? undefined : isChosen}
      aria-current={isCurrent ? 'true' : undefined}
      onClick={
        work === undefined
          ? undefined
          : (event) => (event.shiftKey || event.ctrlKey || event.metaKey ? work.onChoose(place) : work.onOpen(place))
      }
    >
      {row === undefined ? (
        <td role={work === undefined ? 'cell' : 'gridcell'} className={styles['waiting']} data-waiting="">
          …
        </td>
      ) : (
        props.columns.map((column) => <Cell key={column.id} column={column} row={row} isGrid={work !== undefined} />)
      )}
    </tr>
  );
}

function Cell<Row, Id extends string>(props: {
  readonly column: Column<Row, Id>;
  readonly row: Row;
  readonly isGrid: boolean;
}): ReactElement {
  const { column, row, isGrid } = props;
  const { kind = 'text', header, narrow } = column;
  const given = column.cell(row);
  // A text of 200 kB in a line would take seconds to lay out, and its writing direction would reach the next cell.
  const content = typeof given === 'string' && isGrid ? <Name text={given} /> : given;
  const classes = [styles[kind], narrow === undefined ? '' : styles[narrow], column.className];
  if (kind === 'row-head')
    return (
      <th role="rowheader" scope="row" className={classes.join(' ')}>
        {content}
      </th>
    );
  return (
    <td
      role={isGrid ? 'gridcell' : 'cell'}
      className={classes.join(' ')}
      data-label={kind === 'number' && typeof header === 'string' ? header : undefined}
    >
      {content}
    </td>
  );
}
