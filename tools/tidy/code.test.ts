import { expect, test } from 'vitest';
import { findLines, isCode, isSource, LAB_STORE, PORTAL_STORE, readTexts, withoutComments } from './tree.ts';

const LONGEST_FILE_LINES = 300;
const WIDEST_COMMENT = 120;

const texts = readTexts();
const code = texts.filter(isCode);
const sources = texts.filter(isSource);
/** This file names what it forbids. */
const judged = code.filter((file) => !file.path.startsWith('tools/tidy/')).map(withoutComments);
const pureCore = sources.filter((file) => file.path.startsWith('core/')).map(withoutComments);

test('comments are wrapped', () => {
  const wide = code.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, at) => {
      const isComment = /^\s*(\/\/(?! biome-ignore)|\*|\/\*)/.test(line);
      return isComment && line.length > WIDEST_COMMENT ? [`${path}:${at + 1}`] : [];
    }),
  );
  expect(wide).toEqual([]);
});

/** Written by a generator from the dump of the schema (docs/decisions/0097-stored-data-by-schema.md). */
const GENERATED = 'lab/src/adapters/store/schema.ts';

test('no source file is longer than 300 lines', () => {
  const long = code
    .filter((file) => file.path !== GENERATED)
    .filter((file) => isSource(file) || file.path.startsWith('tools/'))
    .filter((file) => file.text.split('\n').length > LONGEST_FILE_LINES + 1);
  expect(long.map((file) => file.path)).toEqual([]);
});

test('files and folders have kebab-case names', () => {
  const odd = code.filter(({ path }) => !path.split('/').every((part) => /^\.?[a-z0-9]+([.-][a-z0-9]+)*$/.test(part)));
  expect(odd.map((file) => file.path)).toEqual([]);
});

test('no file or folder has a catch-all name', () => {
  const drawer = /(^|[/-])(utils?|helpers?|managers?|misc|common|stuff|data|info)([./-]|$)/;
  const found = code.map((file) => file.path).filter((path) => drawer.test(path));
  expect(found).toEqual([]);
  const named = /\b(?:class|interface|type|function|const)\s+\w*(?:Utils?|Helpers?|Manager)\b/;
  expect(findLines(judged, named)).toEqual([]);
});

