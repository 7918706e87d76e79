import { toIdKey } from '@candor/core/base';
import { isGrant, isMailAccess, isMessageAccess, isOutlookRule, toAccessKind } from './access-kind.ts';
import { readAccessTime } from './access-time.ts';
import type { AuditRecord } from './audit-record.ts';
import { distinctItems, distinctParameters, distinctTexts } from './distinct.ts';
import { findLoss, listRecord } from './listed-items.ts';
import { isObject, type LooseObject, toJson, toList, toNested, toText, toWholeNumber } from './loose-value.ts';
import { findNamedValue, readNamedValues } from './named-values.ts';
import { readNetworkAddress } from './network-address.ts';

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
  const isHandle = kind === 'handle';
  return {
    id,
    time,
    operation,
    kind,
    mailboxGuid: toKey(source['MailboxGuid']),
    mailboxOwnerUpn: toText(source['MailboxOwnerUPN'])?.trim() ?? null,
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
    ip: readAddress(source),
    client: toText(source['ClientInfoString']) ?? null,
    logonType: toText(source['LogonType']) ?? toText(source['Logon_Type']),
    userType: toText(source['UserType']),
    throttled: isTrue(findNamedValue(properties, 'isthrottled')) || isThrottlingLost(source),
    operationCount,
    lossy: kind === 'bind' ? findLoss(source['Folders'], listing, isMessageAccess(operation), operationCount) : null,
    query: toText(source['QueryText']),
    // Records use the first spelling of both; the documented schema and Sentinel's columns the second.
    crossMailbox: isHandle && (isTrue(source['CrossMailboxOperation']) || isTrue(source['CrossMailboxOperations'])),
    destMailboxGuid: isHandle ? (toKey(source['DestMailboxGuid']) ?? toKey(source['DestMailboxId'])) : null,
    destMailboxOwnerUpn: isHandle ? (toText(source['DestMailboxOwnerUPN'])?.trim() ?? null) : null,
    newValues: isGrant(operation) ? distinctTexts(readModifiedValues(source['ModifiedProperties'])) : [],
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

function readAddress(source: LooseObject): string | null {
  for (const name of ['ClientIPAddress', 'Client_IPAddress', 'ClientIP', 'ActorIpAddress']) {
    const text = toText(source[name]);
    if (text !== null) return readNetworkAddress(text);
  }
  return null;
}

/**
 * Every `NewValue` of `ModifiedProperties`, `[{Name, NewValue, OldValue}, …]`; Elastic merges them into one object,
 * `{Name: {NewValue, OldValue}, …}`. An unreadable text may contain any of them, and stands for all.
 */
function readModifiedValues(value: unknown): readonly string[] {
  const whole = toNested(value);
  if (typeof whole === 'string') return whole.trim() === '' ? [] : [whole];
  const members = isObject(whole) && !('NewValue' in whole) ? Object.values(whole) : toList(whole);
  return members.flatMap((element) => {
    const member = toNested(element);
    if (typeof member === 'string') return [member];
    return isObject(member) ? toTexts(member['NewValue']) : [];
  });
}

function toTexts(value: unknown): readonly string[] {
  if (value === undefined || value === null || value === '') return [];
  return [typeof value === 'object' ? toJson(value) : String(value)];
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
