import { createMemberNames } from './member-names.ts';

// Members of a mail access by number: relevant ones with their form, and those that exclude a row from the scanner.

const NAMES = [
  'Id',
  'CreationTime',
  'Operation',
  'MailboxGuid',
  'MailboxOwnerUPN',
  'MailboxOwnerSid',
  'UserId',
  'ObjectId',
  'SessionId',
  'UniqueTokenId',
  'AppId',
  'ClientAppId',
  'ClientIPAddress',
  'ClientIP',
  'ActorIpAddress',
  'ClientInfoString',
  'ResultStatus',
  'LogonType',
  'UserType',
  'OperationCount',
  'AppAccessContext',
  'OperationProperties',
  'Folders',
  'Item',
  'AuditData',
  'auditData',
  'RawEventData',
  'ActionType',
  'OfficeId',
  'Type',
  'AffectedItems',
  'DeviceProperties',
  'Parameters',
  'QueryText',
  'Client_IPAddress',
  'Logon_Type',
  'OfficeObjectId',
  'value',
] as const;

type Name = (typeof NAMES)[number];

export const MEMBERS = createMemberNames(NAMES);

const numberOf = (name: Name): number => NAMES.indexOf(name) + 1;

export const ID = numberOf('Id');
export const CREATION_TIME = numberOf('CreationTime');
export const OPERATION = numberOf('Operation');
export const MAILBOX_GUID = numberOf('MailboxGuid');
export const MAILBOX_OWNER = numberOf('MailboxOwnerUPN');
export const MAILBOX_SID = numberOf('MailboxOwnerSid');
export const USER_ID = numberOf('UserId');
export const OBJECT_ID = numberOf('ObjectId');
export const SESSION_ID = numberOf('SessionId');
export const TOKEN_ID = numberOf('UniqueTokenId');
export const APP_ID = numberOf('AppId');
export const CLIENT_APP_ID = numberOf('ClientAppId');
export const CLIENT_IP_ADDRESS = numberOf('ClientIPAddress');
export const CLIENT_IP = numberOf('ClientIP');
export const ACTOR_IP = numberOf('ActorIpAddress');
export const CLIENT_INFO = numberOf('ClientInfoString');
export const RESULT_STATUS = numberOf('ResultStatus');
export const LOGON_TYPE = numberOf('LogonType');
export const USER_TYPE = numberOf('UserType');
export const OPERATION_COUNT = numberOf('OperationCount');
export const CONTEXT = numberOf('AppAccessContext');
export const PROPERTIES = numberOf('OperationProperties');
export const FOLDERS = numberOf('Folders');
export const ITEM = numberOf('Item');

/** From here on: members that make a row more than a plain mail access, or that only the general reader handles. */
export const FIRST_FOREIGN_MEMBER = numberOf('AuditData');

/** Members of `AppAccessContext`, numbered after those of the record. */
export const CONTEXT_MEMBERS = createMemberNames(['AADSessionId', 'UniqueTokenId', 'ClientAppId']);
export const CONTEXT_SESSION = NAMES.length + 1;
export const CONTEXT_TOKEN = NAMES.length + 2;
export const CONTEXT_APP = NAMES.length + 3;
export const MEMBER_COUNT = NAMES.length + 4;

/** How a member's text is kept. `unique` ones differ between records, so they are not cached. */
export type TextForm = 'unique' | 'exact' | 'lower' | 'address';

export function textFormOf(member: number): TextForm {
  if (member === ID || member === CONTEXT_TOKEN) return 'unique';
  if (member === CLIENT_IP_ADDRESS || member === CLIENT_IP || member === ACTOR_IP) return 'address';
  const isKey =
    member === MAILBOX_GUID ||
    member === SESSION_ID ||
    member === APP_ID ||
    member === CLIENT_APP_ID ||
    member === CONTEXT_SESSION ||
    member === CONTEXT_APP;
  return isKey ? 'lower' : 'exact';
}
