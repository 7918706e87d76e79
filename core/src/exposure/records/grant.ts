import { type AuditRecord, isConsent } from '@candor/core/evidence/record';
import type { ReachMethod } from '@candor/core/incident';
import { listParameter, type MailboxIndex, type RecordMailbox, toLastPart } from '../attribution/mailbox-index.ts';
import { toOperationKey } from '../reference/reference.ts';

/** Rows of the table of reach found in the log (docs/formats/rules.md, Reach). */
type GrantRow = 'permission' | 'application-role' | 'search-role' | 'consent' | 'key';

/** What a record gives, whoever made it. */
export interface Grant {
  readonly by: ReachMethod;
  /** The mailbox: its own (a permission), everybody's, or that of a user who consented. */
  readonly of: 'mailbox' | 'all' | 'user';
  readonly row: GrantRow;
}

const PERMISSIONS: ReadonlySet<string> = new Set([
  'add-mailboxpermission',
  'add-recipientpermission',
  'add-mailboxfolderpermission',
  'set-mailboxfolderpermission',
  'modifyfolderpermissions',
  'addfolderpermissions',
  'updatefolderpermissions',
]);

const ROLE_ASSIGNMENTS: ReadonlySet<string> = new Set(['new-managementroleassignment', 'set-managementroleassignment']);
const GROUP_MEMBERS: ReadonlySet<string> = new Set(['add-rolegroupmember', 'update-rolegroupmember']);
const CASE_ADMIN = 'add-ediscoverycaseadmin';
const APPLICATION_ROLE = /^(?:applicationimpersonation$|application )/;
const SEARCH_ROLES: ReadonlySet<string> = new Set(['mailbox import export', 'mailbox search']);
const SEARCH_GROUP = /ediscovery|discovery management/;

const ADD_KEY = 'add service principal credentials';
const UPDATE_APPLICATION = 'update application';

/** Application permissions that open mail, in lower case; each also matches permissions that it is a prefix of. */
const SCOPES = ['mail.read', 'full_access_as_app', 'ews.accessasuser.all', 'imap.accessasuser.all', '.default'];

/** Operations that take each row's grant back; names as in `toOperationKey`. */
const TAKING_BACK: Readonly<Record<GrantRow, ReadonlySet<string>>> = {
  permission: new Set([
    'remove-mailboxpermission',
    'remove-recipientpermission',
    'remove-mailboxfolderpermission',
    'removefolderpermissions',
  ]),
  'application-role': new Set(['remove-managementroleassignment']),
  'search-role': new Set([
    'remove-managementroleassignment',
    'remove-rolegroupmember',
    'update-rolegroupmember',
    'remove-ediscoverycaseadmin',
  ]),
  consent: new Set([
    'remove delegated permission grant',
    'remove oauth2permissiongrant',
    'remove app role assignment from service principal',
    'remove service principal',
  ]),
  // The actor who added a key may have taken another one.
  key: new Set(['remove service principal']),
};

const ANY_TAKING_BACK: ReadonlySet<string> = new Set(
  Object.values(TAKING_BACK).flatMap((operations) => [...operations]),
);

/** Whether a record gives a reach, whoever made it. */
export function findGrant(record: AuditRecord): Grant | null {
  const operation = toOperationKey(record.operation);
  if (PERMISSIONS.has(operation)) {
    return isWithoutRights(record) ? null : { by: 'delegation', of: 'mailbox', row: 'permission' };
  }
  if (ROLE_ASSIGNMENTS.has(operation)) return findRole(record);
  if (operation === CASE_ADMIN) return SEARCH_GRANT;
  if (GROUP_MEMBERS.has(operation)) return SEARCH_GROUP.test(nameOf(record)) ? SEARCH_GRANT : null;
  if (isConsent(record.operation)) return findConsent(record);
  const isKey = operation === ADD_KEY || (operation.startsWith(UPDATE_APPLICATION) && operation.includes('secrets'));
  return isKey ? { by: 'application', of: 'all', row: 'key' } : null;
}

