import type { AuditRecord } from '@candor/core/evidence/record';
import type { Reach } from '@candor/core/incident';
import { describe, expect, test } from 'vitest';
import { INTRUDER_IP, makeIncident, makeIntruder, makeRecord, nobodys, owners, run, START } from '../testkit.ts';

const T = START + 1500;
const named = (parameters: Record<string, string>) =>
  Object.entries(parameters).map(([name, value]) => ({ name, value }));
const changed = (properties: Record<string, string>) =>
  Object.entries(properties).map(([name, newValue]) => ({ name, newValue }));
const grant = (operation: string, changes: Partial<AuditRecord> = {}) =>
  makeRecord({
    id: 'g',
    operation,
    kind: 'other',
    time: T,
    mailboxGuid: null,
    userId: 'admin@org.example',
    objectId: 'the object',
    ...changes,
  });
const permission = (operation: string, parameters: Record<string, string> = {}, changes: Partial<AuditRecord> = {}) =>
  grant(operation, { kind: 'permission', parameters: named({ Identity: 'ann', ...parameters }), ...changes });
const consent = (operation = 'Consent to application.', properties: Record<string, string> = {}) =>
  grant(operation, { modified: changed({ Scope: 'Mail.Read', ...properties }) });
const cmdlet = (operation: string, parameters: Record<string, string>) =>
  grant(operation, { parameters: named(parameters) });

const listOpen = (records: readonly AuditRecord[], incident = makeIncident()) => {
  const { exposure } = run({ incident, records });
  return { ann: exposure.listOpenGrants('ann'), bob: exposure.listOpenGrants('bob'), alerts: exposure.alerts() };
};
const open = (...records: AuditRecord[]) => {
  const { ann, bob } = listOpen(records);
  return [ann, bob];
};
const ALL = [['g'], ['g']];
const NONE = [[], []];

describe('what a record gives', () => {
  test.each([
    'Add-MailboxPermission',
    'Add-RecipientPermission',
    'Add-MailboxFolderPermission',
    'Set-MailboxFolderPermission',
    'ModifyFolderPermissions',
    'AddFolderPermissions',
    'UpdateFolderPermissions',
  ])('%s opens its mailbox', (operation) => {
    expect(open(permission(operation))).toEqual([['g'], []]);
    expect(open(permission(operation, { AccessRights: 'None' }))).toEqual(NONE);
    expect(open(permission(operation, {}, nobodys))).toEqual(NONE);
  });
  test('roles, groups of roles, consents and keys open all mailboxes', () => {
    for (const record of [
      cmdlet('New-ManagementRoleAssignment', { Role: 'org\\ApplicationImpersonation' }),
      cmdlet('Set-ManagementRoleAssignment', { Role: 'Application Mail.Read' }),
      cmdlet('New-ManagementRoleAssignment', { Role: 'Mailbox Import Export' }),
      cmdlet('New-ManagementRoleAssignment', { Role: 'MAILBOX SEARCH' }),
      cmdlet('Add-eDiscoveryCaseAdmin', { User: 'x' }),
      cmdlet('Add-RoleGroupMember', { Identity: 'eDiscovery Manager', Member: 'x' }),
      grant('Update-RoleGroupMember', { objectId: 'org/Discovery Management' }),
      consent(),
      consent('Add app role assignment to service principal.'),
      consent('Add delegated permission grant.'),
      consent('Add OAuth2PermissionGrant.'),
      grant('Add service principal credentials.'),
      grant('Update application – Certificates and secrets management'),
    ])
      expect([record.operation, open(record)]).toEqual([record.operation, ALL]);
    for (const record of [
      cmdlet('New-ManagementRoleAssignment', { Role: 'ApplicationImpersonationX' }),
      cmdlet('New-ManagementRoleAssignment', { Role: 'Mail Recipients' }),
      cmdlet('Add-RoleGroupMember', { Identity: 'Help Desk' }),
      grant('Consent to application.', { modified: changed({ Scope: 'Mail.Send User.Read' }) }),
      grant('Update application.'),
      { ...consent(), ...owners },
      { ...consent(), failed: true },
    ])
      expect([record.operation, open(record)]).toEqual([record.operation, NONE]);
  });
  test('also by a user whom the intruder uses, where the label is open; a permission is not', () => {
    const used = makeRecord({ mailboxGuid: 'far', userId: 'admin@org.example', sessions: [], ip: INTRUDER_IP });
    for (const record of [
      consent(),
      cmdlet('Add-eDiscoveryCaseAdmin', {}),
      grant('Add service principal credentials.'),
    ]) {
      expect(open({ ...record, ...nobodys })).toEqual(NONE);
      expect(open({ ...record, ...nobodys }, used)).toEqual(ALL);
    }
    expect(open(permission('Add-MailboxPermission', {}, nobodys), used)).toEqual(NONE);
  });
});

