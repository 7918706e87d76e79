import { toGuid, toItemId } from '../identity.ts';
import { toIso, toSeconds } from '../instant.ts';
import type { Actor, AuditedMailbox } from './actor.ts';

/** A Microsoft 365 audit record (`AuditData`), as the Management Activity API gives it. */
export type AuditRecord = Readonly<Record<string, unknown>> & {
  readonly Id: string;
  readonly CreationTime: string;
  readonly Operation: string;
  readonly RecordType: number;
  readonly UserId: string;
};

/** What every record needs. `name` becomes the id, through a hash unless it is to be the id itself. */
export type Act = {
  readonly name: string;
  readonly id?: string;
  /** ISO, ends in Z. */
  readonly at: string;
  readonly mailbox: AuditedMailbox;
  readonly actor: Actor;
  readonly userId?: string;
};

/** A folder of a Bind, with the Message-IDs listed under it. */
export type BoundFolder = {
  readonly id: string;
  readonly path: string;
  readonly messageIds: readonly (string | null)[];
};

const ORGANIZATION = toGuid('Harbor Energy, tenant');

function common(act: Act, operation: string, recordType: number, workload: string): Record<string, unknown> {
  const { actor } = act;
  return {
    ...(actor.app === undefined ? {} : { AppId: actor.app }),
    ...(actor.clientApp === undefined ? {} : { ClientAppId: actor.clientApp }),
    CreationTime: toIso(toSeconds(act.at)).slice(0, 19),
    Id: act.id ?? toGuid(`record ${act.name} ${act.at}`),
    Operation: operation,
    OrganizationId: ORGANIZATION,
    RecordType: recordType,
    ResultStatus: 'Succeeded',
    UserType: actor.userType ?? 0,
    Version: 1,
    Workload: workload,
    UserId: act.userId ?? act.mailbox.address,
  };
}

function accessContext(actor: Actor): Record<string, unknown> {
  const context = {
    ...(actor.aadSession === undefined ? {} : { AADSessionId: actor.aadSession }),
    ...(actor.token === undefined ? {} : { UniqueTokenId: actor.token }),
  };
  return {
    ...(Object.keys(context).length === 0 ? {} : { AppAccessContext: context }),
    ...(actor.session === undefined ? {} : { SessionId: actor.session }),
  };
}

function mailboxFields(act: Act): Record<string, unknown> {
  return {
    ...(act.actor.ip === undefined ? {} : { ClientIPAddress: act.actor.ip }),
    ClientInfoString: act.actor.client ?? 'Client=OWA;Action=ViaProxy',
    ExternalAccess: false,
    InternalLogonType: 0,
    LogonType: act.actor.logonType ?? 0,
    ...(act.mailbox.guid === null ? {} : { MailboxGuid: act.mailbox.guid }),
    MailboxOwnerUPN: act.mailbox.address,
    OrganizationName: 'harborenergy.onmicrosoft.example',
    ...accessContext(act.actor),
  };
}

function accessType(value: string, throttled: boolean): Record<string, unknown> {
  const properties = [
    { Name: 'MailAccessType', Value: value },
    { Name: 'IsThrottled', Value: throttled ? 'True' : 'False' },
  ];
  return { OperationProperties: properties };
}

/**
 * `count` lies about the number of items where it is given; null leaves it out. `items` replaces the list by a text.
 */
export function bind(
  act: Act & {
    readonly folders: readonly BoundFolder[];
    readonly throttled?: boolean;
    readonly count?: number | null;
    readonly items?: string;
  },
): AuditRecord {
  const listed = act.folders.reduce((sum, folder) => sum + folder.messageIds.length, 0);
  const folders = act.folders.map((folder) => ({
    FolderItems: act.items ?? folder.messageIds.map((id) => toItem(id)),
    Id: folder.id,
    Path: folder.path,
  }));
  return finish({
    ...common(act, 'MailItemsAccessed', 50, 'Exchange'),
    ...mailboxFields(act),
    ...(act.count === null ? {} : { OperationCount: act.count ?? listed }),
    ...accessType('Bind', act.throttled ?? false),
    Folders: folders,
  });
}

