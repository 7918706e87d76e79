import { compareUtf8, type Instant } from '@candor/core/base';
import type { Interval } from '@candor/core/incident';
import { clip, type Gap, type GapKind, type MailboxGap } from '../coverage/gap.ts';
import { CITED } from '../verdict/cited.ts';
import { CitedRow } from '../verdict/cited-row.ts';
import { countBelow } from './timed-records.ts';

/** Positions from `low` (inclusive) to `high` (exclusive). */
export interface PositionRange {
  readonly low: number;
  readonly high: number;
}

/**
 * Gaps of one kind that reach the same copies, by time. If none ends before an earlier one, as with the hundreds of
 * thousands that records make, those relevant to a copy are one range, found without visiting each.
 */
export class GapSeries {
  readonly kind: GapKind;
  readonly #gaps: readonly Gap[];
  readonly #froms: Float64Array;
  readonly #tos: Float64Array;
  /** Start of each gap's records in the row. */
  readonly #offsets: Float64Array;
  readonly #row: CitedRow;
  readonly #form: 'instants' | 'intervals' | 'mixed';

  constructor(kind: GapKind, gaps: readonly MailboxGap[]) {
    const sorted = unite(gaps);
    this.kind = kind;
    this.#gaps = sorted;
    this.#froms = Float64Array.from(sorted, ({ from }) => from);
    this.#tos = Float64Array.from(sorted, ({ to }) => to);
    this.#offsets = new Float64Array(sorted.length + 1);
    for (const [at, { records }] of sorted.entries()) {
      this.#offsets[at + 1] = (this.#offsets[at] ?? 0) + records.length;
    }
    this.#row = new CitedRow(sorted.flatMap(({ records }) => records));
    this.#form = toForm(sorted);
  }

  /** Ends of the gaps: turning points of the arrival tests. */
  get ends(): Float64Array {
    return this.#tos;
  }

  get recordCount(): number {
    return this.#row.length;
  }

  /**
   * The gaps relevant to a copy with this arrival, clipped to the reach; null: unlimited. They must have a duration and
   * not end before the arrival.
   */
  select(arrived: Instant | null, reach: Interval | null): readonly PositionRange[] {
    const from = reach?.from ?? Number.NEGATIVE_INFINITY;
    const to = reach?.to ?? Number.POSITIVE_INFINITY;
    const since = arrived ?? Number.NEGATIVE_INFINITY;
    if (since > to) return [];
    switch (this.#form) {
      case 'instants':
        return toStretches(countBelow(this.#froms, Math.max(from, since)), countUpTo(this.#froms, to));
      case 'intervals':
        if (from >= to) return [];
        return toStretches(
          Math.max(countUpTo(this.#tos, from), countBelow(this.#tos, since)),
          countBelow(this.#froms, to),
        );
      case 'mixed':
        return this.#gaps.flatMap((gap, at): PositionRange[] => {
          const left = clip(gap, { from, to });
          return left === null || left.to < since ? [] : [{ low: at, high: at + 1 }];
        });
    }
  }

  /** The first gaps of non-overlapping ranges. */
  listFirst(stretches: readonly PositionRange[]): readonly Gap[] {
    const first: Gap[] = [];
    for (const { low, high } of stretches) {
      for (let at = low; at < high && first.length < CITED; at += 1) {
        const gap = this.#gaps[at];
        if (gap !== undefined) first.push({ kind: gap.kind, from: gap.from, to: gap.to });
      }
    }
    return first;
  }

  cite(stretches: readonly PositionRange[]) {
    return stretches.map(({ low, high }) => this.#row.cite(this.#offsets[low] ?? 0, this.#offsets[high] ?? 0));
  }

  /** Every record with the number of its gap. */
  *records(): Generator<readonly [id: string, gap: number]> {
    for (let at = 0; at < this.#gaps.length; at += 1) {
      for (const id of this.#row.idsAt(this.#offsets[at] ?? 0, this.#offsets[at + 1] ?? 0)) yield [id, at];
    }
  }

  *idsOf(stretches: readonly PositionRange[]): Generator<string> {
    for (const { low, high } of stretches) yield* this.#row.idsAt(this.#offsets[low] ?? 0, this.#offsets[high] ?? 0);
  }
}

/** Merges overlapping ranges; returns them in order. */
export function mergePositionRanges(stretches: readonly PositionRange[]): readonly PositionRange[] {
  if (stretches.length < 2) return stretches;
  const joined: { low: number; high: number }[] = [];
  for (const { low, high } of [...stretches].sort((a, b) => a.low - b.low)) {
    const last = joined.at(-1);
    if (last !== undefined && low <= last.high) last.high = Math.max(last.high, high);
    else joined.push({ low, high });
  }
  return joined;
}

/** Gaps with one interval are one gap of several records. */
function unite(gaps: readonly MailboxGap[]): readonly (Gap & { readonly records: readonly string[] })[] {
  const sorted = [...gaps].sort((a, b) => a.from - b.from || a.to - b.to);
  const united: (Gap & { records: readonly string[] })[] = [];
  for (const { kind, from, to, records } of sorted) {
    const last = united.at(-1);
    if (last?.from === from && last.to === to) {
      last.records = [...new Set([...last.records, ...records])].sort(compareUtf8);
    } else united.push({ kind, from, to, records });
  }
  return united;
}

function toForm(gaps: readonly Gap[]): 'instants' | 'intervals' | 'mixed' {
  if (gaps.every(({ from, to }) => from === to)) return 'instants';
  const isInOrder = gaps.every(({ from, to }, at) => from < to && to >= (gaps[at - 1]?.to ?? to));
  return isInOrder ? 'intervals' : 'mixed';
}

function toStretches(low: number, high: number): readonly PositionRange[] {
  return low < high ? [{ low, high }] : [];
}

function countUpTo(sorted: Float64Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
