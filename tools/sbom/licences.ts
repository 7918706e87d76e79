/** Licences of which the terms allow passing a package on with a work under Apache-2.0, in source and built. */
const shipped: ReadonlySet<string> = new Set([
  'Apache-2.0',
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  // Unicode's tables as code, with their notice: what the terms ask for is that it goes along.
  'Unicode-DFS-2016',
  'Unlicense',
]);

/**
 * Besides, for what is used unchanged while building and testing, and for data that lie beside the program unchanged:
 * terms that stay with the file.
 */
const unchanged: ReadonlySet<string> = new Set([...shipped, 'MPL-2.0', 'Zlib']);

/**
 * Whether a package under this SPDX expression may be used so: one side of an OR suffices, of an AND both must.
 * Anything with more structure than that is not allowed before a person has read it.
 */
export function isAllowed(expression: string, use: 'shipped' | 'unchanged'): boolean {
  const allowed = use === 'shipped' ? shipped : unchanged;
  const bare = expression.replace(/^\(([^()]*)\)$/, '$1');
  const some = bare.split(' OR ');
  return some.some((side) => side.split(' AND ').every((name) => allowed.has(name)));
}
