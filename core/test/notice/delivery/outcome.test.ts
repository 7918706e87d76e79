import { toOutcome } from '@candor/core/notice/delivery';
import { expect, test } from 'vitest';

test('a message is said to be sent only when the relay took it and nothing came back', () => {
  const outcomes = (['accepted', 'bounced', 'data', 'uncertain', 'intent', 'deferred', 'inhibited'] as const).map(
    (state) => toOutcome(state).is,
  );
  expect(outcomes).toEqual(['sent', 'returned', 'uncertain', 'uncertain', 'prepared', 'prepared', 'prepared']);
  expect((['composed', 'approved'] as const).map((state) => toOutcome(state).is)).toEqual(['prepared', 'prepared']);
});
