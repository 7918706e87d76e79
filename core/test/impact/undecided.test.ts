import type { PartyExposure } from '@candor/core/impact';
import { countUndecidedParties, sayIntruder } from '@candor/core/impact/undecided';
import { expect, test } from 'vitest';

test("messages that rest on undecided records are never said to be the intruder's", () => {
  expect(sayIntruder({ messages: 5 })).toMatchObject({ state: 'known', said: { value: 5 } });
  expect(sayIntruder({ messages: 5, undecided: 2 })).toMatchObject({
    state: 'in-part',
    said: { value: 3 },
    undecided: 2,
  });
  expect(sayIntruder({ messages: 5, undecided: 5 })).toEqual({ state: 'undecided', undecided: 5 });
  expect(sayIntruder({ messages: 0 })).toMatchObject({ state: 'known' });
});

test('a party depends on undecided records when all its exposed messages do; lists are not notified', () => {
  const party = (some: Partial<PartyExposure>) => ({ kind: 'person', messages: 2, ...some }) as PartyExposure;
  expect(
    countUndecidedParties([
      party({ undecided: 2 }),
      party({ undecided: 1 }),
      party({}),
      party({ undecided: 2, kind: 'list' }),
      party({ messages: 0 }),
    ]),
  ).toBe(1);
});
