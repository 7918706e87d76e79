import { expect, test } from 'vitest';
import { findFolderCycles, findMutualFolders } from '../house/folder-graph.ts';
import { isSource, readTexts, withoutComments } from './tree.ts';

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

test('a circle of three folders is found, and a row of three is none', () => {
  const files = [
    { path: 'a/one.ts', text: "import '../b/two.ts';" },
    { path: 'b/two.ts', text: "import type { C } from '../c/three.ts';" },
    { path: 'c/three.ts', text: "import '../a/one.ts';" },
  ];
  expect(findFolderCycles(files)).toEqual([['a', 'b', 'c']]);
  expect(findFolderCycles(files.slice(0, 2))).toEqual([]);
});
