import { readAccessRow } from '@candor/core/evidence/audit';
import type { AuditRecord } from '@candor/core/evidence/record';
import { describe, expect, it } from 'vitest';
import { bind, readAccess, without } from '../fictional-access.ts';

function record(value: unknown): AuditRecord {
  const { row } = readAccessRow(value, 1);
  if (row.state !== 'record') throw new Error(row.cause);
  return row.record;
}

/** A MessageBind without what a MailItemsAccessed has beside it. */
const access = (members: Record<string, unknown>) => ({
  ...without(bind('r1'), 'Folders', 'OperationCount', 'OperationProperties'),
  Operation: 'MessageBind',
  ...members,
});

const named = (id: string, more: Record<string, unknown> = {}) => ({
  Id: `Rg${id}`,
  InternetMessageId: `<${id}>`,
  ...more,
});
const parent = (Id: string) => ({ ParentFolder: { Id } });
const read = (members: Record<string, unknown>) => {
  const { items, folders, lossy } = record(access(members));
  return { items: items.map(({ messageId, folder }) => [messageId, folder]), folders, lossy };
};

describe.each(['MessageBind', 'attachmentaccess'])('%s', (Operation) => {
  it.each([
    ['Item', { Item: named('a') }],
    ['AffectedItems', { AffectedItems: [named('a')] }],
    ['Messages', { Messages: [{ MessageItems: [named('a')] }] }],
    ['Folders', { Folders: [{ FolderItems: [named('a')] }] }],
    ['Item as JSON', { Item: JSON.stringify(named('a')), AffectedItems: '', Folders: '[]', Messages: '' }],
    ['Messages as JSON', { Messages: JSON.stringify([{ MessageItems: [named('a')] }]) }],
  ])('lists the items in %s', (_, members) => {
    expect(read({ Operation, ...members })).toEqual({ items: [['<a>', null]], folders: [], lossy: null });
    expect(record(access({ Operation, ...members })).kind).toBe('bind');
  });

  it('lists all items of all places', () => {
    const members = {
      Operation,
      Item: named('a'),
      AffectedItems: [named('b')],
      Messages: [{ MessageItems: [named('c'), named('d')] }, { MessageItems: [named('e')] }],
      Folders: [{ Id: 'F', FolderItems: [named('f')] }],
      Folder: { Id: 'R' },
    };
    expect(read(members)).toEqual({
      items: [
        ['<a>', 'R'],
        ['<b>', 'R'],
        ['<c>', 'R'],
        ['<d>', 'R'],
        ['<e>', 'R'],
        ['<f>', 'F'],
      ],
      folders: ['F', 'R'],
      lossy: null,
    });
  });

  it('is lossy without an item or with an item without an id', () => {
    expect(read({ Operation }).lossy).toBe('no-ids');
    expect(read({ Operation, Item: parent('F') })).toEqual({ items: [], folders: ['F'], lossy: 'no-ids' });
    expect(read({ Operation, Item: { Id: 'RgA' } }).lossy).toBe('no-ids');
    expect(read({ Operation, Item: { Subject: 'x' }, AffectedItems: [named('b')] }).lossy).toBe('no-ids');
    expect(read({ Operation, AffectedItems: [named('a'), { Id: 'RgB' }] })).toEqual({
      items: [
        [null, null],
        ['<a>', null],
      ],
      folders: [],
      lossy: 'no-ids',
    });
    expect(read({ Operation, Messages: [{ MessageItems: [null] }] }).lossy).toBe('no-ids');
  });

  it('does not depend on OperationCount', () => {
    expect(read({ Operation, Item: named('a'), OperationCount: 7 }).lossy).toBeNull();
    expect(record(access({ Operation, Item: named('a'), OperationCount: 7 })).operationCount).toBe(7);
  });

  it.each([
    { AffectedItems: 'System.Object[]' },
    { AffectedItems: ['System.Object'] },
    { Messages: 'System.Object[]' },
    { Messages: ['@{MessageItems=System.Object[]}'] },
    { Messages: [{ MessageItems: 'System.Object[]' }] },
    { Folders: 'System.Object[]' },
    { Folders: ['@{FolderItems=System.Object[]; Id=F}'] },
    { Item: '@{Id=RgA; ParentFolder=}' },
  ])('is lossy when cut by depth: %j', (members) => {
    expect(read({ Operation, ...members }).lossy).toBe('depth');
    expect(read({ Operation, Item: named('a'), ...members }).lossy).toBe('depth');
  });
});

