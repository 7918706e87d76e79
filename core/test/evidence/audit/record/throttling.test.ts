import { describe, expect, it, test } from 'vitest';
import { bind, readAccess, sync } from '../fictional-access.ts';

const said = (changes: Record<string, unknown>, from = bind) => {
  const { rows, reading } = readAccess(JSON.stringify(from('r1', changes)));
  const [row] = rows;
  return [row?.state === 'record' && row.record.throttled, reading.throttlingLost];
};

describe('whether a mailbox was throttled', () => {
  it.each([
    ['a text of PowerShell', 'System.Object[]'],
    ['any other text', 'MailAccessType'],
    ['a text that is cut off', '[{"Name":"MailAccessType","Val'],
    [
      'entries that became texts',
      ['System.Management.Automation.PSCustomObject', 'System.Management.Automation.PSCustomObject'],
    ],
    ['an entry that became a text', [{ Name: 'MailAccessType', Value: 'Bind' }, 'System.Object']],
    ['one object of names and of values', { Name: ['IsThrottled', 'MailAccessType'], Value: ['Bind', 'True'] }],
    ['an entry without its name', [{ Name: 'MailAccessType', Value: 'Bind' }, { Value: 'True' }]],
  ])('is unknown, and counts as throttled, when OperationProperties are %s', (_, OperationProperties) => {
    expect(said({ OperationProperties })).toEqual([true, 1]);
    expect(said({ OperationProperties }, sync)).toEqual([true, 1]);
  });

  it.each([
    ['a list without it', [{ Name: 'MailAccessType', Value: 'Bind' }], false],
    ['one object without it', { MailAccessType: 'Bind' }, false],
    ['texts that say it', ['@{Name=IsThrottled; Value=False}', 'System.Object'], false],
    ['one text that says it', '@{Name=IsThrottled; Value=True}', true],
    ['JSON in a text', '[{"Name":"IsThrottled","Value":"False"}]', false],
  ])('is known from %s', (_, OperationProperties, throttled) => {
    expect(said({ OperationProperties })).toEqual([throttled, 0]);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['an empty text', ''],
    ['an empty list', []],
    ['an empty object', {}],
  ])('is unknown, but unchanged, for a record with %s as OperationProperties', (_, OperationProperties) => {
    expect(said({ OperationProperties })).toEqual([false, 0]);
    expect(said({ OperationProperties }, sync)).toEqual([false, 0]);
  });

  it('is only asked of mail accesses', () => {
    const { OperationProperties, ...rest } = bind('r1', { Operation: 'Update' });
    expect(OperationProperties).toBeDefined();
    const { rows, reading } = readAccess(JSON.stringify(rest));
    expect([rows[0]?.state === 'record' && rows[0].record.throttled, reading.throttlingLost]).toEqual([false, 0]);
  });
});

test('is always false for a neutral row', () => {
  const { rows, reading } = readAccess('time,mailbox,kind,message_id\n2001-09-10T00:00:00Z,ada,bind,<a@x>\n');
  expect([rows[0]?.state === 'record' && rows[0].record.throttled, reading.throttlingLost]).toEqual([false, 0]);
});

test('counts rows that lost it, in any wrapper', () => {
  const lost = { OperationProperties: 'System.Object[]' };
  const rows = [
    bind('r1'),
    bind('r2', lost),
    { AuditData: bind('r3', lost) },
    { RawEventData: JSON.stringify(sync('r4', lost)) },
    { AuditData: '' },
  ];
  expect(readAccess(JSON.stringify(rows)).reading.throttlingLost).toBe(3);
});
