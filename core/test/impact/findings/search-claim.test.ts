import { claimNothingFound, claimSearched, type SearchCoverage } from '@candor/core/impact/findings';
import { expect, test } from 'vitest';

const whole: SearchCoverage = {
  searched: 213,
  unsearched: 0,
  erased: 0,
  unread: {},
  controls: { tried: 26, missed: [] },
};

test('a whole search may be called one, and may say that it found nothing', () => {
  expect(claimSearched(whole)).toMatchObject({ is: 'whole', messages: { value: 213 } });
  expect(claimNothingFound(whole, 0)?.value).toEqual({ messages: 213 });
});

const { controls: _, ...untried } = whole;

test.each<readonly [string, SearchCoverage]>([
  ['a message was not searched', { ...whole, unsearched: 1 }],
  ['something in a message could not be read', { ...whole, unread: { picture: 1 } }],
  ['findings were erased', { ...whole, searched: 0, erased: 213 }],
  ['a control message was not found', { ...whole, controls: { tried: 26, missed: ['PDF attachment'] } }],
  ['no control message was tried', untried],
])('neither may be said without a limit where %s', (_name, coverage) => {
  expect(claimSearched(coverage).is).toBe('limited');
  expect(claimNothingFound(coverage, 0)).toBeNull();
});

test('nothing is said to be missing where something was found, or the search was off', () => {
  expect(claimNothingFound(whole, 1)).toBeNull();
  expect(claimNothingFound(null, 0)).toBeNull();
});

test('what could not be read has its size, together', () => {
  const unreadSizes = { encrypted: { parts: 2, bytes: 900 }, 'no-reader': { parts: 1, bytes: 124 } };
  const claim = claimSearched({ ...whole, unread: { encrypted: 2, 'no-reader': 1 }, unreadSizes });
  expect(claim).toMatchObject({ is: 'limited', limits: { unreadSize: { parts: 3, bytes: 1024 } } });
});
