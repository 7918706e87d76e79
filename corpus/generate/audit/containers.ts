import { toPowerShellDate, toSeconds } from '../instant.ts';
import type { AuditRecord } from './record.ts';

/** Record types by name, as the wrappers of some containers write them. */
const TYPE_NAMES: Readonly<Record<number, string>> = {
  1: 'ExchangeAdmin',
  2: 'ExchangeItem',
  3: 'ExchangeItemGroup',
  15: 'AzureActiveDirectoryStsLogon',
  50: 'ExchangeItemAggregated',
  52: 'ExchangeSearch',
};

function typeName(record: AuditRecord): string {
  return TYPE_NAMES[record.RecordType] ?? 'ExchangeItem';
}

/** Management Activity API, one object per line. */
export function toManagementApi(records: readonly AuditRecord[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

function csvRow(cells: readonly string[]): string {
  return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
}

/**
 * `Search-UnifiedAuditLog | Export-Csv`: byte order mark, `#TYPE` line, CRLF, a CreationDate in the zone of the
 * analyst's machine. A record that is given as text stands in AuditData as it is.
 */
export function toSearchCsv(
  records: readonly (AuditRecord | { readonly operation: string; readonly auditData: string })[],
): string {
  const head =
    'PSComputerName,RunspaceId,PSShowComputerName,RecordType,CreationDate,UserIds,Operations,AuditData,ResultIndex,ResultCount,Identity,IsValid,ObjectState';
  const rows = records.map((record, at) => {
    const order = [String(at + 1), String(records.length), 'a1', 'True', 'Unchanged'];
    const host = ['outlook.office365.com', 'a1', 'False'];
    if ('auditData' in record) {
      return csvRow([
        ...host,
        'ExchangeItemAggregated',
        '10/08/2001 03:12:00 AM',
        '',
        String(record.operation),
        String(record.auditData),
        ...order,
      ]);
    }
    const date = toPowerShellDate(toSeconds(`${record.CreationTime}Z`));
    return csvRow([...host, typeName(record), date, record.UserId, record.Operation, JSON.stringify(record), ...order]);
  });
  const type = '#TYPE Deserialized.Microsoft.Exchange.Data.ApplicationLogic.UnifiedAuditLogEvent';
  return `\ufeff${[type, csvRow(head.split(',')), ...rows].join('\r\n')}\r\n`;
}

/** The Purview portal's export. */
export function toPurviewCsv(records: readonly AuditRecord[]): string {
  const rows = records.map((record) => {
    const data = JSON.stringify(record).replaceAll('"', '""');
    return `${record.Id},${record.CreationTime}.0000000,${record.RecordType},${record.Operation},${record.UserId},"${data}",,`;
  });
  const head =
    'RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits,AssociatedAdminUnitsNames';
  return `${[head, ...rows].join('\n')}\n`;
}

/** `Search-UnifiedAuditLog | ConvertTo-Json` of Windows PowerShell. */
export function toConvertToJson(records: readonly AuditRecord[]): string {
  const wrapped = records.map((record, at) => ({
    PSComputerName: 'outlook.office365.com',
    RecordType: typeName(record),
    CreationDate: `/Date(${toSeconds(`${record.CreationTime}Z`)}000)/`,
    UserIds: record.UserId,
    Operations: record.Operation,
    AuditData: at % 3 === 2 ? record : JSON.stringify(record),
    ResultIndex: at + 1,
    ResultCount: records.length,
    Identity: record.Id,
  }));
  return `${JSON.stringify(wrapped, null, 4).replaceAll('"/Date(', '"\\/Date(').replaceAll(')/"', ')\\/"').replaceAll('\n', '\r\n')}\r\n`;
}

/** Records of a Microsoft Graph `auditLogQuery`. */
export function toGraphQuery(records: readonly AuditRecord[]): string {
  const value = records.map((record) => ({
    id: record.Id,
    createdDateTime: `${record.CreationTime}Z`,
    auditLogRecordType: typeName(record).replace(/^./, (letter) => letter.toLowerCase()),
    operation: record.Operation,
    userType: 'Regular',
    userId: record.UserId,
    service: 'Exchange',
    objectId: null,
    clientIp: record['ClientIPAddress'] ?? record['ClientIP'] ?? null,
    administrativeUnits: [],
    auditData: { '@odata.type': '#microsoft.graph.security.defaultAuditData', ...record },
  }));
  const context = 'https://graph.example/v1.0/$metadata#security/auditLog/queries/records';
  return `${JSON.stringify({ '@odata.context': context, value })}\n`;
}

/** Rows of the OfficeActivity table of Microsoft Sentinel: other names, and nested values as JSON in strings. */
export function toOfficeActivity(records: readonly AuditRecord[]): string {
  const renamed: Readonly<Record<string, string>> = {
    Id: 'OfficeId',
    ClientIPAddress: 'Client_IPAddress',
    ObjectId: 'OfficeObjectId',
    LogonType: 'Logon_Type',
    Workload: 'OfficeWorkload',
  };
  const rows = records.map((record) => {
    const row: Record<string, unknown> = { SourceSystem: 'OfficeActivityManager', Type: 'OfficeActivity' };
    for (const [name, value] of Object.entries(record)) {
      if (name === 'CreationTime') row['TimeGenerated'] = `${String(value)}.000Z`;
      else if (name === 'RecordType') row['RecordType'] = typeName(record);
      else row[renamed[name] ?? name] = typeof value === 'object' ? JSON.stringify(value) : value;
    }
    return row;
  });
  return `${JSON.stringify(rows)}\n`;
}

/** Rows of the CloudAppEvents table of Microsoft Defender: the record is `RawEventData`, an object or a string. */
export function toCloudAppEvents(records: readonly AuditRecord[]): string {
  return records
    .map((record, at) => ({
      Timestamp: `${record.CreationTime}.0000000Z`,
      ActionType: record.Operation,
      Application: 'Microsoft Exchange Online',
      ApplicationId: 20893,
      IPAddress: record['ClientIPAddress'] ?? null,
      ReportId: `${at}_20893_x`,
      RawEventData: at % 2 === 0 ? record : JSON.stringify(record),
    }))
    .map((row) => `${JSON.stringify(row)}\n`)
    .join('');
}

/** A row of the neutral CSV: time, mailbox, kind, message id, folder, session, ip, app. */
export type NeutralRow = readonly [string, string, string, string, string, string, string, string];

export function toNeutralCsv(rows: readonly NeutralRow[]): string {
  const head = 'time,mailbox,kind,message_id,folder,session,ip,app';
  return `${[head, ...rows.map((row) => row.join(','))].join('\n')}\n`;
}