describe("a user's own consent opens that user's mailbox alone", () => {
  const own = (properties: Record<string, string>, userId = 'bob@org.example') =>
    open({ ...consent('Consent to application.', properties), userId });
  test('by its type, by whom it is for, or by not being an administrator’s', () => {
    for (const properties of [
      { 'DelegatedPermissionGrant.ConsentType': '"Principal"' },
      { 'ConsentContext.OnBehalfOfAll': '["False"]' },
      { 'ConsentContext.IsAdminConsent': 'False' },
    ])
      expect(own(properties as Record<string, string>)).toEqual([[], ['g']]);
    expect(own({ 'ConsentContext.IsAdminConsent': 'False', 'User.UPN': '"ann@org.example"' })).toEqual([['g'], []]);
    expect(own({ 'ConsentContext.IsAdminConsent': 'False' }, 'x@far.example')).toEqual(NONE);
  });
  test('not when it is for everybody, whoever consented', () => {
    for (const properties of [
      {},
      { 'DelegatedPermissionGrant.ConsentType': 'AllPrincipals', 'ConsentContext.IsAdminConsent': 'False' },
      { 'ConsentContext.OnBehalfOfAll': 'True', 'ConsentContext.IsAdminConsent': 'False' },
      { 'ConsentContext.IsAdminConsent': 'True' },
    ])
      expect(own(properties as Record<string, string>)).toEqual(ALL);
  });
});

