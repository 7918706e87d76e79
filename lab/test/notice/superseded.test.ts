import { expect, test } from 'vitest';
import type { StoredNotice } from '../../src/notice/store/wave-store.ts';
import { findSuperseded, listRepeats } from '../../src/notice/superseded.ts';

const make = (id: number, kind: string, follows: number | null, isMisdirected = false, party = ''): StoredNotice =>
  ({
    ...{ id, follows, party: party || `party-${id}`, mergedIds: [], issued_at: 1000 + id, facts: { kind } },
    withdrawn: isMisdirected ? '{"misdirected":true,"why":"another party"}' : null,
    posting: null,
  }) as unknown as StoredNotice;

test('a supplement replaces what it follows, also through reminders', () => {
  const told = [make(1, 'first', null), make(2, 'reminder', 1), make(3, 'supplement', 2)];
  expect(findSuperseded(told)).toEqual(
    new Map([
      [2, 1003],
      [1, 1003],
    ]),
  );
});

test('a reminder, an update and a misdirected notice replace nothing', () => {
  expect(findSuperseded([make(1, 'first', null), make(2, 'reminder', 1)]).size).toBe(0);
  expect(findSuperseded([make(1, 'first', null), make(2, 'update', 1)]).size).toBe(0);
  expect(findSuperseded([make(1, 'first', null), make(2, 'correction', 1, true)]).size).toBe(0);
  const unsent = { ...make(2, 'correction', 1), withdrawn: '{"misdirected":false,"why":"not needed","unsent":true}' };
  expect(findSuperseded([make(1, 'first', null), unsent]).size).toBe(0);
  expect(findSuperseded([make(1, 'first', null), { ...unsent, posting: 1 }]).size).toBe(1);
});

test('notices to several ids that are now one party are replaced together', () => {
  const told = [
    make(1, 'first', null, false, 'a'),
    make(2, 'first', null, false, 'b'),
    make(3, 'first', null, false, 'c'),
  ];
  const joined = { ...make(4, 'supplement', 2, false, 'a'), mergedIds: ['a', 'b'] };
  const asks = make(5, 'announcement', null, false, 'a');
  expect(findSuperseded([...told, joined, asks])).toEqual(
    new Map([
      [1, 1004],
      [2, 1004],
    ]),
  );
});

test('no notice replaces an earlier announcement', () => {
  const later = { ...make(2, 'supplement', null, false, 'a'), mergedIds: ['a'] };
  expect(findSuperseded([make(1, 'announcement', null, false, 'a'), later]).size).toBe(0);
});

test('reminders and updates in force are repeats of a notice, also through a withdrawn one', () => {
  const told = [
    make(1, 'first', null),
    { ...make(2, 'reminder', 1), state: 'withdrawn' as const },
    ...[make(3, 'update', 2), make(4, 'supplement', 3), make(5, 'reminder', 4)],
  ].map((notice) => ({ ...notice, state: notice.state ?? 'approved' }));
  const repeats = (...notices: readonly number[]) => listRepeats(told, notices).map(({ id }) => id);
  expect(repeats(1)).toEqual([3]);
  expect(repeats(1, 3)).toEqual([]);
  expect(repeats(4)).toEqual([5]);
});

test('a notice to a guessed contact replaces none to a given one, and is replaced by the next to a given one', () => {
  const guess = (id: number, kind: string, follows: number | null) => ({
    ...make(id, kind, follows, false, 'a'),
    isGuessed: true,
  });
  const given = (id: number, kind: string, follows: number | null) => ({
    ...make(id, kind, follows, false, 'a'),
    isGuessed: false,
  });
  expect(findSuperseded([given(1, 'first', null), guess(2, 'first', null)]).size).toBe(0);
  expect(findSuperseded([guess(1, 'first', null), given(2, 'first', null)])).toEqual(new Map([[1, 1002]]));
  expect(findSuperseded([guess(1, 'first', null), guess(2, 'supplement', 1)])).toEqual(new Map([[1, 1002]]));
  // Nobody but guessed contacts could be told that the figures are others.
  expect(findSuperseded([given(1, 'first', null), guess(2, 'supplement', 1)])).toEqual(new Map([[1, 1002]]));
});
