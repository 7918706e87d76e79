import type { ReactElement, ReactNode } from 'react';
import { Mark } from './mark.tsx';
import styles from './notice-line.module.css';

/** An important line: what happened, and what to do. */
export function NoticeLine(props: {
  readonly kind: 'passed' | 'wait' | 'refused';
  readonly children: ReactNode;
  readonly action?: ReactNode;
}): ReactElement {
  const mark = props.kind === 'passed' ? 'tick' : props.kind === 'wait' ? 'ring' : 'cross';
  return (
    <div className={`${styles['line']} ${styles[props.kind]}`} role={props.kind === 'refused' ? 'alert' : 'status'}>
      <Mark kind={mark} />
      <p className={styles['text']}>{props.children}</p>
      {props.action}
    </div>
  );
}
