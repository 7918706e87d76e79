import { assertNever, type Instant } from '@candor/core/base';
import type { Delivery, DeliveryEvent, DeliveryProgress, DeliveryState } from './delivery.ts';
import { formatReply, type SmtpReply } from './smtp-reply.ts';

/**
 * Shortest and longest wait between two tries: a relay that lists greylisted senders wants a minute, and a day is four
 * tries at least.
 */
const MIN_WAIT_SECONDS = 60;

export const MAX_WAIT_SECONDS: number = 4 * 3600;

/** RFC 5321, 4.5.4.1: give up after four or five days at the earliest. */
const PATIENCE_SECONDS = 5 * 24 * 3600;

/** Never before so many tries, whatever the clock says: a clock that jumps ahead must not end anything. */
const MIN_FAILURES = 12;

/** A claim before the final dot: long enough for a queue of messages in a slow session. */
export const INTENT_LEASE_SECONDS = 300;

/** A claim after the final dot: the server has ten minutes to reply (RFC 5321, 4.5.3.2.6). */
export const DATA_LEASE_SECONDS = 660;

/**
 * What an event makes of a delivery. `refused` changes nothing: `fenced` is said by a claim that has been taken over,
 * `not-due` comes too early, and `wrong-state` is out of place.
 */
export type DeliveryAdvance =
  | { readonly is: 'moved'; readonly delivery: Delivery }
  | { readonly is: 'refused'; readonly because: 'fenced' | 'not-due' | 'wrong-state' };

/**
 * The whole delivery protocol (docs/formats/delivery.md): at most one accepted copy. A try follows only on a failure
 * before the final dot or on a 4xx reply; after the dot silence is `uncertain`, and no event leads from there to
 * another try.
 */
export function advanceDelivery(delivery: Delivery, event: DeliveryEvent): DeliveryAdvance {
  if ('fence' in event && event.fence !== delivery.fence) return { is: 'refused', because: 'fenced' };
  switch (event.event) {
    case 'approve':
      return delivery.state === 'composed' ? move(delivery, { state: 'approved' }) : wrong;
    case 'claim':
      return claim(delivery, event.by, event.at);
    case 'data':
      if (delivery.state !== 'intent') return wrong;
      return move(delivery, { state: 'data', claim: renew(delivery.claim.by, event.at, DATA_LEASE_SECONDS) });
    case 'reply':
      if (isClaimed(delivery)) return answer(delivery, event.stage, event.reply, event.at);
      return delivery.state === 'uncertain' && event.stage === 'after-dot' ? answerLate(delivery, event.reply) : wrong;
    case 'failure':
      if (!isClaimed(delivery)) return wrong;
      if (event.stage === 'before-dot') return fail(delivery, event.reason, event.at);
      return delivery.state === 'data' ? move(delivery, { state: 'uncertain', reason: event.reason }) : wrong;
    case 'release':
      return delivery.state === 'intent' ? move(delivery, release(delivery)) : wrong;
    case 'expire':
      return expire(delivery, event.isSenderGone, event.at);
    case 'inhibit':
      if (delivery.state !== 'composed' && !isWaiting(delivery)) return wrong;
      return move(delivery, { state: 'inhibited', reason: event.reason });
    case 'permit':
      return delivery.state === 'inhibited' ? move(delivery, release(delivery)) : wrong;
    case 'returned':
      return takeReturned(delivery, event.says, event.reason);
    case 'forgotten':
      if (isFinal(delivery) || event.attempt <= delivery.attempts) return wrong;
      return move(
        { ...delivery, attempts: event.attempt, fence: Math.max(delivery.fence, event.attempt) },
        {
          state: 'uncertain',
          reason: 'it was tried before; the state is an older copy and does not know the outcome',
        },
      );
    case 'settle':
      if (delivery.state !== 'uncertain') return wrong;
      return event.as === 'accepted'
        ? move(delivery, { state: 'accepted' })
        : move(delivery, { state: 'bounced', reason: event.reason });
    default:
      return assertNever(event);
  }
}

type Claimed = Extract<Delivery, { readonly state: 'intent' | 'data' }>;
type Waiting = Extract<Delivery, { readonly state: 'approved' | 'deferred' }>;

const wrong: DeliveryAdvance = { is: 'refused', because: 'wrong-state' };

function claim(delivery: Delivery, by: string, at: Instant): DeliveryAdvance {
  if (!isWaiting(delivery)) return wrong;
  if (delivery.state === 'deferred' && !isDue(delivery.nextAt, at)) return { is: 'refused', because: 'not-due' };
  const counted = { ...delivery, attempts: delivery.attempts + 1, fence: delivery.fence + 1 };
  return move(counted, { state: 'intent', claim: renew(by, at, INTENT_LEASE_SECONDS) });
}

