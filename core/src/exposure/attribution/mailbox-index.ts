import { compareUtf8, toIdKey } from '@candor/core/base';
import type { ActorKeys } from '@candor/core/evidence/record';
import { type AuditRecord, isFileAccess, isPurge } from '@candor/core/evidence/record';
import type { Incident, Mailbox } from '@candor/core/incident';

/**
 * The mailbox that a record is about.
 *
 * - `supplied`: a mailbox of the incident. `unlistedGuid` is the GUID that the record gives and nobody listed, where
 *   the owner's name beside it decided.
 * - `foreign`: a mailbox that the record gives and nobody supplied; `key` is its GUID, else its UPN, in lower case.
 * - `somebody`: a cmdlet names somebody whom nobody supplied; `key` is the name as recorded, in lower case. It may be
 *   anybody's alias. Empty: only `SourceMailbox` or `SourceMailboxes` of an export names somebody.
 * - `several`: an export of the supplied mailboxes that its `SourceMailboxes` name.
 * - `unnamed`: the record tells no mailbox.
 */
export type RecordMailbox =
  | { readonly state: 'supplied'; readonly custodian: string; readonly unlistedGuid: string | null }
  | { readonly state: 'foreign'; readonly key: string }
  | { readonly state: 'somebody'; readonly key: string }
  | { readonly state: 'several'; readonly custodians: readonly string[] }
  | { readonly state: 'unnamed' };

type UserKeys = Pick<AuditRecord, 'userId' | 'mailboxOwnerUpn' | 'mailboxOwnerSid'>;
type OwnerKeys = Pick<AuditRecord, 'mailboxGuid' | 'mailboxOwnerUpn'>;

const UNNAMED: RecordMailbox = { state: 'unnamed' };

const LICENSE_CHANGE = /^change user license\.?$/i;
const RESTORE_REQUEST = 'new-mailboxrestorerequest';
const MAILBOX_SEARCH = 'new-mailboxsearch';

/** Exports of the mailboxes that their parameters name, in lower case. */
const OF_NAMED: ReadonlySet<string> = new Set([
  'new-mailboxexportrequest',
  RESTORE_REQUEST,
  MAILBOX_SEARCH,
  'search-mailbox',
  'new-moverequest',
]);

/** Ends of the names of files that hold mail. */
const MAIL_FILE = /\.(?:pst|ost|olm|nsf|mbox|msg|eml)$/i;

/** Prefixes of mailbox names in `Identity` and `ObjectId`: `org/ann`, `ann\rule`, `smtp:ann@org.example`. */
const PART = /[\\/:]/;
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Finds a record's mailbox (docs/formats/rules.md, Mailbox of a record). Names compare ignoring case and surrounding
 * braces.
 */
export class MailboxIndex {
  /** By address, GUID or custodian. */
  readonly #byName = new Map<string, string>();
  /** By alias, display name or local part of the address; null: ambiguous, so it names none. */
  readonly #byAlias = new Map<string, string | null>();
  /** Cache of the last record's answer: the next one is usually equal. */
  #last: (OwnerKeys & { readonly mailbox: RecordMailbox }) | null = null;

  constructor(incident: Incident) {
    // A GUID beats an address beats a custodian if a text matches several.
    for (const box of incident.mailboxes) for (const guid of box.guids) this.#add(guid, box.custodian);
    for (const box of incident.mailboxes) this.#add(box.address, box.custodian);
    for (const box of incident.mailboxes) this.#add(box.custodian, box.custodian);
    for (const box of incident.mailboxes) for (const alias of listAliases(box)) this.#addAlias(alias, box.custodian);
  }

  resolve(record: AuditRecord): RecordMailbox {
    if (record.kind === 'other' && isPurge(record)) return UNNAMED;
    return this.ofRecorded(record) ?? this.#ofKind(record);
  }

  /** By `MailboxGuid`, else `MailboxOwnerUPN`; null where both are missing. */
  ofRecorded({ mailboxGuid, mailboxOwnerUpn }: OwnerKeys): RecordMailbox | null {
    const last = this.#last;
    if (last !== null && last.mailboxGuid === mailboxGuid && last.mailboxOwnerUpn === mailboxOwnerUpn)
      return last.mailbox;
    const mailbox = this.#ofRecorded(toName(mailboxGuid), toName(mailboxOwnerUpn));
    if (mailbox !== null) this.#last = { mailboxGuid, mailboxOwnerUpn, mailbox };
    return mailbox;
  }

