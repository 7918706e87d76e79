import type { DeclaredGap, Reach } from '@candor/core/incident';
import { describe, expect, test } from 'vitest';
import {
  APP,
  CONTAINED,
  citedFor,
  cmdlet,
  codesOf,
  DAY,
  GUID,
  gapsFor,
  makeCopy,
  makeIncident,
  makeIntruder,
  makeRecord,
  owners,
  run,
  START,
  verdictOf,
} from './testkit.ts';

const LENGTH = CONTAINED - START;
const copy = makeCopy({ location: 'm', arrived: START });
const active = makeRecord({ kind: 'sign-in' });

function covering(...intervals: [from: number, to: number][]) {
  return intervals.map(([from, to], at) => ({
    file: `a${at}`,
    exported: null,
    covers: { mailboxes: 'all' as const, from: START + from, to: START + to },
    acquired: null,
  }));
}

function gaps(access: ReturnType<typeof covering>, coverage: DeclaredGap[] = [], records = [active]) {
  const outcome = run({ incident: makeIncident({ access, coverage }), records });
  return outcome.exposure.coverageOf('ann').gaps.map(({ kind, from, to }) => `${kind} ${from - START} ${to - START}`);
}

const declare = (kind: DeclaredGap['kind'], from: number, to: number): DeclaredGap => ({
  mailbox: 'ann',
  kind,
  from: START + from,
  to: START + to,
  source: null,
});

describe('logged and unasserted', () => {
  test('without covers: the whole window', () => {
    expect(gaps([])).toEqual([`unasserted 0 ${LENGTH}`]);
    expect(
      gaps([
        {
          file: 'a',
          exported: null,
          covers: { mailboxes: ['bob'] as never, from: START, to: CONTAINED },
          acquired: null,
        },
      ]),
    ).toEqual([`unasserted 0 ${LENGTH}`]);
  });
  test('adjacent covers leave nothing between them, one second apart does', () => {
    expect(gaps(covering([-10, 500], [500, LENGTH]))).toEqual([]);
    expect(gaps(covering([-10, 500], [501, LENGTH]))).toEqual(['unasserted 500 501']);
    expect(gaps(covering([500, LENGTH]))).toEqual(['unasserted 0 500']);
  });
  test('ignores everything outside the window', () => {
    expect(gaps(covering([-50, -10], [LENGTH + 1, LENGTH + 9]))).toEqual([`unasserted 0 ${LENGTH}`]);
    expect(gaps(covering([-10, 0], [0, LENGTH - 7]))).toEqual([`unasserted ${LENGTH - 7} ${LENGTH}`]);
  });
  test('a window of one instant is covered or not', () => {
    const window = { start: START, contained: START };
    const gapsOf = (...intervals: [number, number][]) =>
      run({ incident: makeIncident({ window, access: covering(...intervals) }) }).exposure.coverageOf('ann').gaps;
    for (const [from, to] of [
      [0, 0],
      [-5, 0],
      [0, 5],
      [-5, 5],
    ] as const)
      expect(gapsOf([from, to])).toEqual([]);
    for (const intervals of [[], [[-5, -1]], [[1, 5]]] as [number, number][][])
      expect(gapsOf(...intervals)).toMatchObject([{ kind: 'unasserted', from: START, to: START }]);
  });
  test('a declared gap replaces the unasserted one', () => {
    expect(gaps(covering([0, 100]), [declare('audit-off', 50, 300)])).toEqual([
      'audit-off 50 300',
      `unasserted 300 ${LENGTH}`,
    ]);
  });
  test('an instant leaves the unasserted time unchanged', () => {
    const lossy = makeRecord({ time: START + 5, lossy: 'depth' });
    expect(gaps([], [], [lossy])).toEqual(['lossy 5 5', `unasserted 0 ${LENGTH}`]);
  });
});

