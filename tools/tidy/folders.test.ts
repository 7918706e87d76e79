import { expect, test } from 'vitest';
import { findFolderCycles, findMutualFolders } from '../house/folder-graph.ts';
import { isSource, readTexts, withoutComments } from './tree.ts';

const sources = readTexts().filter(isSource).map(withoutComments);

test('no two folders of the web pages import each other', () => {
  expect(findMutualFolders(sources.filter(({ path }) => path.startsWith('web/src/')))).toEqual([]);
});

test('no two folders of the portal import each other, and none imports the root, which starts it', () => {
  const portal = sources.filter(({ path }) => path.startsWith('portal/src/'));
  expect(findMutualFolders(portal)).toEqual([]);
  expect(findFolderCycles(portal)).toEqual([]);
});

test.each(['core/src/', 'lab/src/'])('no folders of %s import each other in a cycle', (workspace) => {
  expect(findFolderCycles(sources.filter(({ path }) => path.startsWith(workspace)))).toEqual([]);
});

test('the check finds a pair of folders that import each other, and no folder that imports itself', () => {
  const page = {
    path: 'web/src/pages/page.tsx',
    text: "import type { Ask } from '../bridge/ask.ts';\nimport './bar.tsx';",
  };
  const ask = { path: 'web/src/bridge/ask.ts', text: "const page = await import('../pages/page.tsx');" };
  expect(findMutualFolders([page, ask])).toEqual(['web/src/bridge ⇄ web/src/pages']);
  expect(findMutualFolders([page, { ...ask, text: 'export {};' }])).toEqual([]);
});

test('the check finds a cycle through a third folder and through types; a room and its shelf are none', () => {
  const files = [
    { path: 'a/one.ts', text: "import { two } from '../b/two.ts';" },
    { path: 'b/two.ts', text: "import {\n  type Three,\n} from '../c/three.ts';" },
    { path: 'c/three.ts', text: "export type { One } from '../a/one.ts';" },
    { path: 'd/four.ts', text: "import './shelf/five.ts';\nimport '../a/one.ts';" },
    { path: 'd/shelf/five.ts', text: "import { four } from '../four.ts';" },
  ];
  expect(findFolderCycles(files)).toEqual([['a', 'b', 'c']]);
  expect(findFolderCycles(files.slice(0, 2))).toEqual([]);
});
