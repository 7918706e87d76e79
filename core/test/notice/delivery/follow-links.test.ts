import {
  advanceDelivery,
  type Delivery,
  type DeliveryEvent,
  type DeliveryLink,
  followLink,
  type LinkEvent,
  readLink,
  toLinkText,
  UNLINKED,
} from '@candor/core/notice/delivery';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const link = (event: LinkEvent, at = 100): DeliveryLink => ({
  ...{ at, delivery: '<a@harbor.example>', host: '127.0.0.1:25', who: [], entry: null, gate: null, event },
});
const reply = { code: 250, status: '2.0.0', text: '2.0.0 Ok: queued as 4F1' };
const SENT: readonly DeliveryEvent[] = [
  { event: 'approve' },
  { event: 'claim', by: 'one', at: 1 },
  { event: 'data', fence: 1, at: 2 },
  { event: 'reply', fence: 1, stage: 'after-dot', reply, at: 3 },
];
const follow = (events: readonly LinkEvent[]) =>
  events.reduce<typeof UNLINKED | null>((now, event) => (now === null ? null : followLink(now, link(event))), UNLINKED);

test('a delivery stands where its links lead, with the attempts that lists show', () => {
  expect(follow(SENT)).toMatchObject({
    delivery: { state: 'accepted', attempts: 1, fence: 1 },
    ...{ takenBy: 'relay', changedAt: 100 },
  });
  expect(follow(SENT)?.attempts.map(({ event }) => event)).toEqual(['intent', 'data', 'accepted']);
  expect(follow([...SENT, { event: 'returned', says: 'failed', reason: 'full' }])).toMatchObject({
    ...{ delivery: { state: 'bounced' }, takenBy: 'relay' },
  });
});

test('it is taken by the relay, people, mail or an older version, never by nobody', () => {
  const lost: readonly LinkEvent[] = [...SENT.slice(0, 3), { event: 'expire', isSenderGone: true, at: 9 }];
  expect(follow(lost)).toMatchObject({ delivery: { state: 'uncertain' }, takenBy: null });
  expect(follow([...lost, { event: 'settle', as: 'accepted', reason: 'seen' }])?.takenBy).toBe('people');
  expect(follow([...lost, { event: 'returned', says: 'arrived', reason: 'answer' }])?.takenBy).toBe('mail');
  const was: Delivery = { state: 'accepted', attempts: 1, fence: 1, failures: 0, failedAt: null };
  const carried: LinkEvent = { event: 'carried-over', was, attempts: 3, digest: 'ab'.repeat(32) };
  expect(follow([carried])).toMatchObject({ delivery: was, takenBy: 'carried-over', carried: { attempts: 3 } });
  expect(follow([...SENT, carried])).toBeNull();
});

test('a late reply is kept and changes nothing; any other link that the protocol refuses cannot follow', () => {
  const late: LinkEvent = { event: 'reply', fence: 7, stage: 'after-dot', reply, at: 9 };
  const after = follow([...SENT, late]);
  expect(after?.delivery.state).toBe('accepted');
  expect(after?.attempts.at(-1)).toMatchObject({ event: 'late-reply', fence: 7 });
  expect(follow([{ event: 'data', fence: 1, at: 2 }])).toBeNull();
  expect(follow([{ event: 'gate', isPassed: true, row: 1, result: 'ab'.repeat(32) }])).toBeNull();
});

test('a link has one form, and nothing else is read', () => {
  for (const event of SENT) {
    const text = toLinkText(link(event));
    expect(readLink(text)).toEqual(link(event));
    expect(readLink(` ${text}`)).toBeNull();
    expect(readLink(text.replace('"v":1', '"v":2'))).toBeNull();
    expect(readLink(text.replace('"who":[]', '"who":[],"zone":1'))).toBeNull();
  }
  fc.assert(fc.property(fc.json(), (text) => readLink(text) === null));
});

test('links give what the protocol gives, whatever happens in whatever order', () => {
  const events: fc.Arbitrary<DeliveryEvent> = fc.constantFrom<DeliveryEvent>(
    ...SENT,
    { event: 'release', fence: 1 },
    { event: 'failure', fence: 1, stage: 'before-dot', reason: 'x', at: 5 },
    { event: 'failure', fence: 1, stage: 'after-dot', reason: 'x', at: 5 },
    { event: 'inhibit', reason: 'hold' },
    { event: 'permit' },
    { event: 'expire', isSenderGone: true, at: 6 },
    { event: 'settle', as: 'bounced', reason: 'x' },
  );
  fc.assert(
    fc.property(fc.array(events, { maxLength: 20 }), (happened) => {
      let delivery: Delivery = UNLINKED.delivery;
      let followed = UNLINKED;
      for (const event of happened) {
        const advance = advanceDelivery(delivery, event);
        if (advance.is === 'refused') continue;
        delivery = advance.delivery;
        followed = followLink(followed, link(event)) ?? followed;
      }
      expect(followed.delivery).toEqual(delivery);
    }),
  );
});
