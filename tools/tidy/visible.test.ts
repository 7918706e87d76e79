import { expect, test } from 'vitest';
import { isSource, readTexts, withoutComments } from './tree.ts';

/** A class of characters that turn the direction of writing, written by hand. */
const OWN_CLASS = /\\u202a-\\u202e|\\u2028-\\u202e|\\p\{Bidi_Control\}/i;

/**
 * A list of its own is sooner or later one that lacks a character: U+061C and the line separators were missing in some.
 */
const ELSEWHERE = new Set([
  // Says by kind what differs between two texts, and replaces nothing.
  'core/src/verify/compare/change-nature.ts',
]);

test('one file lists the direction characters', () => {
  const having = readTexts()
    .filter((file) => isSource(file) && /^(?:core|lab)\/src\//.test(file.path))
    .map(withoutComments)
    .filter(({ text }) => OWN_CLASS.test(text))
    .map(({ path }) => path);
  expect(having.filter((path) => !ELSEWHERE.has(path))).toEqual(['core/src/base/visible.ts']);
});
