import { readEnvelopeMark, toEnvelopeSender } from '@candor/core/notice/delivery';
import { expect, test } from 'vitest';

const bounce = 'Bounce@harbor.example';
const mark = 'abcdefghijklmnopqrstuvwxyz';

test('reads back the mark of an envelope sender, however mail systems rewrote it', () => {
  const sender = toEnvelopeSender(bounce, mark);
  expect(sender).toBe(`Bounce+${mark}@harbor.example`);
  for (const written of [sender, sender.toUpperCase(), sender.toLowerCase()])
    expect(readEnvelopeMark(written, bounce)).toBe(mark);
});

test.each([
  'bounce@harbor.example',
  'bounce+@harbor.example',
  'bounce+short@harbor.example',
  `bounce+${'a'.repeat(41)}@harbor.example`,
  `bounce+${mark}@harbor.example.evil.example`,
  `bounce+${mark}@evilharbor.example`,
  `answers+${mark}@harbor.example`,
  `bounce+${mark}-1@harbor.example`,
  '',
])('finds no mark in %j', (address) => {
  expect(readEnvelopeMark(address, bounce)).toBeNull();
});

test.each(['', 'short', 'UPPERCASE', `${mark}@evil.example`, 'with space', 'a'.repeat(41)])(
  'refuses to send with %j as a mark',
  (odd) => {
    expect(() => toEnvelopeSender(bounce, odd)).toThrow('a mark is');
  },
);
