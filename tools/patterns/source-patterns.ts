import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseAst } from 'rolldown/parseAst';
import { foldText, type Scope } from './fold-text.ts';
import { childrenOf, isNode, listNodes, type Node } from './syntax.ts';

/** A regular expression of the product, with the places that have it. */
export interface SourcePattern {
  readonly source: string;
  readonly flags: string;
  /** `path:line`, in order. */
  readonly places: readonly string[];
}

export interface SourcePatterns {
  readonly patterns: readonly SourcePattern[];
  /**
   * `path: expression`, without its backslashes and dollars, of every RegExp that is put together at run time: what it
   * holds cannot be known here.
   */
  readonly atRunTime: readonly string[];
}

/** The patterns of some files, whose paths are relative to `root`. */
export function readPatterns(root: string, paths: readonly string[]): SourcePatterns {
  const found = new Map<string, { source: string; flags: string; places: string[] }>();
  const atRunTime: string[] = [];
  for (const path of paths) {
    const text = readFileSync(join(root, path), 'utf8');
    const nodes = listNodes(parseAst(text, { lang: languageOf(path) }, path));
    const scope = { constants: constantsOf(nodes), imported: importsOf(root, path, nodes) };
    const keep = (source: string, flags: string, start: number) => {
      const key = `/${source}/${flags}`;
      const pattern = found.get(key) ?? { source, flags, places: [] };
      pattern.places.push(`${path}:${text.slice(0, start).split('\n').length}`);
      found.set(key, pattern);
    };
    for (const node of nodes) {
      if (isNode(node['regex'])) keep(String(node['regex']['pattern']), String(node['regex']['flags']), startOf(node));
      if (!isRegExpCall(node)) continue;
      const [source, flags] = argumentsOf(node).map((argument) => foldText(argument, scope));
      if (typeof source === 'string' && flags !== null)
        keep(new RegExp(source, flags ?? '').source, flags ?? '', startOf(node));
      else atRunTime.push(`${path}: ${toPlain(text.slice(startOf(node), Number(node['end'])))}`);
    }
  }
  const patterns = [...found.values()].sort((a, b) => (a.source + a.flags < b.source + b.flags ? -1 : 1));
  return { patterns, atRunTime };
}

const languageOf = (path: string) => (path.endsWith('.tsx') ? 'tsx' : path.endsWith('.ts') ? 'ts' : 'js');
/** Without what would have to be escaped to be written down again. */
const toPlain = (expression: string) => expression.replace(/[\\$]/g, '').replace(/\s+/g, ' ');
const startOf = (node: Node) => Number(node['start']);

const isRegExpCall = (node: Node): boolean =>
  (node['type'] === 'NewExpression' || node['type'] === 'CallExpression') &&
  isNode(node['callee']) &&
  node['callee']['name'] === 'RegExp';

const argumentsOf = (node: Node): readonly unknown[] => (Array.isArray(node['arguments']) ? node['arguments'] : []);

/** What the constants of a module hold, by name. */
function constantsOf(nodes: readonly Node[]): ReadonlyMap<string, unknown> {
  const constants = new Map<string, unknown>();
  for (const node of nodes) {
    if (node['type'] !== 'VariableDeclaration' || node['kind'] !== 'const') continue;
    for (const declared of childrenOf(node['declarations']))
      if (isNode(declared) && isNode(declared['id']) && declared['id']['type'] === 'Identifier')
        constants.set(String(declared['id']['name']), declared['init']);
  }
  return constants;
}

/** The constants that a module imports from its neighbours. */
function importsOf(root: string, path: string, nodes: readonly Node[]): (name: string) => [unknown, Scope] | null {
  return (name) => {
    for (const node of nodes) {
      if (node['type'] !== 'ImportDeclaration' || !isNode(node['source'])) continue;
      const from = String(node['source']['value']);
      const specifier = [...childrenOf(node['specifiers'])].find(
        (each) => isNode(each) && isNode(each['local']) && each['local']['name'] === name,
      );
      if (!from.startsWith('.') || !isNode(specifier) || !isNode(specifier['imported'])) continue;
      const neighbour = join(dirname(path), from);
      const parsed = listNodes(parseAst(readFileSync(join(root, neighbour), 'utf8'), { lang: languageOf(neighbour) }));
      const constants = constantsOf(parsed);
      const value = constants.get(String(specifier['imported']['name']));
      return [value, { constants, imported: importsOf(root, neighbour, parsed) }];
    }
    return null;
  };
}
