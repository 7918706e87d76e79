import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { isSource, readTexts, type TreeFile, withoutComments } from './tree.ts';

const IMPORT = /\b(?:from|import)\s*\(?\s*'(\.[^'?]+)(?:\?[^']*)?'/g;

/** Folders whose files import each other, each pair once. Types count too: who reads one folder must read the other. */
function findMutualFolders(files: readonly TreeFile[]): readonly string[] {
  const edges = new Set(
    files.flatMap(({ path, text }) =>
      [...text.matchAll(IMPORT)].map(([, target = '']) =>
        [dirname(path), dirname(join(dirname(path), target))].join(' '),
      ),
    ),
  );
  return [...edges]
    .map((edge) => edge.split(' '))
    .filter(([from = '', to = '']) => from < to && edges.has(`${to} ${from}`))
    .map(([from, to]) => `${from} ⇄ ${to}`);
}

test('no two folders of the web pages import each other', () => {
  const sources = readTexts().filter(({ path }) => path.startsWith('web/src/'));
  expect(findMutualFolders(sources.filter(isSource).map(withoutComments))).toEqual([]);
});

test('the look for folders that import each other finds a pair, and no folder that imports itself', () => {
  const page = {
    path: 'web/src/pages/page.tsx',
    text: "import type { Ask } from '../bridge/ask.ts';\nimport './bar.tsx';",
  };
  const ask = { path: 'web/src/bridge/ask.ts', text: "const page = await import('../pages/page.tsx');" };
  expect(findMutualFolders([page, ask])).toEqual(['web/src/bridge ⇄ web/src/pages']);
  expect(findMutualFolders([page, { ...ask, text: 'export {};' }])).toEqual([]);
});