function answer(delivery: Claimed, stage: 'before-dot' | 'after-dot', reply: SmtpReply, at: Instant): DeliveryAdvance {
  const reason = formatReply(reply);
  if (reply.code >= 500) return move(delivery, { state: 'bounced', reason });
  if (reply.code >= 400) return fail(delivery, reason, at);
  // Before the dot no reply accepts a message; after it, a 3xx reply says nothing about it.
  if (stage === 'before-dot') return fail(delivery, `out of place: ${reason}`, at);
  if (delivery.state !== 'data') return wrong;
  if (reply.code >= 300) return move(delivery, { state: 'uncertain', reason: `out of place: ${reason}` });
  return move(delivery, { state: 'accepted' });
}

/**
 * A clock jump or long pause ended the claim while its sender still waited: nobody else has claimed since, so its
 * answer counts.
 */
function answerLate(delivery: Delivery, reply: SmtpReply): DeliveryAdvance {
  if (reply.code >= 500) return move(delivery, { state: 'bounced', reason: formatReply(reply) });
  return reply.code < 300 ? move(delivery, { state: 'accepted' }) : wrong;
}

function fail(delivery: Claimed, reason: string, at: Instant): DeliveryAdvance {
  const failures = delivery.failures + 1;
  const failedAt = delivery.failedAt ?? at;
  const retry = planRetry(failures, failedAt, at);
  const counted = { ...delivery, failures, failedAt };
  if (retry === null)
    return move(counted, { state: 'bounced', reason: `given up after ${failures} tries; the last: ${reason}` });
  return move(counted, { state: 'deferred', nextAt: retry.nextAt, reason });
}

/** A sender lost before the dot leaves nothing behind; afterwards the outcome is unknown. */
function expire(delivery: Delivery, isSenderGone: boolean, at: Instant): DeliveryAdvance {
  if (!isClaimed(delivery)) return wrong;
  if (!isSenderGone && !isLeaseOver(delivery.claim.leaseUntil, at)) return { is: 'refused', because: 'not-due' };
  if (delivery.state === 'intent') return move(delivery, release(delivery));
  return move(delivery, { state: 'uncertain', reason: 'the sender stopped before it knew the reply' });
}

/**
 * Any report about a delivery proves that its message left. While a sender works on it, the sender speaks first; the
 * report is looked at again later.
 */
function takeReturned(delivery: Delivery, says: 'failed' | 'arrived', reason: string): DeliveryAdvance {
  if (delivery.state !== 'accepted' && delivery.state !== 'uncertain') return wrong;
  if (says === 'failed') return move(delivery, { state: 'bounced', reason });
  return delivery.state === 'uncertain' ? move(delivery, { state: 'accepted' }) : wrong;
}

function renew(by: string, at: Instant, seconds: number): { readonly by: string; readonly leaseUntil: Instant } {
  return { by, leaseUntil: at + seconds };
}

/** Returns the delivery to those that wait; its failures stay counted. */
function release(delivery: Delivery): DeliveryState {
  if (delivery.failedAt === null) return { state: 'approved' };
  return { state: 'deferred', nextAt: delivery.failedAt, reason: 'an earlier try failed' };
}

function isClaimed(delivery: Delivery): delivery is Claimed {
  return delivery.state === 'intent' || delivery.state === 'data';
}

function isWaiting(delivery: Delivery): delivery is Waiting {
  return delivery.state === 'approved' || delivery.state === 'deferred';
}

function isFinal(delivery: Delivery): boolean {
  return delivery.state === 'accepted' || delivery.state === 'bounced' || delivery.state === 'uncertain';
}

function move({ attempts, fence, failures, failedAt }: DeliveryProgress, state: DeliveryState): DeliveryAdvance {
  return { is: 'moved', delivery: { ...state, attempts, fence, failures, failedAt } };
}

/** When to try again; null when it is time to give up. */
export type Retry = { readonly nextAt: Instant } | null;

/**
 * The wait is as long as the delivery has been failing already, within its limits: 1, 1, 2, 4, 8 … minutes up to 4
 * hours, for five days. It needs no memory but the moment of the first failure.
 */
export function planRetry(failures: number, failedAt: Instant, at: Instant): Retry {
  const failing = Math.max(0, at - failedAt);
  if (failures >= MIN_FAILURES && failing >= PATIENCE_SECONDS) return null;
  return { nextAt: at + Math.min(MAX_WAIT_SECONDS, Math.max(MIN_WAIT_SECONDS, failing)) };
}

/**
 * Whether a planned moment has come. One that is further off than any wait was planned by a clock that has been set
 * back since.
 */
export function isDue(nextAt: Instant, at: Instant): boolean {
  return nextAt <= at || nextAt > at + MAX_WAIT_SECONDS;
}

/**
 * Whether a claim holds no more. One that holds longer than any claim was made by a clock that has been set back since;
 * its fence keeps its maker out.
 */
export function isLeaseOver(leaseUntil: Instant, at: Instant): boolean {
  return leaseUntil <= at || leaseUntil > at + Math.max(INTENT_LEASE_SECONDS, DATA_LEASE_SECONDS);
}
