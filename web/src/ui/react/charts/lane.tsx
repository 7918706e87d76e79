import type { ReactElement, ReactNode } from 'react';
import styles from './charts.module.css';
import type { Period, TimeScale } from './time-scale.ts';

export interface LaneGround {
  readonly scale: TimeScale;
  /** The intruder's time. */
  readonly window: Period | null;
  readonly now: number | null;
}

/** One lane of a timeline: the intruder's time, the grid, the present, and what lies on them. */
export function Lane(props: {
  readonly ground: LaneGround;
  readonly height: number;
  /** What the lane says; null where the table beside it says the same. */
  readonly label: string | null;
  readonly children: ReactNode;
}): ReactElement {
  const { ground, height, label, children } = props;
  const { scale, window, now } = ground;
  return (
    <svg
      className={styles['lane']}
      width={scale.width}
      height={height}
      role="img"
      aria-label={label ?? undefined}
      aria-hidden={label === null ? true : undefined}
    >
      {window !== null && (
        <rect
          className={styles['window']}
          x={scale.x(window.from)}
          width={Math.max(1, scale.x(window.to) - scale.x(window.from))}
          height={height}
        />
      )}
      {scale.ticks.map(({ x }) => (
        <line key={x} className={styles['grid']} x1={x} x2={x} y1="0" y2={height} />
      ))}
      {children}
      {window !== null && (
        <line className={styles['contained']} x1={scale.x(window.to)} x2={scale.x(window.to)} y1="0" y2={height} />
      )}
      {now !== null && <line className={styles['now']} x1={scale.x(now)} x2={scale.x(now)} y1="0" y2={height} />}
    </svg>
  );
}