describe('what takes a grant back', () => {
  const later = (record: AuditRecord): AuditRecord => ({ ...record, ...owners, id: 'end', time: T + 1 });
  test('the opposite operation of the same row, by anyone and strictly later', () => {
    for (const [record, ends] of [
      [permission('Add-MailboxPermission'), ['Remove-MailboxPermission', 'RemoveFolderPermissions']],
      [cmdlet('New-ManagementRoleAssignment', { Role: 'Application X' }), ['Remove-ManagementRoleAssignment']],
      [
        cmdlet('New-ManagementRoleAssignment', { Role: 'Mailbox Search' }),
        [
          'Remove-ManagementRoleAssignment',
          'Remove-RoleGroupMember',
          'Update-RoleGroupMember',
          'Remove-eDiscoveryCaseAdmin',
        ],
      ],
      [
        consent(),
        [
          'Remove delegated permission grant.',
          'Remove OAuth2PermissionGrant.',
          'Remove app role assignment from service principal.',
          'Remove service principal.',
        ],
      ],
      [grant('Add service principal credentials.'), ['Remove service principal.']],
    ] as const) {
      for (const operation of ends) {
        const end = { ...record, operation };
        expect([operation, open(record, later(end))]).toEqual([operation, NONE]);
        expect(open(record, { ...later(end), time: T })[0]).toEqual(['g']);
        expect(open(record, { ...later(end), failed: true })[0]).toEqual(['g']);
      }
    }
    expect(
      open(grant('Add service principal credentials.'), later(grant('Remove delegated permission grant.'))),
    ).toEqual(ALL);
    const none = permission('Set-MailboxFolderPermission', { AccessRights: 'None' });
    expect(open(permission('Add-MailboxFolderPermission'), later(none))).toEqual(NONE);
  });
  test('of the same mailbox, or of the same object, otherwise the same `Identity`', () => {
    const elsewhere = permission('Remove-MailboxPermission', { Identity: 'bob' });
    expect(open(permission('Add-MailboxPermission'), later(elsewhere))).toEqual([['g'], []]);
    const removed = (changes: Partial<AuditRecord>) => later(grant('Remove service principal.', changes));
    expect(open(consent(), removed({ objectId: 'THE Object' }))).toEqual(NONE);
    expect(open(consent(), removed({ objectId: 'another' }))).toEqual(ALL);
    expect(open({ ...consent(), objectId: null }, removed({ objectId: null }))).toEqual(ALL);
    const identity = named({ Identity: 'one' });
    const unnamed = { ...consent(), objectId: null, parameters: identity };
    expect(open(unnamed, removed({ objectId: null, parameters: identity }))).toEqual(NONE);
  });
  test('naming the same person, where the grant names one', () => {
    const given = permission('Add-MailboxPermission', { User: 'Drop@evil.example' });
    const taken = (parameters: Record<string, string>) => later(permission('Remove-MailboxPermission', parameters));
    expect(open(given, taken({ User: 'drop@EVIL.example' }))).toEqual(NONE);
    expect(open(given, taken({ Trustee: 'drop@evil.example' }))).toEqual(NONE);
    expect([open(given, taken({ User: 'bob' }))[0], open(given, taken({}))[0]]).toEqual([['g'], ['g']]);
    const role = cmdlet('New-ManagementRoleAssignment', { Role: 'Application X', User: 'x' });
    expect(open(role, later(grant('Remove-ManagementRoleAssignment')))).toEqual(NONE);
  });
  test('a person who read the record, or an end in the incident file by the same means', () => {
    const accepted = makeIncident({ accepted: [{ record: 'g', by: 'Ann', why: 'read' }] });
    expect(listOpen([consent()], accepted)).toMatchObject({ ann: [], bob: [] });
    const reach = (changes: Partial<Reach>) =>
      makeIncident({
        intruder: makeIntruder({
          reach: [{ mailbox: 'ann', by: 'application', from: null, to: START + 9, ...changes }],
        }),
      });
    expect(listOpen([consent()], reach({}))).toMatchObject({ ann: [], bob: ['g'] });
    expect(listOpen([consent()], reach({ mailbox: 'all' }))).toMatchObject({ ann: [], bob: [] });
    expect(listOpen([consent()], reach({ by: 'delegation' }))).toMatchObject({ ann: ['g'], bob: ['g'] });
  });
  test('a reach of the incident file without an end is open, by credentials not', () => {
    const reach = (by: Reach['by'], to: number | null) =>
      makeIncident({ intruder: makeIntruder({ reach: [{ mailbox: 'ann', by, from: null, to }] }) });
    expect(listOpen([], reach('delegation', null))).toMatchObject({ ann: [null], bob: [] });
    expect(listOpen([], reach('application', null))).toMatchObject({ ann: [null], bob: [] });
    expect(listOpen([], reach('credentials', null))).toMatchObject({ ann: [], bob: [] });
    expect(listOpen([], reach('delegation', START + 9))).toMatchObject({ ann: [], bob: [] });
  });
});

test('open grants are reported, and those that unknown users made beside them', () => {
  const unknown = permission('Add-MailboxPermission', {}, { ...nobodys, id: 'u' });
  const { alerts } = listOpen([consent(), unknown]);
  expect(alerts.openGrants).toEqual([
    { record: 'g', time: T, operation: 'Consent to application.', custodian: null, by: 'application', isApplied: true },
    { record: 'u', time: T, operation: 'Add-MailboxPermission', custodian: 'ann', by: 'delegation', isApplied: false },
  ]);
  expect(alerts.suggestedReach?.map(({ record }) => record)).toEqual(['u']);
});
