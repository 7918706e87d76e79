import { toStrength } from '@candor/core/exposure/verdict';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { address, change, instant, mailboxGuid, scene, tell, verdictAt } from './scene.ts';
import { makeRecord, run } from './testkit.ts';

describe('what may clear a copy', () => {
  test('no Date alone makes it absent, or keeps it from a rule and clears it', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const { judgements } = run(given);
        const unknown = given.copies.map((copy) =>
          copy.arrivalSource === 'delivery' ? copy : { ...copy, arrived: null, latest: null },
        );
        const timeless = run({ ...given, copies: unknown }).judgements;
        for (const { location, arrived, arrivalSource } of given.copies) {
          if (arrivalSource === 'delivery' || arrived === null) continue;
          const verdict = verdictAt(judgements, location);
          expect(verdict).not.toBe('absent');
          // A carrier may be cleared by its own delivery time, which is no Date.
          if (arrivalSource === 'none' && verdict === 'no-evidence')
            expect(toStrength(verdictAt(timeless, location))).toBeLessThanOrEqual(toStrength('undetermined'));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('not content that an accessed or presumed copy carries', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const { judgements } = run(given);
        const carried = new Set(
          given.copies
            .filter(({ location }) => ['accessed', 'presumed'].includes(verdictAt(judgements, location)))
            .filter(({ location }) => judgements.get(location)?.reasons.every(({ code }) => code !== 'contained-in'))
            .flatMap(({ attached }) => attached.map(({ fingerprint }) => fingerprint)),
        );
        for (const { location, fingerprint } of given.copies) {
          if (!carried.has(fingerprint)) continue;
          expect(toStrength(verdictAt(judgements, location))).toBeGreaterThanOrEqual(toStrength('presumed'));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a failed record changes nothing', () => {
    const failed = fc
      .tuple(change, instant, mailboxGuid, address, fc.constantFrom([], ['s-1']))
      .map(([given, time, guid, ip, sessions]) =>
        makeRecord({ ...given, time, mailboxGuid: guid, ip, sessions, failed: true }),
      );
    fc.assert(
      fc.property(scene, failed, (given, added) => {
        expect(tell({ ...given, records: [...given.records, added] })).toEqual(tell(given));
      }),
      { numRuns: 200 },
    );
  });
});