describe('the folder of a message access', () => {
  it('is that of the item, else of its folder in the list, else of the record', () => {
    const Folders = [{ Id: 'L', FolderItems: [named('a'), named('b', parent('P'))] }, { FolderItems: [named('c')] }];
    expect(read({ Folders, Folder: { Id: 'R' } })).toEqual({
      items: [
        ['<a>', 'L'],
        ['<b>', 'P'],
        ['<c>', 'R'],
      ],
      folders: ['L', 'R'],
      lossy: null,
    });
  });

  it('of the record is Item.ParentFolder, else Folder, never that of a single item', () => {
    expect(read({ Item: named('a', parent('P')), Folder: { Id: 'R' } }).folders).toEqual(['P']);
    expect(read({ AffectedItems: [named('a', parent('P'))] })).toEqual({
      items: [['<a>', 'P']],
      folders: [],
      lossy: null,
    });
    expect(read({ AffectedItems: [named('a')], Folder: '@{Id=R; Path=\\Inbox}' }).items).toEqual([['<a>', 'R']]);
  });
});

describe('FolderBind', () => {
  const list = (members: Record<string, unknown>) => record(access({ Operation: 'FolderBind', ...members }));

  it('lists the folder of its Item, else of the record', () => {
    expect(list({ Item: parent('P'), Folder: { Id: 'R' } })).toMatchObject({ kind: 'list', folders: ['P'], items: [] });
    expect(list({ Folder: { Id: 'R' } }).folders).toEqual(['R']);
    expect(list({ Item: JSON.stringify(parent('P')) }).folders).toEqual(['P']);
    expect(list({})).toMatchObject({ folders: [], lossy: null });
  });
});

describe('the source folder of a move', () => {
  const move = (members: Record<string, unknown>) =>
    record(access({ Operation: 'Move', ...members })).items.map(({ messageId, folder }) => [messageId, folder]);

  it("is the item's ParentFolder, else the record's Folder", () => {
    const AffectedItems = [named('a', parent('P')), named('b')];
    expect(move({ AffectedItems, Folder: { Id: 'R' }, DestFolder: { Id: 'D' } })).toEqual([
      ['<a>', 'P'],
      ['<b>', 'R'],
    ]);
    expect(move({ Item: named('a'), Folder: { Id: 'R' } })).toEqual([['<a>', 'R']]);
    expect(move({ AffectedItems })).toEqual([
      ['<a>', 'P'],
      ['<b>', null],
    ]);
  });

  it('is not read from Folder when the record moves nothing', () => {
    const sent = record(access({ Operation: 'Send', Item: named('a'), Folder: { Id: 'R' } }));
    expect(sent.items).toEqual([{ messageId: '<a>', folder: null }]);
  });
});

describe('an unreadable row', () => {
  const operations = (rows: readonly unknown[]) =>
    readAccess(rows.map((row) => `${JSON.stringify(row)}\n`).join('')).rows.map((row) =>
      row.state === 'unreadable' ? row.operation : 'read',
    );

  it('makes no gap when its operation shows no mail, whether record or wrapper names it', () => {
    const row = (Operations: string, Operation: string) => ({ Operations, AuditData: { Operation, Id: 'x' } });
    expect(
      operations([
        row('MessageBind', 'MessageBind'),
        row('MessageBind', 'Send'),
        row('Update', 'FolderBind'),
        row('SearchExported', 'SearchExported'),
      ]),
    ).toEqual(['MessageBind', 'Send', 'Update', 'SearchExported']);
  });

  it.each(['bind', 'sync', 'list', 'export', ''])('of kind "%s" in the neutral CSV may be any access', (kind) => {
    const { rows } = readAccess(`time,mailbox,kind\nyesterday,ada,${kind}\n`);
    expect(rows).toEqual([{ state: 'unreadable', line: 1, cause: 'no-time', operation: null }]);
  });

  it.each(['search', 'send', 'handle', 'rule'])('of kind %s in the neutral CSV is no access', (kind) => {
    const { rows } = readAccess(`time,mailbox,kind\nyesterday,ada,${kind}\n`);
    expect(rows).toEqual([{ state: 'unreadable', line: 1, cause: 'no-time', operation: kind }]);
  });
});

it('of the neutral CSV may be a list or export; an export needs no mailbox', () => {
  const { rows, reading } = readAccess(
    'time,mailbox,kind,folder\n2001-09-12T10:00:00Z,ada,list,Inbox\n2001-09-12T10:00:00Z,,Export,\n',
  );
  const found = rows.map((row) => (row.state === 'record' ? row.record : null));
  expect(found).toMatchObject([
    { kind: 'list', mailboxGuid: 'ada', folders: ['Inbox'], items: [] },
    { kind: 'export', mailboxGuid: null, mailboxOwnerUpn: null },
  ]);
  expect(reading.otherOperations).toEqual([]);
});
