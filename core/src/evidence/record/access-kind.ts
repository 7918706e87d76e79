import type { AccessKind } from './audit-record.ts';
import { isDirectoryChange } from './directory-change.ts';
import { isPurge, SEARCH_ACTION } from './purge.ts';

const KINDS: readonly AccessKind[] = [
  'bind',
  'sync',
  'list',
  'search',
  'send',
  'handle',
  'export',
  'rule',
  'forwarding',
  'permission',
  'sign-in',
  'other',
];

/** Operations of each kind with their complete name, in lower case: intermediate programs change the case. */
const BY_OPERATION: ReadonlyMap<string, AccessKind> = new Map(
  Object.entries({
    bind: ['messagebind', 'attachmentaccess'],
    list: ['folderbind'],
    send: ['send', 'sendas', 'sendonbehalf'],
    handle: ['move', 'movetodeleteditems', 'softdelete', 'harddelete', 'update', 'copy', 'create'],
    export: [
      'new-mailboxexportrequest',
      'new-mailboxrestorerequest',
      SEARCH_ACTION,
      'searchexported',
      'searchexportdownloaded',
      'viewedsearchexported',
      'viewedsearchpreviewed',
      'searchpreviewed',
      'purviewsearchexportjobsubmitted',
      'purviewsearchaddtoreviewsetjobsubmitted',
      'reviewsetexportjobsubmitted',
      'reviewsetdocumentviewed',
      'sampleresultsviewed',
      'previewitemlisted',
      'previewitemrendered',
      'previewitemdownloaded',
    ],
    rule: ['updateinboxrules', 'import-transportrulecollection', 'import-journalrulecollection'],
    permission: ['modifyfolderpermissions', 'addfolderpermissions', 'updatefolderpermissions'],
    'sign-in': ['userloggedin', 'userloginfailed', 'mailboxlogin'],
  } satisfies Partial<Record<AccessKind, readonly string[]>>).flatMap(([kind, operations]) =>
    operations.map((operation) => [operation, kind as AccessKind]),
  ),
);

/** Operations recognised by the end of their name. */
const BY_ENDING: readonly (readonly [ending: string, kind: AccessKind])[] = [
  ['inboxrule', 'rule'],
  ['transportrule', 'rule'],
  ['journalrule', 'rule'],
  ['dlpcompliancerule', 'rule'],
  ['safeattachmentpolicy', 'rule'],
  ['hostedcontentfilterpolicy', 'rule'],
  ['hostedoutboundspamfilterpolicy', 'rule'],
  ['antiphishpolicy', 'rule'],
  ['mailboxpermission', 'permission'],
  ['recipientpermission', 'permission'],
  ['mailboxfolderpermission', 'permission'],
];

/** Kinds whose records show mail to their author: an unreadable row that may be one makes a gap. */
const SHOWING: ReadonlySet<AccessKind> = new Set(['bind', 'sync', 'list', 'export']);

/**
 * Operations of kind `other` that rules read by name, in lower case: logging switches, licences, roles, and a purging
 * action.
 */
const READ_BY_NAME: ReadonlySet<string> = new Set([
  'set-mailbox',
  'set-mailboxauditbypassassociation',
  'set-adminauditlogconfig',
  'set-organizationconfig',
  'change user license.',
  'new-managementroleassignment',
  'set-managementroleassignment',
  SEARCH_ACTION,
]);

/** Operations that have a kind only with one of these parameters; without one they are `other`. All in lower case. */
const BY_PARAMETER: ReadonlyMap<string, readonly [kind: AccessKind, ...parameters: string[]]> = new Map([
  ['set-mailbox', ['forwarding', 'forwardingsmtpaddress', 'forwardingaddress']],
  ['new-mailboxsearch', ['export', 'targetmailbox']],
  ['search-mailbox', ['export', 'targetmailbox']],
  ['new-migrationbatch', ['export', 'targetendpoint']],
  ['new-moverequest', ['export', 'outbound']],
]);

/** What decides a record's kind besides its operation. */
export interface KindClues {
  readonly accessType: string | null;
  readonly hasFolders: boolean;
  readonly hasItem: boolean;
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
}

const NO_CLUES: KindClues = { accessType: null, hasFolders: false, hasItem: false, parameters: [] };

export function isMailAccess(operation: string): boolean {
  return operation.toLowerCase() === 'mailitemsaccessed';
}

export function isMessageAccess(operation: string): boolean {
  const name = operation.toLowerCase();
  return name === 'messagebind' || name === 'attachmentaccess';
}

/** File operations, in lower case. */
const FILE_ACCESSES: ReadonlySet<string> = new Set(['filedownloaded', 'filesyncdownloadedfull', 'fileaccessed']);

export function isFileAccess(operation: string): boolean {
  return FILE_ACCESSES.has(operation.toLowerCase());
}

/** Whether an operation records that a mail program made or changed a rule; its OperationProperties say which. */
export function isOutlookRule(operation: string): boolean {
  return operation.toLowerCase() === 'updateinboxrules';
}

/** Whether some rule reads an operation although its records may be of kind `other`. */
export function isReadByName(operation: string): boolean {
  return READ_BY_NAME.has(operation.toLowerCase()) || isDirectoryChange(operation);
}

export function showsMail(operation: string): boolean {
  return SHOWING.has(toAccessKind(operation, NO_CLUES));
}

/** Kinds are those of docs/formats/access-records.md, Kind. */
export function toAccessKind(operation: string, clues: KindClues): AccessKind {
  if (isMailAccess(operation)) return toMailAccess(clues);
  const name = operation.toLowerCase();
  if (isPurge({ operation, parameters: clues.parameters })) return 'other';
  const kind = BY_OPERATION.get(name);
  if (kind !== undefined) return kind;
  if (name.startsWith('searchqueryinitiated')) return 'search';
  const ending = BY_ENDING.find(([end]) => name.endsWith(end));
  if (ending !== undefined) return ending[1];
  const [conditional = 'other', ...wanted] = BY_PARAMETER.get(name) ?? [];
  return clues.parameters.some((parameter) => wanted.includes(parameter.name.toLowerCase())) ? conditional : 'other';
}

function toMailAccess({ accessType, hasFolders, hasItem }: KindClues): AccessKind {
  const type = accessType?.trim().toLowerCase();
  if (type === 'bind' || type === 'sync') return type;
  return hasItem && !hasFolders ? 'sync' : 'bind';
}

/** The `kind` column of the neutral CSV; unknown values are `other`. */
export function readNeutralKind(text: string): AccessKind {
  return findNeutralKind(text) ?? 'other';
}

/** Whether an unreadable neutral row of this kind makes a gap: one that shows mail, or has no kind. */
export function mayShowMail(text: string): boolean {
  return text === '' || SHOWING.has(readNeutralKind(text));
}

export function isNeutralKind(text: string): boolean {
  return findNeutralKind(text) !== undefined;
}

function findNeutralKind(text: string): AccessKind | undefined {
  const name = text.trim().toLowerCase();
  return KINDS.find((kind) => kind === name);
}
