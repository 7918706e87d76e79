import { expect, test } from 'vitest';
import { listFiles, readTexts } from './tree.ts';

const page = readTexts().find(({ path }) => path === 'docs/threat-model.md')?.text ?? '';

test('every test named by the threat model exists', () => {
  const files = listFiles();
  const named = [...page.matchAll(/`([\w./-]+\.test\.tsx?)`/g)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(40);
  const isThere = (name: string): boolean => files.some((path) => path === name || path.endsWith(`/${name}`));
  expect(named.filter((name) => !isThere(name))).toEqual([]);
});

test('every claim in its table names a test', () => {
  const section = page.slice(page.indexOf('## Shown by'));
  const rows = section
    .slice(0, section.indexOf('\n## ', 3))
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| claim'));
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.filter((row) => !/`[\w./-]+`/.test(row))).toEqual([]);
});
