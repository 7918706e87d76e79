import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const numbers = fc.array(fc.integer(), { minLength: 5 });

test("properties start from the run's seed, so that a change fails by its content and not by chance", () => {
  const seed = Number(process.env['CANDOR_SEED']);
  expect(Number.isSafeInteger(seed)).toBe(true);
  expect(fc.readConfigureGlobal().seed).toBe(seed);
  expect(fc.sample(numbers, 3)).toEqual(fc.sample(numbers, { numRuns: 3, seed }));
  expect(fc.sample(numbers, 3)).not.toEqual(fc.sample(numbers, { numRuns: 3, seed: seed + 1 + randomInt(1000) }));
});

test('a failing property prints the seed', () => {
  const fail = () =>
    fc.assert(
      fc.property(fc.integer(), () => false),
      { numRuns: 1 },
    );
  expect(fail).toThrow(`seed: ${process.env['CANDOR_SEED']}`);
});
