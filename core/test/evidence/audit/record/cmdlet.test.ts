import { readAccessRow } from '@candor/core/evidence/audit';
import { type AuditRecord, isConsent, isPurge, showsMail } from '@candor/core/evidence/record';
import { describe, expect, it } from 'vitest';
import { bind, GUID, without } from '../fictional-access.ts';

function record(members: Record<string, unknown>): AuditRecord {
  const value = {
    ...without(bind('r1'), 'Folders', 'OperationProperties', 'MailboxGuid', 'MailboxOwnerUPN'),
    ...members,
  };
  const { row } = readAccessRow(value, 1);
  if (row.state !== 'record') throw new Error(row.cause);
  return row.record;
}

describe('New-ComplianceSearchAction', () => {
  const action = (Parameters: unknown) => record({ Operation: 'New-ComplianceSearchAction', Parameters });

  it.each([
    [[{ Name: 'Purge', Value: 'True' }]],
    [[{ Name: 'purge', Value: ' true ' }]],
    [[{ Name: 'Purge', Value: true }]],
    [[{ Name: 'PurgeType', Value: 'HardDelete' }]],
    [JSON.stringify([{ Name: 'PurgeType', Value: 'SoftDelete' }])],
    ['-SearchName "x" -Purge -PurgeType "SoftDelete"'],
    ['-purgetype HardDelete'],
    ['-Purge'],
    ['-Purge:$true -Confirm:$False'],
    ['-Purge -Force False'],
    ['-Purge Falsehood'],
    ['("-Purge")'],
  ])('is of kind other and shows nothing when it purges: %j', (Parameters) => {
    expect(action(Parameters).kind).toBe('other');
    expect(isPurge(action(Parameters))).toBe(true);
  });

  it.each([
    [[]],
    [''],
    [[{ Name: 'Purge', Value: 'False' }]],
    [
      [
        { Name: 'PurgeType', Value: ' ' },
        { Name: 'Export', Value: 'True' },
      ],
    ],
    ['-Export'],
    ['-Purge:$false -Export'],
    ['-Purge "False"'],
    ["-Purge : 'false'"],
    ['-Purged'],
    ['-PurgeTypes x'],
    ['x-Purge'],
    ['Purge'],
  ])('is an export when it does not purge: %j', (Parameters) => {
    expect(action(Parameters).kind).toBe('export');
    expect(isPurge(action(Parameters))).toBe(false);
  });

  it('is the only cmdlet that purges', () => {
    const Parameters = '-PurgeType HardDelete';
    expect(isPurge(record({ Operation: 'New-MailboxExportRequest', Parameters }))).toBe(false);
    expect(record({ Operation: 'New-MailboxExportRequest', Parameters }).kind).toBe('export');
    expect(record({ Operation: 'new-compliancesearchaction', Parameters }).kind).toBe('other');
  });
});

describe('parameters', () => {
  it('given as one text become one unnamed parameter', () => {
    expect(record({ Operation: 'X', Parameters: '-Mailbox ada' }).parameters).toEqual([
      { name: '', value: '-Mailbox ada' },
    ]);
    expect(record({ Operation: 'X', Parameters: ' ' }).parameters).toEqual([]);
    expect(record({ Operation: 'X', Parameters: '@{Name=Mailbox; Value=ada}' }).parameters).toEqual([
      { name: 'Mailbox', value: 'ada' },
    ]);
  });

  it('of a rule made by a mail program keep their actions, as text or objects', () => {
    const actions = [{ ActionType: 'Forward', Recipients: ['x@out.example'] }];
    for (const Value of [JSON.stringify(actions), actions]) {
      const OperationProperties = [
        { Name: 'RuleOperation', Value: 'AddMailboxRule' },
        { Name: 'RuleActions', Value },
      ];
      expect(record({ Operation: 'UpdateInboxRules', OperationProperties })).toMatchObject({
        kind: 'rule',
        parameters: [
          { name: 'RuleActions', value: JSON.stringify(actions) },
          { name: 'RuleOperation', value: 'AddMailboxRule' },
        ],
      });
    }
  });

  it('that are lists are joined; empty objects are dropped', () => {
    const value = (Value: unknown) =>
      record({ Operation: 'X', Parameters: [{ Name: 'To', Value }] }).parameters[0]?.value;
    expect(value(['a', 'b'])).toBe('a;b');
    expect(value({})).toBe('');
    expect(value(null)).toBe('');
    const deep: unknown[] = [];
    let at = deep;
    for (let level = 0; level < 100_000; level += 1) {
      const next: unknown[] = [];
      at.push(next);
      at = next;
    }
    expect(value(deep)).toBe('');
  });
});