  /** By the values that a record shares with others; null: its parameters or its name decide too. */
  ofActor(actor: ActorKeys): RecordMailbox | null {
    const { kind, operation } = actor;
    if (kind !== 'other' || !operation.includes('-')) {
      const recorded = this.ofRecorded(actor);
      if (recorded !== null) return recorded;
    }
    if (kind === 'sign-in' || kind === 'search') return this.#ofUser(actor);
    const isNamed = NAMING.has(kind) || (kind === 'other' && (operation.includes('-') || isNamedElsewhere(operation)));
    return isNamed ? null : UNNAMED;
  }

  /** The custodian named by a whole text. */
  name(text: string): string | null {
    const key = toIdKey(text);
    return this.#byName.get(key) ?? this.#byAlias.get(key) ?? null;
  }

  /** The custodian named by a text, whole or as a part between `\`, `/` or `:`. */
  find(text: string): string | null {
    const whole = this.name(text);
    if (whole !== null) return whole;
    for (const part of text.split(PART)) {
      const found = this.name(part);
      if (found !== null) return found;
    }
    return null;
  }

  /** The custodian named by a cmdlet: the first match of `Mailbox`, `Identity`, `ObjectId`. */
  findNamed(record: AuditRecord): string | null {
    for (const text of listNames(record)) {
      const custodian = this.find(text);
      if (custodian !== null) return custodian;
    }
    return null;
  }

  /** The record's user owns its mailbox (A3, A8). A record without a mailbox has no owner. */
  isByOwner({ userId, mailboxOwnerUpn, mailboxOwnerSid }: UserKeys, mailbox: RecordMailbox): boolean {
    const user = toName(userId);
    if (user === null || mailbox.state === 'unnamed' || mailbox.state === 'somebody') return false;
    if (user === toName(mailboxOwnerUpn) || user === toName(mailboxOwnerSid)) return true;
    return mailbox.state === 'supplied' && this.name(user) === mailbox.custodian;
  }

  #ofRecorded(guid: string | null, owner: string | null): RecordMailbox | null {
    const byGuid = guid === null ? null : this.name(guid);
    if (byGuid !== null) return { state: 'supplied', custodian: byGuid, unlistedGuid: null };
    const byOwner = owner === null ? null : this.name(owner);
    if (byOwner !== null) return { state: 'supplied', custodian: byOwner, unlistedGuid: guid };
    const key = guid ?? owner;
    return key === null ? null : { state: 'foreign', key };
  }

  #ofKind(record: AuditRecord): RecordMailbox {
    switch (record.kind) {
      case 'rule':
        return this.#supply(this.findNamed(record)) ?? this.#ofUser(record);
      case 'forwarding':
      case 'permission':
        return this.#supply(this.findNamed(record)) ?? toSomebody(record) ?? this.#ofUser(record);
      case 'sign-in':
      case 'search':
        return this.#ofUser(record);
      case 'export':
        return this.#ofExport(record);
      case 'other':
        return this.#ofOther(record) ?? UNNAMED;
      default:
        return UNNAMED;
    }
  }

  #ofExport(record: AuditRecord): RecordMailbox {
    if (!isOfNamed(record)) return UNNAMED;
    const named = isMailboxSearch(record) ? this.#ofSources(record) : this.#supply(this.findNamed(record));
    return named ?? (listSources(record).some(isAddressOrGuid) ? toSomebody(record) : null) ?? UNNAMED;
  }

  #ofSources(record: AuditRecord): RecordMailbox | null {
    const texts = listParameter(record, 'SourceMailboxes').flatMap((value) => value.split(/[;,]/));
    const custodians = new Set(texts.map((text) => this.find(text)).filter((found) => found !== null));
    return custodians.size === 0 ? null : { state: 'several', custodians: [...custodians].sort(compareUtf8) };
  }

  #ofOther(record: AuditRecord): RecordMailbox | null {
    if (isLicenseChange(record)) return record.objectId === null ? null : this.#supply(this.find(record.objectId));
    if (isMailFile(record)) return this.#ofUser(record);
    return record.parameters.length === 0 ? null : this.#supply(this.findNamed(record));
  }

  /** A user who was not supplied (help desk, administrator) does not make the record about their mailbox. */
  #ofUser(record: Pick<AuditRecord, 'userId'>): RecordMailbox {
    return (record.userId === null ? null : this.#supply(this.name(record.userId))) ?? UNNAMED;
  }

  #supply(custodian: string | null): RecordMailbox | null {
    return custodian === null ? null : { state: 'supplied', custodian, unlistedGuid: null };
  }

  #add(name: string, custodian: string): void {
    const key = toIdKey(name);
    if (key !== '' && !this.#byName.has(key)) this.#byName.set(key, custodian);
  }

  #addAlias(alias: string, custodian: string): void {
    const key = toIdKey(alias);
    if (key === '') return;
    const known = this.#byAlias.get(key);
    this.#byAlias.set(key, known === undefined || known === custodian ? custodian : null);
  }
}

