import { expect, test } from 'vitest';
import { MOST_GROWTH, measureGrowth } from '../growth.ts';
import { makeRecord, run, UNKNOWN_IP } from './testkit.ts';

type Changes = Parameters<typeof makeRecord>[0];
const forwardedTo = (...records: readonly Changes[]) =>
  run({ records: records.map((changes) => makeRecord(changes)) }).exposure.alerts().forwardedTo;
const rule = (name: string, value: string, operation = 'New-InboxRule') =>
  ({ kind: 'rule', operation, parameters: [{ name, value }] }) as const;

test.each([
  ['ForwardTo', 'Drop@Far.example', ['drop@far.example']],
  ['RedirectTo', '"Ann" [SMTP:a@far.example];b@far.example', ['a@far.example', 'b@far.example']],
  ['ForwardAsAttachmentTo', 'smtp:a@far.example', ['a@far.example']],
  ['ForwardTo', '/o=Org/cn=Recipients/cn=ann', []],
  ['From', 'a@far.example', []],
  ['ForwardTo', '@far.example; ann@ ;@', []],
])('a rule of the intruder with %s %s', (name, value, expected) => {
  expect(forwardedTo(rule(name, value))).toEqual(expected);
});

test('includes settings, transport rules and rules of mail programs, each address once', () => {
  const setting = {
    kind: 'forwarding',
    operation: 'Set-Mailbox',
    parameters: [{ name: 'ForwardingSmtpAddress', value: 'smtp:a@far.example' }],
  } as const;
  const program = {
    kind: 'rule',
    operation: 'UpdateInboxRules',
    parameters: [{ name: 'RuleActions', value: '[{"ActionType":"Forward","Recipients":["c@far.example"]}]' }],
  } as const;
  expect(forwardedTo(setting, rule('BlindCopyTo', 'b@far.example', 'New-TransportRule'), program, setting)).toEqual([
    'a@far.example',
    'b@far.example',
    'c@far.example',
  ]);
});

test('lists every target of a rule, so that none is hidden by the others', () => {
  const drops = Array.from({ length: 3000 }, (_, at) => `drop${String(at).padStart(4, '0')}@far.example`);
  expect(forwardedTo(rule('ForwardTo', drops.join(';')))).toEqual(drops);
});

test("only from the intruder's records of these operations", () => {
  expect(forwardedTo({ ...rule('ForwardTo', 'a@far.example'), sessions: [], ip: UNKNOWN_IP })).toEqual([]);
  expect(forwardedTo({ ...rule('ForwardTo', 'a@far.example'), kind: 'other', operation: 'Odd' })).toEqual([]);
  expect(forwardedTo({ ...rule('RuleActions', 'Forward a@far.example'), kind: 'other', operation: 'Odd' })).toEqual([]);
});

test('reads a value of one long word in linear time', async () => {
  const read = (length: number) => expect(forwardedTo(rule('ForwardTo', 'a'.repeat(length)))).toEqual([]);
  read(400_000);
  expect(await measureGrowth(read, 5000)).toBeLessThan(MOST_GROWTH);
});
