import { toStandardTime } from '../../record/access-time.ts';
import { isOfficeActivity } from '../../record/audit-record-reading.ts';
import type { AuditFormat } from './audit-format.ts';

/** The portal of Log Analytics adds the zone to the name of a time column. */
const UTC = / \[UTC\]$/;

/** The table OfficeActivity of Sentinel: its rows are the records, with some names of their own. */
export const officeActivity: AuditFormat = {
  name: 'office-activity',
  isHeader: (has) => has('officeid'),
  unwrap: (row) => (isOfficeActivity(row) ? { inner: row } : null),
  toMember: (column) => column.replace(UTC, ''),
  toCell: (column, text) => (UTC.test(column) ? toStandardTime(text) : text),
  // Without one of these, something that its records say is not known.
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
  ],
  // A dashboard, the portal, the API of Log Analytics (learn.microsoft.com,
  // azure/azure-monitor/fundamentals/service-limits).
  rowCaps: [2_000, 30_000, 500_000],
};