/** `ObjectId` is the account whose licence changed, with its mailbox. */
export function isLicenseChange({ operation }: AuditRecord): boolean {
  return LICENSE_CHANGE.test(operation);
}

function listAliases({ names, address }: Mailbox): readonly string[] {
  return [...names, address.slice(0, Math.max(address.lastIndexOf('@'), 0))];
}

function toName(text: string | null): string | null {
  const name = text === null ? '' : toIdKey(text);
  return name === '' ? null : name;
}

/** Kinds of cmdlets, whose parameters name the mailbox. */
const NAMING: ReadonlySet<AuditRecord['kind']> = new Set(['rule', 'forwarding', 'permission', 'export']);

/** `ObjectId` names whose licence changed; a file of mail is of its user. */
function isNamedElsewhere(operation: string): boolean {
  return LICENSE_CHANGE.test(operation) || isFileAccess(operation);
}

/** An export of the mailboxes that its parameters name (docs/formats/rules.md, Of). */
export function isOfNamed({ operation }: Pick<AuditRecord, 'operation'>): boolean {
  return OF_NAMED.has(operation.toLowerCase());
}

function isMailboxSearch({ operation }: AuditRecord): boolean {
  return operation.toLowerCase() === MAILBOX_SEARCH;
}

/** A file of mail was downloaded or opened, from a drive or site of its user. */
function isMailFile({ operation, fileName, objectId }: AuditRecord): boolean {
  return isFileAccess(operation) && MAIL_FILE.test((fileName ?? objectId ?? '').trim());
}

/** Those of `Mailbox`, `Identity` and `ObjectId` that exist; of a restore its source first. */
function listNames(record: AuditRecord): readonly string[] {
  const isRestore = record.operation.toLowerCase() === RESTORE_REQUEST;
  return isRestore ? [...listParameter(record, 'SourceMailbox'), ...listOwnNames(record)] : listOwnNames(record);
}

function listOwnNames(record: AuditRecord): readonly string[] {
  const names = [...listParameter(record, 'Mailbox'), ...listParameter(record, 'Identity'), record.objectId ?? ''];
  return names.filter((name) => name.trim() !== '');
}

/** What may tell that an export is of a mailbox that nobody supplied. */
function listSources(record: AuditRecord): readonly string[] {
  const sources = ['SourceMailbox', 'SourceMailboxes'].flatMap((name) => listParameter(record, name));
  return [...sources, ...listOwnNames(record)];
}

/** Without a name of its own, its key is empty. */
function toSomebody(record: AuditRecord): RecordMailbox | null {
  const [first] = listOwnNames(record);
  if (first === undefined) return record.kind === 'export' ? { state: 'somebody', key: '' } : null;
  return { state: 'somebody', key: first.trim().toLowerCase() };
}

function isAddressOrGuid(text: string): boolean {
  return text.includes('@') || GUID.test(toIdKey(text));
}

/** Non-empty values of a cmdlet parameter; names compare ignoring case. */
export function listParameter(record: AuditRecord, name: string): readonly string[] {
  return listValues(record, name).filter((value) => value.trim() !== '');
}

/** Values of a cmdlet parameter, including empty ones. */
export function listValues({ parameters }: Pick<AuditRecord, 'parameters'>, name: string): readonly string[] {
  if (parameters.length === 0) return [];
  const wanted = name.toLowerCase();
  return parameters.filter((parameter) => parameter.name.toLowerCase() === wanted).map(({ value }) => value);
}

/** The last part after `\` or `/`, in lower case: `Identity` and `ObjectId` end in the name of a rule or account. */
export function toLastPart(text: string): string {
  return (text.split(/[\\/]/).at(-1) ?? '').trim().toLowerCase();
}
