import { isObject } from '../../record/loose-value.ts';
import type { AuditFormat } from './audit-format.ts';

const RECORD = '_raw';

/**
 * Records as the Management Activity API gives them, which is also what a row is that no other format takes. A search
 * in Splunk has the record in `_raw`; its own export as JSON puts that row into `result`.
 */
export const managementApi: AuditFormat = {
  name: 'management-api',
  isHeader: (has) => has(RECORD) && !has('officeid'),
  unwrap: (row) => {
    const inside = isObject(row['result']) ? row['result'] : row;
    return RECORD in inside && !('Id' in row) ? { inner: inside[RECORD] } : null;
  },
  recordColumn: RECORD,
};
