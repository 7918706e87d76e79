import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkPatterns } from '../patterns/check-patterns.ts';
import { toPatternHash } from '../patterns/judged-patterns.ts';
import { readPatterns, type SourcePatterns } from '../patterns/source-patterns.ts';

const folder = mkdtempSync(join(tmpdir(), 'patterns-'));
afterAll(() => rmSync(folder, { recursive: true }));

function planted(source: string, neighbour = ''): SourcePatterns {
  writeFileSync(join(folder, 'planted.ts'), source);
  writeFileSync(join(folder, 'neighbour.ts'), neighbour);
  return readPatterns(folder, ['planted.ts']);
}

const NOTHING = { linear: new Set<string>(), accepted: [], atRunTime: {} };
const check = (source: string, neighbour = '') => checkPatterns(planted(source, neighbour), NOTHING);

test('reports a planted pattern of quadratic or worse time with its place', () => {
  const { flaws, judged } = check(
    'export const isList = (text: string) =>\n  /^(?:\\w+,?)+$/.test(text) || text.match(/\\s+$/u);\n',
  );
  expect(judged).toBe(2);
  expect(flaws.map((flaw) => flaw.split('\n')[0])).toEqual(['planted.ts:2: /\\s+$/u', 'planted.ts:2: /^(?:\\w+,?)+$/']);
  expect(flaws.join()).toMatch(/exponential.*rewrite it/s);
});

test('accepts linear ones; a slash, a text or a comment is no pattern', () => {
  const source =
    "const half = 6 / 2; // /(a+)+$/\nconst a: string = '/(a+)+$/';\nexport const b = a.replace(/[^a]+/g, String(half));\n";
  expect(check(source)).toMatchObject({ judged: 1, flaws: [] });
});

test('resolves the constants that RegExp is built from, also of neighbouring files', () => {
  const { patterns } = planted(
    `import { WORD as word } from './neighbour.ts';
const MOST = 3;
const END = /b$/;
export const all = [
  new RegExp(\`^\${word}{\${MOST - 1}}\` + END.source, 'gu'),
  RegExp(String.raw\`\\d\`),
  new RegExp(END, 'y'),
];
`,
    `const LETTER = 'a';
export const WORD = \`[\${LETTER}z]\`;
`,
  );
  expect(patterns.map(({ source, flags }) => `/${source}/${flags}`)).toEqual([
    '/\\d/',
    '/^[az]{2}b$/gu',
    '/b$/',
    '/b$/y',
  ]);
});

test('one built at run time needs a reason', () => {
  const source = 'export const find = (name: string) => new RegExp(`a` + name);\n';
  const expression = 'planted.ts: new RegExp(`a` + name)';
  expect(check(source).flaws).toEqual([expect.stringContaining(expression)]);
  expect(checkPatterns(planted(source), { ...NOTHING, atRunTime: { [expression]: 'short' } }).flaws).toEqual([]);
  expect(checkPatterns(planted(''), { ...NOTHING, atRunTime: { [expression]: 'short' } }).flaws).toHaveLength(1);
});

test('does not check again what was checked; an accepted pattern must still exist', () => {
  const patterns = planted('export const a = /\\s+$/;\n');
  const known = new Set(patterns.patterns.map(toPatternHash));
  expect(checkPatterns(patterns, { ...NOTHING, linear: known })).toMatchObject({ judged: 0, flaws: [] });
  const accepted = [{ pattern: /\s+$/, reason: 'short' }];
  expect(checkPatterns(patterns, { ...NOTHING, accepted })).toMatchObject({ judged: 0, flaws: [], linear: [] });
  expect(checkPatterns(planted(''), { ...NOTHING, accepted }).flaws).toEqual([expect.stringContaining('nowhere')]);
});
