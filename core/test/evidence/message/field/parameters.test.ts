import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readStructuredField } from '../../../../src/evidence/message/field/parameters.ts';
import { MUTATION_RUNS } from '../../../mutation.ts';

/** Pieces that fields are made of, and what gets in between. */
const PIECES = [' ', '\t', '\n ', '\r\n\t', '\n', ';', '=', '"', '\\', 'a', 'Bc', '*0', 'filename', '\xa0', '\ufeff'];
const field = fc.array(fc.constantFrom(...PIECES, 'text/plain', '; name="x y"', '; charset=utf-8'), { maxLength: 9 });

describe('a structured field', () => {
  test.each([
    [' text/plain', 'text/plain', {}],
    [' text/plain; charset=utf-8', 'text/plain', { charset: 'utf-8' }],
    [' Attachment;\r\n\tFileName="a; b (1).pdf" ', 'Attachment', { filename: 'a; b (1).pdf' }],
    [' a/b; x=1; y="2"; X=3', 'a/b', { x: '1', y: '2' }],
    [' a/b (c; x=0); x="\\"1\\""', 'a/b', { x: '"1"' }],
    [' a/b; x', 'a/b', {}],
    ['', '', {}],
  ])('%j', (raw, value, parameters) => {
    const field = readStructuredField(raw);
    expect(field.value).toBe(value);
    expect(Object.fromEntries(field.parameters)).toEqual(parameters);
  });

  test('reads the same with a comment after it, which takes another code path', () => {
    fc.assert(
      fc.property(field, (pieces) => {
        const raw = pieces.join('');
        // In an open quote, or after a backslash, nothing is a comment.
        fc.pre((raw.match(/"/g) ?? []).length % 2 === 0 && !raw.includes('\\'));
        const plain = readStructuredField(raw);
        const commented = readStructuredField(`${raw}()`);
        expect(commented.value).toBe(plain.value);
        expect([...commented.parameters]).toEqual([...plain.parameters]);
      }),
      { numRuns: MUTATION_RUNS },
    );
  });

  test('takes linear time for any input', () => {
    const long = 2_000_000;
    for (const raw of [`a${' '.repeat(long)}x`, `a; b=${'c'.repeat(long)}(`, `a; b="${'c'.repeat(long)}`]) {
      expect(readStructuredField(raw).parameters.size).toBeLessThan(2);
    }
  });
});
