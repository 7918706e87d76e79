import type { ReactElement, ReactNode } from 'react';
import type { Brushed } from '../../brush.ts';
import { useFormat } from '../language.tsx';
import { Name } from '../name.tsx';
import { useWidth } from '../use-width.ts';
import { Brush, type BrushWords } from './brush.tsx';
import styles from './charts.module.css';
import { type CoverageBand, CoverageStrip, type CoverageTick } from './coverage-strip.tsx';
import type { LaneGround } from './lane.tsx';
import { MarksLane, type Stack, StacksLane, UnitsLane } from './lanes.tsx';
import { makeTimeScale, type Period, type TimeScale } from './time-scale.ts';
import sheet from './timeline.module.css';

interface LaneRow {
  readonly id: string;
  readonly name: string;
  /** Below the name. */
  readonly about?: string;
  /** At the end of the lane: its figure. */
  readonly figure?: ReactNode;
  /** What the lane says in words and numbers. */
  readonly label: string;
}

/** What lies on the common scale, from top to bottom. */
export type TimelineRow = LaneRow &
  (
    | { readonly is: 'stacks'; readonly stacks: readonly Stack[] }
    | { readonly is: 'acts'; readonly acts: readonly CoverageTick[] }
    | { readonly is: 'coverage'; readonly bands: readonly CoverageBand[]; readonly ticks: readonly CoverageTick[] }
    | {
        readonly is: 'marks';
        readonly marks: readonly { readonly at: number; readonly isDone: boolean; readonly text: string }[];
      }
  );

/** Lanes that answer one question. */
export interface TimelineGroup {
  readonly id: string;
  /** Null: the one lane says it. */
  readonly name: string | null;
  readonly about?: string;
  readonly rows: readonly TimelineRow[];
}

export interface TimelineProps {
  readonly label: string;
  readonly period: Period;
  readonly window: Period | null;
  readonly now: { readonly at: number; readonly text: string } | null;
  readonly groups: readonly TimelineGroup[];
  /** Chooses a part of the period; without it the picture is only looked at. */
  readonly brush?: {
    readonly value: Brushed;
    readonly stepSeconds: number;
    readonly words: BrushWords;
    readonly onChange: (value: Brushed) => void;
  };
}

/** Days would look alike in less: the picture then scrolls sideways under its names. */
const MIN_PLOT_PX = 520;

/** Everything that happened, on one scale. Its table has the same numbers. */
export function Timeline({ label, period, window, now, groups, brush }: TimelineProps): ReactElement {
  const { rules } = useFormat();
  const [place, measured] = useWidth<HTMLDivElement>();
  const width = Math.max(MIN_PLOT_PX, measured);
  const scale = makeTimeScale(period, width, rules);
  const ground: LaneGround = { scale, window, now: now?.at ?? null };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={sheet['timeline']} aria-label={label} tabIndex={0}>
      <div className={sheet['rows']}>
        <div className={sheet['row']}>
          <span className={sheet['name']} />
          <div ref={place} className={sheet['plot']}>
            <Axis scale={scale} now={now} />
            {brush !== undefined && (
              <Brush
                scale={scale}
                period={period}
                stepSeconds={brush.stepSeconds}
                value={brush.value}
                words={brush.words}
                onChange={brush.onChange}
              />
            )}
          </div>
          <span className={sheet['figure']} />
        </div>
        {groups.map((group) => (
          <div key={group.id} className={sheet['group']}>
            {group.name !== null && (
              <p className={sheet['title']}>
                <b>{group.name}</b> {group.about !== undefined && <span>{group.about}</span>}
              </p>
            )}
            {group.rows.map((row) => (
              <div key={row.id} className={sheet['row']}>
                <span className={group.name === null ? `${sheet['name']} ${sheet['alone']}` : sheet['name']}>
                  <Name text={row.name} characters={60} />
                  {row.about !== undefined && <span className={sheet['about']}>{row.about}</span>}
                </span>
                <div className={sheet['plot']}>
                  <LaneOf row={row} ground={ground} />
                </div>
                <span className={sheet['figure']}>{row.figure}</span>
              </div>
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}

function LaneOf({ row, ground }: { readonly row: TimelineRow; readonly ground: LaneGround }): ReactElement {
  switch (row.is) {
    case 'stacks':
      return <StacksLane ground={ground} stacks={row.stacks} label={row.label} />;
    case 'acts':
      return <UnitsLane ground={ground} acts={row.acts} label={row.label} />;
    case 'coverage':
      return <CoverageStrip ground={ground} bands={row.bands} ticks={row.ticks} label={row.label} />;
    case 'marks':
      return <MarksLane ground={ground} marks={row.marks} label={row.label} />;
  }
}

const AXIS_PX = 20;

function Axis({ scale, now }: { readonly scale: TimeScale; readonly now: TimelineProps['now'] }): ReactElement {
  const nowX = now === null ? null : scale.x(now.at);
  return (
    <svg className={styles['lane']} width={scale.width} height={AXIS_PX} aria-hidden="true">
      {scale.ticks
        .filter(({ x }) => nowX === null || Math.abs(x - nowX) > 48)
        .map(({ x, text }) => (
          <text
            key={x}
            className={styles['word']}
            x={Math.min(x, scale.width - 2)}
            y="13"
            textAnchor={x > scale.width - 48 ? 'end' : 'start'}
          >
            {text}
          </text>
        ))}
      {now !== null && nowX !== null && (
        <text className={styles['nowWord']} x={nowX} y="13" textAnchor={nowX > scale.width - 48 ? 'end' : 'middle'}>
          {now.text}
        </text>
      )}
    </svg>
  );
}
