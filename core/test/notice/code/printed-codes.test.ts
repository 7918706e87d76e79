import { findPrintedCodes, formatNoticeCode } from '@candor/core/notice/code';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_GROWTH, measureGrowth } from '../../growth.ts';

const code = '0B61-AQN7-Y4X4-736P-3XMB-3YR4-9P-H';
const [compact] = [code.replaceAll('-', '')];

test.each([
  ['words around it', `Your code: ${code}. Type it into the page.`],
  ['Gmail’s marks of bold type', `enter *${code}* there`],
  ['lower case, and blanks for hyphens', `code ${code.toLowerCase().replaceAll('-', ' ')} ends`],
  ['no hyphens', `code=${compact}, thanks`],
  ['a line break inside', code.replace('-736P', '-\n   736P')],
  ['quotation marks before its second line', `> ${code.replace('-736P', '-\n> > 736P')}`],
  ['marks that show nothing', `\u200e${code.replace('-', '\u200b-')}\u2060`],
  ['letters typed for digits', code.replace('0B61', 'OB6I')],
])('finds a code with %s', (_, text) => {
  expect(findPrintedCodes(text)).toEqual([code]);
});

test('finds several, each once and in order', () => {
  const other = formatNoticeCode(new Uint8Array(16).fill(77));
  expect(findPrintedCodes(`${other} and ${code}, again ${other}`)).toEqual([other, code]);
});

test.each([
  ['a wrong check character', code.replace('AQN7', 'AQN8')],
  ['a group too few', code.replace('AQN7-', '')],
  ['other words between its groups', code.replace('-736P', ' and 736P')],
  ['a longer run of characters', `X${compact}`],
  ['the fingerprint of a key', 'key=f3a1-77c0-2be4-91d8-05aa-6c1e-d7b2-4f90'],
  ['words of four letters', 'They want more time with this code then'],
  ['nothing', ''],
])('finds none in %s', (_, text) => {
  expect(findPrintedCodes(text)).toEqual([]);
});

test('finds any printed code between any words', () => {
  const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
  fc.assert(
    fc.property(bytes, fc.string(), fc.string(), (code, before, after) => {
      const printed = formatNoticeCode(code);
      expect(findPrintedCodes(`${before}\n(${printed})\n${after}`)).toContain(printed);
    }),
  );
});

test('reads a text of groups only in linear time', async () => {
  expect(findPrintedCodes('AAAA-'.repeat(200_000))).toEqual([]);
  expect(await measureGrowth((count) => findPrintedCodes('AAAA-'.repeat(count)), 2000)).toBeLessThan(MOST_GROWTH);
});
