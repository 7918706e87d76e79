import { expect, test } from 'vitest';
import { withoutOwnTargets } from '../../src/verify/compare/own-targets.ts';

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
])('a target goes where it says nothing but the word before it: %s', (text, expected) => {
  expect(withoutOwnTargets(text)).toBe(expected);
});

test('a text of one long word takes no longer than to read it', () => {
  const started = performance.now();
  const text = 'a'.repeat(500_000);
  expect(withoutOwnTargets(text)).toBe(text);
  expect(withoutOwnTargets('<http://a'.repeat(50_000))).toHaveLength(450_000);
  expect(performance.now() - started).toBeLessThan(5_000);
});
