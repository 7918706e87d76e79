import {
  advanceDelivery,
  DATA_LEASE_SECONDS,
  type Delivery,
  type DeliveryEvent,
  type DeliveryStateName,
  INTENT_LEASE_SECONDS,
  type SmtpReply,
} from '@candor/core/notice/delivery';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const AT = 1_003_000_000;
const fresh = { state: 'approved', attempts: 0, fence: 0, failures: 0, failedAt: null } as Delivery;
const reply = (code: number): SmtpReply => ({ code, status: null, text: 'words' });

/** Applies events in turn; each must be taken. */
function run(events: readonly DeliveryEvent[], start: Delivery = fresh): Delivery {
  return events.reduce<Delivery>((delivery, event) => {
    const advance = advanceDelivery(delivery, event);
    if (advance.is === 'refused') throw new Error(`${event.event} at ${delivery.state}: ${advance.because}`);
    return advance.delivery;
  }, start);
}

const claim = { event: 'claim', by: 'one', at: AT } as const;
const data = { event: 'data', fence: 1, at: AT } as const;
const atDot = (code: number) => ({ event: 'reply', fence: 1, stage: 'after-dot', reply: reply(code), at: AT }) as const;
const beforeDot = (code: number) =>
  ({ event: 'reply', fence: 1, stage: 'before-dot', reply: reply(code), at: AT }) as const;

test.each([
  ['accepted', [claim, data, atDot(250)]],
  ['deferred', [claim, data, atDot(451)]],
  ['deferred', [claim, data, atDot(421)]],
  ['bounced', [claim, data, atDot(552)]],
  ['uncertain', [claim, data, atDot(354)]],
  ['deferred', [claim, beforeDot(450)]],
  ['bounced', [claim, beforeDot(550)]],
  ['deferred', [claim, beforeDot(250)]],
  ['deferred', [claim, { event: 'failure', fence: 1, stage: 'before-dot', reason: 'closed', at: AT }]],
  ['deferred', [claim, data, { event: 'failure', fence: 1, stage: 'before-dot', reason: 'closed', at: AT }]],
  ['uncertain', [claim, data, { event: 'failure', fence: 1, stage: 'after-dot', reason: 'silent', at: AT }]],
  ['approved', [claim, { event: 'release', fence: 1 }]],
  ['approved', [claim, { event: 'expire', isSenderGone: true, at: AT }]],
  ['uncertain', [claim, data, { event: 'expire', isSenderGone: true, at: AT }]],
  ['inhibited', [{ event: 'inhibit', reason: 'hold 1' }]],
  ['approved', [{ event: 'inhibit', reason: 'hold 1' }, { event: 'permit' }]],
  ['bounced', [claim, data, atDot(250), { event: 'returned', says: 'failed', reason: '5.1.1' }]],
  ['uncertain', [{ event: 'forgotten', attempt: 1 }]],
] as [DeliveryStateName, DeliveryEvent[]][])('%s after %j', (state, events) => {
  expect(run(events).state).toBe(state);
});

const uncertain = run([claim, data, { event: 'expire', isSenderGone: true, at: AT }]);

test('an uncertain delivery is settled by evidence or people and never retried', () => {
  expect(advanceDelivery(uncertain, claim)).toEqual({ is: 'refused', because: 'wrong-state' });
  expect(advanceDelivery(uncertain, { event: 'permit' })).toEqual({ is: 'refused', because: 'wrong-state' });
  expect(run([{ event: 'returned', says: 'arrived', reason: 'answer' }], uncertain).state).toBe('accepted');
  expect(run([{ event: 'returned', says: 'failed', reason: '5.1.1' }], uncertain).state).toBe('bounced');
  expect(run([{ event: 'settle', as: 'accepted', reason: 'relay log' }], uncertain).state).toBe('accepted');
  expect(run([{ event: 'settle', as: 'bounced', reason: 'relay log' }], uncertain).state).toBe('bounced');
});

test('the sender may still report the outcome while nobody else has claimed it, but never allow a retry', () => {
  expect(run([atDot(250)], uncertain).state).toBe('accepted');
  expect(run([atDot(550)], uncertain).state).toBe('bounced');
  expect(advanceDelivery(uncertain, atDot(451))).toEqual({ is: 'refused', because: 'wrong-state' });
  expect(advanceDelivery(uncertain, { ...atDot(250), fence: 2 })).toEqual({ is: 'refused', because: 'fenced' });
});

test('nothing is accepted whose final dot was never recorded', () => {
  expect(advanceDelivery(run([claim]), atDot(250))).toEqual({ is: 'refused', because: 'wrong-state' });
});

test('a report waits while a sender has claimed the delivery: the sender reports first', () => {
  const failed = { event: 'returned', says: 'failed', reason: '5.1.1' } as const;
  for (const delivery of [fresh, run([claim]), run([claim, data])])
    expect(advanceDelivery(delivery, failed)).toEqual({ is: 'refused', because: 'wrong-state' });
});

test('an attempt that the store lost changes nothing that is settled', () => {
  const forgotten = { event: 'forgotten', attempt: 9 } as const;
  for (const settled of [run([claim, data, atDot(250)]), run([claim, data, atDot(552)]), uncertain])
    expect(advanceDelivery(settled, forgotten)).toEqual({ is: 'refused', because: 'wrong-state' });
});

test('a deferred delivery is claimed when due, or when a clock that was set back planned it', () => {
  const deferred = run([claim, beforeDot(450)]);
  const claimAt = (at: number) => advanceDelivery(deferred, { ...claim, at });
  expect(claimAt(AT + 59)).toEqual({ is: 'refused', because: 'not-due' });
  expect(claimAt(AT + 60).is).toBe('moved');
  expect(claimAt(AT - 86_400).is).toBe('moved');
});

