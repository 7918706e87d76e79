import type { Verdict } from '@candor/core/exposure/verdict';
import type { ReactElement } from 'react';
import { VerdictMark } from '../verdict-mark.tsx';
import styles from './charts.module.css';

/** Marks that a picture uses besides verdicts. */
export type LegendSample = 'recorded' | 'claimed' | 'gap' | 'unit' | 'undecided';

/** What the shapes of a picture mean. */
export function VerdictLegend(props: {
  readonly verdicts: readonly Verdict[];
  readonly words: Readonly<Record<Verdict, string>>;
  readonly samples?: readonly { readonly sample: LegendSample; readonly text: string }[];
}): ReactElement {
  return (
    <ul className={styles['legend']}>
      {props.verdicts.map((verdict) => (
        <li key={verdict}>
          <VerdictMark verdict={verdict} /> {props.words[verdict]}
        </li>
      ))}
      {(props.samples ?? []).map(({ sample, text }) => (
        <li key={sample}>
          <svg className={styles['sample']} aria-hidden="true">
            <rect className={styles[sample]} x="1" y="1" width="18" height="8" />
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}
