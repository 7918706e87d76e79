import type { AuditRecord } from '@candor/core/evidence/record';
import { describe, expect, test } from 'vitest';
import {
  CONTAINED,
  cmdlet,
  DAY,
  GUID,
  INTRUDER_IP,
  makeIncident,
  makeRecord,
  nobodys,
  owners,
  run,
  START,
} from '../testkit.ts';

const LENGTH = CONTAINED - START;
const gapsOf = (records: readonly AuditRecord[], custodian = 'ann', changes = {}) =>
  run({ records, incident: makeIncident(changes) })
    .exposure.coverageOf(custodian)
    .gaps.map(({ kind, from, to, records: made }) => [kind, from - START, to - START, ...made].join(' '));

describe('auditing switched off', () => {
  const turn = (operation: string, name: string, value: string, time: number, identity: string | null = 'ann') =>
    cmdlet(
      operation,
      { ...(identity === null ? {} : { Identity: identity }), [name]: value },
      { id: `t${time}`, time: START + time, kind: 'other', ...owners },
    );
  test('for all mailboxes until switched on again', () => {
    const off = turn('Set-OrganizationConfig', 'AuditDisabled', '$true', 10, null);
    expect(gapsOf([off])).toEqual([`audit-off 10 ${LENGTH} t10`]);
    expect(gapsOf([off, turn('Set-OrganizationConfig', 'AuditDisabled', 'odd', 20, null)], 'bob')).toEqual([
      'audit-off 10 20 t10',
    ]);
  });
  test('for one mailbox as a whole', () => {
    const off = turn('Set-Mailbox', 'AuditEnabled', 'False', 10);
    const on = turn('Set-Mailbox', 'AuditEnabled', 'True', 20);
    expect([gapsOf([off, on]), gapsOf([off, on], 'bob')]).toEqual([['audit-off 10 20 t10'], []]);
    expect(gapsOf([turn('Set-Mailbox', 'AuditEnabled', 'False', 10, 'somebody')])).toEqual([]);
  });
  test('for one action, each list separately', () => {
    const lists = (value: string, name = 'AuditOwner', time = 10) => turn('Set-Mailbox', name, value, time);
    for (const away of ['@{Remove="MailItemsAccessed"}', 'remove mailitemsaccessed', 'Update;Create', ''])
      expect(gapsOf([lists(away)]), away).toEqual([`audit-off 10 ${LENGTH} t10`]);
    for (const kept of [
      '@{Add="MailItemsAccessed"}',
      'MailItemsAccessed;Update',
      '@{Remove="Update"}',
      '@{Add="Update"}',
    ])
      expect(gapsOf([lists(kept)]), kept).toEqual([]);
    expect(gapsOf([lists('MailItemsAccessedX')])).toEqual([`audit-off 10 ${LENGTH} t10`]);
    const back = lists('@{Add="MailItemsAccessed"}', 'AuditOwner', 20);
    expect(gapsOf([lists(''), back])).toEqual(['audit-off 10 20 t10']);
    expect(gapsOf([lists('', 'AuditAdmin'), back])).toEqual([`audit-off 10 ${LENGTH} t10`]);
    expect(gapsOf([lists(''), turn('Set-Mailbox', 'AuditEnabled', 'True', 20)])).toEqual([
      `audit-off 10 ${LENGTH} t10`,
    ]);
  });
});

describe('changed licence', () => {
  const change = (time: number, changes: Partial<AuditRecord> = {}) =>
    makeRecord({
      id: `c${time}`,
      operation: 'Change user license.',
      kind: 'other',
      mailboxGuid: null,
      objectId: 'ann@org.example',
      userId: 'admin@org.example',
      time: START + time,
      ...changes,
    });
  test("by the intruder, until anyone's next change", () => {
    expect(gapsOf([change(10)])).toEqual([`unlicensed 10 ${LENGTH} c10`]);
    expect(gapsOf([change(10), change(20, owners)])).toEqual(['unlicensed 10 20 c10']);
    expect(gapsOf([change(10), change(20)], 'bob')).toEqual([]);
  });
  test('by a user controlled by the intruder and nobody else; the rest is reported', () => {
    const ambiguous = change(10, nobodys);
    const used = makeRecord({ userId: 'admin@org.example', sessions: [], ip: INTRUDER_IP, mailboxGuid: GUID.bob });
    expect(gapsOf([{ ...ambiguous, userId: 'admin@org.example' }, used])).toEqual([`unlicensed 10 ${LENGTH} c10`]);
    expect(gapsOf([ambiguous])).toEqual([]);
    const told = (...records: AuditRecord[]) =>
      run({ records })
        .exposure.alerts()
        .licenseChanges?.map(({ account, custodian }) => `${account} ${custodian}`);
    expect(told(ambiguous)).toEqual(['ann@org.example ann']);
    expect(told(change(10, { objectId: 'far@x.example' }))).toEqual(['far@x.example null']);
    expect(told(change(10))).toEqual([]);
  });
});