describe('declared gaps', () => {
  test('are clipped, may overlap, and need no coverage', () => {
    expect(
      gaps(covering([0, LENGTH]), [declare('unlicensed', -9, 20), declare('unsupported', 10, LENGTH + 9)]),
    ).toEqual(['unlicensed 0 20', `unsupported 10 ${LENGTH}`]);
    expect(gaps(covering([0, LENGTH]), [declare('unlicensed', -9, -1)])).toEqual([]);
  });
  test.each(['unlicensed', 'audit-off', 'ingestion-off', 'before-retention', 'unsupported', 'bypassed'] as const)(
    'G1 for %s',
    (kind) => {
      const incident = makeIncident({ coverage: [declare(kind, 10, 20)] });
      const judged = (arrived: number) => run({ incident, records: [active], copies: [{ ...copy, arrived }] });
      expect(codesOf(judged(START + 20))).toEqual([`gap-${kind}`]);
      expect(gapsFor(judged(START), `gap-${kind}`)).toEqual([`${kind} 10 20`]);
      expect(codesOf(judged(START + 21))).toEqual(['coverage-incomplete']);
    },
  );
});

describe('gaps from records and files', () => {
  test('T1: throttling by anyone lasts 24 hours when the intruder is active', () => {
    const throttled = makeRecord({ id: 't', throttled: true, time: START + 10, ...owners });
    const outcome = run({ records: [throttled, active], copies: [{ ...copy, arrived: START + 10 + DAY }] });
    expect(codesOf(outcome)).toEqual(['throttled']);
    expect(citedFor(outcome, 'throttled')).toEqual(['t']);
    expect(gapsFor(outcome, 'throttled')).toEqual([`throttled 10 ${10 + DAY}`]);
    expect(codesOf(run({ records: [throttled, active], copies: [{ ...copy, arrived: START + 11 + DAY }] }))).toEqual([
      'coverage-incomplete',
    ]);
    expect(codesOf(run({ records: [throttled], copies: [copy] }))).toEqual(['coverage-incomplete']);
  });
  test('lossy and truncated files are gaps for what they cover', () => {
    const finding = { file: 'audit.json', isTruncated: true, holes: [], hasUnreadableAccess: true };
    const outcome = run({ records: [active], copies: [copy], findings: [finding] });
    expect(codesOf(outcome)).toEqual(['gap-lossy', 'gap-truncated']);
    expect(gapsFor(outcome, 'gap-lossy')).toEqual([`lossy 0 ${LENGTH}`]);
    const uncovered = makeIncident({
      access: [...makeIncident().access, { file: 'x', exported: null, covers: null, acquired: null }],
    });
    const findings = [{ ...finding, file: 'x' }];
    expect(codesOf(run({ incident: uncovered, records: [active], copies: [copy], findings }))).toEqual([
      'complete-coverage',
    ]);
  });
  const bypass = (value: string, time: number, identity = 'ann') =>
    cmdlet(
      'Set-MailboxAuditBypassAssociation',
      { Identity: identity, AuditBypassEnabled: value },
      { id: `b${time}`, time, ...owners },
    );
  test('a bypass hides an account in all mailboxes until it is audited again', () => {
    const records = [
      bypass('True', START + 10),
      bypass('False', START + 10, 'org/ANN@org.example'),
      bypass('False', START + 15, 'somebody'),
      bypass('False', START + 20, 'org/ANN@org.example'),
      makeRecord({ kind: 'sign-in', mailboxGuid: GUID.bob }),
    ];
    const outcome = run({ records, copies: [makeCopy({ location: 'm', custodian: 'bob' })] });
    expect(gapsFor(outcome, 'gap-bypassed')).toEqual(['bypassed 10 20']);
    expect(citedFor(outcome, 'gap-bypassed')).toEqual([`b${START + 10}`]);
  });
  test('the earliest record that ends a bypass counts, in any order, also when it names the account as object', () => {
    const ends = [bypass('False', START + 30), bypass('False', START + 20), bypass('False', START + 25)];
    for (const records of [ends, ends.toReversed()]) {
      const outcome = run({ records: [bypass('True', START + 10), ...records, active], copies: [copy] });
      expect(gapsFor(outcome, 'gap-bypassed')).toEqual(['bypassed 10 20']);
    }
    const records = [
      { ...bypass('True', START + 10, ' '), objectId: 'org/service' },
      bypass('False', START + 20, 'org/service'),
    ];
    expect(gapsFor(run({ records: [...records, active], copies: [copy] }), 'gap-bypassed')).toEqual(['bypassed 10 20']);
  });
  test('a copy with only a Date may have come a day later than the gap ends', () => {
    const incident = makeIncident({ coverage: [declare('audit-off', 10, 20)] });
    const judged = (arrived: number) =>
      codesOf(run({ incident, records: [active], copies: [{ ...copy, arrived, arrivalSource: 'none' }] }));
    expect(judged(START + DAY + 20)).toEqual(['gap-audit-off']);
    expect(judged(START + DAY + 21)).toEqual(['date-alone']);
    expect(judged(CONTAINED + 1)).toEqual(['date-alone']);
  });
  test('a bypass without an end lasts until containment; one that ended before the window is ignored', () => {
    const open = run({ records: [bypass('True', START - 5), active], copies: [copy] });
    expect(gapsFor(open, 'gap-bypassed')).toEqual([`bypassed 0 ${LENGTH}`]);
    const records = [bypass('True', START - 5), bypass('False', START - 4), active];
    expect(codesOf(run({ records, copies: [copy] }))).toEqual(['complete-coverage']);
  });
  test('ingestion switched off by anyone affects all mailboxes', () => {
    const turn = (value: string, time: number) =>
      cmdlet('Set-AdminAuditLogConfig', { UnifiedAuditLogIngestionEnabled: value }, { id: `i${value}`, time });
    const records = [turn('False', START + 5), turn('True', START + 9), active];
    const outcome = run({ records, copies: [copy] });
    expect(gapsFor(outcome, 'gap-ingestion-off')).toEqual(['ingestion-off 5 9']);
    expect(citedFor(outcome, 'gap-ingestion-off')).toEqual(['iFalse']);
  });
});

