import type { AuditRecord } from '@candor/core/evidence/record';
import type { AccessFile } from '@candor/core/incident';
import { describe, expect, test } from 'vitest';
import {
  CONTAINED,
  codesOf,
  DAY,
  GUID,
  gapsFor,
  INTRUDER_IP,
  makeCopy,
  makeIncident,
  makeIntruder,
  makeRecord,
  owners,
  run,
  START,
  verdictOf,
} from '../testkit.ts';

const LENGTH = CONTAINED - START;
const HOUR = 3600;

function toFile(file: string, from: number, to: number, exported: number | null = null): AccessFile {
  const covers = { mailboxes: 'all' as const, from: START + from, to: START + to };
  return { file, exported: exported === null ? null : START + exported, covers, acquired: null };
}

function gapsOf(access: readonly AccessFile[], records: readonly AuditRecord[] = [], holes: [number, number][] = []) {
  const findings = [
    {
      file: 'a',
      isTruncated: false,
      holes: holes.map(([from, to]) => ({ from: START + from, to: START + to })),
      hasUnreadableAccess: false,
    },
  ];
  return run({ incident: makeIncident({ access }), records, findings })
    .exposure.coverageOf('ann')
    .gaps.map(({ kind, from, to }) => `${kind} ${from - START} ${to - START}`);
}

describe('late: records come up to a day late', () => {
  test('a log drawn within a day of the end of its covers', () => {
    expect(gapsOf([toFile('a', -DAY, LENGTH, LENGTH)])).toEqual([`late ${LENGTH - DAY} ${LENGTH}`]);
    expect(gapsOf([toFile('a', -DAY, LENGTH, LENGTH + DAY)])).toEqual([]);
    expect(gapsOf([toFile('a', -DAY, LENGTH)])).toEqual([]);
  });
  test('less what another log with a time of its own covers, cut likewise', () => {
    const early = toFile('a', -DAY, 3 * DAY, 3 * DAY);
    const later = toFile('b', 2 * DAY + HOUR, LENGTH, LENGTH + DAY);
    expect(gapsOf([early, later])).toEqual([`late ${2 * DAY} ${2 * DAY + HOUR}`]);
    expect(gapsOf([early, { ...later, exported: null }])).toEqual([`late ${2 * DAY} ${3 * DAY}`]);
    const twin = toFile('b', -DAY, LENGTH, 3 * DAY);
    expect(gapsOf([early, twin])).toEqual([`late ${2 * DAY} ${3 * DAY}`, `late ${2 * DAY} ${LENGTH}`]);
  });
  test('leaves copies undetermined under either policy, and gives nothing by reach', () => {
    const access = [toFile('a', -DAY, LENGTH, LENGTH)];
    const copies = [makeCopy({ location: 'm', arrived: START })];
    const judge = (records: readonly AuditRecord[], by?: 'credentials' | 'application' | 'delegation') => {
      const reach = by === undefined ? [] : [{ mailbox: 'ann', by, from: null, to: null }];
      return run({ incident: makeIncident({ access, intruder: makeIntruder({ reach }) }), records, copies });
    };
    const active = judge([makeRecord({ kind: 'sign-in' })]);
    expect([codesOf(active), verdictOf(active)]).toEqual([['gap-late'], 'undetermined']);
    expect(codesOf(judge([], 'credentials'))).toEqual(['gap-late']);
    expect(codesOf(judge([], 'application'))).toEqual(['coverage-incomplete']);
    expect(codesOf(judge([], 'delegation'))).toEqual(['coverage-incomplete']);
  });
});

test('a hole in the numbers of a search is a gap of its own', () => {
  expect(gapsOf([toFile('a', -DAY, LENGTH + DAY)], [], [[10, 20]])).toEqual(['truncated 10 20']);
  expect(gapsOf([toFile('b', -DAY, LENGTH + DAY)], [], [[10, 20]])).toEqual([]);
});

describe('the span of a mailbox', () => {
  const after = CONTAINED + 2 * DAY;
  const covers = [toFile('a', -DAY, LENGTH + DAY)];
  test('goes on to the last access of the intruder, a sync an hour and an export a day longer', () => {
    const end = (changes: Partial<AuditRecord>) => {
      const { exposure } = run({ records: [makeRecord({ time: after, ...changes })] });
      return exposure.coverageOf('ann').span.to - after;
    };
    expect(end({})).toBe(0);
    expect(end({ kind: 'sync' })).toBe(HOUR);
    expect(end({ kind: 'export', operation: 'SearchExported' })).toBe(DAY);
    expect(end({ kind: 'sign-in' })).toBe(CONTAINED - after);
    expect(end({ mailboxGuid: GUID.bob })).toBe(CONTAINED - after);
    expect(end({ ...owners })).toBe(CONTAINED - after);
  });
  test('is not covered where nobody asserts the log of that time', () => {
    expect(gapsOf(covers, [makeRecord({ time: after })])).toEqual([`unasserted ${LENGTH + DAY} ${LENGTH + 2 * DAY}`]);
  });
  test('what only an address outside the window adds is undetermined', () => {
    const seen = makeRecord({ time: after, sessions: [], ip: INTRUDER_IP });
    const copies = [
      makeCopy({ location: 'm', arrived: START }),
      makeCopy({ location: 'n', arrived: CONTAINED + DAY + 1 }),
    ];
    const incident = makeIncident({ access: covers });
    const perhaps = run({ incident, records: [seen, makeRecord({ kind: 'sign-in' })], copies });
    expect([codesOf(perhaps), verdictOf(perhaps)]).toEqual([['gap-unasserted'], 'undetermined']);
    expect(gapsFor(perhaps, 'gap-unasserted')).toEqual([`unasserted ${LENGTH + DAY} ${LENGTH + 2 * DAY}`]);
    const surely = run({ incident, records: [seen, makeRecord({ time: after - HOUR })], copies });
    expect(verdictOf(surely)).toBe('presumed');
    expect(verdictOf(surely, 'n')).toBe('presumed');
    const both = run({ incident, records: [seen, makeRecord({ time: CONTAINED + DAY + 1 })], copies });
    expect([verdictOf(both), verdictOf(both, 'n')]).toEqual(['presumed', 'presumed']);
  });
});
