import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { rules } from '../rule-codes.ts';
import { removeRule } from './removal.ts';
import { removals } from './removals.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('every removal still fits the code', () => {
  for (const removal of removals) {
    const text = readFileSync(join(root, removal.file), 'utf8');
    expect(removeRule(removal, text)).not.toBe(text);
  }
});

test('every removal names tests that are there, and has a name of its own', () => {
  const files = removals.flatMap(({ tests = [] }) => tests.map((place) => place.split('#', 1)[0] ?? ''));
  expect([...new Set(files)].filter((file) => !existsSync(join(root, file)))).toEqual([]);
  const names = removals.map(({ rule }) => rule);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

test('every rule has a removal', () => {
  const missing = rules.filter(({ rule, code }) => !removals.some((removal) => removal.rule === `${rule} ${code}`));
  expect(missing.map(({ rule, code }) => `${rule} ${code}`)).toEqual([]);
});

test('a removal that no longer fits, or fits twice, is refused', () => {
  const removal = { rule: 'X1 x', file: 'x.ts', find: 'if (a)', replace: 'if (false)' };
  expect(removeRule(removal, 'if (a) b();')).toBe('if (false) b();');
  expect(() => removeRule(removal, 'b();')).toThrow('no longer');
  expect(() => removeRule(removal, 'if (a) if (a) b();')).toThrow('more than once');
});
