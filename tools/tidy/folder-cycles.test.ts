import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { readTexts, type TreeFile } from './tree.ts';

/** Imports and re-exports of neighbours, types too: who must know a type must know its folder. */
const IMPORT = /^(?:import|export|\})[^'\n;]*\bfrom '(\.[^']+)'|^import '(\.[^']+)'/gm;

/** From folder to folder. A folder and what lies in it are one room and its shelves: between them imports may go both ways. */
function listEdges(files: readonly TreeFile[]): ReadonlyMap<string, ReadonlySet<string>> {
  const edges = new Map<string, Set<string>>();
  for (const { path, text } of files) {
    const from = dirname(path);
    for (const [, named, bare] of text.matchAll(IMPORT)) {
      const to = dirname(normalize(join(from, named ?? bare ?? '')));
      if (from === to || from.startsWith(`${to}/`) || to.startsWith(`${from}/`)) continue;
      edges.set(from, (edges.get(from) ?? new Set()).add(to));
    }
  }
  return edges;
}

/** Strongly connected components of more than one folder (Tarjan 1972), each sorted. */
function findCycles(edges: ReadonlyMap<string, ReadonlySet<string>>): readonly (readonly string[])[] {
  const found: string[][] = [];
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const visit = (folder: string): void => {
    order.set(folder, order.size);
    lowest.set(folder, order.get(folder) ?? 0);
    stack.push(folder);
    for (const next of edges.get(folder) ?? []) {
      if (!order.has(next)) visit(next);
      else if (!stack.includes(next)) continue;
      lowest.set(folder, Math.min(lowest.get(folder) ?? 0, lowest.get(next) ?? 0));
    }
    if (lowest.get(folder) !== order.get(folder)) return;
    const cycle = stack.splice(stack.indexOf(folder));
    if (cycle.length > 1) found.push(cycle.sort());
  };
  for (const folder of edges.keys()) if (!order.has(folder)) visit(folder);
  return found;
}

test('no folders of the lab import each other in a circle', () => {
  const files = readTexts().filter(({ path }) => /^lab\/src\/.*\.ts$/.test(path));
  expect(findCycles(listEdges(files))).toEqual([]);
});

test('a circle of folders is found, through a third one and through types as well; a room and its shelf are none', () => {
  const files = [
    { path: 'a/one.ts', text: "import { two } from '../b/two.ts';" },
    { path: 'b/two.ts', text: "import {\n  type Three,\n} from '../c/three.ts';" },
    { path: 'c/three.ts', text: "export type { One } from '../a/one.ts';" },
    { path: 'd/four.ts', text: "import './shelf/five.ts';\nimport '../a/one.ts';" },
    { path: 'd/shelf/five.ts', text: "import { four } from '../four.ts';" },
  ];
  expect(findCycles(listEdges(files))).toEqual([['a', 'b', 'c']]);
});
