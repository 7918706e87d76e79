import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BlockWriter, openTextBudget } from '../../../src/reviewer/frame/parser/block-writer.ts';
import { toTextForm, writePlainText } from '../../../src/reviewer/frame/parser/plain-text.ts';
import { LINE_UNITS, QUOTE_DEPTH, type TextBlock } from '../../../src/reviewer/frame/protocol.ts';

const FIXED = { isFlowed: false, dropsSpaces: false };
const FLOWED = { isFlowed: true, dropsSpaces: false };

function write(text: string, form = FIXED, budget = openTextBudget()): readonly TextBlock[] {
  const writer = new BlockWriter(budget);
  writePlainText(text, form, writer);
  return writer.blocks;
}

test('quote marks become depth, in any common style', () => {
  expect(write('a\r\n> b\n>> c\n> > d\n>e\nf')).toEqual([
    { depth: 0, lines: ['a'] },
    { depth: 1, lines: ['b'] },
    { depth: 2, lines: ['c', 'd'] },
    { depth: 1, lines: ['e'] },
    { depth: 0, lines: ['f'] },
  ]);
});

test('joins flowed lines within one depth; removes stuffing and keeps a signature separate', () => {
  expect(write('One \ntwo \nthree\n> quoted \n> on\n not a quote\n  indented\n-- \nAna', FLOWED)).toEqual([
    { depth: 0, lines: ['One two three'] },
    { depth: 1, lines: ['quoted on'] },
    { depth: 0, lines: ['not a quote', ' indented', '-- ', 'Ana'] },
  ]);
});

test('does not join a flowed line whose quote depth changes', () => {
  expect(write('> a \nb', FLOWED)).toEqual([
    { depth: 1, lines: ['a '] },
    { depth: 0, lines: ['b'] },
  ]);
});

test('DelSp removes the space that only broke the line', () => {
  const form = toTextForm(
    new Map([
      ['format', 'Flowed'],
      ['delsp', 'YES'],
    ]),
  );
  expect(form).toEqual({ isFlowed: true, dropsSpaces: true });
  expect(write('日本 \n語', form)).toEqual([{ depth: 0, lines: ['日本語'] }]);
  expect(toTextForm(new Map())).toEqual({ isFlowed: false, dropsSpaces: false });
});

test('splits a line of a million units without splitting a character', () => {
  const [block] = write('😀'.repeat(500_000));
  expect(block?.lines.every((line) => line.length <= LINE_UNITS && line.isWellFormed())).toBe(true);
  expect(block?.lines.join('')).toBe('😀'.repeat(500_000));
});

test('omits what exceeds the budget, and says so', () => {
  const budget = { units: 10, lines: 100, isSpent: false };
  expect(write('12345\n12345\n1', FIXED, budget)).toEqual([{ depth: 0, lines: ['12345', '12345'] }]);
  expect(budget.isSpent).toBe(true);
});

test('limits quote depth', () => {
  expect(write(`${'>'.repeat(5000)} deep`)[0]?.depth).toBe(QUOTE_DEPTH);
});

test('loses and adds no word, in either form', () => {
  const words = fc.array(fc.constantFrom('a', 'b ', ' c', '> d', '-- ', '', '>>e '), { maxLength: 30 });
  fc.assert(
    fc.property(words, fc.boolean(), (lines, isFlowed) => {
      const shown = write(lines.join('\r\n'), { isFlowed, dropsSpaces: false })
        .flatMap((block) => block.lines)
        .join('');
      expect(shown.replace(/[\s>]/g, '')).toBe(lines.join('').replace(/[\s>]/g, ''));
    }),
  );
});
