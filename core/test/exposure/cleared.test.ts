import { toVerdictWords } from '@candor/core/exposure/explain';
import { clear, countCleared, sayCleared, toSaidCounts } from '@candor/core/exposure/verdict';
import { expect, test } from 'vitest';

/** Every test of N1 holds. */
const HOLDS = {
  isCovered: true,
  hasControl: true,
  hasName: true,
  isBeyondRules: false,
  areIdsMissing: false,
  isNamed: false,
  isDateAlone: false,
  isCarrierUndetermined: false,
  isLinkedAfter: false,
};
const N1 = { code: 'complete-coverage' } as const;

test('a copy is cleared where every test of N1 holds, and by this reason alone', () => {
  expect(clear(HOLDS)?.value).toMatchObject(N1);
  const judged = { verdict: 'no-evidence', reasons: [N1] } as const;
  expect(sayCleared(judged)?.value).toBe('complete log, no access');
  expect(toVerdictWords(judged)).toBe('complete log, no access');
});

test.each(Object.keys(HOLDS) as (keyof typeof HOLDS)[])('it is not cleared where %s fails', (test) => {
  expect(clear({ ...HOLDS, [test]: !HOLDS[test] })).toBeNull();
});

test.each([
  ['without a reason', { verdict: 'no-evidence', reasons: [] }],
  ['with a second reason', { verdict: 'no-evidence', reasons: [N1, { code: 'date-alone' }] }],
  ['by the rule of another verdict', { verdict: 'no-evidence', reasons: [{ code: 'after-containment' }] }],
] as const)('a kept verdict %s is not said', (_, judged) => {
  expect(sayCleared(judged)).toBeNull();
  expect(toVerdictWords(judged)).toBe('the log cannot tell');
});

test('no more copies are said to be cleared than N1 cleared; the others are undetermined', () => {
  const counts = { copies: { 'no-evidence': 5, undetermined: 1 }, codes: { 'complete-coverage': 3 } };
  expect(countCleared(counts).value).toBe(3);
  expect(toSaidCounts(counts)).toMatchObject({ copies: { undetermined: 3 }, cleared: { value: 3 } });
  expect(countCleared({ copies: { 'no-evidence': 2 }, codes: { 'complete-coverage': 3 } }).value).toBe(2);
  expect(countCleared({ copies: { 'no-evidence': 2 }, codes: {} }).value).toBe(0);
});
