import { type AccessRecord, type Incident, toIdKey } from '@candor/core/evidence';

/**
 * Whose mailbox a record is about.
 *
 * - `supplied`: a mailbox of the incident.
 * - `foreign`: a mailbox that the record names and nobody supplied; `key` is its GUID, else its UPN, in lower case. `namesake` is the custodian whose
 *   address stands beside such a GUID: the GUID decides, and who left it out of the incident file, or mistyped it, must hear of it.
 * - `unnamed`: the record names none.
 */
export type RecordMailbox =
  | { readonly state: 'supplied'; readonly custodian: string }
  | { readonly state: 'foreign'; readonly key: string; readonly namesake: string | null }
  | { readonly state: 'unnamed' };

const UNNAMED: RecordMailbox = { state: 'unnamed' };

/** Finds the mailbox of a record (docs/formats/rules.md, Attribution). Names compare without case, GUIDs without braces too. */
export class MailboxIndex {
  readonly #byName = new Map<string, RecordMailbox & { state: 'supplied' }>();
  /** Custodians of whose mailbox no GUID is listed: only its address can tell that a record is about it. */
  readonly #withoutGuid: ReadonlySet<string>;
  /** What the last record said of its mailbox: the next one mostly says the same. */
  #last: (Pick<AccessRecord, 'mailboxGuid' | 'mailboxOwnerUpn'> & { readonly mailbox: RecordMailbox }) | null = null;

  constructor(incident: Incident) {
    const without = incident.mailboxes.filter(({ guids }) => guids.length === 0);
    this.#withoutGuid = new Set(without.map(({ custodian }) => custodian));
    // A GUID beats an address beats a custodian, should a text be two of them.
    for (const box of incident.mailboxes) for (const guid of box.guids) this.#add(guid, box.custodian);
    for (const box of incident.mailboxes) this.#add(box.address, box.custodian);
    for (const box of incident.mailboxes) this.#add(box.custodian, box.custodian);
  }

  resolve(record: AccessRecord): RecordMailbox {
    const { mailboxGuid, mailboxOwnerUpn } = record;
    const last = this.#last;
    if (last !== null && last.mailboxGuid === mailboxGuid && last.mailboxOwnerUpn === mailboxOwnerUpn)
      return last.mailbox;
    const recorded = toName(mailboxGuid) ?? toName(mailboxOwnerUpn);
    if (recorded !== null) {
      const mailbox = this.#byName.get(recorded) ?? this.#ofUnknownGuid(recorded, toName(mailboxOwnerUpn));
      this.#last = { mailboxGuid, mailboxOwnerUpn, mailbox };
      return mailbox;
    }
    switch (record.kind) {
      case 'rule':
      case 'forwarding':
      case 'permission':
        return this.#ofCmdlet(record) ?? this.#ofUser(record);
      case 'sign-in':
      case 'search':
        return this.#ofUser(record);
      default:
        return UNNAMED;
    }
  }

  /** The custodian that a text names: a supplied address, GUID or custodian, whole or as a part between `\` or `/`. */
  find(text: string): string | null {
    const whole = this.#byName.get(toIdKey(text));
    if (whole !== undefined) return whole.custodian;
    for (const part of text.split(/[\\/]/)) {
      const found = this.#byName.get(toIdKey(part));
      if (found !== undefined) return found.custodian;
    }
    return null;
  }

  #ofUnknownGuid(key: string, owner: string | null): RecordMailbox {
    const namesake = owner === null ? undefined : this.#byName.get(owner);
    if (namesake !== undefined && this.#withoutGuid.has(namesake.custodian)) return namesake;
    return { state: 'foreign', key, namesake: namesake?.custodian ?? null };
  }

  #ofCmdlet(record: AccessRecord): RecordMailbox | null {
    for (const text of [...listParameter(record, 'Mailbox'), ...listParameter(record, 'Identity'), record.objectId]) {
      const custodian = text === null ? null : this.find(text);
      if (custodian !== null) return { state: 'supplied', custodian };
    }
    return null;
  }

  /** A user whom nobody supplied (a help desk, an administrator) is no mailbox that the record is about. */
  #ofUser(record: AccessRecord): RecordMailbox {
    const user = toName(record.userId);
    return (user === null ? undefined : this.#byName.get(user)) ?? UNNAMED;
  }

  #add(name: string, custodian: string): void {
    const key = toIdKey(name);
    if (key !== '' && !this.#byName.has(key)) this.#byName.set(key, { state: 'supplied', custodian });
  }
}

function toName(text: string | null): string | null {
  const name = text === null ? '' : toIdKey(text);
  return name === '' ? null : name;
}

/** The values of a cmdlet's parameter that are not empty; parameter names compare without case. */
export function listParameter(record: AccessRecord, name: string): readonly string[] {
  if (record.parameters.length === 0) return [];
  const wanted = name.toLowerCase();
  return record.parameters
    .filter((parameter) => parameter.name.toLowerCase() === wanted && parameter.value.trim() !== '')
    .map((parameter) => parameter.value);
}

/** The last part between `\` or `/`, without case: how `Identity` and `ObjectId` end in the name of a rule or an account. */
export function toLastPart(text: string): string {
  return (text.split(/[\\/]/).at(-1) ?? '').trim().toLowerCase();
}
