import { toIdKey } from '@candor/core/base';
import { isFileAccess, isMailAccess, isMessageAccess, isOutlookRule, toAccessKind } from './access-kind.ts';
import { readAccessTime } from './access-time.ts';
import { readAddresses } from './address-fields.ts';
import { isFailed } from './attempt.ts';
import type { AuditRecord } from './audit-record.ts';
import { isDirectoryChange, readModified, readTarget } from './directory-change.ts';
import { distinctItems, distinctModified, distinctParameters, distinctTexts } from './distinct.ts';
import { findLoss, listRecord } from './listed-items.ts';
import { isObject, type LooseObject, toJson, toNested, toText, toWholeNumber } from './loose-value.ts';
import { findNamedValue, readNamedValues } from './named-values.ts';
import { findTransferLoss, mayLeaveMailbox } from './transfer.ts';

/** Why an object is not a record. */
export type RecordErrorCode = 'no-id' | 'no-time';

/**
 * Reads one audit record in normal form, or what it lacks. Names are those of the Management Activity API or of
 * Sentinel's OfficeActivity columns. Never throws: every member may hold anything.
 */
export function readAccessRecord(source: LooseObject): AuditRecord | RecordErrorCode {
  const sentinel = isOfficeActivity(source);
  const id = toText(sentinel ? source['OfficeId'] : source['Id'])?.trim();
  if (id === undefined) return 'no-id';
  const time = readAccessTime(sentinel ? (source['TimeGenerated'] ?? source['CreationTime']) : source['CreationTime']);
  if (time === null) return 'no-time';

  const operation = toText(source['Operation'])?.trim() ?? '';
  const properties = readNamedValues(source['OperationProperties']);
  const parameters = readParameters(source[isOutlookRule(operation) ? 'OperationProperties' : 'Parameters']);
  const hasFolders = isGiven(source['Folders']);
  const kind = toAccessKind(operation, {
    accessType: toText(findNamedValue(properties, 'mailaccesstype')),
    hasFolders,
    hasItem: isGiven(source['Item']),
    parameters,
  });
  const operationCount = toWholeNumber(source['OperationCount']);
  const listing = listRecord(source, operation, kind);
  const context = readContext(source);
  const destination = kind === 'handle' ? readDestination(source) : NO_DESTINATION;
  const mailboxGuid = toKey(source['MailboxGuid']);
  const mailboxOwnerUpn = toText(source['MailboxOwnerUPN'])?.trim() ?? null;
  const mayLeave = kind === 'handle' && mayLeaveMailbox({ operation, mailboxGuid, mailboxOwnerUpn, ...destination });
  const isDirectory = isDirectoryChange(operation);
  return {
    id,
    time,
    operation,
    kind,
    mailboxGuid,
    mailboxOwnerUpn,
    mailboxOwnerSid: toText(source['MailboxOwnerSid'])?.trim() ?? null,
    userId: toText(source['UserId'])?.trim() ?? null,
    objectId: toText(source['ObjectId'] ?? source['OfficeObjectId'])?.trim() ?? null,
    parameters: distinctParameters(parameters),
    items: distinctItems(listing.items),
    folders: distinctTexts(listing.folders),
    sessions: readSessions(source, context),
    tokens: readTokens(source, context),
    appId: toKey(source['AppId']),
    clientAppId: toKey(source['ClientAppId']) ?? toKey(context['ClientAppId']),
    ...readAddresses(source),
    client: toText(source['ClientInfoString']) ?? null,
    logonType: toText(source['LogonType']) ?? toText(source['Logon_Type']),
    userType: toText(source['UserType']),
    failed: isFailed(operation, toText(source['ResultStatus'])),
    contradicts: [],
    throttled: isTrue(findNamedValue(properties, 'isthrottled')) || isThrottlingLost(source),
    operationCount,
    lossy: mayLeave
      ? findTransferLoss(source['AffectedItems'])
      : kind === 'bind'
        ? findLoss(source['Folders'], listing, isMessageAccess(operation), operationCount)
        : null,
    query: toText(source['QueryText']),
    ...destination,
    modified: isDirectory ? distinctModified(readModified(source['ModifiedProperties'])) : [],
    target: isDirectory ? readTarget(source) : null,
    workload: kind === 'other' ? (toText(source['Workload'] ?? source['OfficeWorkload'])?.trim() ?? null) : null,
    fileName: isFileAccess(operation) ? (toText(source['SourceFileName'])?.trim() ?? null) : null,
  };
}

