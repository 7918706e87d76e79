import { VERDICTS } from '@candor/core/exposure/verdict';
import { scaleLinear } from 'd3-scale';
import { stack, symbol, symbolDiamond } from 'd3-shape';
import type { ReactElement } from 'react';
import { clipText } from '../../clip-text.ts';
import styles from './charts.module.css';
import { Lane, type LaneGround } from './lane.tsx';
import type { VerdictCounts } from './stacked-bar.tsx';

/** A day, or a week, of messages. */
export interface Stack {
  readonly from: number;
  readonly to: number;
  readonly counts: VerdictCounts;
}

const STACKS_PX = 88;
const UNITS_PX = 20;
const MARKS_PX = 20;
const UNIT_PX = 4;
/** More acts in one day are one column with its number. */
const MAX_UNITS = 4;
const DAY_SECONDS = 86_400;

const EXPOSED = VERDICTS.filter((verdict) => verdict !== 'absent' && verdict !== 'no-evidence');
const toSeries = stack<Stack, (typeof EXPOSED)[number]>()
  .keys(EXPOSED)
  .value(({ counts }, verdict) => counts[verdict] ?? 0);

/** Messages by time, strongest verdict at the bottom. */
export function StacksLane(props: {
  readonly ground: LaneGround;
  readonly stacks: readonly Stack[];
  readonly label: string;
}): ReactElement {
  const { ground, stacks, label } = props;
  const { x } = ground.scale;
  const series = toSeries([...stacks]);
  const most = Math.max(1, ...series.flatMap((one) => one.map(([, end]) => end)));
  const y = scaleLinear([0, most], [STACKS_PX - 1, 8]);
  return (
    <Lane ground={ground} height={STACKS_PX} label={label}>
      {series.map((one) => (
        <g key={one.key} className={styles[one.key]}>
          {one.map(([start, end], at) => {
            const { from, to } = stacks[at] ?? { from: 0, to: 0 };
            if (end === start) return null;
            const width = Math.max(1, x(to) - x(from) - 1);
            return <rect key={from} x={x(from)} y={y(end)} width={width} height={y(start) - y(end)} />;
          })}
        </g>
      ))}
      <line className={styles['base']} x1="0" x2={ground.scale.width} y1={STACKS_PX - 0.5} y2={STACKS_PX - 0.5} />
    </Lane>
  );
}

/** Acts, a square each, in a column a day; what nobody decided is an outline. */
export function UnitsLane(props: {
  readonly ground: LaneGround;
  readonly acts: readonly { readonly at: number; readonly isUndecided: boolean }[];
  readonly label: string | null;
}): ReactElement {
  const { ground, acts, label } = props;
  const { x } = ground.scale;
  const days = new Map<number, boolean[]>();
  for (const { at, isUndecided } of acts) {
    const day = Math.floor(at / DAY_SECONDS);
    days.set(day, [...(days.get(day) ?? []), isUndecided]);
  }
  return (
    <Lane ground={ground} height={UNITS_PX} label={label}>
      {[...days].map(([day, units]) => {
        const start = x(day * DAY_SECONDS);
        const width = Math.max(3, Math.min(9, x((day + 1) * DAY_SECONDS) - start - 1));
        const shown = units.length > MAX_UNITS ? units.slice(0, MAX_UNITS - 1) : units;
        return (
          <g key={day}>
            {shown.map((isUndecided, place) => (
              <rect
                // biome-ignore lint/suspicious/noArrayIndexKey: squares of a column have no name but their place
                key={place}
                className={isUndecided ? styles['undecided'] : styles['unit']}
                x={start}
                y={UNITS_PX - (place + 1) * (UNIT_PX + 1)}
                width={width}
                height={UNIT_PX}
              />
            ))}
            {shown.length < units.length && (
              <text className={styles['word']} x={start + width + 2} y={12}>
                {units.length}
              </text>
            )}
          </g>
        );
      })}
    </Lane>
  );
}

const diamond = symbol(symbolDiamond, 48)() ?? '';

/** Moments with a word: done, or still open. */
export function MarksLane(props: {
  readonly ground: LaneGround;
  readonly marks: readonly { readonly at: number; readonly isDone: boolean; readonly text: string }[];
  readonly label: string | null;
}): ReactElement {
  const { ground, marks, label } = props;
  const { x, width } = ground.scale;
  return (
    <Lane ground={ground} height={MARKS_PX} label={label}>
      {marks.map(({ at, isDone, text }) => {
        const isLate = x(at) > width * 0.7;
        return (
          <g key={`${at} ${text}`} transform={`translate(${x(at)} ${MARKS_PX / 2})`}>
            <path className={isDone ? styles['done'] : styles['open']} d={diamond} />
            <text className={styles['word']} x={isLate ? -10 : 10} y="4" textAnchor={isLate ? 'end' : 'start'}>
              {clipText(text, 40)}
            </text>
          </g>
        );
      })}
    </Lane>
  );
}
