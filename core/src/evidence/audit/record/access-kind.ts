import type { AccessKind } from '../access-record.ts';

const KINDS: readonly AccessKind[] = [
  'bind',
  'sync',
  'search',
  'send',
  'handle',
  'rule',
  'forwarding',
  'permission',
  'sign-in',
  'other',
];

const BY_OPERATION: ReadonlyMap<string, AccessKind> = new Map([
  ['Send', 'send'],
  ['SendAs', 'send'],
  ['SendOnBehalf', 'send'],
  ['Move', 'handle'],
  ['MoveToDeletedItems', 'handle'],
  ['SoftDelete', 'handle'],
  ['HardDelete', 'handle'],
  ['Update', 'handle'],
  ['Copy', 'handle'],
  ['UserLoggedIn', 'sign-in'],
  ['UserLoginFailed', 'sign-in'],
  ['ModifyFolderPermissions', 'permission'],
]);

const FORWARDING_PARAMETERS = new Set(['forwardingsmtpaddress', 'forwardingaddress']);

/** What decides a record's kind beside its operation. */
export interface KindClues {
  /** `OperationProperties[MailAccessType]`, as recorded. */
  readonly accessType: string | null;
  readonly hasFolders: boolean;
  readonly hasItem: boolean;
  readonly parameters: readonly { readonly name: string }[];
}

/** docs/formats/access-records.md, Kind. */
export function toAccessKind(operation: string, clues: KindClues): AccessKind {
  if (operation === 'MailItemsAccessed') return toMailAccess(clues);
  const kind = BY_OPERATION.get(operation);
  if (kind !== undefined) return kind;
  if (operation.startsWith('SearchQueryInitiated')) return 'search';
  if (operation.endsWith('InboxRule') || operation.endsWith('TransportRule')) return 'rule';
  if (operation.endsWith('MailboxPermission') || operation.endsWith('RecipientPermission')) return 'permission';
  if (
    operation === 'Set-Mailbox' &&
    clues.parameters.some(({ name }) => FORWARDING_PARAMETERS.has(name.toLowerCase()))
  ) {
    return 'forwarding';
  }
  return 'other';
}

function toMailAccess({ accessType, hasFolders, hasItem }: KindClues): AccessKind {
  const type = accessType?.trim().toLowerCase();
  if (type === 'bind' || type === 'sync') return type;
  return hasItem && !hasFolders ? 'sync' : 'bind';
}

/** The `kind` column of the neutral CSV; what it does not know is `other`. */
export function readNeutralKind(text: string): AccessKind {
  const name = text.trim().toLowerCase();
  return KINDS.find((kind) => kind === name) ?? 'other';
}
