/** A chosen part of a period, in seconds; null: all of it. */
export type Brushed = { readonly from: number; readonly to: number } | null;

export interface BrushBounds {
  readonly from: number;
  readonly to: number;
  /** The least that can be chosen, in seconds: a day, a week. */
  readonly step: number;
}

/** One edge goes to a time, in whole steps. It never passes the other edge or the bounds. */
export function moveEdge(brushed: Brushed, edge: 'from' | 'to', at: number, bounds: BrushBounds): Brushed {
  const { from, to } = brushed ?? bounds;
  const stepped = bounds.from + Math.round((at - bounds.from) / bounds.step) * bounds.step;
  const moved =
    edge === 'from'
      ? { from: clamp(stepped, bounds.from, to - bounds.step), to }
      : { from, to: clamp(stepped, from + bounds.step, bounds.to) };
  return toBrushed(moved, bounds);
}

/** Drawn from one time to another, in either direction; a click without a drag chooses one step. */
export function drawBrush(start: number, end: number, bounds: BrushBounds): Brushed {
  const [first, last] = start <= end ? [start, end] : [end, start];
  const floor = (at: number): number => bounds.from + Math.floor((at - bounds.from) / bounds.step) * bounds.step;
  const from = clamp(floor(first), bounds.from, bounds.to - bounds.step);
  return toBrushed({ from, to: clamp(floor(last) + bounds.step, from + bounds.step, bounds.to) }, bounds);
}

function toBrushed(part: { readonly from: number; readonly to: number }, bounds: BrushBounds): Brushed {
  return part.from <= bounds.from && part.to >= bounds.to ? null : part;
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));
