import type { AccessContainer } from './access-record.ts';
import { toWholeNumber } from './record/loose-value.ts';

/**
 * Rows at which a call of Search-UnifiedAuditLog (5,000) or a session of it (50,000) stops without a word, and the portal's export (50,000):
 * learn.microsoft.com, powershell/module/exchangepowershell/search-unifiedauditlog and microsoft-365/compliance/search-the-audit-log-in-security-and-compliance.
 */
const ROW_CAPS = [5_000, 50_000];

/** And of single ways to the records. The pages are of learn.microsoft.com. */
const CAPS_OF: Partial<Record<AccessContainer, readonly number[]>> = {
  // A dashboard, the portal, the API of Log Analytics: azure/azure-monitor/fundamentals/service-limits.
  'office-activity': [2_000, 30_000, 500_000],
  // Hunting in the portal before and now (defender-xdr/advanced-hunting-limits), by its API (defender-xdr/api-advanced-hunting), by Log Analytics.
  'cloud-app-events': [10_000, 30_000, 100_000, 500_000],
  // One search: elastic.co, Elasticsearch reference, index.max_result_window.
  'elastic-o365': [10_000],
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
