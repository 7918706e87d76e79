import { countNotified, type PartyDelivery, toNotifiedWords } from '@candor/core/notice/delivery';
import { expect, test } from 'vitest';

const party = (state: PartyDelivery['deliveries'][number]['state'] | null, some: Partial<PartyDelivery> = {}) => ({
  posted: false,
  deliveries: state === null ? [] : [{ state, takenBy: state === 'accepted' ? ('relay' as const) : null }],
  ...some,
});

test('an approved notice is prepared, and nobody is notified by it', () => {
  const { value } = countNotified([party('approved'), party('deferred'), party('uncertain'), party(null)], null);
  expect(value).toEqual({
    ...{ prepared: 4, sent: 0, settled: 0, carriedOver: 0, returned: 0, posted: 0, notified: 0, readUntil: null },
  });
});

test('what bounced is returned, whether the relay took it or not', () => {
  const cameBack = party(null, { deliveries: [{ state: 'bounced', takenBy: 'relay' }] });
  expect(countNotified([party('accepted'), party('bounced'), cameBack], 9).value).toEqual({
    ...{ prepared: 3, sent: 2, settled: 0, carriedOver: 0, returned: 2, posted: 0, notified: 1, readUntil: 9 },
  });
});

test('one contact of several is enough, and so is a posted letter', () => {
  const other = { state: 'bounced', takenBy: null } as const;
  const some = party(null, { deliveries: [other, { state: 'accepted', takenBy: 'relay' }] });
  expect(countNotified([some, party('bounced', { posted: true })], 9).value).toMatchObject({
    ...{ sent: 1, returned: 1, posted: 1, notified: 2 },
  });
});

test('the words bound themselves by the time until which bounces were read', () => {
  const counts = (until: number | null) => toNotifiedWords(countNotified([party('accepted')], until));
  expect(counts(null)).toBe('prepared 1, sent 1 (our relay took it), returned 0, posted 0; no bounces were read');
  expect(counts(0)).toContain('bounces read until 1 Jan 1970, 00:00 UTC');
});

test('what the relay did not confirm is counted apart, and a state without any proof is no notification', () => {
  const taken = (takenBy: 'people' | 'mail' | 'carried-over' | null) =>
    party(null, { deliveries: [{ state: 'accepted', takenBy }] });
  const counted = countNotified([taken('people'), taken('mail'), taken('carried-over'), taken(null)], null);
  expect(counted.value).toMatchObject({ prepared: 4, sent: 0, settled: 2, carriedOver: 1, notified: 3 });
  expect(toNotifiedWords(counted)).toContain('carried over from before deliveries were chained 1');
});
