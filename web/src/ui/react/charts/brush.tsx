import { type KeyboardEvent, type PointerEvent, type ReactElement, useRef } from 'react';
import { type BrushBounds, type Brushed, drawBrush, moveEdge } from '../../brush.ts';
import { Button } from '../button.tsx';
import { useFormat } from '../language.tsx';
import sheet from './brush.module.css';
import styles from './charts.module.css';
import type { Period, TimeScale } from './time-scale.ts';

export interface BrushWords {
  readonly label: string;
  /** The edges, for screen readers. */
  readonly from: string;
  readonly to: string;
  /** Chooses everything again. */
  readonly whole: string;
}

const HEIGHT_PX = 18;
/** Steps of the page keys. */
const PAGE_STEPS = 7;

/** Chooses a part of the period: drawn with a pointer, or its edges moved by keys. */
export function Brush(props: {
  readonly scale: TimeScale;
  readonly period: Period;
  readonly stepSeconds: number;
  readonly value: Brushed;
  readonly words: BrushWords;
  readonly onChange: (value: Brushed) => void;
}): ReactElement {
  const { scale, period, stepSeconds, value, words, onChange } = props;
  const bounds: BrushBounds = { ...period, step: stepSeconds };
  const start = useRef<number | null>(null);
  const toInstant = (event: PointerEvent<SVGElement>): number => {
    const box = event.currentTarget.getBoundingClientRect();
    return scale.at(((event.clientX - box.left) / box.width) * scale.width);
  };
  const { from, to } = value ?? period;
  const [left, right] = [scale.x(from), scale.x(to)];
  return (
    <div className={sheet['brush']}>
      <svg className={styles['lane']} width={scale.width} height={HEIGHT_PX}>
        <title>{words.label}</title>
        <rect className={styles['window']} width={scale.width} y="4" height={HEIGHT_PX - 8} />
        {/* The edges do the same by keys. */}
        <rect
          className={styles['plot']}
          width={scale.width}
          height={HEIGHT_PX}
          data-brush=""
          onPointerDown={(event) => {
            start.current = toInstant(event);
            event.currentTarget.setPointerCapture(event.pointerId);
          }}
          onPointerMove={(event) => {
            if (start.current !== null) onChange(drawBrush(start.current, toInstant(event), bounds));
          }}
          onPointerUp={(event) => {
            if (start.current !== null) onChange(drawBrush(start.current, toInstant(event), bounds));
            start.current = null;
          }}
          onPointerCancel={() => {
            start.current = null;
          }}
        />
        {value !== null && (
          <rect className={sheet['chosen']} x={left} width={right - left} y="4" height={HEIGHT_PX - 8} />
        )}
        <Edge edge="from" x={left} label={words.from} value={value} bounds={bounds} onChange={onChange} />
        <Edge edge="to" x={right} label={words.to} value={value} bounds={bounds} onChange={onChange} />
      </svg>
      {value !== null && (
        <Button kind="link" size="small" onPress={() => onChange(null)}>
          {words.whole}
        </Button>
      )}
    </div>
  );
}

function Edge(props: {
  readonly edge: 'from' | 'to';
  readonly x: number;
  readonly label: string;
  readonly value: Brushed;
  readonly bounds: BrushBounds;
  readonly onChange: (value: Brushed) => void;
}): ReactElement {
  const { edge, x, value, bounds, onChange } = props;
  const { date } = useFormat();
  const { [edge]: at } = value ?? bounds;
  const move = (event: KeyboardEvent): void => {
    const to = toTarget(event.key, at, bounds);
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    onChange(moveEdge(value, edge, to, bounds));
  };
  return (
    <rect
      className={styles['handle']}
      role="slider"
      tabIndex={0}
      aria-label={props.label}
      aria-valuemin={bounds.from}
      aria-valuemax={bounds.to}
      aria-valuenow={at}
      aria-valuetext={date(at)}
      x={edge === 'from' ? x : x - 6}
      width="6"
      height={HEIGHT_PX}
      onKeyDown={move}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
        if (box === undefined || box.width === 0) return;
        const share = (event.clientX - box.left) / box.width;
        onChange(moveEdge(value, edge, bounds.from + share * (bounds.to - bounds.from), bounds));
      }}
    />
  );
}

function toTarget(key: string, at: number, { from, to, step }: BrushBounds): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return at - step;
    case 'ArrowRight':
    case 'ArrowUp':
      return at + step;
    case 'PageDown':
      return at - PAGE_STEPS * step;
    case 'PageUp':
      return at + PAGE_STEPS * step;
    case 'Home':
      return from;
    case 'End':
      return to;
    default:
      return null;
  }
}
