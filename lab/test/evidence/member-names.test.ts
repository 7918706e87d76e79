import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toMemberPath } from '../../src/evidence/reader/member-names.ts';

test.each([
  ['a.eml', 'a.eml'],
  ['./a//b/./c.eml', 'a/b/c.eml'],
  ['a\\b.eml', 'a/b.eml'],
  ['a/', 'a'],
  ['a..b/c..', 'a..b/c..'],
])('%j maps to %s', (name, path) => {
  expect(toMemberPath(name)).toBe(path);
});

test.each(['', '/', '.', '../a', 'a/../../b', 'a/..', '/etc/passwd', '\\\\host\\a', 'C:\\a', 'c:/a', 'a\0b'])(
  '%j is refused',
  (name) => {
    expect(toMemberPath(name)).toBeNull();
  },
);

test('no name leads outside', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', '..', '.', '', '/', '\\', 'C:', '\0'), { maxLength: 12 }), (parts) => {
      const path = toMemberPath(parts.join('/'));
      if (path !== null)
        expect(path.split('/').every((level) => level !== '..' && level !== '.' && level !== '')).toBe(true);
    }),
  );
});
