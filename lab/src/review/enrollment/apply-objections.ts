import { hint } from '@candor/core/base';
import type { Hashing } from '@candor/core/ledger';
import type { Store } from '../../adapters/store/store.ts';
import { insertAct } from '../store/act-store.ts';
import { raiseNeed } from '../store/need-store.ts';
import { grantRequest, readRequests, type StoredRequest, settleRequest } from '../store/request-store.ts';
import { type Reviewer, readReviewers } from '../store/reviewer-store.ts';
import type { PartyPlaces } from './party-places.ts';

/**
 * Applies signed objections of a party's own people: the enrollment stops until two people decide. If somebody already
 * reads, a person is told. Returns how many stopped something.
 */
export async function applyObjections(
  store: Store,
  hashing: Hashing,
  places: PartyPlaces,
  at: number,
): Promise<number> {
  let stopped = 0;
  for (const request of await readRequests(store, { kind: 'objection', state: 'waiting' }))
    if (await store.durableTransaction(() => apply(store, hashing, places, request, at))) stopped += 1;
  return stopped;
}

async function apply(
  store: Store,
  hashing: Hashing,
  places: PartyPlaces,
  stored: StoredRequest,
  at: number,
): Promise<boolean> {
  const { request, asked, signer, party } = stored;
  if (asked.kind !== 'objection' || party === null) throw new Error('this is no objection of a party');
  const reviewers = (await readReviewers(store, null)).filter(
    (one) => places.toCurrent(one.party) === places.toCurrent(party),
  );
  const target = reviewers.find((one) => one.request === asked.enrollment);
  const by = reviewers.find((one) => one.fingerprint === signer && one.state === 'approved');
  if (target === undefined || by === undefined || target.state === 'refused' || target.state === 'revoked') {
    await settleRequest(store, request, 'refused', 'unknown-reviewer', at);
    return false;
  }
  await grantRequest(store, hashing, stored, at);
  await stopEnrollment(store, target, { by: signer, contact: by.name, why: null, request }, at);
  return target.state === 'asked';
}

/** Inside the caller's transaction. */
export async function stopEnrollment(
  store: Store,
  target: Reviewer,
  objection: {
    readonly by: string;
    readonly contact: string;
    readonly why: string | null;
    readonly request: string | null;
  },
  at: number,
): Promise<void> {
  await insertAct(store, { reviewer: target.id, act: 'objected', at, ...objection });
  if (target.request !== null && target.state === 'asked')
    await settleRequest(store, target.request, 'stopped', 'objection', at);
  const isReading = target.state === 'approved';
  const need = {
    kind: 'objection' as const,
    party: target.party,
    subject: `enrollment ${target.id}`,
    words: isReading
      ? `${objection.contact} objects to ${target.name}, who already reads for ${target.party}: talk to them, and revoke if they are right.`
      : `${objection.contact} objects to ${target.name}, who asks to read for ${target.party}: nothing continues until two of you have talked to them.`,
    command: isReading ? hint('reviewer.revoke', target.id).command : hint('enrollment.show', target.id).command,
  };
  await raiseNeed(store, need, at);
}
