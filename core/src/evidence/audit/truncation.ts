import type { AccessContainer } from './access-record.ts';
import { toWholeNumber } from './record/loose-value.ts';

/** Rows at which Search-UnifiedAuditLog (one page, a whole session) and the portal's export stop without a word. */
const ROW_CAPS = [5_000, 50_000];

/**
 * And those of other ways to the same records: the portal of Log Analytics and its API; hunting in the portal of Defender, before and now, and its
 * API.
 */
const CAPS_OF: Partial<Record<AccessContainer, readonly number[]>> = {
  'office-activity': [30_000, 500_000],
  'cloud-app-events': [10_000, 30_000, 100_000],
};

/** Distinct `ResultCount` values kept for one file. A real export has one for each search; more are a forgery or a broken column. */
const RESULT_COUNTS_LIMIT = 100_000;

/** Looks for evidence that an export was cut (docs/formats/access-records.md, Rows that cannot be read). */
export interface TruncationWatch {
  /** A wrapper's `ResultIndex` and `ResultCount`; anything but whole numbers is no evidence. */
  see(resultIndex: unknown, resultCount: unknown): void;
  /** What tells that the export was cut, or null. `rows` counts data rows, empty ones too. */
  conclude(rows: number, container: AccessContainer | null): string | null;
}

export function createTruncationWatch(): TruncationWatch {
  const largest = new Map<number, number>();
  return {
    see(resultIndex, resultCount) {
      if (resultIndex === undefined || resultCount === undefined) return;
      const index = toWholeNumber(resultIndex);
      const count = toWholeNumber(resultCount);
      if (index === null || count === null) return;
      const known = largest.get(count);
      if (known === undefined && largest.size >= RESULT_COUNTS_LIMIT) return;
      if (known === undefined || index > known) largest.set(count, index);
    },
    conclude(rows, container) {
      for (const [count, index] of [...largest].sort((a, b) => a[0] - b[0])) {
        if (index < count) return `ResultIndex ${index} < ResultCount ${count}`;
      }
      const further = container === null ? [] : (CAPS_OF[container] ?? []);
      return ROW_CAPS.includes(rows) || further.includes(rows) ? `exactly ${rows} rows` : null;
    },
  };
}
