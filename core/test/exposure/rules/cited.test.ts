import { createReasonsWriter } from '@candor/core/exposure/exchange';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CITED, cite, mergeCited } from '../../../src/exposure/verdict/cited.ts';
import { CitedRow } from '../../../src/exposure/verdict/cited-row.ts';
import { CONTAINED, makeCopy, makeIncident, makeIntruder, makeRecord, nobodys, run, START } from '../testkit.ts';

const ids = fc.uniqueArray(
  fc.string({ unit: fc.constantFrom('a', 'b', 'c', '\u{1f600}', '\u{e000}'), minLength: 1, maxLength: 6 }),
  {
    maxLength: 300,
  },
);

test('any range of a row cites its first records and counts the rest', () => {
  fc.assert(
    fc.property(ids, fc.nat(), fc.nat(), (list, a, b) => {
      const [low, high] = [a % (list.length + 1), b % (list.length + 1)].sort((x, y) => x - y) as [number, number];
      const all = new Set(list.slice(low, high));
      expect(new CitedRow(list).cite(low, high)).toEqual(cite(all));
      const half = new CitedRow(list);
      const middle = (low + high) >>> 1;
      if (high > low) expect(mergeCited([half.cite(low, middle), half.cite(middle, high)])).toEqual(cite(all));
    }),
    { numRuns: 200 },
  );
});

describe('a reason', () => {
  const name = (at: number) => `r${String(at).padStart(3, '0')}`;
  const copies = [makeCopy({ location: 'm' })];
  const syncs = (count: number) =>
    Array.from({ length: count }, (_, at) =>
      makeRecord({ id: name(at), kind: 'sync', time: START + 9000 - at, folders: ['F-inbox'], ...nobodys }),
    );
  test('cites twenty records, the first by id, and counts the others', () => {
    const [reason] = run({ records: syncs(CITED + 3), copies }).judgements.get('m')?.reasons ?? [];
    expect(reason).toEqual({
      code: 'sync-unattributed',
      records: Array.from({ length: CITED }, (_, at) => name(at)),
      gaps: [],
      more: 3,
    });
  });
  test('mentions no others when nothing is left out', () => {
    const [reason] = run({ records: syncs(CITED), copies }).judgements.get('m')?.reasons ?? [];
    expect(Object.keys(reason ?? {})).toEqual(['code', 'records', 'gaps']);
    expect(createReasonsWriter()([reason!])).not.toContain('more');
  });
  test('counts gaps of several records at one instant once, and records of two gaps once', () => {
    const lossy = Array.from({ length: 50 }, (_, at) =>
      makeRecord({
        id: name(at),
        lossy: 'depth',
        throttled: true,
        time: START + 100 * (at >> 1),
        folders: [at % 2 === 0 ? 'F-x' : 'F-y'],
        ...nobodys,
      }),
    );
    const incident = makeIncident({
      intruder: makeIntruder({ reach: [{ mailbox: 'ann', by: 'delegation', from: null, to: null }] }),
    });
    const [reason] = run({ incident, records: lossy, copies }).judgements.get('m')?.reasons ?? [];
    // 25 instants and 25 throttled days; 50 records.
    expect(reason).toMatchObject({ code: 'delegate-reach', more: 30, moreGaps: 30 });
    expect(reason?.gaps).toHaveLength(CITED);
    expect(createReasonsWriter()([reason!])).toMatch(/"more":30,"moreGaps":30}]$/);
  });
  test('also when there are too many to compare', () => {
    const both = Array.from({ length: 3000 }, (_, at) =>
      makeRecord({ id: `b${at}`, lossy: 'depth', throttled: at % 3 > 0, time: START + at, folders: [], ...nobodys }),
    );
    const incident = makeIncident({
      intruder: makeIntruder({ reach: [{ mailbox: 'ann', by: 'delegation', from: null, to: null }] }),
    });
    const judge = (arrived: number) =>
      run({ incident, records: both, copies: [makeCopy({ location: 'm', arrived })] }).judgements.get('m')?.reasons[0];
    expect(judge(START)).toMatchObject({ more: 3000 - CITED, moreGaps: 5000 - CITED });
    // Of what arrived in the middle the days of all throttled records, and the lossy instants from then on.
    expect(judge(START + 1500)).toMatchObject({ more: 2500 - CITED, moreGaps: 3500 - CITED });
  });
  test('is one object shared by all copies', () => {
    const incident = makeIncident({ access: [] });
    const active = makeRecord({ kind: 'sign-in', time: CONTAINED });
    const two = [makeCopy({ location: 'a' }), makeCopy({ location: 'b' })];
    const { judgements } = run({ incident, records: [active], copies: two });
    expect(judgements.get('a')?.reasons).toBe(judgements.get('b')?.reasons);
  });
});