describe('not recorded', () => {
  const unseen = (records: readonly AuditRecord[], changes = {}) =>
    run({ records, incident: makeIncident(changes), isRecorded: false })
      .exposure.coverageOf('ann')
      .gaps.map(({ kind, from, to }) => `${kind} ${from - START} ${to - START}`);
  const uses = (count: number, changes: Partial<AuditRecord> = {}) =>
    Array.from({ length: count }, () => makeRecord({ kind: 'send', operation: 'Send', ...owners, ...changes }));
  const gap = [`not-recorded 0 ${LENGTH}`];
  test('where five records, or one of the intruder, show use', () => {
    expect([unseen(uses(4)), unseen(uses(5))]).toEqual([[], gap]);
    for (const kind of ['handle', 'search'] as const)
      expect(unseen(uses(5, { kind, operation: 'Other' }))).toEqual(gap);
    expect(unseen(uses(5, { kind: 'sign-in', operation: 'UserLoggedIn' }))).toEqual([]);
    expect(unseen([makeRecord({ kind: 'sign-in', operation: 'UserLoggedIn' })])).toEqual(gap);
    expect(unseen([makeRecord({ kind: 'sign-in', operation: 'UserLoginFailed' })])).toEqual([]);
    expect(unseen([makeRecord({ kind: 'export', operation: 'SearchExported', mailboxGuid: null })])).toEqual(gap);
    expect(unseen(uses(5, { mailboxGuid: GUID.bob }))).toEqual([]);
  });
  test("not where anyone's access is recorded up to thirty days before", () => {
    const access = (time: number, changes: Partial<AuditRecord> = {}) => [
      ...uses(5),
      makeRecord({ time, ...owners, ...changes }),
    ];
    const from = START - DAY;
    expect([unseen(access(from - 30 * DAY)), unseen(access(from - 30 * DAY - 1))]).toEqual([[], gap]);
    expect([unseen(access(CONTAINED + DAY)), unseen(access(CONTAINED + DAY + 1))]).toEqual([[], gap]);
    expect(unseen(access(START, { operation: 'MessageBind' }))).toEqual(gap);
    expect(unseen(access(START, { operation: 'sync', kind: 'sync' }))).toEqual([]);
  });
  test('adjacent covers form one interval, others count separately', () => {
    const covers = (...intervals: [number, number][]) => ({
      access: intervals.map(([from, to], at) => ({
        file: `f${at}`,
        covers: { mailboxes: 'all', from: START + from, to: START + to },
        acquired: null,
      })),
    });
    const records = [...uses(5, { time: START + 10 }), makeRecord({ time: START + 600, ...owners })];
    expect(unseen(records, covers([0, 500], [500, LENGTH]))).toEqual([]);
    expect(unseen(records, covers([0, 500], [501, LENGTH]))).toEqual(['not-recorded 0 500', 'unasserted 500 501']);
  });
});

test('group mailboxes are not logged', () => {
  const [ann, bob] = makeIncident().mailboxes;
  const changes = { mailboxes: [{ ...ann!, kind: 'group' as const }, bob!] };
  expect([gapsOf([], 'ann', changes), gapsOf([], 'bob', changes)]).toEqual([[`unsupported 0 ${LENGTH}`], []]);
});

test('the rest of a gap within the window is longer than an instant or nothing', () => {
  const declared = (from: number, to: number) => ({
    coverage: [{ mailbox: 'ann', kind: 'unlicensed' as const, from: START + from, to: START + to, source: null }],
  });
  expect(gapsOf([], 'ann', declared(-10, 0))).toEqual([]);
  expect(gapsOf([], 'ann', declared(LENGTH, LENGTH + 9))).toEqual([]);
  expect(gapsOf([], 'ann', declared(-10, 1))).toEqual(['unlicensed 0 1']);
  expect(gapsOf([], 'ann', declared(0, 0))).toEqual(['unlicensed 0 0']);
});
