import { dirname, join, normalize } from 'node:path';
import type { SourceFile } from './import-graph.ts';

/** Imports and re-exports of neighbours, types too: who must know a type must know its folder. */
const IMPORT = /\b(?:from|import)\s*\(?\s*'(\.[^'?]+)(?:\?[^']*)?'/g;

type Edges = ReadonlyMap<string, ReadonlySet<string>>;

function listEdges(files: readonly SourceFile[]): Edges {
  const edges = new Map<string, Set<string>>();
  for (const { path, text } of files) {
    const from = dirname(path);
    for (const [, target = ''] of text.matchAll(IMPORT)) {
      const to = dirname(normalize(join(from, target)));
      if (from !== to) edges.set(from, (edges.get(from) ?? new Set()).add(to));
    }
  }
  return edges;
}

/** Folders whose files import each other, each pair once. */
export function findMutualFolders(files: readonly SourceFile[]): readonly string[] {
  const edges = listEdges(files);
  return [...edges].flatMap(([from, targets]) =>
    [...targets].filter((to) => from < to && edges.get(to)?.has(from)).map((to) => `${from} ⇄ ${to}`),
  );
}

/**
 * Groups of folders that lead back to themselves: strongly connected components of more than one folder (Tarjan 1972),
 * each sorted. A folder and what lies in it are one room and its shelves: between them imports may go both ways.
 */
export function findFolderCycles(files: readonly SourceFile[]): readonly (readonly string[])[] {
  const edges = new Map(
    [...listEdges(files)].map(([from, targets]) => [
      from,
      [...targets].filter((to) => !from.startsWith(`${to}/`) && !to.startsWith(`${from}/`)),
    ]),
  );
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
