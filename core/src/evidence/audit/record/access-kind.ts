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

/** In lower case: programs between the log and us change that of names. */
const BY_OPERATION: ReadonlyMap<string, AccessKind> = new Map([
  ['send', 'send'],
  ['sendas', 'send'],
  ['sendonbehalf', 'send'],
  ['move', 'handle'],
  ['movetodeleteditems', 'handle'],
  ['softdelete', 'handle'],
  ['harddelete', 'handle'],
  ['update', 'handle'],
  ['copy', 'handle'],
  ['userloggedin', 'sign-in'],
  ['userloginfailed', 'sign-in'],
  ['modifyfolderpermissions', 'permission'],
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

/** Whether an operation is the one whose records tell of accesses, and whose unreadable rows make a gap. */
export function isMailAccess(operation: string): boolean {
  return operation.toLowerCase() === 'mailitemsaccessed';
}

/** Whether an operation is the one by which a mailbox logs that a mail program made or changed a rule; its OperationProperties say which. */
export function isOutlookRule(operation: string): boolean {
  return operation.toLowerCase() === 'updateinboxrules';
}

/** docs/formats/access-records.md, Kind. */
export function toAccessKind(operation: string, clues: KindClues): AccessKind {
  if (isMailAccess(operation)) return toMailAccess(clues);
  const name = operation.toLowerCase();
  const kind = BY_OPERATION.get(name);
  if (kind !== undefined) return kind;
  if (name.startsWith('searchqueryinitiated')) return 'search';
  if (name.endsWith('inboxrule') || name.endsWith('transportrule')) return 'rule';
  if (name.endsWith('mailboxpermission') || name.endsWith('recipientpermission')) return 'permission';
  const forwards = ({ name: parameter }: { readonly name: string }) =>
    FORWARDING_PARAMETERS.has(parameter.toLowerCase());
  return name === 'set-mailbox' && clues.parameters.some(forwards) ? 'forwarding' : 'other';
}

function toMailAccess({ accessType, hasFolders, hasItem }: KindClues): AccessKind {
  const type = accessType?.trim().toLowerCase();
  if (type === 'bind' || type === 'sync') return type;
  return hasItem && !hasFolders ? 'sync' : 'bind';
}

/** The `kind` column of the neutral CSV; what it does not know is `other`. */
export function readNeutralKind(text: string): AccessKind {
  return findNeutralKind(text) ?? 'other';
}

/** Whether a text is one of the kinds that the neutral CSV may give. */
export function isNeutralKind(text: string): boolean {
  return findNeutralKind(text) !== undefined;
}

function findNeutralKind(text: string): AccessKind | undefined {
  const name = text.trim().toLowerCase();
  return KINDS.find((kind) => kind === name);
}