describe('reach', () => {
  const judge = (
    reach: Reach[],
    records = [makeRecord(owners)],
    gapsPolicy: 'presumed' | 'undetermined' = 'presumed',
  ) =>
    run({
      incident: makeIncident({
        coverage: [declare('unlicensed', 0, 10)],
        intruder: makeIntruder({ reach }),
        policy: { sync: 'mailbox', gaps: gapsPolicy, tell: 'undetermined' },
      }),
      records,
      copies: [copy],
    });
  test('G1: by credentials or by an intruder active in the mailbox; policy may leave it undetermined', () => {
    expect(codesOf(judge([{ mailbox: 'ann', by: 'credentials', from: null, to: null }]))).toEqual(['gap-unlicensed']);
    expect(codesOf(judge([], [active]))).toEqual(['gap-unlicensed']);
    expect(codesOf(judge([{ mailbox: 'bob', by: 'credentials', from: null, to: null }]))).toEqual([
      'coverage-incomplete',
    ]);
    expect(verdictOf(judge([], [active]))).toBe('presumed');
    const open = judge([], [active], 'undetermined');
    expect([codesOf(open), verdictOf(open)]).toEqual([['gap-unlicensed'], 'undetermined']);
  });
  test('G2: by an application, whether seen in use or not', () => {
    const reach: Reach[] = [{ mailbox: 'all', by: 'application', from: null, to: null }];
    expect(codesOf(judge(reach))).toEqual(['app-reach']);
    expect(verdictOf(judge(reach))).toBe('possible');
    const used = judge(reach, [makeRecord({ mailboxGuid: GUID.bob, clientAppId: APP, sessions: [] })]);
    expect([codesOf(used), verdictOf(used)]).toEqual([['app-reach-used'], 'presumed']);
    expect(gapsFor(used, 'app-reach-used')).toEqual(['unlicensed 0 10']);
  });
  test('G3: by delegation; throttling counts for G2 and G3', () => {
    const outcome = judge(
      [{ mailbox: 'ann', by: 'delegation', from: null, to: null }],
      [makeRecord({ id: 't', throttled: true, ...owners })],
    );
    expect([codesOf(outcome), verdictOf(outcome)]).toEqual([['delegate-reach'], 'possible']);
    expect(gapsFor(outcome, 'delegate-reach')).toHaveLength(2);
    expect(citedFor(outcome, 'delegate-reach')).toEqual(['t']);
  });
});
