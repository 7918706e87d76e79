import type { AuditFormat } from './audit-format.ts';

const RECORD = 'auditData';

export const graphQuery: AuditFormat = {
  name: 'graph-query',
  unwrap: (row) => (RECORD in row ? { inner: row[RECORD] } : null),
  recordColumn: RECORD,
  operationColumns: ['operation'],
};
