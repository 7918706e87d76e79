import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTexts, root } from './tree.ts';

const texts = readTexts();

test('every key of summary.json is explained', () => {
  const summary = JSON.parse(
    readFileSync(join(root, 'corpus/incidents/harbor/expected/summary.json'), 'utf8'),
  ) as object;
  const page = readFileSync(join(root, 'docs/formats/summary-json.md'), 'utf8');
  expect(Object.keys(summary).filter((key) => !page.includes(`\`${key}\``))).toEqual([]);
});

test('a page that code cites is in the repository', () => {
  const code = texts.filter(({ path }) => /^(?:core|lab)\/src\/|^tools\/(?!tidy\/)/.test(path));
  const missing = code.flatMap(({ path, text }) =>
    [...text.matchAll(/(?<![\w./}])[\w-]+(?:\/[\w-]+)*\.md\b/g)]
      .map(([page]) => page)
      .filter((page) => !['', 'docs', 'docs/formats'].some((folder) => existsSync(join(root, folder, page))))
      .map((page) => `${path}: ${page}`),
  );
  expect(missing).toEqual([]);
});
