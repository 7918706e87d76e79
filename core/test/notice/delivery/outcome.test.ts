import { toOutcome } from '@candor/core/notice/delivery';
import { expect, test } from 'vitest';

test('a message is said to be sent only with the reply of the relay in its chain, and nothing that came back', () => {
  const outcomes = (['accepted', 'bounced', 'data', 'uncertain', 'intent', 'deferred', 'inhibited'] as const).map(
    (state) => toOutcome(state, 'relay').is,
  );
  expect(outcomes).toEqual(['sent', 'returned', 'uncertain', 'uncertain', 'prepared', 'prepared', 'prepared']);
  expect((['composed', 'approved'] as const).map((state) => toOutcome(state, null).is)).toEqual([
    'prepared',
    'prepared',
  ]);
});

test('without that reply an accepted state is uncertain, settled or carried over', () => {
  expect(([null, 'people', 'mail', 'carried-over'] as const).map((by) => toOutcome('accepted', by).is)).toEqual([
    'uncertain',
    'settled',
    'settled',
    'carried-over',
  ]);
});
