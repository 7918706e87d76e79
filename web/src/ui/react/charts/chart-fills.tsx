import type { ReactElement } from 'react';
import styles from './charts.module.css';

/** Patterns that the style sheet of the pictures names. Once a page; only a gap is hatched. */
export function ChartFills(): ReactElement {
  return (
    <svg className={styles['fills']} width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="fill-possible" width="4" height="4" patternUnits="userSpaceOnUse">
          <rect className={styles['dot']} x="1" y="1" width="2" height="2" />
        </pattern>
        <pattern id="fill-gap" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line className={styles['hatch']} x1="0" x2="0" y1="0" y2="6" />
        </pattern>
        <linearGradient id="fill-partial">
          <stop className={styles['half']} offset="0.5" />
          <stop className={styles['otherHalf']} offset="0.5" />
        </linearGradient>
      </defs>
    </svg>
  );
}
