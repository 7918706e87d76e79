import type { Instant } from '@candor/core/base';
import type { ReachMethod } from '@candor/core/evidence/incident';
import { type AuditRecord, isConsent } from '@candor/core/evidence/record';
import { FirstKeys } from '../alert/first-keys.ts';
import type { RecordMailbox } from '../attribution/mailbox-index.ts';
import { listParameter, toLastPart } from '../attribution/mailbox-index.ts';

/** A reach given by a record, from its time to containment (docs/formats/rules.md, Reach). */
export interface FoundReach {
  /** Null: all mailboxes. */
  readonly custodian: string | null;
  readonly by: ReachMethod;
  readonly from: Instant;
  readonly record: string;
}

/** A record by unknown users that would give a reach: shown to the analyst, never applied automatically. */
export interface SuggestedReach {
  readonly record: string;
  readonly time: Instant;
  readonly operation: string;
  /** Null: all mailboxes, or an unsupplied one. */
  readonly custodian: string | null;
  readonly by: ReachMethod;
}

const PERMISSIONS: ReadonlySet<string> = new Set([
  'add-mailboxpermission',
  'add-recipientpermission',
  'add-mailboxfolderpermission',
  'set-mailboxfolderpermission',
  'modifyfolderpermissions',
  'addfolderpermissions',
]);

const ROLES: ReadonlySet<string> = new Set(['new-managementroleassignment', 'set-managementroleassignment']);
const IMPERSONATION = 'applicationimpersonation';

/** Application permissions that open mail, in lower case; each also matches permissions that it is a prefix of. */
const SCOPES = ['mail.read', 'full_access_as_app', 'ews.accessasuser.all', 'imap.accessasuser.all', '.default'];

/** How a record opens mailboxes, if at all, whoever made it. */
export function findGrantMethod(record: AuditRecord): ReachMethod | null {
  const operation = record.operation.toLowerCase();
  if (PERMISSIONS.has(operation)) return 'delegation';
  if (ROLES.has(operation)) {
    return listParameter(record, 'Role').some((role) => toLastPart(role) === IMPERSONATION) ? 'application' : null;
  }
  if (!isConsent(operation)) return null;
  const values = record.modified.map(({ newValue }) => newValue.toLowerCase());
  return values.some((value) => SCOPES.some((scope) => value.includes(scope))) ? 'application' : null;
}

/** Permissions, roles and consents that let the intruder reach mailboxes. */
export class ReachLog {
  readonly #found: FoundReach[] = [];
  readonly #suggested: FirstKeys<SuggestedReach>;

  constructor(suggestionLimit: number) {
    this.#suggested = new FirstKeys(suggestionLimit);
  }

  /** `isUsed`: its user is compromised. Such records rarely have a session or address. */
  gather(record: AuditRecord, mailbox: RecordMailbox, label: string, isUsed: boolean): void {
    if (label !== 'intruder' && label !== 'ambiguous') return;
    const by = findGrantMethod(record);
    if (by === null) return;
    const { id, time, operation } = record;
    const custodian = mailbox.state === 'supplied' ? mailbox.custodian : null;
    const isOfAll = by === 'application';
    if (label === 'intruder' || (isOfAll && isUsed)) {
      if (isOfAll || custodian !== null) {
        this.#found.push({ custodian: isOfAll ? null : custodian, by, from: time, record: id });
      }
    } else {
      this.#suggested.set(id, { record: id, time, operation, custodian: isOfAll ? null : custodian, by });
    }
  }

  listFor(custodian: string): readonly FoundReach[] {
    return this.#found.filter((reach) => reach.custodian === null || reach.custodian === custodian);
  }

  listSuggested(): readonly SuggestedReach[] {
    return this.#suggested.values();
  }
}
