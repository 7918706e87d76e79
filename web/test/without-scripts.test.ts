import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '@candor/core/notice/text';
import { expect, test } from 'vitest';

const pages = ['verify', 'reviewer'];
const read = (page: string) => readFileSync(join(import.meta.dirname, '../src', page, 'index.html'), 'utf8');

// The page knows the reader's language only once its scripts run: until then, and when they never do, all of them stand
// there.
test.each(pages)('%s: text for browsers without scripts exists in every language', (page) => {
  const html = read(page);
  const [, shown = ''] = /<noscript>(.*?)<\/noscript>/s.exec(html) ?? [];
  const texts = [...shown.matchAll(/<p lang="([a-z]{2})">(.*?)<\/p>/gs)].map(([, language, text]) => [language, text]);
  expect(texts.map(([language]) => language)).toEqual([...LANGUAGES]);
  expect(new Set(texts.map(([, text]) => text)).size).toBe(LANGUAGES.length);
  for (const [, text] of texts) expect(text).toContain('JavaScript');
});

test.each(pages)('%s: so does its title', (page) => {
  const [, title = ''] = /<title>(.*?)<\/title>/.exec(read(page)) ?? [];
  expect(new Set(title.split(' · ')).size).toBe(LANGUAGES.length);
});

test('the page for notices tells every language why a browser is too old', () => {
  const [, shown = ''] = /<main id="old-browser"[^>]*>(.*?)<\/main>/s.exec(read('verify')) ?? [];
  const texts = [...shown.matchAll(/<p lang="([a-z]{2})">(.*?)<\/p>/gs)];
  expect(texts.map(([, language]) => language)).toEqual([...LANGUAGES]);
  for (const [, language, text] of texts) expect(text, language).toMatch(/dig TXT _candor\./);
});
