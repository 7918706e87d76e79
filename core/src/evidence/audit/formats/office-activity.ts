import { toStandardTime } from '../../record/access-time.ts';
import { isOfficeActivity } from '../../record/audit-record-reading.ts';
import type { AuditFormat } from './audit-format.ts';

/** The Log Analytics portal adds the zone to the name of a time column. */
const UTC = / \[UTC\]$/;

/** Sentinel's OfficeActivity table: its rows are the records, with some different names. */
export const officeActivity: AuditFormat = {
  name: 'office-activity',
  isHeader: (has) => has('officeid'),
  unwrap: (row) => (isOfficeActivity(row) ? { inner: row } : null),
  toMember: (column) => column.replace(UTC, ''),
  toCell: (column, text) => (UTC.test(column) ? toStandardTime(text) : text),
  // Without these columns, part of the records' content is unknown.
  judgedColumns: [
    'OfficeId',
    'TimeGenerated',
    'Operation',
    'UserId',
    'MailboxGuid',
    'OperationProperties',
    'Folders',
    'Item',
    'AffectedItems',
    'Parameters',
    'OfficeObjectId',
    'AppId',
    'ClientAppId',
    ['Client_IPAddress', 'ClientIP'],
  ],
  // A dashboard, the portal, the API of Log Analytics (learn.microsoft.com,
  // azure/azure-monitor/fundamentals/service-limits).
  rowCaps: [2_000, 30_000, 500_000],
};
