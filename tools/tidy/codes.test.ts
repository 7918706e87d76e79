import { expect, test } from 'vitest';
import { rules } from '../rule-codes.ts';
import { isSource, readTexts, withoutComments } from './tree.ts';

const texts = readTexts();
const sources = texts.filter(isSource).map(withoutComments);
const pages = texts.filter((file) => file.path.startsWith('docs/') && file.path.endsWith('.md'));
const allPages = pages.map((file) => file.text).join('\n');

/** Reasons of verdicts, which have pages of their own. */
const RULE_CODES: ReadonlySet<string> = new Set(rules.map(({ code }) => code));

/** Codes that stand in the code as `code: 'kebab-case'`, and first arguments of `Refusal`. */
function listCodes(pattern: RegExp): readonly string[] {
  const found = sources.flatMap(({ text }) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''));
  return [...new Set(found)].sort();
}

test('every problem and refusal code is in the closed list', () => {
  const listed = pages.find((file) => file.path === 'docs/formats/problems.md')?.text ?? '';
  const codes = [
    ...listCodes(/\bcode:\s*'([a-z0-9]+(?:-[a-z0-9]+)*)'/g),
    ...listCodes(/\bnew Refusal\(\s*'([a-z0-9-]+)'/g),
    ...listCodes(/\b(?:problem|toProblem|addProblem|report|refuse)\(\s*'([a-z0-9]+(?:-[a-z0-9]+)+)'/g),
  ];
  expect(codes.filter((code) => !RULE_CODES.has(code) && !listed.includes(`\`${code}\``))).toEqual([]);
});

test('every reason code and label of the rules has a row in the pages', () => {
  const exposure = sources.filter((file) => file.path.startsWith('core/src/exposure/'));
  const unions = exposure.flatMap(({ text }) =>
    [...text.matchAll(/type\s+\w*(?:Reason|Label|Verdict|GapKind)\w*\s*=([^;]+);/g)].map((match) => match[1] ?? ''),
  );
  const codes = unions.flatMap((union) => [...union.matchAll(/'([a-z0-9-]+)'/g)].map((match) => match[1] ?? ''));
  expect([...new Set(codes)].filter((code) => !allPages.includes(`\`${code}\``)).sort()).toEqual([]);
});
