import type { AuditRecord } from '@candor/core/evidence/record';
import { describe, expect, test } from 'vitest';
import {
  CONTAINED,
  citedFor,
  codesOf,
  DAY,
  listing,
  makeCopy,
  makeRecord,
  owners,
  run,
  START,
  UNKNOWN_IP,
  verdictOf,
} from '../testkit.ts';

const ODD = { sessions: ['odd'], ip: UNKNOWN_IP };
/** What makes the session worth a question: an unknown user in the window. */
const inside = makeRecord({ id: 'inside', ...ODD });
const after = (changes: Partial<AuditRecord>) =>
  makeRecord({ id: 'after', ...ODD, time: CONTAINED + 2 * DAY, ...changes });
const judge = (record: AuditRecord, records: readonly AuditRecord[] = [inside]) =>
  run({
    records: [...records, record],
    copies: [makeCopy({ location: 'm', folder: 'Deals', messageId: 'm@x.example' }), makeCopy({ location: 'n' })],
  });

describe('linked-after: a session of an unknown user goes on after containment', () => {
  test.each([
    ['names a copy', { ...listing('m@x.example') }],
    ['would take a copy by its folder', { kind: 'sync' as const, folders: ['F-deals'] }],
    ['lists its folder', { kind: 'list' as const, operation: 'FolderBind', folders: ['F-deals'] }],
  ])('a record that %s', (_, changes) => {
    const outcome = judge(after(changes));
    expect([codesOf(outcome), verdictOf(outcome)]).toEqual([['linked-after'], 'undetermined']);
    expect(citedFor(outcome, 'linked-after')).toEqual(['after']);
    expect(codesOf(outcome, 'n')).toEqual(['complete-coverage']);
  });
  test('not within a day of containment, where it counts, nor where nothing links it', () => {
    const soon = after({ kind: 'sync', folders: ['F-deals'], time: CONTAINED + DAY });
    expect(codesOf(judge(soon))).toEqual(['sync-unattributed']);
    expect(codesOf(judge(after({ kind: 'sync', folders: ['F-deals'] }), []))).toEqual(['complete-coverage']);
  });
});

describe('silence: long times without a record', () => {
  const hourly = (count: number) =>
    Array.from({ length: count }, (_, at) => makeRecord({ ...owners, time: START + at * 3600 }));
  const silencesOf = (records: readonly AuditRecord[]) =>
    run({ records })
      .exposure.findSilences('ann')
      .map(({ from, to }) => [from - START, to - START]);
  test('far longer than usual for the mailbox, and more than three days', () => {
    const again = makeRecord({ ...owners, time: START + 60 * 3600 + 4 * DAY });
    expect(silencesOf([...hourly(60), again])).toEqual([[59 * 3600, 60 * 3600 + 4 * DAY]]);
    expect(silencesOf([...hourly(40), again])).toEqual([]);
    expect(silencesOf([...hourly(60), { ...again, time: START + 59 * 3600 + 3 * DAY }])).toEqual([]);
  });
  test('not where records are rare', () => {
    const daily = Array.from({ length: 60 }, (_, at) => makeRecord({ ...owners, time: START - 60 * DAY + at * DAY }));
    expect(silencesOf([...daily, makeRecord({ ...owners, time: START + 9 * DAY })])).toEqual([]);
    expect(silencesOf([...daily, makeRecord({ ...owners, time: START + 25 * DAY })])).toEqual([[0, 25 * DAY]]);
  });
});