test('people settle only uncertain deliveries', () => {
  for (const delivery of [fresh, run([claim]), run([claim, data]), run([claim, data, atDot(250)])])
    expect(advanceDelivery(delivery, { event: 'settle', as: 'bounced', reason: '' }).is).toBe('refused');
});

test('a superseded claim can no longer report anything', () => {
  const takenOver = run([claim, { event: 'expire', isSenderGone: true, at: AT }, { ...claim, by: 'two' }]);
  expect(takenOver.fence).toBe(2);
  for (const event of [data, atDot(250), { event: 'release', fence: 1 } as const])
    expect(advanceDelivery(takenOver, event)).toEqual({ is: 'refused', because: 'fenced' });
});

test('a claim lasts for its lease; one from a clock that was set back lasts no longer', () => {
  const claimed = run([claim]);
  const expireAt = (at: number) => advanceDelivery(claimed, { event: 'expire', isSenderGone: false, at }).is;
  expect(expireAt(AT + INTENT_LEASE_SECONDS - 1)).toBe('refused');
  expect(expireAt(AT + INTENT_LEASE_SECONDS)).toBe('moved');
  expect(expireAt(AT - 86_400)).toBe('moved');
  const marked = run([claim, data]);
  const expireMarkedAt = (at: number) => advanceDelivery(marked, { event: 'expire', isSenderGone: false, at }).is;
  expect(expireMarkedAt(AT + DATA_LEASE_SECONDS - 1)).toBe('refused');
  expect(expireMarkedAt(AT + DATA_LEASE_SECONDS)).toBe('moved');
  // A server has ten minutes to answer the dot.
  expect(DATA_LEASE_SECONDS).toBeGreaterThan(600);
});

test('a deferred delivery waits longer each time and expires after five days, but not on a clock jump', () => {
  let delivery = fresh;
  let at = AT;
  const waits: number[] = [];
  for (let tries = 0; delivery.state !== 'bounced' && tries < 100; tries += 1) {
    const { fence } = delivery;
    delivery = run(
      [
        { event: 'claim', by: 'one', at },
        { ...beforeDot(450), fence: fence + 1, at },
      ],
      delivery,
    );
    if (delivery.state !== 'deferred') break;
    waits.push(delivery.nextAt - at);
    at = delivery.nextAt;
  }
  expect(waits.slice(0, 6)).toEqual([60, 60, 120, 240, 480, 960]);
  expect(Math.max(...waits)).toBe(4 * 3600);
  expect(delivery.state).toBe('bounced');
  expect(at - AT).toBeGreaterThanOrEqual(5 * 86_400);
  const jumped = run([claim, beforeDot(450)]);
  const later = AT + 365 * 86_400;
  expect(
    run(
      [
        { ...claim, at: later },
        { ...beforeDot(450), fence: 2, at: later },
      ],
      jumped,
    ).state,
  ).toBe('deferred');
});

test('whatever fails, is killed, paused or superseded, the relay accepts at most one copy', () => {
  interface Worker {
    readonly fence: number;
    hasData: boolean;
    hasDot: boolean;
    isOver: boolean;
  }
  const step = fc.record({
    act: fc.constantFrom('claim', 'data', 'dot', 'fail', 'expire', 'release', 'wait', 'return', 'inhibit', 'permit'),
    worker: fc.nat(7),
    fate: fc.constantFrom(250, 450, 550, 0, -1),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      let delivery: Delivery = fresh;
      let at = AT;
      let accepted = 0;
      const workers: Worker[] = [];
      const apply = (event: DeliveryEvent): boolean => {
        const advance = advanceDelivery(delivery, event);
        if (advance.is === 'moved') delivery = advance.delivery;
        return advance.is === 'moved';
      };
      for (const { act, worker: chosen, fate } of steps) {
        const worker = workers[chosen % Math.max(1, workers.length)];
        if (act === 'claim' && apply({ event: 'claim', by: `${workers.length}`, at }))
          workers.push({ fence: delivery.fence, hasData: false, hasDot: false, isOver: false });
        if (act === 'wait') at += chosen * 200;
        if (act === 'expire') apply({ event: 'expire', isSenderGone: fate > 0, at });
        if (act === 'inhibit') apply({ event: 'inhibit', reason: 'hold' });
        if (act === 'permit') apply({ event: 'permit' });
        if (act === 'return') apply({ event: 'returned', says: fate > 0 ? 'failed' : 'arrived', reason: 'report' });
        if (worker === undefined || worker.isOver) continue;
        const { fence } = worker;
        if (act === 'data' && !worker.hasData) {
          // A worker writes the dot only when its mark was taken.
          worker.hasData = apply({ event: 'data', fence, at });
          worker.isOver = !worker.hasData;
        } else if (act === 'release' && !worker.hasData) {
          apply({ event: 'release', fence });
          worker.isOver = true;
        } else if (act === 'fail' && !worker.hasDot) {
          apply({ event: 'failure', fence, stage: 'before-dot', reason: 'closed', at });
          worker.isOver = true;
        } else if (act === 'dot' && worker.hasData) {
          worker.isOver = true;
          // The relay decides; the worker hears of it (codes), hears nothing (0: not taken, -1: taken).
          if (fate === 250 || fate === -1) accepted += 1;
          if (fate > 0) apply({ event: 'reply', fence, stage: 'after-dot', reply: reply(fate), at });
          else apply({ event: 'failure', fence, stage: 'after-dot', reason: 'silent', at });
        }
      }
      expect(accepted).toBeLessThanOrEqual(1);
    }),
    { numRuns: 3000 },
  );
});
