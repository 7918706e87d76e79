import { expect, test } from 'vitest';
import { findMailTurn, MOST_MAILS_AN_HOUR } from '../../../src/notice/alert/alert-ceiling.ts';

test('four mails go out at once, then one in twenty minutes with all that waited', () => {
  expect([0, 1, 2, 3].map((sent) => findMailTurn(Array(sent).fill(1_000), 1_000))).toEqual([
    'one',
    'one',
    'one',
    'one',
  ]);
  expect(findMailTurn([1_000, 1_000, 1_000, 1_000], 1_001)).toBe('wait');
  expect(findMailTurn([1_000, 1_000, 1_000, 1_000], 2_200)).toBe('digest');
  expect(findMailTurn([1_000, 1_000, 1_000, 1_000], 4_600)).toBe('one');
});

test('whatever arrives, no hour has more mails than the ceiling, and something always goes out again', () => {
  const sent: number[] = [];
  for (let at = 0; at < 6 * 3600; at += 10) {
    if (findMailTurn(sent, at) !== 'wait') sent.push(at);
    expect(sent.filter((one) => one > at - 3600).length).toBeLessThanOrEqual(MOST_MAILS_AN_HOUR);
  }
  expect(sent.length).toBeGreaterThan(20);
  expect(Math.max(...sent.slice(1).map((one, index) => one - (sent[index] ?? 0)))).toBeLessThanOrEqual(3600);
});
