import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TOKEN_FORMATS } from '../../../src/impact/detectors/token-formats/token-formats.ts';

/** What stands around a token is none of it. */
const AROUND = /\(\?<?![^)]*\)/g;

// A form is tried only where a run holds something fixed of it: what is missing there would never be found.
test.each(TOKEN_FORMATS)('every token of the form $name holds something fixed of it', ({ shape, holds }) => {
  const token = fc.stringMatching(new RegExp(`^${shape.source.replace(AROUND, '')}$`));
  expect(holds.filter((literal) => literal.length < 2)).toEqual([]);
  fc.assert(
    fc.property(token, (made) => holds.length === 0 || holds.some((literal) => made.includes(literal))),
    { numRuns: 200 },
  );
});
