import type { Instant } from '@candor/core/base';
import type { MissingRows } from '../../record/audit-record.ts';
import { toWholeNumber } from '../../record/loose-value.ts';
import { IndexTimes } from './index-times.ts';

/**
 * Rows at which a call of Search-UnifiedAuditLog (5,000) or a session of it (50,000) stops without a word, and the
 * portal's export (50,000): learn.microsoft.com, powershell/module/exchangepowershell/search-unifiedauditlog and
 * microsoft-365/compliance/search-the-audit-log-in-security-and-compliance.
 */
const ROW_CAPS = [5_000, 50_000];

/**
 * Distinct `ResultCount` values kept per file. A real export has one per search; more are forged or a broken column.
 */
const MAX_RESULT_COUNTS = 100_000;

/** Largest `ResultIndex` that is followed; Search-UnifiedAuditLog stops at 50,000 rows. */
const MAX_INDEX = 1_000_000;

/** Numbers of a wrapper as found, and the time of its record; null for an unreadable row. */
export interface CountedRow {
  readonly resultIndex: unknown;
  readonly resultCount: unknown;
  readonly time: Instant | null;
}

export interface Missing {
  /** Evidence of truncation; null without any. */
  readonly truncated: string | null;
  /** Times between which rows are missing, where that is known. */
  readonly holes: readonly MissingRows[];
}

/** Detects truncated exports (docs/formats/access-records.md, Rows that cannot be read). */
export interface TruncationWatch {
  /** A wrapper's `ResultIndex` and `ResultCount`; anything but whole numbers is ignored. */
  see(row: CountedRow): void;
  /** `rows` counts data rows, including empty ones; `furtherCaps` are the format's. */
  conclude(rows: number, furtherCaps?: readonly number[]): Missing;
}

/** Facts about the rows with one ResultCount: several searches may have the same number of results. */
interface Counted {
  largest: number;
  /** Rows with the first index (searches started), and with the last one (searches completed). */
  firsts: number;
  lasts: number;
  readonly times: IndexTimes;
}

export function createTruncationWatch(): TruncationWatch {
  const byCount = new Map<number, Counted>();
  let indexed = 0;
  return {
    see({ resultIndex, resultCount, time }) {
      const index = resultIndex === undefined ? null : toWholeNumber(resultIndex);
      if (index === null) return;
      indexed += 1;
      const count = toWholeNumber(resultCount);
      if (count === null) return;
      let counted = byCount.get(count);
      if (counted === undefined) {
        if (byCount.size >= MAX_RESULT_COUNTS) return;
        counted = { largest: index, firsts: 0, lasts: 0, times: new IndexTimes() };
        byCount.set(count, counted);
      }
      counted.largest = Math.max(counted.largest, index);
      if (index === 1) counted.firsts += 1;
      if (index === count) counted.lasts += 1;
      if (index >= 1 && index <= MAX_INDEX) counted.times.note(index, time);
    },
    conclude(rows, furtherCaps = []) {
      const all = [...byCount].sort((a, b) => a[0] - b[0]);
      const gone = all.map(([, { largest, times }]) => times.listMissing(Math.min(largest, MAX_INDEX)));
      const missing = gone.flat().reduce((sum, { first, last }) => sum + last - first + 1, 0);
      // Broken rows lose their index too.
      const isExplained = rows - indexed >= missing;
      const holes: MissingRows[] = [];
      let truncated = findEnd(all, rows, furtherCaps);
      for (const [at, [count, { times }]] of all.entries()) {
        for (const { first, last } of isExplained ? [] : (gone[at] ?? [])) {
          const between = times.isOrdered ? times.findBetween(first, last) : null;
          if (between !== null) holes.push({ ...between, count, first, last });
          else truncated ??= `no row with ResultIndex ${formatRange(first, last)} of ResultCount ${count}`;
        }
      }
      return { truncated, holes };
    },
  };
}

function findEnd(
  all: readonly (readonly [number, Counted])[],
  rows: number,
  furtherCaps: readonly number[],
): string | null {
  for (const [count, { largest, firsts, lasts }] of all) {
    if (largest < count) return `ResultIndex ${largest} < ResultCount ${count}`;
    if (lasts < firsts) return `${firsts - lasts} of ${firsts} searches with ResultCount ${count} have no last row`;
  }
  return ROW_CAPS.includes(rows) || furtherCaps.includes(rows) ? `exactly ${rows} rows` : null;
}

function formatRange(first: number, last: number): string {
  return first === last ? String(first) : `${first} to ${last}`;
}
