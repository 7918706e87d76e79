import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles, root } from './tree.ts';

/** Beyond this nobody follows an import to where something is done. */
const LONGEST_CHAIN = 25;

/** The portal is reached from the internet: what it does not load cannot be attacked there. */
const MOST_CORE_MODULES_OF_THE_PORTAL = 80;

const sources = new Set(listFiles().filter((path) => /^(core|lab|portal|web)\/src\/.*\.tsx?$/.test(path)));

/** Statements that load a module at run time: imports of types are erased. */
const LOADING = /^(?:import|export)\s+(?!type\b)(?:([^;]*?)\s+from\s+)?'([^']+)'/gm;

function toPath(specifier: string, from: string): string | null {
  const door = /^@candor\/core\/(.+)$/.exec(specifier)?.[1];
  const path = door === undefined ? join(dirname(from), specifier) : `core/src/${door}/index.ts`;
  return sources.has(path) ? path : null;
}

function isTypesOnly(clause: string | undefined): boolean {
  const names = /^\{([\s\S]*)\}$/.exec(clause?.trim() ?? '')?.[1];
  return names?.split(',').every((name) => /^\s*(type\s|$)/.test(name)) ?? false;
}

const loadedBy = new Map(
  [...sources].map((path) => {
    const statements = [...readFileSync(join(root, path), 'utf8').matchAll(LOADING)];
    const loaded = statements
      .filter(([, clause]) => !isTypesOnly(clause))
      .map(([, , specifier = '']) => toPath(specifier, path));
    return [path, loaded.filter((target) => target !== null)];
  }),
);

const chains = new Map<string, readonly string[]>();

/** The longest chain of imports that begins here. There are no circles: another rule sees to it. */
function findChain(path: string): readonly string[] {
  const known = chains.get(path);
  if (known !== undefined) return known;
  const rest = (loadedBy.get(path) ?? []).map(findChain);
  const longest = rest.reduce((best, chain) => (chain.length > best.length ? chain : best), []);
  const chain = [path, ...longest];
  chains.set(path, chain);
  return chain;
}

function findLoaded(path: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(path)) return found;
  found.add(path);
  for (const target of loadedBy.get(path) ?? []) findLoaded(target, found);
  return found;
}

test(`no chain of imports is ${LONGEST_CHAIN} files long`, () => {
  const longest = [...sources].map(findChain).reduce((best, chain) => (chain.length > best.length ? chain : best), []);
  expect(longest.length, longest.join('\n')).toBeGreaterThan(10);
  expect(longest.length, longest.join('\n')).toBeLessThan(LONGEST_CHAIN);
});

test(`the portal loads at most ${MOST_CORE_MODULES_OF_THE_PORTAL} modules of core, and no reader of messages`, () => {
  const loaded = [...findLoaded('portal/src/main.ts')].filter((path) => path.startsWith('core/'));
  expect(loaded.length).toBeGreaterThan(20);
  expect(loaded.length, loaded.join('\n')).toBeLessThanOrEqual(MOST_CORE_MODULES_OF_THE_PORTAL);
  expect(loaded.filter((path) => path.startsWith('core/src/evidence/message/'))).toEqual([]);
});
