import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AUDIT_FORMATS } from '@candor/core/evidence/audit';
import { expect, test } from 'vitest';
import { MAILBOX_FORMATS } from '../../lab/src/evidence/reader/formats/registry.ts';
import { PACKED_FORMATS } from '../../lab/src/evidence/reader/formats/unread.ts';
import { isSource, readTexts, root } from './tree.ts';

const texts = readTexts();
const isOfFormats = (path: string): boolean => /\/formats\//.test(path);

test('every key of summary.json is explained', () => {
  const summary = JSON.parse(
    readFileSync(join(root, 'corpus/incidents/harbor/expected/summary.json'), 'utf8'),
  ) as object;
  const page = readFileSync(join(root, 'docs/formats/summary-json.md'), 'utf8');
  expect(Object.keys(summary).filter((key) => !page.includes(`\`${key}\``))).toEqual([]);
});

test('a page cited by code exists', () => {
  const code = texts.filter(({ path }) => /^(?:core|lab)\/src\/|^tools\/(?!tidy\/)/.test(path));
  const missing = code.flatMap(({ path, text }) =>
    [...text.matchAll(/(?<![\w./}])[\w-]+(?:\/[\w-]+)*\.md\b/g)]
      .map(([page]) => page)
      .filter((page) => !['', 'docs', 'docs/formats'].some((folder) => existsSync(join(root, folder, page))))
      .map((page) => `${path}: ${page}`),
  );
  expect(missing).toEqual([]);
});

/** Places in the product, the formats' own folders apart, where a format is called by its name. */
function findNamed(names: readonly string[], files: readonly { readonly path: string; readonly text: string }[]) {
  return files
    .filter(({ path }) => !isOfFormats(path))
    .flatMap(({ path, text }) => names.filter((name) => text.includes(`'${name}'`)).map((name) => `${path}: ${name}`));
}

test('only its own file and the registry name an audit log format', () => {
  const names = AUDIT_FORMATS.map(({ name }) => name);
  expect(findNamed(names, texts.filter(isSource))).toEqual([]);
  const planted = { path: 'lab/src/evidence/access-file.ts', text: `if (container === '${names[0]}') skip();` };
  expect(findNamed(names, [planted])).toEqual([`${planted.path}: ${names[0]}`]);
});

test('only the registry imports an audit log format', () => {
  const own = /from '[^']*formats\/(?!audit-format\.ts|registry\.ts)[\w-]+\.ts'/;
  const find = (files: readonly { readonly path: string; readonly text: string }[]): readonly string[] =>
    files
      .filter(({ path, text }) => /^core\/src\/evidence\/audit\//.test(path) && !isOfFormats(path) && own.test(text))
      .map(({ path }) => path);
  expect(find(texts)).toEqual([]);
  const planted = {
    path: 'core/src/evidence/audit/access-row.ts',
    text: "import { graphQuery } from './formats/graph-query.ts';",
  };
  expect(find([planted])).toEqual([planted.path]);
});

test("the page's table lists exactly the audit log formats", () => {
  const page = readFileSync(join(root, 'docs/formats/access-records.md'), 'utf8');
  const section = page.slice(page.indexOf('## 6. Containers'), page.indexOf('## 7.'));
  const listed = [...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name = '']) => name);
  expect(listed.sort()).toEqual(AUDIT_FORMATS.map(({ name }) => name).sort());
});

/** Names that mean other things as well: an item of a task, a kind of rows. */
const WORDS = new Set(['message', 'empty', 'calendar', 'contacts']);

test('only its own file and the registry name a mailbox format', () => {
  const names = MAILBOX_FORMATS.map(({ name }) => name).filter((name) => !WORDS.has(name));
  const asked = (text: string): readonly string[] =>
    [...text.matchAll(/(?:[!=]==|\bcase|\bhas\(|\bincludes\(|\bformat:|\bis:) *'([^']+)'/g)].map(
      ([, name = '']) => name,
    );
  const find = (files: readonly { readonly path: string; readonly text: string }[]): readonly string[] =>
    files
      .filter(({ path }) => /^lab\/src\//.test(path) && !isOfFormats(path))
      .flatMap(({ path, text }) =>
        asked(text)
          .filter((name) => names.includes(name))
          .map((name) => `${path}: ${name}`),
      );
  expect(find(texts.filter(isSource))).toEqual([]);
  const planted = { path: 'lab/src/evidence/survey/survey-folder.ts', text: "if (format.name === 'pst') skip();" };
  expect(find([planted])).toEqual([`${planted.path}: pst`]);
});

test('the table of custody.csv lists exactly the mailbox formats', () => {
  const page = readFileSync(join(root, 'docs/formats/custody-csv.md'), 'utf8');
  const section = page.slice(page.indexOf('## Formats'), page.indexOf('## Example'));
  const listed = [...section.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, cell = '']) => cell.split(', '));
  const named = MAILBOX_FORMATS.filter((format) => !PACKED_FORMATS.includes(format)).map(({ name }) => `\`${name}\``);
  expect(listed.sort()).toEqual([...named, '`unknown`'].sort());
});
