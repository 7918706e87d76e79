/** Columns of Sentinel's OfficeActivity without which something that its records say is not known. */
const JUDGED_COLUMNS = [
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
];
const ADDRESS_COLUMNS = ['Client_IPAddress', 'ClientIP'];

/** Columns in which a whole record stands. */
const RECORD_COLUMNS = ['RawEventData', 'AuditData', 'auditData', '_raw'];

/** What a table of records lacks: a query that names its columns leaves the others out. */
export function findMissingColumns(names: readonly string[]): readonly string[] {
  if (names.some((name) => RECORD_COLUMNS.includes(name))) return [];
  const missing = JUDGED_COLUMNS.filter((name) => !names.includes(name));
  return ADDRESS_COLUMNS.some((name) => names.includes(name)) ? missing : [...missing, 'Client_IPAddress'];
}
