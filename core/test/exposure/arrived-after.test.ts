import { toVerdictWords } from '@candor/core/exposure/explain';
import {
  countArrivedAfter,
  findAbsent,
  findLateWitness,
  sayArrivedAfter,
  toDateAloneWords,
  toSaidCounts,
} from '@candor/core/exposure/verdict';
import { describe, expect, test } from 'vitest';

const END = 1000;
const late = { arrived: END + 1, arrivalSource: 'delivery', answered: null } as const;
const OPEN = { isNamed: false, isGrantOpen: false, isLinkedAfter: false };
const D1 = { code: 'after-containment' } as const;

describe('what shows that a copy came after the span', () => {
  test('a delivery source, or an answer to what came then', () => {
    expect(findLateWitness(late, END)?.value).toBe('delivery');
    expect(findLateWitness({ ...late, arrivalSource: 'none', answered: END + 1 }, END)?.value).toBe('answer');
  });
  test.each([
    ['its Date alone', { arrivalSource: 'none' }],
    ['a time that repeats its Date', { arrivalSource: 'dated' }],
    ['no time', { arrived: null }],
    ['the last second of the span', { arrived: END }],
    ['an answer to earlier mail', { arrivalSource: 'none', answered: END }],
  ] as const)('never %s', (_, change) => {
    expect(findLateWitness({ ...late, ...change }, END)).toBeNull();
  });
});

test('a copy is absent where no record names it and no grant is open', () => {
  const witness = findLateWitness(late, END);
  expect(findAbsent(witness, OPEN)?.value).toMatchObject(D1);
  expect(findAbsent(null, OPEN)).toBeNull();
  for (const test of ['isNamed', 'isGrantOpen', 'isLinkedAfter'] as const)
    expect(findAbsent(witness, { ...OPEN, [test]: true }), test).toBeNull();
});

test('a kept verdict is said by D1 alone', () => {
  const judged = { verdict: 'absent', reasons: [D1] } as const;
  expect(sayArrivedAfter(judged)?.value).toBe('arrived after the intruder was shut out');
  for (const reasons of [[], [D1, { code: 'date-alone' }], [{ code: 'complete-coverage' }]] as const) {
    expect(sayArrivedAfter({ verdict: 'absent', reasons })).toBeNull();
    expect(toVerdictWords({ verdict: 'absent', reasons })).toBe('the log cannot tell');
  }
});

test('no more copies are said to be absent than D1 took; the others are undetermined', () => {
  const counts = { copies: { absent: 5 }, codes: { 'after-containment': 4 } };
  expect(countArrivedAfter(counts).value).toBe(4);
  expect(toSaidCounts(counts)).toMatchObject({ copies: { undetermined: 1 }, arrivedAfter: { value: 4 } });
});

test('copies that only a Date places are counted with what would settle them', () => {
  expect(toDateAloneWords(2)).toBe(
    'nothing but its Date says when it arrived: a PST export or a message trace would settle 2 copies',
  );
});
