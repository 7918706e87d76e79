import type { AuditFormat } from './audit-format.ts';

const RECORD = 'AuditData';
const OPERATIONS = ['Operation', 'Operations'];

/** What the portal of Purview exports. */
export const purviewCsv: AuditFormat = {
  name: 'purview-csv',
  isHeader: (has) => has('auditdata') && has('recordid'),
  recordColumn: RECORD,
  operationColumns: OPERATIONS,
  needsRecord: true,
};

/** Search-UnifiedAuditLog and Export-Csv. */
export const searchCsv: AuditFormat = {
  name: 'search-csv',
  isHeader: (has) => has('auditdata') && !has('recordid'),
  recordColumn: RECORD,
  operationColumns: OPERATIONS,
  needsRecord: true,
};

/** Search-UnifiedAuditLog and ConvertTo-Json. */
export const convertToJson: AuditFormat = {
  name: 'convertto-json',
  unwrap: (row) => (RECORD in row ? { inner: row[RECORD] } : null),
  operationColumns: OPERATIONS,
};
