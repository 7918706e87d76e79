import { expect, test } from 'vitest';
import { ImportGraph } from '../house/import-graph.ts';
import { readTexts } from './tree.ts';

/** Beyond this nobody follows an import to where something is done. */
const LONGEST_CHAIN = 25;

/** The portal is reached from the internet: what it does not load cannot be attacked there. */
const MOST_CORE_MODULES_OF_THE_PORTAL = 80;

const graph = new ImportGraph(readTexts().filter(({ path }) => /^(core|lab|portal|web)\/src\/.*\.tsx?$/.test(path)));

test(`no import chain is ${LONGEST_CHAIN} files long`, () => {
  const longest = graph.findLongestChain();
  expect(longest.length, longest.join('\n')).toBeGreaterThan(10);
  expect(longest.length, longest.join('\n')).toBeLessThan(LONGEST_CHAIN);
});

test(`the portal loads at most ${MOST_CORE_MODULES_OF_THE_PORTAL} modules of core, and no message reader`, () => {
  const loaded = [...graph.findLoaded('portal/src/main.ts')].filter((path) => path.startsWith('core/'));
  expect(loaded.length).toBeGreaterThan(20);
  expect(loaded.length, loaded.join('\n')).toBeLessThanOrEqual(MOST_CORE_MODULES_OF_THE_PORTAL);
  expect(loaded.filter((path) => path.startsWith('core/src/evidence/message/'))).toEqual([]);
});