/**
 * Whether a mail access record lost its statement about throttling: its properties exist but are unreadable. The
 * mailbox may have been throttled, and silence is never coverage. A record without properties is read as it is.
 */
export function isThrottlingLost(source: LooseObject): boolean {
  if (!isMailAccess(toText(source['Operation'])?.trim() ?? '')) return false;
  const value = source['OperationProperties'];
  const properties = readNamedValues(value);
  if (properties.some(({ name }) => name.toLowerCase() === 'isthrottled')) return false;
  const nested = toNested(value);
  if (typeof nested === 'string') return nested.trim() !== '' && properties.length === 0;
  // An entry that became text or lost its name may have been the statement, as may an object with its names and values
  // in lists.
  if (Array.isArray(nested)) return nested.length > properties.length;
  return properties.some(({ name, value }) => name.toLowerCase() === 'name' && typeof value !== 'string');
}

/** Whether the row is from Sentinel's OfficeActivity, with its own names for id and time. */
export function isOfficeActivity(source: LooseObject): boolean {
  return 'OfficeId' in source || source['Type'] === 'OfficeActivity';
}

/** Sentinel fills every column, with an empty text or list where the record has none. */
function isGiven(value: unknown): boolean {
  const nested = toNested(value);
  if (nested === undefined || nested === null || nested === '') return false;
  return typeof nested !== 'object' || Object.keys(nested).length > 0;
}

/** An identifier compared ignoring case and braces. */
function toKey(value: unknown): string | null {
  const text = toText(value);
  return text === null ? null : toIdKey(text);
}

function isTrue(value: unknown): boolean {
  return value === true || (typeof value === 'string' && value.trim().toLowerCase() === 'true');
}

type Destination = Pick<AuditRecord, 'crossMailbox' | 'destMailboxGuid' | 'destMailboxOwnerUpn'>;

const NO_DESTINATION: Destination = { crossMailbox: false, destMailboxGuid: null, destMailboxOwnerUpn: null };

/** Records use the first spelling of each; the documented schema and Sentinel's columns the second. */
function readDestination(source: LooseObject): Destination {
  return {
    crossMailbox: isTrue(source['CrossMailboxOperation']) || isTrue(source['CrossMailboxOperations']),
    destMailboxGuid: toKey(source['DestMailboxGuid']) ?? toKey(source['DestMailboxId']),
    destMailboxOwnerUpn: toText(source['DestMailboxOwnerUPN'])?.trim() ?? null,
  };
}

function readContext(source: LooseObject): LooseObject {
  const context = toNested(source['AppAccessContext']);
  return isObject(context) ? context : {};
}

function readSessions(source: LooseObject, context: LooseObject): readonly string[] {
  const sessions: string[] = [];
  for (const value of [source['SessionId'], context['AADSessionId']]) {
    const session = toKey(value);
    if (session !== null) sessions.push(session);
  }
  for (const { name, value } of readNamedValues(source['DeviceProperties'])) {
    const session = name.toLowerCase() === 'sessionid' ? toKey(value) : null;
    if (session !== null) sessions.push(session);
  }
  return distinctTexts(sessions);
}

/** Tokens compare exactly, so nothing is trimmed or folded. */
function readTokens(source: LooseObject, context: LooseObject): readonly string[] {
  const tokens: string[] = [];
  for (const value of [source['UniqueTokenId'], context['UniqueTokenId']]) {
    const token = toText(value);
    if (token !== null) tokens.push(token);
  }
  return distinctTexts(tokens);
}

/**
 * Cmdlet parameters, or properties of a rule. A text that is no list, such as a command line, is one unnamed parameter.
 */
function readParameters(value: unknown): AuditRecord['parameters'] {
  const values = readNamedValues(value);
  if (values.length === 0 && typeof value === 'string' && value.trim() !== '') return [{ name: '', value }];
  return values.map((entry) => ({ name: entry.name, value: toParameterText(entry.value) }));
}

/** Entries of list parameters are joined by `;`, as in the text form. Objects, such as actions of a rule, stay JSON. */
function toParameterText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && !value.some(isNested)) return value.map((entry) => toText(entry) ?? '').join(';');
  return isNested(value) ? toJson(value) : (toText(value) ?? '');
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}
