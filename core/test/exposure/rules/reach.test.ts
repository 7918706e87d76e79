import type { AuditRecord } from '@candor/core/evidence/record';
import type { Incident, Reach } from '@candor/core/incident';
import { describe, expect, test } from 'vitest';
import {
  APP,
  citedFor,
  cmdlet,
  codesOf,
  DAY,
  GUID,
  gapsFor,
  INTRUDER_IP,
  makeCopy,
  makeIncident,
  makeIntruder,
  makeRecord,
  nobodys,
  run,
  START,
  UNKNOWN_IP,
  verdictOf,
} from '../testkit.ts';

const gap = { mailbox: 'ann', kind: 'unlicensed', from: START + 1000, to: START + 2000, source: null } as const;
const of = (reach: readonly Partial<Reach>[], changes: Partial<Incident> = {}) =>
  makeIncident({
    coverage: [gap],
    intruder: makeIntruder({
      reach: reach.map((each) => ({ mailbox: 'ann', by: 'delegation', from: null, to: null, ...each })),
    }),
    ...changes,
  });
const at = (arrived: number | null) => makeCopy({ location: 'm', arrived });
const codes = (incident: Incident, arrived: number | null, records: AuditRecord[] = []) =>
  codesOf(run({ incident, records, copies: [at(arrived)] }));

describe('a reach with start and end', () => {
  test('applies to the remaining part of a gap and shows the gap', () => {
    const incident = of([{ from: START, to: START + 1500 }]);
    expect(codes(incident, START + 1500)).toEqual(['delegate-reach']);
    expect(codes(incident, START + 1501)).toEqual(['coverage-incomplete']);
    expect(codes(incident, null)).toEqual(['delegate-reach']);
    expect(gapsFor(run({ incident, copies: [at(START)] }), 'delegate-reach')).toEqual(['unlicensed 1000 2000']);
  });
  test('needs more than an instant of it', () => {
    expect(codes(of([{ from: START, to: START + 1000 }]), START)).toEqual(['coverage-incomplete']);
    expect(codes(of([{ from: START + 2000, to: null }]), START)).toEqual(['coverage-incomplete']);
    expect(codes(of([{ from: START + 1999, to: null }]), START)).toEqual(['delegate-reach']);
    expect(codes(of([{ from: START - 9, to: START + 1001 }]), START + 1001)).toEqual(['delegate-reach']);
  });
  test('each entry counts separately', () => {
    const incident = of([
      { from: START, to: START + 1200 },
      { from: START + 1800, to: START + 1900 },
    ]);
    expect([codes(incident, START + 1850), codes(incident, START + 1901)]).toEqual([
      ['delegate-reach'],
      ['coverage-incomplete'],
    ]);
  });
  test('by credentials also holds for T1, and not where the intruder is active', () => {
    const throttled = makeRecord({
      id: 't',
      throttled: true,
      time: START + 10,
      sessions: [],
      ip: '203.0.113.10',
      userId: null,
    });
    const incident = of([{ by: 'credentials', from: START, to: START + 500 }], { coverage: [] });
    expect(codes(incident, START + 500, [throttled])).toEqual(['throttled']);
    expect(codes(incident, START + 501, [throttled])).toEqual(['coverage-incomplete']);
    expect(codes(incident, START + 501, [throttled, makeRecord({ kind: 'sign-in' })])).toEqual(['throttled']);
  });
  test('clips the instants of lossy records at its ends', () => {
    const lossy = makeRecord({ id: 'l', lossy: 'depth', time: START + 100, folders: [], ...nobodys });
    const within = (from: number, to: number) =>
      codes(of([{ from: START + from, to: START + to }], { coverage: [] }), START + 50, [lossy]);
    expect([within(100, 200), within(0, 100)]).toEqual([['delegate-reach'], ['delegate-reach']]);
    expect([within(101, 200), within(0, 99)]).toEqual([['coverage-incomplete'], ['coverage-incomplete']]);
  });
});

