import { readAccessRow } from '@candor/core/evidence/audit';
import type { AccessRow, AuditRecord } from '@candor/core/evidence/record';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bind, GUID, sync, without } from '../fictional-access.ts';

const row = (value: unknown): AccessRow => readAccessRow(value, 7).row;

function record(value: unknown): AuditRecord {
  const read = row(value);
  if (read.state !== 'record') throw new Error(`unreadable: ${read.cause}`);
  return read.record;
}

const unreadable = (value: unknown) => {
  const read = row(value);
  return read.state === 'record' ? null : [read.cause, read.operation];
};

describe('a Management Activity API record', () => {
  it('is normalised', () => {
    expect(record(bind('r1'))).toEqual({
      id: 'r1',
      time: Date.UTC(2001, 8, 12, 10) / 1000,
      operation: 'MailItemsAccessed',
      kind: 'bind',
      mailboxGuid: GUID,
      mailboxOwnerUpn: 'ada@harbor.example',
      mailboxOwnerSid: null,
      userId: 'ada@harbor.example',
      objectId: null,
      parameters: [],
      items: [
        { messageId: '<a@harbor.example>', folder: 'LgInbox' },
        { messageId: '<b@harbor.example>', folder: 'LgInbox' },
      ],
      folders: ['LgInbox'],
      sessions: ['a1f4c1d2-77aa-4c0e-8f51-5d2a90b3c7e4', 'b2'],
      tokens: ['tokenXY'],
      appId: '9199bf20-a13f-4107-85dc-02114787ef48',
      clientAppId: 'c-1',
      ip: '198.51.100.7',
      client: 'Client=OWA;Action=ViaProxy',
      logonType: '0',
      userType: '0',
      addresses: [],
      failed: false,
      contradicts: [],
      throttled: false,
      operationCount: 2,
      lossy: null,
      query: null,
      crossMailbox: false,
      destMailboxGuid: null,
      destMailboxOwnerUpn: null,
      modified: [],
      target: null,
      workload: null,
      fileName: null,
    });
  });

  it.each([
    ['2001-09-12T10:00:00', 1000288800],
    ['2001-09-12T10:00:00.9999999', 1000288800],
    ['2001-09-12T10:00:00Z', 1000288800],
    ['2001-09-12T12:00:00+02:00', 1000288800],
    ['/Date(1000288800999)/', 1000288800],
    ['/Date(1000288800000+0200)/', 1000288800],
  ])('time %s is read as UTC and cut to seconds', (CreationTime, time) => {
    expect(record(bind('r1', { CreationTime })).time).toBe(time);
  });

  it.each(['yesterday', '', '2001-02-30T10:00:00', '2001-09-12T25:00:00', 5, null, {}, '09/12/2001 10:00:00'])(
    'is unreadable without a time: %j',
    (CreationTime) => {
      expect(unreadable(bind('r1', { CreationTime }))).toEqual(['no-time', 'MailItemsAccessed']);
    },
  );

  it('lists what a mail program changed in a rule among its parameters', () => {
    const OperationProperties = [
      { Name: 'RuleOperation', Value: 'AddMailboxRule' },
      { Name: 'RuleActions', Value: '[{"ActionType":"Forward"}]' },
    ];
    const Parameters = [{ Name: 'Identity', Value: 'x' }];
    expect(record(bind('r1', { Operation: 'updateInboxRules', OperationProperties, Parameters })).parameters).toEqual([
      { name: 'RuleActions', value: '[{"ActionType":"Forward"}]' },
      { name: 'RuleOperation', value: 'AddMailboxRule' },
    ]);
    expect(record(bind('r1', { Operation: 'Set-Mailbox', OperationProperties, Parameters })).parameters).toEqual([
      { name: 'Identity', value: 'x' },
    ]);
  });

  it('splits lists that PowerShell joined into one text of objects', () => {
    const Folders =
      '@{FolderItems=@{InternetMessageId=<a@x.example>; Id=1} @{InternetMessageId=<b@x.example>}; Id=F1; Path=\\Inbox} @{} @{FolderItems=System.Object[]; Id=F2}';
    const OperationProperties = '@{Name=MailAccessType; Value=Bind} @{Name=IsThrottled; Value=True}';
    expect(record(bind('r1', { Folders, OperationProperties }))).toMatchObject({
      kind: 'bind',
      throttled: true,
      lossy: 'depth',
      folders: ['', 'F1', 'F2'],
      items: [
        { messageId: '<a@x.example>', folder: 'F1' },
        { messageId: '<b@x.example>', folder: 'F1' },
      ],
    });
  });

  it.each([
    { MailAccessType: 'Sync', IsThrottled: 'True' },
    '{"mailaccesstype":"Sync","IsThrottled":true}',
    '@{MailAccessType=Sync; IsThrottled=True}',
  ])('reads properties that were merged into one object: %j', (OperationProperties) => {
    expect(record(bind('r1', { OperationProperties }))).toMatchObject({ kind: 'sync', throttled: true });
  });

  it('reads parameters that were merged into one object, including one called Name', () => {
    const Parameters = { Name: 'zz', ForwardTo: ['a@evil.example', 'b@evil.example'] };
    expect(record(bind('r1', { Operation: 'New-InboxRule', Parameters })).parameters).toEqual([
      { name: 'ForwardTo', value: 'a@evil.example;b@evil.example' },
      { name: 'Name', value: 'zz' },
    ]);
    const one = { Name: 'MailAccessType', Value: 'Sync' };
    expect(record(bind('r1', { OperationProperties: one })).kind).toBe('sync');
  });

  it('is found where the Graph PowerShell module stores it', () => {
    const wrapper = (inner: unknown) => ({ Id: 'w', Operation: 'MailItemsAccessed', AuditData: inner });
    expect(record(wrapper({ AdditionalProperties: bind('r1') }))).toEqual(record(bind('r1')));
    expect(record({ id: 'w', auditData: { Id: null, additionalProperties: JSON.stringify(bind('r1')) } })).toEqual(
      record(bind('r1')),
    );
    expect(record(wrapper(bind('r1', { AdditionalProperties: bind('r2') }))).id).toBe('r1');
    expect(unreadable(wrapper({ AdditionalProperties: {} }))).toEqual(['no-id', 'MailItemsAccessed']);
  });

  it.each([undefined, null, '', '  ', {}, []])('is unreadable without an id: %j', (Id) => {
    expect(unreadable(bind('r1', { Id }))).toEqual(['no-id', 'MailItemsAccessed']);
  });

  it('never takes the time from CreationDate', () => {
    expect(unreadable({ ...without(bind('r1'), 'CreationTime'), CreationDate: '2001-09-12T10:00:00' })?.[0]).toBe(
      'no-time',
    );
  });

  it('reads sessions from three places, ignoring case and duplicates', () => {
    const sessions = record(
      bind('r1', {
        SessionId: 'S1',
        AppAccessContext: { AADSessionId: 's1' },
        DeviceProperties: [
          { Name: 'OS', Value: 'Windows' },
          { Name: 'SessionId', Value: 'S3' },
        ],
      }),
    ).sessions;
    expect(sessions).toEqual(['s1', 's3']);
  });

  it('ignores case and braces in a mailbox GUID', () => {
    for (const MailboxGuid of ['5F2C0C1E-1', ' {5f2c0c1e-1} ', '{ 5F2C0C1E-1 }'])
      expect(record(bind('r1', { MailboxGuid })).mailboxGuid).toBe('5f2c0c1e-1');
    expect(record(bind('r1', { MailboxGuid: '{5f2c0c1e-1' })).mailboxGuid).toBe('{5f2c0c1e-1');
  });

  it('ignores case and braces in session and application ids', () => {
    const braced = {
      SessionId: '{S1}',
      AppId: '{A1}',
      AppAccessContext: { AADSessionId: '{S2}', ClientAppId: '{A2}' },
    };
    expect(record(bind('r1', braced))).toMatchObject({ sessions: ['s1', 's2'], appId: 'a1', clientAppId: 'a2' });
  });

  it('keeps tokens unchanged', () => {
    expect(record(bind('r1', { UniqueTokenId: 'Ab', AppAccessContext: { UniqueTokenId: 'aB' } })).tokens).toEqual([
      'Ab',
      'aB',
    ]);
  });

  it('uses the first address given', () => {
    const address = (changes: Record<string, unknown>) =>
      record({ ...without(bind('r1'), 'ClientIPAddress'), ...changes }).ip;
    expect(address({ ClientIPAddress: '192.0.2.1', ClientIP: '192.0.2.2' })).toBe('192.0.2.1');
    expect(address({ ClientIPAddress: '', ClientIP: '192.0.2.2', ActorIpAddress: '192.0.2.3' })).toBe('192.0.2.2');
    expect(address({ ActorIpAddress: '192.0.2.3' })).toBe('192.0.2.3');
    expect(address({})).toBeNull();
  });

  it('reads throttling as text or boolean, by name', () => {
    const throttled = (Value: unknown) =>
      record(
        bind('r1', {
          OperationProperties: [
            { Name: 'IsThrottled', Value },
            { Name: 'MailAccessType', Value: 'Bind' },
          ],
        }),
      ).throttled;
    expect([true, 'True', 'true', 'False', false, null, 1].map(throttled)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('the kind', () => {
  const kind = (changes: Record<string, unknown>, ...drop: string[]) =>
    record({ ...without(bind('r1'), ...drop), ...changes }).kind;

  it('of a mail access is its MailAccessType, wherever it appears', () => {
    expect(kind({})).toBe('bind');
    expect(record(sync('r1')).kind).toBe('sync');
    expect(kind({ RecordType: 2 })).toBe('bind');
  });

  it('of a mail access without a type is sync with an Item and no Folders, otherwise bind', () => {
    const OperationProperties: unknown[] = [];
    expect(record(sync('r1', { OperationProperties })).kind).toBe('sync');
    expect(record(sync('r1', { OperationProperties, Folders: [] })).kind).toBe('sync');
    expect(kind({ OperationProperties, Item: { ParentFolder: { Id: 'x' } } })).toBe('bind');
    expect(kind({ OperationProperties }, 'Folders')).toBe('bind');
  });

  it.each([
    ['SearchQueryInitiatedExchange', 'search'],
    ['SearchQueryInitiatedSharePoint', 'search'],
    ['Send', 'send'],
    ['SendAs', 'send'],
    ['SendOnBehalf', 'send'],
    ['Move', 'handle'],
    ['MoveToDeletedItems', 'handle'],
    ['SoftDelete', 'handle'],
    ['HardDelete', 'handle'],
    ['Update', 'handle'],
    ['Copy', 'handle'],
    ['New-InboxRule', 'rule'],
    ['Disable-InboxRule', 'rule'],
    ['Set-TransportRule', 'rule'],
    ['UserLoggedIn', 'sign-in'],
    ['UserLoginFailed', 'sign-in'],
    ['Add-MailboxPermission', 'permission'],
    ['Remove-RecipientPermission', 'permission'],
    ['ModifyFolderPermissions', 'permission'],
    ['AddFolderPermissions', 'permission'],
    ['Set-MailboxFolderPermission', 'permission'],
    ['UpdateInboxRules', 'rule'],
    ['Enable-JournalRule', 'rule'],
    ['MessageBind', 'bind'],
    ['AttachmentAccess', 'bind'],
    ['FolderBind', 'list'],
    ['MailboxLogin', 'sign-in'],
    ['New-MailboxExportRequest', 'export'],
    ['New-ComplianceSearchAction', 'export'],
    ['SearchExported', 'export'],
    ['SearchExportDownloaded', 'export'],
    ['ViewedSearchExported', 'export'],
    ['ViewedSearchPreviewed', 'export'],
    ['SearchPreviewed', 'export'],
    ['PurviewSearchExportJobSubmitted', 'export'],
    ['PurviewSearchAddToReviewSetJobSubmitted', 'export'],
    ['ReviewSetExportJobSubmitted', 'export'],
    ['ReviewSetDocumentViewed', 'export'],
    ['SampleResultsViewed', 'export'],
    ['PreviewItemListed', 'export'],
    ['PreviewItemRendered', 'export'],
    ['PreviewItemDownloaded', 'export'],
    ['Set-Mailbox', 'other'],
    ['Set-AdminAuditLogConfig', 'other'],
    ['Search-Mailbox', 'other'],
    ['New-MailboxSearch', 'other'],
    ['New-MigrationBatch', 'other'],
    ['New-MoveRequest', 'other'],
    ['Create', 'handle'],
    ['New-MailboxRestoreRequest', 'export'],
    ['UpdateFolderPermissions', 'permission'],
    ['Set-DlpComplianceRule', 'rule'],
    ['New-SafeAttachmentPolicy', 'rule'],
    ['Set-HostedContentFilterPolicy', 'rule'],
    ['New-HostedOutboundSpamFilterPolicy', 'rule'],
    ['Remove-AntiPhishPolicy', 'rule'],
    ['Import-TransportRuleCollection', 'rule'],
    ['Import-JournalRuleCollection', 'rule'],
  ])('of %s is %s, ignoring case', (Operation, expected) => {
    for (const spelt of [Operation, Operation.toLowerCase(), Operation.toUpperCase()])
      expect(record(bind('r1', { Operation: spelt }))).toMatchObject({ operation: spelt, kind: expected });
  });

  it.each(['mailitemsaccessed', 'MAILITEMSACCESSED'])('of %s equals that of a mail access', (Operation) => {
    expect(kind({ Operation })).toBe('bind');
    expect(record(sync('r1', { Operation })).kind).toBe('sync');
  });

  it.each(['ForwardingSmtpAddress', 'ForwardingAddress'])('of Set-Mailbox with %s is forwarding', (Name) => {
    for (const Operation of ['Set-Mailbox', 'set-mailbox'])
      expect(kind({ Operation, Parameters: [{ Name, Value: '' }] })).toBe('forwarding');
  });

  it.each([
    ['Search-Mailbox', 'TargetMailbox'],
    ['New-MailboxSearch', 'targetmailbox'],
    ['New-MigrationBatch', 'TargetEndpoint'],
    ['New-MoveRequest', 'Outbound'],
  ])('of %s with %s is export', (Operation, Name) => {
    expect(kind({ Operation, Parameters: [{ Name, Value: 'x' }] })).toBe('export');
    expect(kind({ Operation, Parameters: [{ Name: 'Mailbox', Value: 'x' }] })).toBe('other');
  });
});

describe('items and folders', () => {
  it('of a Bind come only from Folders', () => {
    const read = record(
      bind('r1', {
        AffectedItems: [{ InternetMessageId: '<x@a.example>' }],
        Item: { InternetMessageId: '<y@a.example>' },
      }),
    );
    expect(read.items.map((item) => item.messageId)).toEqual(['<a@harbor.example>', '<b@harbor.example>']);
  });

  it('of other records come from AffectedItems and Item, with their folders', () => {
    const read = record(
      bind('r1', {
        Operation: 'SoftDelete',
        AffectedItems: [
          { Id: '1', InternetMessageId: ' <x@a.example> ', ParentFolder: { Id: 'F1', Path: '\\x' } },
          { Id: '2' },
        ],
        Item: { Id: '3', InternetMessageId: '<y@a.example>', ParentFolder: { Id: 'F2' } },
      }),
    );
    expect(read.items).toEqual([
      { messageId: null, folder: null },
      { messageId: '<x@a.example>', folder: 'F1' },
      { messageId: '<y@a.example>', folder: 'F2' },
    ]);
    expect(read.folders).toEqual(['F1', 'F2']);
    expect(read.lossy).toBeNull();
  });

  it('of a Sync: the folder of its Item', () => {
    expect(record(sync('r1')).folders).toEqual(['LgInbox']);
    expect(record(sync('r1')).items).toEqual([]);
    expect(record(without(sync('r1'), 'Item')).folders).toEqual([]);
  });
});

describe('a Bind is lossy', () => {
  const lossy = (changes: Record<string, unknown>, ...drop: string[]) =>
    record({ ...without(bind('r1'), ...drop), ...changes }).lossy;
  const folder = (FolderItems: unknown) => [{ Id: 'F', FolderItems }];

  it('when the number of listed items differs from OperationCount, with or without ids', () => {
    expect(lossy({ OperationCount: 3 })).toBe('count-mismatch');
    expect(lossy({ OperationCount: '2' })).toBeNull();
    expect(lossy({ OperationCount: 3, Folders: folder([{ SizeInBytes: 1 }, null]) })).toBe('count-mismatch');
    expect(lossy({ OperationCount: 2, Folders: folder([{ SizeInBytes: 1 }, null]) })).toBe('no-ids');
    expect(
      lossy({
        OperationCount: 2,
        Folders: folder([{ InternetMessageId: '<a@a.example>' }, { InternetMessageId: '<a@a.example>' }]),
      }),
    ).toBeNull();
    expect(lossy({}, 'OperationCount')).toBeNull();
    expect(lossy({ OperationCount: 'many' })).toBeNull();
    expect(lossy({ OperationCount: 0, Folders: [] })).toBeNull();
  });

  it('when Folders is not a list', () => {
    expect(lossy({}, 'Folders', 'OperationCount')).toBe('no-list');
    expect(lossy({ Folders: 'none' })).toBe('no-list');
    expect(lossy({ Folders: { Id: 'F', FolderItems: [{}, {}] } })).toBe('no-list');
  });

  it('when it was cut by depth, and still gives its remaining items', () => {
    const cut = record(
      bind('r1', {
        Folders: ['@{FolderItems=System.Object[]; Id=LgA; Path=\\Posteingang}'],
        OperationProperties: ['@{Name=MailAccessType; Value=Bind}', '@{Name=IsThrottled; Value=True}'],
      }),
    );
    expect([cut.lossy, cut.folders, cut.items, cut.throttled]).toEqual(['depth', ['LgA'], [], true]);
    expect(lossy({ Folders: folder('System.Object[]') })).toBe('depth');
    expect(lossy({ Folders: 'System.Object[]' })).toBe('depth');
    expect(lossy({ OperationCount: 1, Folders: folder({ InternetMessageId: '<a@a.example>' }) })).toBe('depth');
    expect(lossy({ Folders: folder('System.Object[]') }, 'OperationCount')).toBe('depth');
    const items = record(bind('r1', { Folders: folder(['@{InternetMessageId=<a;b}@a.example>; Id=1}', '@{Id=2}']) }));
    expect([items.lossy, items.items.map((item) => item.messageId)]).toEqual(['depth', [null, '<a;b}@a.example>']]);
  });

  it.each(['…', 'Deserialized.System.Management.Automation.PSCustomObject', '', 'x'])(
    'when %j replaces its list',
    (text) => {
      const items = folder([{ InternetMessageId: '<a@a.example>' }, text]);
      expect(lossy({ Folders: items })).toBe('depth');
      expect(lossy({ Folders: items }, 'OperationCount')).toBe('depth');
      expect(lossy({ Folders: [text] }, 'OperationCount')).toBe('depth');
      expect(lossy({ Folders: [...folder([{ InternetMessageId: '<a@a.example>' }]), text] })).toBe('depth');
    },
  );

  it('unless an object is only written as JSON text', () => {
    const items = [JSON.stringify({ InternetMessageId: '<a@a.example>' })];
    expect(lossy({ OperationCount: 1, Folders: folder(items) })).toBeNull();
  });

  it('and records of other kinds are not', () => {
    expect(record(sync('r1', { OperationCount: 9 })).lossy).toBeNull();
    expect(lossy({ Operation: 'Update', OperationCount: 9 })).toBeNull();
  });
});

describe('containers', () => {
  const wrapped: [string, unknown][] = [
    ['management-api', bind('r1')],
    [
      'convertto-json',
      {
        RecordType: 'ExchangeItemAggregated',
        CreationDate: '/Date(1)/',
        Operations: 'MailItemsAccessed',
        AuditData: bind('r1'),
      },
    ],
    ['convertto-json', { CreationDate: '/Date(1)/', AuditData: JSON.stringify(bind('r1')) }],
    [
      'graph-query',
      { id: 'other', createdDateTime: '2001-01-01T00:00:00Z', operation: 'MailItemsAccessed', auditData: bind('r1') },
    ],
    ['graph-query', { auditData: JSON.stringify(bind('r1')) }],
    [
      'cloud-app-events',
      { ActionType: 'MailItemsAccessed', Timestamp: '2001-01-01T00:00:00Z', RawEventData: bind('r1') },
    ],
    ['cloud-app-events', { ActionType: 'MailItemsAccessed', RawEventData: JSON.stringify(bind('r1')) }],
  ];

  it.each(wrapped)('%s gives the inner record', (container, value) => {
    const read = readAccessRow(value, 7);
    expect(read.format?.name).toBe(container);
    expect(read.row).toEqual({ state: 'record', line: 7, record: record(bind('r1')) });
  });

  it('reads a JSON text as the record', () => {
    expect(record(JSON.stringify(bind('r1')))).toEqual(record(bind('r1')));
  });

  it("reads Sentinel's names and its nested JSON texts", () => {
    const { Id, CreationTime, ClientIPAddress, LogonType, Folders, OperationProperties, AppAccessContext, ...rest } =
      bind('r1');
    const read = readAccessRow(
      {
        ...rest,
        Type: 'OfficeActivity',
        OfficeId: Id,
        Id: 'not this',
        TimeGenerated: `${String(CreationTime)}.000Z`,
        Client_IPAddress: ClientIPAddress,
        Logon_Type: LogonType,
        OfficeObjectId: 'harbor.example/ada',
        Item: '',
        Folders: JSON.stringify(Folders),
        OperationProperties: JSON.stringify(OperationProperties),
        AppAccessContext: JSON.stringify(AppAccessContext),
      },
      7,
    );
    expect(read.format?.name).toBe('office-activity');
    expect(read.row).toEqual({
      state: 'record',
      line: 7,
      record: { ...record(bind('r1')), objectId: 'harbor.example/ada' },
    });
  });

  it('ignores id and time of the wrapper', () => {
    expect(
      unreadable({ Identity: 'x', Operations: 'MailItemsAccessed', AuditData: without(bind('r1'), 'Id') })?.[0],
    ).toBe('no-id');
    expect(
      unreadable({
        id: 'x',
        createdDateTime: '2001-01-01T00:00:00Z',
        auditData: without(bind('r1'), 'CreationTime'),
      })?.[0],
    ).toBe('no-time');
  });

  it.each(['', '  ', null, undefined])('is unreadable without AuditData: %j', (AuditData) => {
    expect(unreadable({ Operations: 'Update', AuditData })).toEqual(['no-audit-data', 'Update']);
  });

  it('names the operation that rules out a gap when wrapper and record differ', () => {
    const record = { Operation: 'MailItemsAccessed' };
    expect(unreadable({ Operations: 'Update', AuditData: record })).toEqual(['no-id', 'Update']);
    expect(unreadable({ ActionType: 'MailItemsAccessed', RawEventData: { Operation: 'Send' } })).toEqual([
      'no-id',
      'Send',
    ]);
    expect(unreadable({ Operations: 'mailitemsaccessed', AuditData: { Operation: 'Send' } })).toEqual([
      'no-id',
      'Send',
    ]);
    expect(unreadable({ AuditData: '{' })).toEqual(['not-json', null]);
    expect(unreadable({ Operations: 'MailItemsAccessed', AuditData: '@{Id=r1}' })).toEqual([
      'not-json',
      'MailItemsAccessed',
    ]);
  });
});

describe('any input', () => {
  const names = Object.keys({ ...bind('r1'), ...sync('r1') }).concat(
    'AuditData',
    'OfficeId',
    'Parameters',
    'AffectedItems',
    'DeviceProperties',
  );

  it('never throws, and a record matches its type', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...names), fc.jsonValue({ maxDepth: 4 })),
        fc.jsonValue(),
        (members, nested) => {
          readAccessRow(nested, 1);
          readAccessRow(members, 1);
          const read = readAccessRow({ ...bind('r1'), ...members, Id: 'r1', CreationTime: '2001-09-12T10:00:00' }, 1);
          if (read.row.state === 'unreadable') return;
          for (const item of read.row.record.items)
            expect([null, 'string']).toContain(item.messageId === null ? null : typeof item.messageId);
          for (const folder of read.row.record.folders) expect(typeof folder).toBe('string');
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never throws with any value in any place', () => {
    const base = {
      ...bind('r1'),
      ...sync('r1'),
      Folders: bind('r1')['Folders'],
      Parameters: [{ Name: 'a', Value: 'b' }],
      AffectedItems: [{}],
    };
    const text = JSON.stringify(base);
    let places = 0;
    JSON.parse(text, () => {
      places += 1;
    });
    fc.assert(
      fc.property(fc.nat(places - 1), fc.jsonValue(), (place, value) => {
        let at = -1;
        const changed: unknown = JSON.parse(text, (_, member: unknown) => {
          at += 1;
          return at === place ? value : member;
        });
        readAccessRow(changed, 1);
      }),
      { numRuns: 500 },
    );
  });
});
