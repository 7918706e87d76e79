import type { Verdict } from '@candor/core/exposure/verdict';
import type { ReactElement } from 'react';
import styles from './verdict-chip.module.css';
import { VerdictMark } from './verdict-mark.tsx';

/** A verdict as shape, word and ground. */
export function VerdictChip(props: { readonly verdict: Verdict; readonly text: string }): ReactElement {
  return (
    <span className={`${styles['chip']} ${styles[props.verdict]}`}>
      <VerdictMark verdict={props.verdict} /> {props.text}
    </span>
  );
}