describe('a reach found in the log', () => {
  const none = of([]);
  const grant = (operation: string, changes: Partial<AuditRecord>) =>
    makeRecord({ id: 'g', operation, time: START + 1500, mailboxGuid: null, userId: 'admin@org.example', ...changes });
  const permission = (operation: string, changes: Partial<AuditRecord> = {}) =>
    grant(operation, {
      kind: 'permission',
      parameters: [{ name: 'Identity', value: 'ann' }],
      ...changes,
    });
  test.each([
    'Add-MailboxPermission',
    'Add-RecipientPermission',
    'Add-MailboxFolderPermission',
    'Set-MailboxFolderPermission',
    'ModifyFolderPermissions',
    'AddFolderPermissions',
  ])('%s gives its mailbox from its time on', (operation) => {
    const records = [permission(operation)];
    // Such a record makes the intruder active in the mailbox as well: the other mailbox shows the difference.
    expect(codes(none, START + 2000, records)).toContain('delegate-reach');
    const outcome = run({ incident: none, records, copies: [at(START + 2000)] });
    expect(citedFor(outcome, 'delegate-reach')).toEqual(['g']);
    const early = of([], { coverage: [{ ...gap, to: START + 1500 }] });
    expect(codes(early, START, records)).not.toContain('delegate-reach');
  });
  test('a permission by unknown users gives nothing and is suggested', () => {
    const outcome = run({
      incident: none,
      records: [permission('Add-MailboxPermission', { sessions: [], ip: UNKNOWN_IP })],
      copies: [at(START)],
    });
    expect(codesOf(outcome)).toEqual(['coverage-incomplete']);
    expect(outcome.exposure.alerts().suggestedReach).toMatchObject([
      { record: 'g', custodian: 'ann', by: 'delegation' },
    ]);
  });
  const consent = (newValue: string, changes: Partial<AuditRecord> = {}) =>
    grant('Consent to application.', { kind: 'other', modified: [{ name: '', newValue }], ...changes });
  const role = (value: string) =>
    grant('New-ManagementRoleAssignment', { kind: 'other', parameters: [{ name: 'Role', value }] });
  test('impersonation and consent give all mailboxes by application', () => {
    for (const record of [
      role('org/ApplicationImpersonation'),
      consent('[] => [Scope: MAIL.ReadBasic]'),
      consent('full_access_as_app'),
      consent('https://outlook.office365.com/.default'),
      consent('IMAP.AccessAsUser.All'),
      consent('EWS.AccessAsUser.All'),
    ])
      expect(codes(none, START, [record])).toEqual(['app-reach']);
    for (const record of [role('Mail Recipients'), consent('Mail.Send User.Read')])
      expect(codes(none, START, [record])).toEqual(['coverage-incomplete']);
    const used = [consent('Mail.Read'), makeRecord({ mailboxGuid: GUID.bob, sessions: [], appId: APP })];
    expect(codes(none, START, used)).toEqual(['app-reach-used']);
  });
  test('also by a user controlled by the intruder where nothing else shows the author', () => {
    const ambiguous = consent('Mail.Read', { sessions: [], ip: null });
    expect(codes(none, START, [ambiguous])).toEqual(['coverage-incomplete']);
    const used = makeRecord({ mailboxGuid: GUID.bob, userId: 'Admin@org.example', sessions: [], ip: INTRUDER_IP });
    const outcome = run({ incident: none, records: [ambiguous, used], copies: [at(START)] });
    expect([codesOf(outcome), verdictOf(outcome)]).toEqual([['app-reach'], 'possible']);
    expect(outcome.exposure.alerts().suggestedReach).toEqual([]);
  });
  test('by a user who was not supplied blocks every clearance', () => {
    const records = [permission('Add-MailboxPermission', { parameters: [{ name: 'Identity', value: 'Palle' }] })];
    const outcome = run({ records, copies: [at(START), makeCopy({ location: 'b', custodian: 'bob' })] });
    expect([codesOf(outcome), codesOf(outcome, 'b')]).toEqual([['coverage-incomplete'], ['coverage-incomplete']]);
    expect(outcome.unresolved).toEqual([{ what: 'mailbox', value: 'palle', count: 1, reason: 'not-supplied' }]);
    const forwarding = cmdlet(
      'Set-Mailbox',
      { Identity: 'x', ForwardingSmtpAddress: 'a@evil.example' },
      { time: START + DAY },
    );
    expect(codesOf(run({ records: [forwarding], copies: [at(START)] }))).toEqual(['coverage-incomplete']);
    const owners = { sessions: [], ip: '192.0.2.5' };
    expect(codesOf(run({ records: [{ ...records[0]!, ...owners }], copies: [at(START)] }))).toEqual([
      'complete-coverage',
    ]);
  });
});