describe('a grant', () => {
  const values = (ModifiedProperties: unknown, Operation = 'Consent to application.') =>
    record({ Operation, ModifiedProperties }).modified.map(({ newValue }) => newValue);
  const property = (NewValue: unknown) => ({ Name: 'ConsentAction.Permissions', NewValue, OldValue: 'old' });

  it('gives every new value of the modified properties', () => {
    expect(values([property('b'), property('a'), property('a'), property('')])).toEqual(['a', 'b']);
    expect(values([property(['Mail.Read'])])).toEqual(['["Mail.Read"]']);
    expect(values(JSON.stringify([property('Mail.Read')]))).toEqual(['Mail.Read']);
    expect(values({ ConsentAction_Permissions: { NewValue: 'Mail.Read', OldValue: '' } })).toEqual(['Mail.Read']);
    expect(values('@{Name=x; NewValue=Mail.Read; OldValue=}')).toEqual(['Mail.Read']);
  });

  it('gives its raw text when unreadable', () => {
    expect(values('Mail.Read, truncated')).toEqual(['Mail.Read, truncated']);
    expect(values(['Mail.Read'])).toEqual(['Mail.Read']);
    for (const none of [undefined, null, '', [], {}, 5]) expect(values(none)).toEqual([]);
  });

  it('is a consent or an application role, nothing else', () => {
    const role = 'Add app role assignment to service principal.';
    expect(values([property('x')], role)).toEqual(['x']);
    expect(values([property('x')], role.toUpperCase())).toEqual(['x']);
    expect(values([property('x')], 'Update user.')).toEqual([]);
    expect([isConsent('consent to application'), isConsent('Consent')]).toEqual([true, false]);
  });
});

describe('the target of a copy or move', () => {
  const to = (members: Record<string, unknown>, Operation = 'Copy') => {
    const { crossMailbox, destMailboxGuid, destMailboxOwnerUpn } = record({ Operation, ...members });
    return [crossMailbox, destMailboxGuid, destMailboxOwnerUpn];
  };

  it('is read in both spellings', () => {
    const members = {
      CrossMailboxOperation: true,
      DestMailboxGuid: `{${GUID.toUpperCase()}}`,
      DestMailboxOwnerUPN: ' B@a.example ',
    };
    expect(to(members)).toEqual([true, GUID, 'B@a.example']);
    expect(to({ CrossMailboxOperations: 'True', DestMailboxId: GUID }, 'Move')).toEqual([true, GUID, null]);
    expect(to({ CrossMailboxOperation: 'false', CrossMailboxOperations: false })).toEqual([false, null, null]);
    expect(to({})).toEqual([false, null, null]);
  });

  it('is null for a record that moves nothing', () => {
    expect(to({ CrossMailboxOperation: true, DestMailboxGuid: GUID }, 'Send')).toEqual([false, null, null]);
  });
});

it('lists the operations that show mail', () => {
  const shown = ['MailItemsAccessed', 'messagebind', 'AttachmentAccess', 'FolderBind', 'PreviewItemDownloaded'];
  expect(shown.filter((operation) => !showsMail(operation))).toEqual([]);
  expect(['Send', 'Set-Mailbox', 'Zeta', ''].filter(showsMail)).toEqual([]);
});

it("keeps the owner's SID and the LogonType under either name", () => {
  expect(record({ MailboxOwnerSid: ' S-1-5-21 ' }).mailboxOwnerSid).toBe('S-1-5-21');
  expect(record({ LogonType: '', Logon_Type: 'Owner' }).logonType).toBe('Owner');
  expect(record({ LogonType: 0, Logon_Type: 'Admin' }).logonType).toBe('0');
});
