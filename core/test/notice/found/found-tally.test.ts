import type { FindingKind } from '@candor/core/impact/detectors';
import { FoundTally } from '@candor/core/notice/found';
import type { PersonalKind } from '@candor/core/notice/text';
import { expect, test } from 'vitest';

/** Does not compile where a kind is neither a secret nor personal data that notices have words for. */
const unknownKinds: Exclude<FindingKind, PersonalKind | 'access-code' | 'credential' | 'secret-key'>[] = [];

test('every kind of finding has words in notices', () => {
  expect(unknownKinds).toEqual([]);
});

test('counts a message once per kind, however often it contains the kind', () => {
  const tally = new FoundTally();
  tally.add({ message: 'a', kinds: ['credential', 'secret-key', 'credential', 'bank-account'], unread: [] });
  tally.add({ message: 'b', kinds: ['bank-account', 'birth-date'], unread: ['encrypted', 'encrypted', 'too-deep'] });
  tally.add({ message: 'c', kinds: [], unread: ['too-large', 'too-deep'] });
  expect(tally.toFigures()).toEqual({
    secrets: 1,
    searched: {
      personal: { 'bank-account': 2, 'birth-date': 1 },
      listed: 0,
      unread: 2,
      unreadBy: { encrypted: 1, 'too-large': 2 },
    },
  });
});

test('counts listed and found messages separately, each once', () => {
  const tally = new FoundTally();
  tally.add({ message: 'a', kinds: ['credential'], unread: [] });
  for (const message of ['a', 'b', 'b', 'c']) tally.list(message);
  expect(tally.toFigures()).toMatchObject({ secrets: 3, searched: { listed: 2 } });
});

test('no finding is zero, not unknown', () => {
  expect(new FoundTally().toFigures()).toEqual({
    secrets: 0,
    searched: { personal: {}, listed: 0, unread: 0, unreadBy: {} },
  });
});

test('what was not searched has its size, as far as all of it was counted', () => {
  const tally = new FoundTally();
  tally.add({ message: 'a', kinds: [], unread: ['encrypted'], unreadSize: { parts: 2, bytes: 900 } });
  tally.add({ message: 'b', kinds: [], unread: [] });
  tally.add({ message: 'c', kinds: [], unread: ['no-reader'], unreadSize: { parts: 1, bytes: 100 } });
  expect(tally.toFigures().searched).toMatchObject({ unread: 2, unreadSize: { parts: 3, bytes: 1_000 } });
  tally.add({ message: 'd', kinds: [], unread: ['unsearched'], unreadSize: null });
  expect(tally.toFigures().searched).not.toHaveProperty('unreadSize');
});
