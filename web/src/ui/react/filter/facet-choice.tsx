import type { ReactElement, ReactNode } from 'react';
import { useFormat } from '../language.tsx';
import styles from './filter.module.css';

/** One member of a facet, with the number of rows that it would leave. */
export function FacetChoice(props: {
  readonly name: string;
  readonly isChosen: boolean;
  /** Null while it is counted. */
  readonly count: number | null;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}): ReactElement {
  const { number } = useFormat();
  return (
    <label className={styles['choice']}>
      <input type="checkbox" name={props.name} checked={props.isChosen} onChange={props.onChoose} />
      <span className={styles['choiceName']}>{props.children}</span>
      <span className={props.count === 0 ? styles['none'] : styles['count']}>
        {props.count === null ? '…' : number(props.count)}
      </span>
    </label>
  );
}

/** Without a count: a way of showing rows. */
export function PlainChoice(props: {
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <label className={styles['choice']}>
      <input type="checkbox" checked={props.isChosen} onChange={props.onChoose} />
      <span className={styles['choiceName']}>{props.children}</span>
    </label>
  );
}
