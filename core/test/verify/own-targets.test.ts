import { expect, test } from 'vitest';
import { withoutOwnTargets } from '../../src/verify/compare/text-part.ts';
import { MOST_GROWTH, measureGrowth } from '../growth.ts';

test.each([
  ['type harbor.example/notice <https://harbor.example/notice/> and', 'type harbor.example/notice and'],
  ['ops@harbor.example\n <mailto:Ops@harbor.example>', 'ops@harbor.example'],
  ['"a.example" <http://a.example>', '"a.example" <http://a.example>'],
  ['xa.example <http://a.example>', 'xa.example <http://a.example>'],
  ['a.example   <http://a.example>', 'a.example   <http://a.example>'],
  ['(see b) <http://(see>', '(see b) <http://(see>'],
  ['see a(b) <http://a(b)>', 'see a(b) <http://a(b)>'],
  ['a.example <http://b.example> <http:///>', 'a.example <http://b.example> <http:///>'],
  ['(a.example<http://a.example>)', '(a.example)'],
])('drops a target that only repeats the word before it: %s', (text, expected) => {
  expect(withoutOwnTargets(text)).toBe(expected);
});

test.each(['a', '<http://a'])('reads a text of one long word of `%s` in linear time', async (piece) => {
  expect(withoutOwnTargets(piece.repeat(50_000))).toBe(piece.repeat(50_000));
  const growth = await measureGrowth((count) => withoutOwnTargets(piece.repeat(count)), 5000);
  expect(growth).toBeLessThan(MOST_GROWTH);
});
