import { expect, test } from 'vitest';
import { toRelaxedBody, toRelaxedField } from '../../../src/notice/message/dkim-signature.ts';

test('matches the examples of RFC 6376, 3.4.5', () => {
  expect(toRelaxedField({ name: 'A', value: ' X' })).toBe('a:X\r\n');
  expect(toRelaxedField({ name: 'B', value: ' Y\t\r\n\tZ  ' })).toBe('b:Y Z\r\n');
  expect(toRelaxedBody(' C \r\nD \t E\r\n\r\n\r\n')).toBe(' C\r\nD E\r\n');
});

test('ignores empty lines at the end and a missing last line ending', () => {
  expect(toRelaxedBody('')).toBe('');
  expect(toRelaxedBody('\r\n\r\n')).toBe('');
  expect(toRelaxedBody('a')).toBe('a\r\n');
  expect(toRelaxedBody('\ta\t\r\n \t\r\n')).toBe(' a\r\n');
});
