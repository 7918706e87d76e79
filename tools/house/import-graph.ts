import { dirname, join } from 'node:path';

/** Statements that load a module at run time: imports of types are erased. */
const LOADING = /^(?:import|export)\s+(?!type\b)(?:([^;]*?)\s+from\s+)?'([^']+)'/gm;

export interface SourceFile {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Which files load which, from the statements at their heads. */
export class ImportGraph {
  readonly #loadedBy: ReadonlyMap<string, readonly string[]>;
  readonly #chains = new Map<string, readonly string[]>();

  constructor(files: readonly SourceFile[]) {
    const paths = new Set(files.map(({ path }) => path));
    this.#loadedBy = new Map(
      files.map(({ path, text }) => {
        const loaded = [...text.matchAll(LOADING)]
          .filter(([, clause]) => !isTypesOnly(clause))
          .map(([, , specifier = '']) => toPath(specifier, path))
          .filter((target) => paths.has(target));
        return [path, loaded];
      }),
    );
  }

  /** The longest chain of imports. There are no circles: a rule of the imports sees to it. */
  findLongestChain(): readonly string[] {
    return [...this.#loadedBy.keys()].map((path) => this.#findChain(path)).reduce(longer, []);
  }

  /** A file and all that it loads. */
  findLoaded(path: string, found = new Set<string>()): ReadonlySet<string> {
    if (found.has(path)) return found;
    found.add(path);
    for (const target of this.#loadedBy.get(path) ?? []) this.findLoaded(target, found);
    return found;
  }

  #findChain(path: string): readonly string[] {
    const known = this.#chains.get(path);
    if (known !== undefined) return known;
    const rest = (this.#loadedBy.get(path) ?? []).map((target) => this.#findChain(target)).reduce(longer, []);
    const chain = [path, ...rest];
    this.#chains.set(path, chain);
    return chain;
  }
}

function longer(a: readonly string[], b: readonly string[]): readonly string[] {
  return b.length > a.length ? b : a;
}

function toPath(specifier: string, from: string): string {
  const door = /^@candor\/core\/(.+)$/.exec(specifier)?.[1];
  return door === undefined ? join(dirname(from), specifier) : `core/src/${door}/index.ts`;
}

function isTypesOnly(clause: string | undefined): boolean {
  const names = /^\{([\s\S]*)\}$/.exec(clause?.trim() ?? '')?.[1];
  return names?.split(',').every((name) => /^\s*(type\s|$)/.test(name)) ?? false;
}
