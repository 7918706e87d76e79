import { type ChangeEvent, type ReactElement, useEffect, useRef } from 'react';
import type { Column } from './column.ts';
import styles from './table.module.css';

export interface SelectColumn<Row> {
  /** Names the row for whoever does not see it. */
  readonly label: (row: Row) => string;
  readonly isChosen: (row: Row) => boolean;
  readonly onChoose: (row: Row) => void;
  readonly all: {
    readonly label: string;
    readonly state: 'none' | 'some' | 'all';
    readonly onChoose: () => void;
  };
}

/** Boxes in front of rows, for pointer and touch; keys choose with `x`. */
export function toSelectColumn<Row>(select: SelectColumn<Row>): Column<Row, 'select'> {
  return {
    id: 'select',
    header: <AllBox {...select.all} />,
    cell: (row) => (
      <label className={styles['select']} data-select="">
        <span className="unseen">{select.label(row)}</span>
        <input
          type="checkbox"
          tabIndex={-1}
          checked={select.isChosen(row)}
          onClick={(event) => event.stopPropagation()}
          onChange={(event) => {
            select.onChoose(row);
            returnFocus(event);
          }}
        />
      </label>
    ),
    width: '24px',
    narrow: 'mark',
  };
}

function AllBox({ label, state, onChoose }: SelectColumn<never>['all']): ReactElement {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = state === 'some';
  }, [state]);
  return (
    <label className={styles['select']}>
      <span className="unseen">{label}</span>
      <input ref={box} type="checkbox" checked={state === 'all'} onChange={onChoose} />
    </label>
  );
}

/** To the rows: in a box, their keys would do nothing. */
function returnFocus({ currentTarget }: ChangeEvent<HTMLInputElement>): void {
  currentTarget.closest<HTMLElement>('[role=grid]')?.focus({ preventScroll: true });
}
