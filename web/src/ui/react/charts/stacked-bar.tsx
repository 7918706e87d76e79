import { VERDICTS, type Verdict } from '@candor/core/exposure/verdict';
import type { ReactElement } from 'react';
import { toShares } from '../../shares.ts';
import styles from './charts.module.css';

export type VerdictCounts = Readonly<Partial<Record<Verdict, number>>>;

const HEIGHT_PX = 12;

/** Shares of the verdicts, strongest first. `absent` is not drawn. */
export function StackedBar(props: {
  readonly counts: VerdictCounts;
  /** What a full bar is; the sum of the counts if null. */
  readonly of: number | null;
  /** What the bar says, in words and numbers; null when they stand beside it. */
  readonly label: string | null;
}): ReactElement {
  const { counts, label } = props;
  const parts = VERDICTS.filter((verdict) => verdict !== 'absent').map((key) => ({ key, n: counts[key] ?? 0 }));
  const sum = parts.reduce((total, { n }) => total + n, 0);
  const shares = toShares(parts, props.of ?? sum);
  return (
    <svg
      className={styles['bar']}
      role="img"
      aria-label={label ?? undefined}
      aria-hidden={label === null ? true : undefined}
    >
      {shares.length === 0 && <rect className={styles['empty']} x="0.5" y="1" width="99.4%" height={HEIGHT_PX - 2} />}
      {shares.map(({ key, start, size }) => (
        <rect
          key={key}
          className={styles[key]}
          x={`${start}%`}
          y="1"
          width={`${size}%`}
          height={HEIGHT_PX - 2}
          data-verdict={key}
        />
      ))}
      {shares
        .filter(({ key }) => key === 'no-evidence')
        .map(({ start }) => (
          <rect key="edge" className={styles['edge']} x={`${start}%`} y="1" width="2" height={HEIGHT_PX - 2} />
        ))}
    </svg>
  );
}
