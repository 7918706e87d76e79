import { listPrintedForms } from '@candor/core/notice/code';
import { LANGUAGES } from '@candor/core/notice/text';
import { describe, expect, test } from 'vitest';
import { judgeTypedCode } from '../../src/ui/typed-code.ts';
import { getBasics } from '../language-basics.ts';

const [present, former] = listPrintedForms(Uint8Array.from({ length: 16 }, (_, at) => at));
const judge = (typed: string) => judgeTypedCode(getBasics('en').codeWords, typed);

test('both printed forms are complete, with their number of characters', () => {
  expect(judge(present)).toMatchObject({ isWhole: true, text: expect.stringContaining('All 28 characters') });
  expect(judge(former)).toMatchObject({ isWhole: true, text: expect.stringContaining('All 27 characters') });
});

test('a typing error names its group, or the groups to compare first', () => {
  expect(judge(present.replace('050R', '05!R'))).toMatchObject({
    isSlip: true,
    text: expect.stringContaining('Group 3'),
  });
  const { text, isSlip } = judge(present.replace('8A1C', '8A1D'));
  expect(isSlip).toBe(true);
  expect(text).toMatch(/Compare group (?:\d or )*5(?: or \d)* first\.$/);
});

test('one missing character is no typing error yet, and an older code is mentioned', () => {
  const { isSlip, isWhole, text } = judge(present.slice(0, -1));
  expect({ isSlip, isWhole }).toEqual({ isSlip: false, isWhole: false });
  expect(text).toContain('An older notice prints 27');
  expect(judge(present.slice(0, 14))).toMatchObject({ isSlip: false, text: '12 characters entered; a code has 28' });
});

describe.each(LANGUAGES)('the words in %s', (language) => {
  test('mention 28, and 27 only for older codes', () => {
    const { codeOneMissing, ...words } = getBasics(language).codeWords;
    expect(JSON.stringify(words)).not.toContain('27');
    expect(JSON.stringify(words).match(/28/g)).toHaveLength(2);
    expect(codeOneMissing).toContain('27');
  });
});
