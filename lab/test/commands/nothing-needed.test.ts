import { expect, test } from 'vitest';
import { type NeedFacts, sayNothingNeeded } from '../../src/commands/nothing-needed.ts';

const need = { kind: 'problem', subject: 'a', text: 'b', command: 'candor status' } as const;
const CLEAR: NeedFacts = { needs: [], isLookedAt: true, undecided: 0 };

test('nothing needs a person only when nothing waits, arrived unread, or is undecided', () => {
  expect(sayNothingNeeded(CLEAR)).toMatchObject({
    state: 'nothing',
    said: { value: 'Nothing needs your attention.' },
  });
  expect(sayNothingNeeded({ ...CLEAR, needs: [need] })).toEqual({ state: 'items', needs: [need] });
  expect(sayNothingNeeded({ ...CLEAR, isLookedAt: false })).toMatchObject({ state: 'unknown' });
  expect(sayNothingNeeded({ ...CLEAR, undecided: 3 })).toMatchObject({
    because: '3 records are undecided; no verdict depends on them alone',
  });
});
