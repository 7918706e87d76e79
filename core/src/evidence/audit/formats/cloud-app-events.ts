import type { AuditFormat } from './audit-format.ts';

const RECORD = 'RawEventData';

export const cloudAppEvents: AuditFormat = {
  name: 'cloud-app-events',
  isHeader: (has) => has('raweventdata') && !has('officeid') && !has('_raw'),
  unwrap: (row) => (RECORD in row || ('ActionType' in row && !('Operation' in row)) ? { inner: row[RECORD] } : null),
  recordColumn: RECORD,
  operationColumns: ['ActionType'],
  // Hunting in the portal before and now (learn.microsoft.com, defender-xdr/advanced-hunting-limits), by its API
  // (defender-xdr/api-advanced-hunting), by Log Analytics.
  rowCaps: [10_000, 30_000, 100_000, 500_000],
};