test('no any, enum, namespace or default export', () => {
  expect(findLines(judged, /(?:[:<,|&(]\s*any\b(?!\s*:)|\bas any\b|\bany\[\])(?=[^'"`]*$)/)).toEqual([]);
  expect(findLines(judged, /^\s*(?:export\s+)?(?:declare\s+)?(?:const\s+)?enum\s+\w/)).toEqual([]);
  expect(findLines(judged, /^\s*(?:export\s+)?namespace\s+\w/)).toEqual([]);
  // Declarations of a package describe what it has.
  const configured = /(\.config\.ts|\.d\.ts|\.dependency-cruiser\.mjs)$/;
  const others = judged.filter((file) => !configured.test(file.path));
  expect(findLines(others, /^\s*export\s+default\b/)).toEqual([]);
});

test('numbers of core and portal are in capitals, and limits begin with MAX or MIN', () => {
  const plain = sources.filter(({ path }) => /^(core|portal)\//.test(path));
  const other = '(?:MOST|LONGEST|LARGEST|HIGHEST|LEAST|FEWEST|SHORTEST)_\\w+|\\w+_LIMIT(?:_[A-Z]+)?|[a-z]\\w*';
  expect(findLines(plain, new RegExp(`^(?:export )?const (?:${other})(?:: number)? = -?\\d`))).toEqual([]);
});

test('no compiler or linter complaint is silenced without a reason', () => {
  expect(
    findLines(
      code.filter((file) => !file.path.startsWith('tools/tidy/')),
      /@ts-(ignore|nocheck)/,
    ),
  ).toEqual([]);
  const bare = findLines(code, /@ts-expect-error\s*$|biome-ignore[^:]*:\s*$/);
  expect(bare).toEqual([]);
});

test('there are no to-do comments', () => {
  const rest = code.filter((file) => !file.path.startsWith('tools/tidy/'));
  expect(findLines(rest, /\b(TODO|FIXME|XXX|HACK)\b/)).toEqual([]);
});

test('no test is skipped or runs exclusively', () => {
  const tests = judged.filter((file) => file.path.endsWith('.test.ts'));
  expect(findLines(tests, /\b(?:test|it|describe)\.(?:only|skip|todo|fails)\b|\b(?:xit|xdescribe|fit)\(/)).toEqual([]);
  // A test that cannot run here says why at the moment it finds out: context.skip(reason).
  expect(findLines(tests, /\.skip\(\s*\)/)).toEqual([]);
});

test('core reads no clock, no randomness, no environment', () => {
  const impure = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bglobalThis\b|\bperformance\.|\bcrypto\./;
  expect(findLines(pureCore, impure)).toEqual([]);
});

test('the lab reads clock, randomness and environment only in its adapters and apps', () => {
  const lab = sources
    .filter((file) => file.path.startsWith('lab/') && !/^lab\/src\/(adapters|apps)\//.test(file.path))
    .map(withoutComments);
  expect(
    findLines(lab, /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.env\b|\brandom(?:UUID|Bytes|Int)\(/),
  ).toEqual([]);
});

test("nothing depends on the machine's locale or time zone", () => {
  const local =
    /\.toLocale\w*\(|\.localeCompare\(|\bIntl\.|\.get(?:Timezone\w*|FullYear|Month|Date|Day|Hours|Minutes|Seconds)\(|\.set(?:FullYear|Month|Date|Hours|Minutes|Seconds)\(/;
  expect(findLines(sources.map(withoutComments), local)).toEqual([]);
});

test('only stores contain queries', () => {
  const others = sources
    .map(withoutComments)
    .filter(
      ({ path }) => !LAB_STORE.test(path) && !PORTAL_STORE.test(path) && !/^(lab|portal)\/src\/adapters\//.test(path),
    );
  const raw = /\bsql(<[^`]*>)?`|['"`]\s*(?:SELECT|INSERT INTO|CREATE TABLE|DELETE FROM|PRAGMA)\b/;
  expect(findLines(others, raw)).toEqual([]);
});

test('only stores call the query builder', () => {
  const others = sources.map(withoutComments).filter(({ path }) => path.startsWith('lab/') && !LAB_STORE.test(path));
  const builder =
    /\.(?:selectFrom|insertInto|updateTable|deleteFrom|insertRows|findRows|createIndex|dropIndex)\(|\bstore\.stream\(|\bimport \{[^}]*\} from 'kysely'/;
  expect(findLines(others, builder)).toEqual([]);
});

test('JSON is read, not cast', () => {
  const read = sources.map(withoutComments).filter(({ path }) => !path.startsWith('web/'));
  expect(findLines(read, /\bJSON\.parse\(.*\)\)* as (?!unknown\b)|\bas \w+.*= JSON\.parse\(/)).toEqual([]);
});

test('what is stored or fetched is read by a schema that names its members', () => {
  const read = sources.map(withoutComments);
  expect(findLines(read, /\b(?:getJson|json)\(.*\)\)? as (?!unknown\b)/)).toEqual([]);
  expect(findLines(read, /\bdocument(?:'\])? as unknown as (?!Json\b)/)).toEqual([]);
});

/** What was locked elsewhere opens only by the means of whoever locked it; nothing is locked with them. */
const OPENS_OFFICE_FILES = 'lab/src/impact/finding/locked/locked-office.ts';

test('unpredictable values come from the secure random source, and digests from the secure hash', () => {
  const shipped = sources.map(withoutComments);
  expect(findLines(shipped, /\bMath\.random\(/)).toEqual([]);
  const others = shipped.filter(({ path }) => path !== OPENS_OFFICE_FILES);
  expect(others.length).toBe(shipped.length - 1);
  expect(findLines(others, /['"`](?:md5|sha-?1|rsa-sha1|des\b|rc4|[\w-]+-ecb|[\w-]+-cbc)['"`]/i)).toEqual([]);
});

test('no input is executed: no text becomes a program, a shell command or an object of a foreign kind', () => {
  const shipped = sources.map(withoutComments);
  expect(findLines(shipped, /\beval\(|\bnew Function\(|\bsetTimeout\(\s*['"`]|\bnode:vm\b|\bdeserialize\(/)).toEqual(
    [],
  );
  expect(findLines(shipped, /\bshell:\s*(?!false)|\bexec(?:Sync)?\b[^;]*\bfrom 'node:child_process'/)).toEqual([]);
  expect(findLines(shipped, /\bdangerouslySetInnerHTML\b|\.(?:inner|outer)HTML\s*=|\binsertAdjacentHTML\(/)).toEqual(
    [],
  );
});
