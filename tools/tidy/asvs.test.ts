import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from '@candor/core/base';
import { expect, test } from 'vitest';
import { root } from './tree.ts';

/** Requirements of OWASP ASVS 5.0.0 by chapter: of level 1, and of level 2. */
const counts: readonly (readonly [chapter: number, first: number, second: number])[] = [
  [1, 8, 19],
  [2, 4, 7],
  [3, 8, 11],
  [4, 2, 8],
  [5, 4, 5],
  [6, 13, 22],
  [7, 6, 12],
  [8, 4, 3],
  [9, 4, 3],
  [10, 5, 24],
  [11, 3, 11],
  [12, 3, 6],
  [13, 1, 12],
  [14, 2, 7],
  [15, 3, 10],
  [16, 0, 16],
  [17, 0, 7],
];
const COLUMNS = ['id', 'level', 'topic', 'status', 'where', 'tests', 'why'] as const;
const STATUSES = ['met', 'not-applicable', 'by-operator', 'open'];

type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const [header, ...lines] = [...readCsv(read('docs/asvs.csv'))];
const rows = lines.map(({ fields }) => Object.fromEntries(COLUMNS.map((name, at) => [name, fields[at] ?? ''])) as Row);
const withStatus = (status: string): readonly Row[] => rows.filter((row) => row.status === status);
const words = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '');

test('the table has its columns, complete rows, and every requirement of levels 1 and 2 once, in order', () => {
  expect(header?.fields).toEqual(COLUMNS);
  expect(lines.filter(({ fields, broken }) => broken || fields.length !== COLUMNS.length)).toEqual([]);
  const places = rows.map(({ id }) => /^v5\.0\.0-(\d+)\.(\d+)\.(\d+)$/.exec(id)?.slice(1).map(Number) ?? []);
  const order = places.map(([chapter = 0, section = 0, item = 0]) => (chapter * 100 + section) * 100 + item);
  expect(order.filter((place, at) => place <= (order[at - 1] ?? 0))).toEqual([]);
  const found = counts.map(([chapter]) => {
    const levels = rows.filter((_, at) => places[at]?.[0] === chapter).map(({ level }) => level);
    return [chapter, levels.filter((level) => level === '1').length, levels.filter((level) => level === '2').length];
  });
  expect(found).toEqual(counts);
  expect(rows).toHaveLength(253);
});

test('every row states its topic, status and reason in our words', () => {
  expect(rows.filter(({ status }) => !STATUSES.includes(status))).toEqual([]);
  expect(rows.filter(({ topic }) => words(topic).length < 2 || words(topic).length > 8)).toEqual([]);
  expect(rows.filter(({ why }) => why.length < 6 || !/[.]$/.test(why))).toEqual([]);
});

test('every file and test named by a row exists', () => {
  const missing = rows.flatMap(({ id, where, tests }) =>
    [...words(where), ...words(tests)].filter((path) => !existsSync(join(root, path))).map((path) => `${id}: ${path}`),
  );
  expect(missing).toEqual([]);
  const odd = rows.flatMap(({ id, tests }) =>
    words(tests)
      .filter((path) => !/\.test\.tsx?$/.test(path))
      .map((path) => `${id}: ${path}`),
  );
  expect(odd).toEqual([]);
});

test('met rows name code and test, operator rows name a page, and other rows neither', () => {
  expect(withStatus('met').filter(({ where, tests }) => where === '' || tests === '')).toEqual([]);
  expect(withStatus('by-operator').filter(({ where }) => !/\bdocs\/[\w/-]+\.md\b/.test(where))).toEqual([]);
  const claims = [...withStatus('not-applicable'), ...withStatus('open')];
  expect(claims.filter(({ where, tests }) => where !== '' || tests !== '')).toEqual([]);
});

test('the open rows are exactly the known gaps of the threat model', () => {
  const page = read('docs/threat-model.md');
  const start = page.indexOf('\n## Known gaps\n');
  const gaps = page.slice(start, page.indexOf('\n## ', start + 4));
  const listed = [...gaps.matchAll(/\| (\d{1,2}\.\d\.\d{1,2}) \|$/gm)].map(([, id]) => `v5.0.0-${id}`);
  expect(start).toBeGreaterThan(0);
  const said = [...gaps.matchAll(/(\d+) (?=are met|are about|are left)/g)].map(([, count]) => Number(count));
  expect(said).toEqual(['met', 'not-applicable', 'by-operator'].map((status) => withStatus(status).length));
  expect([...listed].sort()).toEqual(
    withStatus('open')
      .map(({ id }) => id)
      .sort(),
  );
});

test('pages cited by rows have the cited content', () => {
  const page = read('docs/threat-model.md');
  const kinds = page.slice(page.indexOf('\n## Kinds of data\n'));
  const table = kinds.slice(0, kinds.indexOf('\n## ', 4)).split('\n');
  expect(table.filter((line) => /^\| (?!kind|---)/.test(line))).toHaveLength(6);
  expect(read('SECURITY.md')).toMatch(/within 7 days[\s\S]*within 30 days/);
});
