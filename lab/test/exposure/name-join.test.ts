import { expect, test } from 'vitest';
import { NameJoin } from '../../src/exposure/name-join.ts';

test('an id means the copies with exactly that name, and only without any those in other letters', () => {
  const join = new NameJoin<string>(['A@x', 'b@x', 'c@x']);
  expect(join.add(['a@x'], 'small')).toBe(true);
  expect(join.add(['A@x', 'other'], 'exact')).toBe(true);
  expect(join.add(['B@x'], 'large')).toBe(true);
  expect(join.add(['d@x'], 'none')).toBe(false);
  expect([join.find('A@x'), join.find('b@x'), join.find('c@x'), join.find('d@x')]).toEqual([
    ['exact'],
    ['large'],
    [],
    [],
  ]);
});

test('without ids nothing is held', () => {
  expect(new NameJoin<string>([]).add(['a'], 'a')).toBe(false);
});
