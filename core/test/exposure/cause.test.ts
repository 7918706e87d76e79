import { type Cause, type Change, type Deciding, narrowCauses } from '@candor/core/exposure/explain';
import { describe, expect, test } from 'vitest';

const all: readonly Cause[] = ['rules', 'evidence', 'incident-file'];
const copy = { custodian: 'ann', location: 'mail/1.eml' };
const rose: Change = { ...copy, change: 'rose', before: 'no-evidence', after: 'presumed' };
const fell: Change = { ...copy, change: 'fell', before: 'accessed', after: 'presumed' };
const appeared: Change = { ...copy, change: 'appeared', after: 'presumed' };

const causes = (change: Change, found: { isInBothFiles?: boolean; deciding?: Deciding }, possible = all) =>
  narrowCauses(new Set(possible), change, {
    isInBothFiles: found.isInBothFiles ?? null,
    deciding: found.deciding ?? null,
  });
const shared: Deciding = { restsOnSharedRecords: true, citesOwnRecord: false };
const own: Deciding = { restsOnSharedRecords: false, citesOwnRecord: true };
const gap: Deciding = { restsOnSharedRecords: false, citesOwnRecord: false };

describe('causes of a change', () => {
  test('a copy in a file that only one version has is caused by evidence', () => {
    expect(causes(appeared, { isInBothFiles: false })).toEqual(['evidence']);
  });

  test('a copy in a file of both versions is caused by another reading or another mailbox list', () => {
    expect(causes(appeared, { isInBothFiles: true })).toEqual(['rules', 'incident-file']);
  });

  test('evidence did not move a verdict that rests on records of both versions', () => {
    expect(causes(rose, { deciding: shared })).toEqual(['rules', 'incident-file']);
    expect(causes(fell, { deciding: shared }, ['rules', 'evidence'])).toEqual(['rules']);
  });

  test('a verdict that rests on records of one version may still need its rules', () => {
    expect(causes(rose, { deciding: own })).toEqual(['rules', 'evidence']);
    expect(causes(rose, { deciding: own }, ['evidence', 'incident-file'])).toEqual(['evidence']);
  });

  test('names all possible causes when they cannot be distinguished, and at least one', () => {
    expect(causes(rose, { deciding: gap })).toEqual(all);
    expect(causes(appeared, {})).toEqual(all);
    expect(causes(rose, { deciding: shared }, ['evidence'])).toEqual(['evidence']);
    expect(causes(appeared, { isInBothFiles: false }, ['rules'])).toEqual(['rules']);
  });
});
