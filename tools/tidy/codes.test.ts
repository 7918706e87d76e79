import { expect, test } from 'vitest';
import { rules } from '../rule-codes.ts';
import { isSource, readTexts, withoutComments } from './tree.ts';

const texts = readTexts();
const sources = texts.filter(isSource).map(withoutComments);
const pages = texts.filter((file) => file.path.startsWith('docs/') && file.path.endsWith('.md'));
const problemsPage = pages.find((file) => file.path === 'docs/formats/problems.md')?.text ?? '';
const allPages = pages.map((file) => file.text).join('\n');

/** Reasons of verdicts, which have pages of their own. */
const RULE_CODES: ReadonlySet<string> = new Set(rules.map(({ code }) => code));
/** What zod calls a check that is written by hand. */
const ZOD_CODE = 'custom';

/** Codes that stand in the code as `code: 'kebab-case'`, and first arguments of `Refusal`. */
function listCodes(pattern: RegExp): readonly string[] {
  const found = sources.flatMap(({ text }) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''));
  return [...new Set(found)].sort();
}

test('every problem and refusal code is in the closed list', () => {
  const codes = [
    ...listCodes(/\bcode:\s*'([a-z0-9]+(?:-[a-z0-9]+)*)'/g),
    ...listCodes(/\bnew Refusal\(\s*'([a-z0-9-]+)'/g),
    ...listCodes(/\b(?:problem|toProblem|addProblem|report|refuse)\(\s*(?:[\w.]+,\s*)?'([a-z0-9]+(?:-[a-z0-9]+)+)'/g),
    ...listCodes(/\b(?:toProblem|addProblem|report)\([^'"`]*\?\s*'([a-z0-9-]+)'\s*:/g),
    ...listCodes(/\b(?:toProblem|addProblem|report)\([^'"`]*\?\s*'[a-z0-9-]+'\s*:\s*'([a-z0-9-]+)'/g),
  ];
  expect(
    codes.filter((code) => !RULE_CODES.has(code) && code !== ZOD_CODE && !problemsPage.includes(`\`${code}\``)),
  ).toEqual([]);
});

test('every code of the closed list can be emitted', () => {
  const rows = problemsPage.matchAll(/^\| `([a-z0-9-]+)` \|/gm);
  const inCode = sources.map(({ text }) => text).join('\n');
  expect([...rows].map(([, code = '']) => code).filter((code) => !inCode.includes(`'${code}'`))).toEqual([]);
});

test('every code has one row', () => {
  const codes = [...problemsPage.matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(60);
  expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
});

test('every rule and its code are in one row of the rules page', () => {
  const lines = (pages.find((file) => file.path === 'docs/formats/rules.md')?.text ?? '').split('\n');
  const missing = rules.filter(
    ({ rule, code }) =>
      !lines.some((line) => line.includes(`\`${code}\``) && (rule === 'B6' || line.startsWith(`| ${rule} |`))),
  );
  expect(missing).toEqual([]);
});

test('every reason code and label of the rules has a row in the pages', () => {
  const exposure = sources.filter((file) => file.path.startsWith('core/src/exposure/'));
  const unions = exposure.flatMap(({ text }) =>
    [...text.matchAll(/type\s+\w*(?:Reason|Label|Verdict|GapKind)\w*\s*=([^;]+);/g)].map((match) => match[1] ?? ''),
  );
  const codes = unions.flatMap((union) => [...union.matchAll(/'([a-z0-9-]+)'/g)].map((match) => match[1] ?? ''));
  expect([...new Set(codes)].filter((code) => !allPages.includes(`\`${code}\``)).sort()).toEqual([]);
});
