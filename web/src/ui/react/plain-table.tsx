import type { ReactElement, ReactNode } from 'react';
import styles from './plain-table.module.css';

export interface TableColumn {
  readonly name: string;
  /** `unseen` is only read out: the cells below explain themselves. */
  readonly is: 'number' | 'unseen';
}

/** `records` are worked through, `report` is read and printed, `text` is among paragraphs. */
export type TableKind = 'records' | 'report' | 'text';

/** A one-row head with its rows. */
export function PlainTable(props: {
  readonly columns: readonly (string | TableColumn)[];
  /** Rows. */
  readonly children: ReactNode;
  readonly kind?: TableKind;
  /** On a phone each row is a small list, and the head is only read out. */
  readonly isStacked?: boolean;
  /** Unbreakable words do not widen a column. */
  readonly breaksAnywhere?: boolean;
}): ReactElement {
  const { columns, children, kind = 'records', isStacked = false, breaksAnywhere = false } = props;
  const classes = [styles['table'], styles[kind]];
  if (isStacked) classes.push(styles['stacked']);
  if (breaksAnywhere) classes.push(styles['anywhere']);
  return (
    <div className="sideways">
      <table className={classes.join(' ')}>
        <thead className={kind === 'text' ? undefined : styles['labels']}>
          <tr>{columns.map(toHead)}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

function toHead(column: string | TableColumn): ReactElement {
  const { name, is } = typeof column === 'string' ? { name: column, is: 'text' } : column;
  return (
    <th key={name} scope="col" className={is === 'number' ? styles['number'] : undefined}>
      {is === 'unseen' ? <span className="unseen">{name}</span> : name}
    </th>
  );
}

/** A number; in a small list with its own label. */
export function NumberCell(props: { readonly label: string; readonly children: ReactNode }): ReactElement {
  return (
    <td className={styles['number']} data-label={props.label}>
      {props.children}
    </td>
  );
}

/** Actions of a row. Not printed. */
export function ActsCell({ children }: { readonly children: ReactNode }): ReactElement {
  return <td className={styles['acts']}>{children}</td>;
}
