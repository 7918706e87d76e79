import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles, root } from './tree.ts';

const doors = listFiles().filter((path) =>
  /^(core\/src\/([^/]+\/){1,2}|(lab|portal|web)\/src\/[^/]+\/)index\.ts$/.test(path),
);
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

test('every door begins with its contract', () => {
  expect(doors.filter((path) => !/^\/\*\*\n \* [A-Z`]/.test(read(path)))).toEqual([]);
});

test('a door only hands on: it holds no code of its own', () => {
  const bodies = doors.filter((path) =>
    /^(?!export\s+(type\s+)?\{|import\b)\s*(export\s+)?(const|let|function|class)\b/m.test(read(path)),
  );
  expect(bodies).toEqual([]);
});

test('every type that a door of core exports is named in the glossary', () => {
  const glossary = read('docs/glossary.md');
  const missing = doors
    .filter((path) => path.startsWith('core/'))
    .flatMap((path) => listExportedTypes(read(path)).map((type) => ({ path, type })))
    .filter(({ type }) => !isNamed(type, glossary));
  expect(missing.map(({ path, type }) => `${path}: ${type}`)).toEqual([]);
});

/** `AuditRecord` is named by itself or by its words, "access record". */
function isNamed(type: string, glossary: string): boolean {
  const words = type.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '[ -]');
  return new RegExp(`\\b${type}\\b|\\b${words}s?\\b`, 'i').test(glossary);
}

/** Names that `export type { … }` and `type X` in `export { … }` hand on. */
function listExportedTypes(text: string): readonly string[] {
  const found: string[] = [];
  for (const [, isType, names = ''] of text.matchAll(/export\s+(type\s+)?\{([^}]*)\}/g)) {
    for (const name of names.split(',').map((part) => part.trim())) {
      if (name === '') continue;
      if (isType !== undefined) found.push(name.split(/\s+as\s+/).at(-1) ?? name);
      else if (name.startsWith('type '))
        found.push(
          name
            .slice(5)
            .split(/\s+as\s+/)
            .at(-1) ?? name,
        );
    }
  }
  return found;
}
