import { isObject } from '../../record/loose-value.ts';
import type { AuditFormat } from './audit-format.ts';

const RECORD = '_raw';

/**
 * Management Activity API records, the fallback for rows of no other format. A Splunk search has the record in `_raw`;
 * its JSON export wraps that row in `result`.
 */
export const managementApi: AuditFormat = {
  name: 'management-api',
  isHeader: (has) => has(RECORD) && !has('officeid'),
  unwrap: (row) => {
    const inside = isObject(row['result']) ? row['result'] : row;
    return RECORD in inside && !('Id' in row) ? { inner: inside[RECORD] } : null;
  },
  recordColumn: RECORD,
  operationColumns: ['Operation', 'Operations'],
};
