import { expect, test } from 'vitest';
import { findLines, isCode, isSource, readTexts } from './tree.ts';

const code = readTexts().filter((file) => isCode(file) && !file.path.startsWith('tools/tidy/'));

/** One doc comment directly above another: whatever the first was about has moved away from it. */
const ORPHANED = /\*\/\n[ \t]*\/\*\*/;

test('no two doc comments stand in a row', () => {
  const found = code.filter(({ text }) => ORPHANED.test(text)).map((file) => file.path);
  expect(found).toEqual([]);
});

/** Rooms whose comments are sentences. Migrations are never edited. */
const PLAIN = /^(?:core|portal|lab\/src\/(?:adapters(?!\/store\/migrations)|apps|exposure|operations))\//;

test('comments of these rooms are sentences: none begins with a clause that its subject follows', () => {
  const plain = code.filter((file) => isSource(file) && PLAIN.test(file.path));
  expect(findLines(plain, /^\s*(?:\/\*\*|\/\/) (?:Of|Who|Whoever|Whom|Whose) /)).toEqual([]);
  const wrapped = plain.filter(({ text }) => /\/\*\*\n\s*\* (?:Of|Who|Whoever|Whom|Whose) /.test(text));
  expect(wrapped.map((file) => file.path)).toEqual([]);
});
