import { expect, test } from 'vitest';
import { toWordText } from '../../src/verify/compare/words.ts';

const toWords = (text: string) => toWordText(text).words.map((word) => word.text);

test.each(['-', '\u2012', '\u2013', '\u2014'])('the dash %j between words equals the others', (dash) => {
  expect(toWords(`10 Sep ${dash} 20 Oct`)).toEqual(['10', 'Sep', '-', '20', 'Oct']);
});

test.each(['a\u2013b', '\u2013b', 'a\u2014', '\u2013\u2013', '\u2011', '\u2015'])(
  'keeps a dash inside a word, or another sign: %j',
  (word) => {
    expect(toWords(`10 ${word} 20`)).toEqual(['10', word, '20']);
  },
);