/** Sync records have no `Folders`: the folder is the item's parent. */
export function sync(act: Act & { readonly folder: string | null; readonly throttled?: boolean }): AuditRecord {
  const parent = act.folder === null ? {} : { ParentFolder: { Id: act.folder, Name: '', Path: 'Not Available' } };
  return finish({
    ...common(act, 'MailItemsAccessed', 2, 'Exchange'),
    ...mailboxFields(act),
    ...accessType('Sync', act.throttled ?? false),
    Item: parent,
  });
}

export function search(act: Act & { readonly query: string }): AuditRecord {
  return finish({
    ...common(act, 'SearchQueryInitiatedExchange', 52, 'Exchange'),
    ...(act.actor.ip === undefined ? {} : { ClientIPAddress: act.actor.ip }),
    ClientInfoString: act.actor.client ?? 'Client=OWA;Action=ViaProxy',
    ...accessContext(act.actor),
    QueryText: act.query,
    QuerySource: 'QF',
  });
}

/** Send, SendAs, SendOnBehalf and Update: the message is the record's `Item`. */
export function single(
  act: Act & { readonly operation: string; readonly messageId: string; readonly folder: string },
): AuditRecord {
  return finish({
    ...common(act, act.operation, 2, 'Exchange'),
    ...mailboxFields(act),
    Item: { ...toItem(act.messageId), ParentFolder: { Id: act.folder, Name: '', Path: 'Not Available' } },
  });
}

/** Move, Copy and the deletions: the messages are the record's `AffectedItems`. */
export function affect(
  act: Act & { readonly operation: string; readonly messageIds: readonly string[]; readonly folder: string },
): AuditRecord {
  const parent = { Id: act.folder, Path: 'Not Available' };
  return finish({
    ...common(act, act.operation, 3, 'Exchange'),
    ...mailboxFields(act),
    AffectedItems: act.messageIds.map((id) => ({ ...toItem(id), ParentFolder: parent })),
  });
}

/** A cmdlet: neither MailboxGuid nor MailboxOwnerUPN, the mailbox is in the parameters. */
export function cmdlet(
  act: Act & {
    readonly operation: string;
    readonly objectId?: string;
    readonly parameters: Readonly<Record<string, string>>;
  },
): AuditRecord {
  return finish({
    ...common(act, act.operation, 1, 'Exchange'),
    ...(act.actor.ip === undefined ? {} : { ClientIP: `${act.actor.ip}:50123` }),
    ...(act.objectId === undefined ? {} : { ObjectId: act.objectId }),
    ...accessContext(act.actor),
    Parameters: Object.entries(act.parameters).map(([Name, Value]) => ({ Name, Value })),
  });
}

/** UserLoggedIn, UserLoginFailed. */
export function signIn(act: Act & { readonly operation?: string }): AuditRecord {
  const properties = [{ Name: 'OS', Value: 'Windows10' }];
  if (act.actor.deviceSession !== undefined) properties.push({ Name: 'SessionId', Value: act.actor.deviceSession });
  return finish({
    ...common(act, act.operation ?? 'UserLoggedIn', 15, 'AzureActiveDirectory'),
    ...(act.actor.ip === undefined ? {} : { ClientIP: act.actor.ip, ActorIpAddress: act.actor.ip }),
    DeviceProperties: properties,
  });
}

/** Any other operation: it is kept and counted, kind `other`. */
export function other(act: Act & { readonly operation: string }): AuditRecord {
  return finish({ ...common(act, act.operation, 2, 'Exchange'), ...mailboxFields(act) });
}

function toItem(id: string | null): Record<string, unknown> {
  if (id === null) return { Id: toItemId('without id'), SizeInBytes: 2048 };
  return { InternetMessageId: id, Id: toItemId(id), SizeInBytes: 2048 };
}

function finish(fields: Record<string, unknown>): AuditRecord {
  return fields as AuditRecord;
}
