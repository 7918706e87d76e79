import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { findLines, listFiles, readTexts, root } from './tree.ts';

const README_BYTES = 7_000;
const pages = listFiles().filter((path) => /^(?:README|CONTRIBUTING|SECURITY|docs\/.*)\.md$|^docs\/.*\.md$/.test(path));

test('README stays within its size', () => {
  expect(readFileSync(join(root, 'README.md')).length).toBeLessThanOrEqual(README_BYTES);
});

test('every link from a page to a file of the project works', () => {
  const broken = pages.flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/\]\((?!https?:|#|mailto:)([^)\s#]+)[^)]*\)/g)]
      .filter(([, path = '']) => !existsSync(join(root, dirname(page), path)))
      .map(([, path]) => `${page}: ${path}`),
  );
  expect(broken).toEqual([]);
});

test('architecture and walk-throughs name existing files', () => {
  const named = ['docs/architecture.md', 'CONTRIBUTING.md'].flatMap((page) => {
    const text = readFileSync(join(root, page), 'utf8');
    const part = text.slice(text.search(/^## (?:Where is it\?|Walk-throughs)$/m));
    return [...part.matchAll(/`((?:core|lab|portal|web|tools|docs|corpus)\/[\w./-]+)`/g)].map(([, path = '']) => path);
  });
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('every page of the manual is listed', () => {
  const list = readFileSync(join(root, 'docs/guide/README.md'), 'utf8');
  for (const page of pages.filter((path) => /^docs\/guide\/(?!README)/.test(path)))
    expect(list).toContain(`(${page.slice('docs/guide/'.length)})`);
});

test("no page outside the clone's says npx candor", () => {
  const may = /^(?:README|CONTRIBUTING|CHANGELOG)\.md$|^docs\/guide\/install\.md$|^docs\/(?:architecture|decisions\/)/;
  const told = readTexts().filter(({ path }) => /\.md$/.test(path) && !may.test(path));
  expect(findLines(told, /npx candor/)).toEqual([]);
});

/**
 * Words that are gone from the pages, with what is said instead: one thing has one word. Add a word when it is gone.
 */
const GONE: readonly (readonly [RegExp, string])[] = [
  [/\bcandor demo\b/, 'candor start'],
  [/\bmend(?:s|ed|ing)?\b/i, 'fix'],
  [/\bheirs?\b/i, 'successor'],
  [/\blook(?:ed|s)? (?:it )?over\b/i, 'review'],
  [/must be taken as copied/i, 'must be presumed copied'],
  [/\btell(?:s)? them once\b|\bit tells each of them\b/i, 'notify'],
  [/\bNobody can type (?:them|it)\b/, 'cannot be edited'],
  [/\b[Oo]f whom nothing\b|\b[Ww]ho has no code is told\b/, 'a sentence that begins with its subject'],
];
/** Screens are shown as they are printed. */
const withoutScreens = (text: string): string =>
  text.replace(/^```\n\$ candor[\s\S]*?^```$/gm, (screen) => screen.replace(/[^\n]/g, ''));

test('pages do not use retired words', () => {
  const judged = readTexts()
    .filter(({ path }) => pages.includes(path) && !path.startsWith('docs/decisions/'))
    .map(({ path, text }) => ({ path, text: withoutScreens(text) }));
  for (const [word, instead] of GONE) expect([instead, findLines(judged, word)]).toEqual([instead, []]);
});
