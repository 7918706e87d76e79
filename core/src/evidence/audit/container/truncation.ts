import { toWholeNumber } from '../../record/loose-value.ts';

/**
 * Rows at which a call of Search-UnifiedAuditLog (5,000) or a session of it (50,000) stops without a word, and the
 * portal's export (50,000): learn.microsoft.com, powershell/module/exchangepowershell/search-unifiedauditlog and
 * microsoft-365/compliance/search-the-audit-log-in-security-and-compliance.
 */
const ROW_CAPS = [5_000, 50_000];

/**
 * Distinct `ResultCount` values kept per file. A real export has one per search; more are forged or a broken column.
 */
const RESULT_COUNTS_LIMIT = 100_000;

/** Detects truncated exports (docs/formats/access-records.md, Rows that cannot be read). */
export interface TruncationWatch {
  /** A wrapper's `ResultIndex` and `ResultCount`; anything but whole numbers is ignored. */
  see(resultIndex: unknown, resultCount: unknown): void;
  /** Evidence of truncation, or null. `rows` counts data rows, including empty ones; `furtherCaps` are the format's. */
  conclude(rows: number, furtherCaps?: readonly number[]): string | null;
}

/** Facts about the rows with one ResultCount: several searches may have the same number of results. */
interface Counted {
  largest: number;
  /** Rows with the first index (searches started), and with the last one (searches completed). */
  firsts: number;
  lasts: number;
}

export function createTruncationWatch(): TruncationWatch {
  const byCount = new Map<number, Counted>();
  return {
    see(resultIndex, resultCount) {
      if (resultIndex === undefined || resultCount === undefined) return;
      const index = toWholeNumber(resultIndex);
      const count = toWholeNumber(resultCount);
      if (index === null || count === null) return;
      let counted = byCount.get(count);
      if (counted === undefined) {
        if (byCount.size >= RESULT_COUNTS_LIMIT) return;
        counted = { largest: index, firsts: 0, lasts: 0 };
        byCount.set(count, counted);
      }
      counted.largest = Math.max(counted.largest, index);
      if (index === 1) counted.firsts += 1;
      if (index === count) counted.lasts += 1;
    },
    conclude(rows, furtherCaps = []) {
      for (const [count, { largest, firsts, lasts }] of [...byCount].sort((a, b) => a[0] - b[0])) {
        if (largest < count) return `ResultIndex ${largest} < ResultCount ${count}`;
        if (lasts < firsts) return `${firsts - lasts} of ${firsts} searches with ResultCount ${count} have no last row`;
      }
      return ROW_CAPS.includes(rows) || furtherCaps.includes(rows) ? `exactly ${rows} rows` : null;
    },
  };
}
