import { VERDICTS } from '@candor/core/exposure/verdict';
import type { ReactElement } from 'react';
import { useFormat } from '../language.tsx';
import styles from './charts.module.css';
import type { Period } from './time-scale.ts';

const HEIGHT = 204;
const TOP = 20;
const PLOT = 160;
/** Room for axis numbers: a minimum, plus a width per character for longer ones. */
const NARROWEST_LEFT = 34;
const TICK_CHARACTER_PX = 8;
const TICK_MARGIN_PX = 10;
const GAP = 3;
/** Room for a month's name. */
const LABEL_PX = 64;

/** A week, a month or a year of messages. */
export interface Bar extends Period {
  /** Counts in the order of the verdicts. */
  readonly verdicts: readonly number[];
}

export interface BarsPictureProps {
  readonly bars: readonly Bar[];
  readonly isYears: boolean;
  /** In pixels; nothing is drawn before it is known. */
  readonly width: number;
  readonly window: Period | null;
  readonly windowWord: string;
  readonly label: string;
}

/** One stack per week, strongest verdict at the bottom; the intruder's time is shaded. */
export function BarsPicture({ bars, isYears, width, label, ...props }: BarsPictureProps): ReactElement {
  const { number, rules } = useFormat();
  const most = Math.max(1, ...bars.map(({ verdicts }) => verdicts.reduce((sum, n) => sum + n, 0)));
  const { step, top } = findScale(most);
  const ticks = Array.from({ length: Math.round(top / step) + 1 }, (_, at) => ({
    n: at * step,
    text: number(at * step),
  }));
  const longest = Math.max(...ticks.map(({ text }) => text.length));
  const left = Math.max(NARROWEST_LEFT, TICK_MARGIN_PX + longest * TICK_CHARACTER_PX);
  const plotWidth = Math.max(0, width - left);
  const slot = plotWidth / Math.max(1, bars.length);
  const y = (n: number): number => TOP + PLOT - (n / top) * PLOT;
  const [from = 0, to = 1] = [bars[0]?.from, bars.at(-1)?.to];
  const x = (instant: number): number => left + Math.min(Math.max((instant - from) / (to - from), 0), 1) * plotWidth;
  const shaded = props.window !== null && props.window.to > from && props.window.from < to ? props.window : null;
  return (
    <svg
      className={`${styles['lane']} ${styles['whole']}`}
      role="img"
      aria-label={label}
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
    >
      {shaded !== null && (
        <>
          <rect
            className={styles['window']}
            x={x(shaded.from)}
            y={TOP}
            width={x(shaded.to) - x(shaded.from)}
            height={PLOT}
          />
          <line className={styles['windowEdge']} x1={x(shaded.from)} x2={x(shaded.to)} y1={TOP} y2={TOP} />
          <text className={styles['strong']} x={x(shaded.to)} y={TOP - 6} textAnchor="end">
            {props.windowWord}
          </text>
        </>
      )}
      {ticks.map(({ n, text }) => (
        <g key={n}>
          <line className={styles['grid']} x1={left} x2={width} y1={y(n)} y2={y(n)} />
          <text className={styles['word']} x={left - 6} y={y(n) + 4} textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      <rect data-plot="" className={styles['hit']} x={left} y={TOP} width={plotWidth} height={PLOT} />
      {bars.map((bar, at) => (
        <g key={bar.from} transform={`translate(${left + at * slot + Math.min(GAP, slot * 0.15) / 2} 0)`}>
          {toPieces(bar.verdicts).map(({ verdict, below, n }) => (
            <rect
              key={verdict}
              className={styles[verdict]}
              x="0"
              y={y(below + n)}
              width={Math.max(1, slot - Math.min(GAP, slot * 0.15))}
              height={Math.max(1, y(below) - y(below + n))}
            />
          ))}
        </g>
      ))}
      {listLabels(bars, slot, isYears, rules.months).map(({ at, text }) => (
        <text key={at} className={styles['word']} x={left + at * slot} y={HEIGHT - 6}>
          {text}
        </text>
      ))}
    </svg>
  );
}

function toPieces(counts: readonly number[]) {
  let below = 0;
  return VERDICTS.flatMap((verdict, at) => {
    const n = counts[at] ?? 0;
    const piece = { verdict, below, n };
    below += n;
    return n === 0 ? [] : [piece];
  });
}

/** Three or four lines at round numbers. */
function findScale(most: number): { readonly step: number; readonly top: number } {
  const size = 10 ** Math.floor(Math.log10(most));
  const step = Math.max(1, [0.2, 0.5, 1, 2, 5].map((part) => part * size).find((one) => most / one <= 4) ?? size);
  return { step, top: Math.ceil(most / step) * step };
}

/** Starts of months or years, as many as fit. */
function listLabels(
  bars: readonly Bar[],
  slot: number,
  isYears: boolean,
  months: readonly string[],
): readonly { readonly at: number; readonly text: string }[] {
  const labels: { at: number; text: string }[] = [];
  let year: number | null = null;
  let month: number | null = null;
  for (const [at, { from }] of bars.entries()) {
    const date = new Date(from * 1000);
    const isNew = isYears || date.getUTCMonth() !== month || date.getUTCFullYear() !== year;
    const last = labels.at(-1);
    if (
      !isNew ||
      (last !== undefined && (at - last.at) * slot < LABEL_PX) ||
      (at * slot > LABEL_PX && (bars.length - at) * slot < LABEL_PX / 2)
    )
      continue;
    const name = months[date.getUTCMonth()] ?? '';
    const isNewYear = date.getUTCFullYear() !== year;
    const yearText = String(date.getUTCFullYear());
    labels.push({ at, text: isYears ? yearText : isNewYear ? `${name} ${yearText}` : name });
    [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  }
  return labels;
}
