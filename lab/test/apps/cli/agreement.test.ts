import { expect, test } from 'vitest';
import { claimAgreement } from '../../../src/apps/cli/agreement.ts';

const checked = { entries: 12, problems: [], erased: 0, elsewhere: 0, abandoned: 0 };

test('everything agrees where every entry was compared and nothing differs', () => {
  expect(claimAgreement(checked)).toMatchObject({ is: 'whole', said: { value: 'everything agrees' } });
});

test('a difference of any check is none of it', () => {
  const problem = { code: 'log-act', place: 'entry 3', text: 'x', weight: 'person' } as const;
  expect(claimAgreement({ ...checked, problems: [problem] })).toEqual({ is: 'differs' });
  expect(claimAgreement({ ...checked, entries: 0 })).toEqual({ is: 'differs' });
});

test.each(['erased', 'elsewhere', 'abandoned'] as const)('entries that are %s were not compared', (why) => {
  expect(claimAgreement({ ...checked, [why]: 2 })).toEqual({
    is: 'limited',
    words: 'everything that can be opened here agrees; the content of 2 entries was not compared',
  });
});
