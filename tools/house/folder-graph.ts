import { dirname, join } from 'node:path';
import type { SourceFile } from './import-graph.ts';

const IMPORT = /\b(?:from|import)\s*\(?\s*'(\.[^'?]+)(?:\?[^']*)?'/g;

/** Which folders' files import files of which, types too: who reads one folder must read the other. Pairs of paths. */
function findEdges(files: readonly SourceFile[]): ReadonlySet<string> {
  return new Set(
    files.flatMap(({ path, text }) =>
      [...text.matchAll(IMPORT)].map(([, target = '']) =>
        [dirname(path), dirname(join(dirname(path), target))].join(' '),
      ),
    ),
  );
}

/** Folders whose files import each other, each pair once. */
export function findMutualFolders(files: readonly SourceFile[]): readonly string[] {
  const edges = findEdges(files);
  return [...edges]
    .map((edge) => edge.split(' '))
    .filter(([from = '', to = '']) => from < to && edges.has(`${to} ${from}`))
    .map(([from, to]) => `${from} ⇄ ${to}`);
}

/** Groups of folders that lead back to themselves (strongly connected components of more than one; Tarjan 1972). */
export function findFolderCycles(files: readonly SourceFile[]): readonly (readonly string[])[] {
  const targets = new Map<string, string[]>();
  for (const edge of findEdges(files)) {
    const [from = '', to = ''] = edge.split(' ');
    targets.set(from, [...(targets.get(from) ?? []), to]);
  }
  const numbers = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const cycles: string[][] = [];
  const visit = (folder: string): void => {
    numbers.set(folder, numbers.size);
    lowest.set(folder, numbers.get(folder) ?? 0);
    open.push(folder);
    for (const target of targets.get(folder) ?? []) {
      if (!numbers.has(target)) visit(target);
      if (open.includes(target)) lowest.set(folder, Math.min(lowest.get(folder) ?? 0, lowest.get(target) ?? 0));
    }
    if (lowest.get(folder) !== numbers.get(folder)) return;
    const cycle = open.splice(open.indexOf(folder));
    if (cycle.length > 1) cycles.push(cycle.sort());
  };
  for (const folder of targets.keys()) if (!numbers.has(folder)) visit(folder);
  return cycles;
}
