import { expect, test } from 'vitest';
import { listInForce } from '../../src/review/portal/publish-authorizations.ts';
import type { ReleaseState, StoredRelease } from '../../src/review/store/release-store.ts';

const reading = new Set(['kim']);
const make = (number: number, state: ReleaseState, reviewers = ['kim']): StoredRelease =>
  ({
    ...{ party: 'northwind.example', number, state },
    manifest: { grants: reviewers.map((reviewer) => ({ reviewer, digest: '' })) },
  }) as unknown as StoredRelease;

test.each<[string, readonly (readonly [number, ReleaseState])[], readonly number[]]>([
  [
    'the newest that the portal has',
    [
      [1, 'pushed'],
      [2, 'pushed'],
    ],
    [2],
  ],
  [
    'what was approved after it',
    [
      [1, 'pushed'],
      [2, 'approved'],
      [3, 'prepared'],
    ],
    [1, 2],
  ],
  ['nothing where nothing was approved', [[1, 'prepared']], []],
  [
    'nothing that was replaced by one that was revoked',
    [
      [1, 'pushed'],
      [2, 'revoked'],
    ],
    [],
  ],
  [
    'what came after one that was revoked',
    [
      [1, 'pushed'],
      [2, 'revoked'],
      [3, 'approved'],
    ],
    [3],
  ],
  [
    'nothing that was approved before one that was revoked',
    [
      [1, 'approved'],
      [2, 'revoked'],
    ],
    [],
  ],
])('%s is in force', (_what, releases, expected) => {
  const inForce = listInForce(
    releases.map(([number, state]) => make(number, state)),
    reading,
  );
  expect(inForce.map(({ number }) => number)).toEqual(expected);
});

test('nothing new grants the key to a former reader', () => {
  const releases = [make(1, 'pushed', ['kim', 'lee']), make(2, 'approved', ['kim', 'lee'])];
  expect(listInForce(releases, reading).map(({ number }) => number)).toEqual([1]);
});
