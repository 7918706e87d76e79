import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles, root } from './tree.ts';

const doors = listFiles().filter((path) =>
  /^(core\/src\/([^/]+\/){1,2}|lab\/src\/([^/]+\/){1,2}|(portal|web)\/src\/[^/]+\/)index\.ts$/.test(path),
);
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

test('every door starts with its contract', () => {
  expect(doors.filter((path) => !/^\/\*\*(?:\n \*)? [A-Z`]/.test(read(path)))).toEqual([]);
});

/** A stage of the lab, and each folder of it, is entered through its door; a store through the file of its table. */
const ROOM = /^(lab\/src\/(?:evidence|exposure|impact|ledger|notice|review|transparency))(\/[^/]+)?\/[^/]+$/;
const MOST_NAMES = 20;

test('nothing outside a stage of the lab imports past its door', () => {
  const sources = listFiles()
    .filter((path) => /^(core|lab|portal|web)\/src\/.*\.tsx?$/.test(path))
    .map((path) => ({ path, text: read(path) }));
  expect(findPastDoors(sources)).toEqual([]);
});

test('a door of the lab has at most 20 names', () => {
  const wide = listFiles()
    .filter((path) => /^lab\/src\/.*\/index\.ts$/.test(path))
    .map((path) => `${path}: ${countNames(read(path))}`)
    .filter((each) => Number(each.split(': ')[1]) > MOST_NAMES);
  expect(wide).toEqual([]);
});

test('finds an import past a door, also of types; ignores one within a stage and one of a store', () => {
  const command = (target: string) => ({
    path: 'lab/src/commands/notice/send.ts',
    text: `import { a } from '${target}';`,
  });
  expect(findPastDoors([command('../../notice/wave/seal-wave.ts')])).toEqual([
    'lab/src/commands/notice/send.ts → lab/src/notice/wave/seal-wave.ts',
  ]);
  const type = { path: 'lab/src/review/a.ts', text: "import type { Walk } from '../evidence/walk.ts';" };
  expect(findPastDoors([type])).toHaveLength(1);
  expect(findPastDoors([command('../../notice/wave/index.ts'), command('../../notice/store/count-wave.ts')])).toEqual(
    [],
  );
  expect(findPastDoors([{ path: 'lab/src/notice/a.ts', text: "import { b } from './wave/b.ts';" }])).toEqual([]);
  expect(countNames("export { a, type B } from './a.ts';\nexport type { C } from './c.ts';")).toBe(3);
});

function findPastDoors(files: readonly { readonly path: string; readonly text: string }[]): readonly string[] {
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(/\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g)]
      .map(([, target = '']) => normalize(join(dirname(path), target)))
      .filter((target) => {
        const [, stage, folder] = ROOM.exec(target) ?? [];
        return (
          stage !== undefined && folder !== '/store' && !path.startsWith(`${stage}/`) && !target.endsWith('/index.ts')
        );
      })
      .map((target) => `${path} → ${target}`),
  );
}

function countNames(door: string): number {
  return [...door.matchAll(/export\s+(?:type\s+)?\{([^}]*)\}/g)]
    .flatMap(([, names = '']) => names.split(','))
    .filter((name) => name.trim() !== '').length;
}

test('a door only re-exports: it contains no code', () => {
  const bodies = doors.filter((path) =>
    /^(?!export\s+(type\s+)?\{|import\b)\s*(export\s+)?(const|let|function|class)\b/m.test(read(path)),
  );
  expect(bodies).toEqual([]);
});

test('the glossary names every type that a door of core exports', () => {
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
