import { cpSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { UNBUNDLED_PACKAGES } from './join-program.ts';

/** Needed to build a package from its sources only. */
const FOR_BUILDING = new Set(['node-addon-api']);
/** Sources of native code, types, source maps, manuals: nothing loads them. */
const UNUSED_FILES = /\.(?:d\.[cm]?ts|[cm]?ts|map|c|cc|cpp|h|hpp|gypi?|markdown)$|(?<!LICENSE|NOTICE)\.md$/i;
const UNUSED_FOLDERS = new Set(['deps', 'docs', 'test', 'tests', 'examples', 'benchmark', '.github']);

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Packages that a release needs at run time, as folders below `modules`, in the order of their names. */
export function findShippedPackages(modules: string): readonly string[] {
  const found = new Set<string>();
  const visit = (name: string, from: string): void => {
    const folder = findPackage(name, from, modules);
    if (folder === null || found.has(folder) || FOR_BUILDING.has(name)) return;
    found.add(folder);
    const path = join(modules, folder);
    const { dependencies, optionalDependencies } = JSON.parse(
      readFileSync(join(path, 'package.json'), 'utf8'),
    ) as Manifest;
    for (const need of Object.keys({ ...dependencies, ...optionalDependencies })) visit(need, path);
  };
  for (const name of UNBUNDLED_PACKAGES) visit(name, modules);
  return [...found].sort();
}

/** As Node finds it: in the nearest `node_modules`. Null for an optional package of another platform. */
function findPackage(name: string, from: string, modules: string): string | null {
  for (let at = from; at.startsWith(modules); at = dirname(at)) {
    const path = at === modules ? join(modules, name) : join(at, 'node_modules', name);
    if (existsSync(join(path, 'package.json'))) return path.slice(modules.length + 1);
  }
  return null;
}

/**
 * Copies one package without what nothing loads, and without packages inside it, which are copied by themselves when
 * they are needed.
 */
export function copyPackage(folder: string, modules: string, target: string, platform: string): void {
  const source = join(modules, folder);
  mkdirSync(join(target, folder), { recursive: true });
  cpSync(source, join(target, folder), {
    recursive: true,
    filter: (path) => {
      const below = path.slice(source.length + 1).split(sep);
      if (below.some((name) => name === 'node_modules')) return false;
      if (UNUSED_FOLDERS.has(below[0] ?? '')) return false;
      // better-sqlite3 brings the compiled code for eight platforms.
      if (below[0] === 'prebuilds' && below[1] !== undefined) return below[1] === `${platform}.node`;
      return statSync(path).isDirectory() || !UNUSED_FILES.test(path);
    },
  });
}
