import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isSource, readTexts, root, withoutComments } from './tree.ts';

const sources = readTexts().filter(isSource).map(withoutComments);
const page = (path: string): string => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '');

/** Codes that stand in the code as `code: 'kebab-case'`, and first arguments of `Refusal`. */
function listCodes(pattern: RegExp): readonly string[] {
  const found = sources.flatMap(({ text }) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''));
  return [...new Set(found)].sort();
}

test('every problem and refusal code is in the closed list', () => {
  const listed = page('docs/formats/problems.md');
  const codes = [
    ...listCodes(/\bcode:\s*'([a-z0-9]+(?:-[a-z0-9]+)*)'/g),
    ...listCodes(/\bnew Refusal\(\s*'([a-z0-9-]+)'/g),
    ...listCodes(/\b(?:problem|toProblem|addProblem|report|refuse)\(\s*'([a-z0-9]+(?:-[a-z0-9]+)+)'/g),
  ];
  const reasons = page('docs/formats/exposure.md');
  expect(codes.filter((code) => !listed.includes(`\`${code}\``) && !reasons.includes(`\`${code}\``))).toEqual([]);
});

test('every reason code and label of the rules has a row in the pages', () => {
  const listed = `${page('docs/formats/exposure.md')}\n${page('docs/formats/access-records.md')}\n${page('docs/rules.md')}`;
  const exposure = sources.filter((file) => file.path.startsWith('core/src/exposure/'));
  const unions = exposure.flatMap(({ text }) =>
    [...text.matchAll(/type\s+\w*(?:Reason|Label|Verdict|GapKind)\w*\s*=([^;]+);/g)].map((match) => match[1] ?? ''),
  );
  const codes = unions.flatMap((union) => [...union.matchAll(/'([a-z0-9-]+)'/g)].map((match) => match[1] ?? ''));
  expect([...new Set(codes)].filter((code) => !listed.includes(`\`${code}\``)).sort()).toEqual([]);
});
