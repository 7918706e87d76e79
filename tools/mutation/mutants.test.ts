import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { rules } from '../rule-codes.ts';
import { applyMutant, mutants, readMutants } from './mutants.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('every mutant still fits the code', () => {
  for (const mutant of mutants) {
    const text = readFileSync(join(root, mutant.file), 'utf8');
    expect(applyMutant(mutant, text)).not.toBe(text);
  }
});

test('every mutant names existing tests and has a unique name', () => {
  const files = mutants.flatMap(({ tests }) => tests.map((place) => place.split('#', 1)[0] ?? ''));
  expect([...new Set(files)].filter((file) => !existsSync(join(root, file)))).toEqual([]);
  const names = mutants.map(({ rule }) => rule);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

/** In a title, or in one that is made of a row of its table and the rest. */
const isTitled = (text: string, words: string): boolean =>
  text.includes(words) ||
  words.split(' ').some((_, at, all) => {
    const row = all.slice(0, at).join(' ');
    return row !== '' && text.includes(`${row}'`) && text.includes(`%s ${all.slice(at).join(' ')}`);
  });

test('the words of each selected test are in a title of its file', () => {
  const selected = [...new Set(mutants.flatMap(({ tests }) => tests))].filter((place) => place.includes('#'));
  const missing = selected.filter((place) => {
    const [file = '', words = ''] = place.split('#');
    return !isTitled(readFileSync(join(root, file), 'utf8'), words);
  });
  expect(missing).toEqual([]);
});

test('every rule has a mutant', () => {
  const missing = rules.filter(({ rule, code }) => !mutants.some((mutant) => mutant.rule === `${rule} ${code}`));
  expect(missing.map(({ rule, code }) => `${rule} ${code}`)).toEqual([]);
});

test('refuses a mutant that no longer fits, or fits twice', () => {
  const mutant = { rule: 'X1 x', file: 'x.ts', find: 'if (a)', replace: 'if (false)', tests: [] };
  expect(applyMutant(mutant, 'if (a) b();')).toBe('if (false) b();');
  expect(() => applyMutant(mutant, 'b();')).toThrow('no longer');
  expect(() => applyMutant(mutant, 'if (a) if (a) b();')).toThrow('more than once');
});

test('reads a list line by line and refuses a line of another form', () => {
  const text = '# Why.\n@ a.ts < a.test.ts < b.test.ts#words of it\nwave x «if (a)↵  b;» «»\n@ c.ts\nB1 bind «c» «d»\n';
  expect(readMutants(text)).toEqual([
    { rule: 'wave x', file: 'a.ts', find: 'if (a)\n  b;', replace: '', tests: ['a.test.ts', 'b.test.ts#words of it'] },
    { rule: 'B1 bind', file: 'c.ts', find: 'c', replace: 'd', tests: [] },
  ]);
  expect(() => readMutants('@ a.ts\nwave x «a» b\n')).toThrow('no mutant: wave x');
});
