import { compareUtf8 } from '@candor/core/base';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orderTexts } from '../../src/evidence/record-places.ts';

function order(texts: readonly string[]): string[] {
  const parts = texts.map((text) => Buffer.from(text));
  let end = 0;
  const ends = Uint32Array.from(parts, ({ length }) => {
    end += length;
    return end;
  });
  return [...orderTexts({ bytes: Buffer.concat(parts), ends })].map((text) => texts[text] ?? '');
}

const beginnings = fc.constantFrom('', 'a', 'ab', '\0', 'abcdef', 'abcdefg', '\u{10000}', '\uffff', 'é');
const text = fc.tuple(beginnings, fc.string({ unit: 'grapheme', maxLength: 8 })).map((parts) => parts.join(''));

it('sorts texts in UTF-8 order, whatever they start with and however short', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 200 }), (texts) => {
      expect(order(texts)).toEqual([...texts].sort(compareUtf8));
    }),
  );
});

it('distinguishes a text from one that continues with zeros', () => {
  expect(order(['a\0\0', 'a', '', '\0', 'a\0'])).toEqual(['', '\0', 'a', 'a\0', 'a\0\0']);
});