export function mayTakeBack(record: AuditRecord): boolean {
  const operation = toOperationKey(record.operation);
  return ANY_TAKING_BACK.has(operation) || (PERMISSIONS.has(operation) && isWithoutRights(record));
}

/** Whether a later record takes back what another one gave. */
export function takesBack(
  later: { readonly record: AuditRecord; readonly mailbox: RecordMailbox },
  given: { readonly record: AuditRecord; readonly mailbox: RecordMailbox; readonly row: GrantRow },
): boolean {
  const operation = toOperationKey(later.record.operation);
  const isNone = given.row === 'permission' && PERMISSIONS.has(operation) && isWithoutRights(later.record);
  if (!isNone && !TAKING_BACK[given.row].has(operation)) return false;
  const isSame =
    given.row === 'permission'
      ? given.mailbox.state === 'supplied' &&
        later.mailbox.state === 'supplied' &&
        given.mailbox.custodian === later.mailbox.custodian
      : nameOfObject(given.record) !== '' && nameOfObject(given.record) === nameOfObject(later.record);
  if (!isSame) return false;
  // It names nobody: the object decides.
  if (operation === 'remove-managementroleassignment') return true;
  const grantee = granteeOf(given.record);
  return grantee === null || grantee === granteeOf(later.record);
}

/** The mailbox that a user's own consent opens; null: none that was supplied. */
export function findConsenter(record: AuditRecord, index: MailboxIndex): string | null {
  const upn = newValueOf(record, 'user.upn');
  const user = upn === null || upn === '' ? record.userId : upn;
  return user === null ? null : index.name(user);
}

const SEARCH_GRANT: Grant = { by: 'delegation', of: 'all', row: 'search-role' };

function findRole(record: AuditRecord): Grant | null {
  const roles = listParameter(record, 'Role').map(toLastPart);
  if (roles.some((role) => APPLICATION_ROLE.test(role)))
    return { by: 'application', of: 'all', row: 'application-role' };
  return roles.some((role) => SEARCH_ROLES.has(role)) ? SEARCH_GRANT : null;
}

function findConsent(record: AuditRecord): Grant | null {
  const values = record.modified.map(({ newValue }) => newValue.toLowerCase());
  if (!values.some((value) => SCOPES.some((scope) => value.includes(scope)))) return null;
  return { by: 'application', of: isOwnConsent(record) ? 'user' : 'all', row: 'consent' };
}

/** A user who consented for nobody else. */
function isOwnConsent(record: AuditRecord): boolean {
  const type = newValueOf(record, 'delegatedpermissiongrant.consenttype');
  const onBehalf = newValueOf(record, 'consentcontext.onbehalfofall');
  if (type === 'principal' || onBehalf?.includes('false') === true) return true;
  if (type !== null || onBehalf !== null) return false;
  return newValueOf(record, 'consentcontext.isadminconsent')?.includes('false') === true;
}

/** A changed property without case and quotation marks; null when missing. */
function newValueOf({ modified }: AuditRecord, name: string): string | null {
  const found = modified.find((each) => each.name.trim().toLowerCase() === name);
  return found === undefined ? null : found.newValue.replaceAll('"', '').trim().toLowerCase();
}

function isWithoutRights(record: AuditRecord): boolean {
  const rights = listParameter(record, 'AccessRights');
  return rights.length > 0 && rights.every((right) => right.trim().toLowerCase() === 'none');
}

function nameOf(record: AuditRecord): string {
  return (listParameter(record, 'Identity')[0] ?? record.objectId ?? '').toLowerCase();
}

/** What a grant is about: its object, in lower case; empty for none. */
export function nameOfObject(record: AuditRecord): string {
  return (record.objectId ?? listParameter(record, 'Identity')[0] ?? '').trim().toLowerCase();
}

/** The grantee: the first of these parameters. */
function granteeOf(record: AuditRecord): string | null {
  for (const name of ['User', 'Trustee', 'Member']) {
    const [found] = listParameter(record, name);
    if (found !== undefined) return found.trim().toLowerCase();
  }
  return null;
}
