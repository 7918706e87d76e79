import type { Actor } from '../audit/actor.ts';
import { type Act, type AuditRecord, other, sync } from '../audit/record.ts';
import { audited, folderOf, type RuleMailbox, type Specimen } from '../rules/specimen.ts';

/** What one page of cases adds to an incident: its mailboxes, its copies with what must come out, and its records. */
export type Cases = {
  readonly mailboxes: readonly RuleMailbox[];
  readonly specimens: readonly Specimen[];
  readonly records: readonly AuditRecord[];
  /** Entries of `intruder.reach` and `coverage`. */
  readonly reach?: readonly string[];
  readonly coverage?: readonly string[];
};

export const INTRUDER: Actor = { session: 'session-intruder', ip: '198.51.100.150' };
/** At nobody's address and without a session: ambiguous inside the window. */
export const NOBODY: Actor = { ip: '203.0.113.99' };
export const OWNER: Actor = { ip: '203.0.113.1' };
/** An egress address of the organization. */
export const OFFICE: Actor = { ip: '192.0.2.10' };
export const HELP_DESK = 'helpdesk@lighthouse.example';
export const ADMIN = 'admin@lighthouse.example';

/** Before the window, in it, and after containment. */
export const EARLY = '2001-09-05T12:00:00Z';
export const INSIDE = '2001-09-22T12:00:00Z';
export const LATE = '2001-10-22T12:00:00Z';

export function mailbox(custodian: string, more: Partial<RuleMailbox> = {}): RuleMailbox {
  return {
    custodian,
    folders: [
      ['Inbox', 'Inbox'],
      ['Filed', 'User Created'],
    ],
    ...more,
  };
}

/** `place` is `custodian/Folder/name`; the Message-ID is `<name@rules.example>`. */
export function copy(
  place: string,
  rule: string,
  verdict: string,
  records: readonly string[] = [],
  more: Partial<Specimen> = {},
): Specimen {
  const [custodian = '', folder = '', name = ''] = place.split('/');
  return { custodian, folder, name, arrived: EARLY, rule, verdict, records, ...more };
}

export function act(id: string, custodian: string, actor: Actor, at: string, userId?: string): Act {
  return { name: id, id, at, mailbox: audited(custodian), actor, ...(userId === undefined ? {} : { userId }) };
}

/** The item of a record, in a folder of the mailbox. */
export function item(custodian: string, folder: string, name: string | null): Readonly<Record<string, unknown>> {
  const parent = { Id: folderOf(custodian, folder), Path: '\\' };
  return { ...(name === null ? {} : { InternetMessageId: `<${name}@rules.example>` }), ParentFolder: parent };
}

/** One of the operations that no builder of `record.ts` has, with the fields that it needs. */
export function operation(of: Act, name: string, fields: Readonly<Record<string, unknown>>): AuditRecord {
  return { ...other({ ...of, operation: name }), ...fields };
}

/** An operation of the directory: it names nobody's mailbox by GUID or owner. */
export function directory(of: Act, name: string, fields: Readonly<Record<string, unknown>>): AuditRecord {
  const named = new Set(['MailboxGuid', 'MailboxOwnerUPN']);
  const rest = Object.entries(operation(of, name, fields)).filter(([field]) => !named.has(field));
  return Object.fromEntries(rest) as AuditRecord;
}

/** The owner's own access at the start of the log: without one, a mailbox in use has the gap `not-recorded`. */
export function recorded(custodian: string): AuditRecord {
  const folder = folderOf(custodian, 'Inbox');
  return sync({ ...act(`owner-${custodian}`, custodian, OWNER, '2001-09-02T08:00:00Z'), folder });
}
