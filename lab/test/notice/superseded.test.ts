import { expect, test } from 'vitest';
import { findSuperseded } from '../../src/notice/superseded.ts';
import type { StoredNotice } from '../../src/notice/wave-store.ts';

const make = (id: number, kind: string, follows: number | null, isMisdirected = false): StoredNotice =>
  ({
    ...{ id, follows, issued_at: 1000 + id, facts: { kind } },
    withdrawn: isMisdirected ? '{"misdirected":true}' : null,
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

test('a reminder, an update and what went to the wrong party replace nothing', () => {
  expect(findSuperseded([make(1, 'first', null), make(2, 'reminder', 1)]).size).toBe(0);
  expect(findSuperseded([make(1, 'first', null), make(2, 'update', 1)]).size).toBe(0);
  expect(findSuperseded([make(1, 'first', null), make(2, 'correction', 1, true)]).size).toBe(0);
});
