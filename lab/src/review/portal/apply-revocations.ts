import type { Json } from '@candor/core/base';
import type { Hashing } from '@candor/core/ledger';
import { freshBytes } from '../../adapters/random.ts';
import type { Store } from '../../adapters/store.ts';
import { appendEntry } from '../../ledger/ledger-store.ts';
import { readRequests, type StoredRequest, settleRequest } from '../request-store.ts';
import { changeReviewer, type Reviewer, readReviewers } from '../reviewer-store.ts';
import { retireVault } from '../vault-store.ts';
import type { PartyPlaces } from './party-places.ts';

/** Somebody who reads no more by the party's own word. */
export interface OwnRevocation {
  readonly party: string;
  readonly name: string;
  readonly fingerprint: string;
  /** `left`: by the person's own word. */
  readonly by: 'left' | 'nominator';
  readonly entry: number;
}

const saltBytes = 32;

/**
 * Lets a party's own revocations take effect: a nominator takes somebody's access, or somebody leaves. It takes nobody of the organization, for
 * nothing is given by it. State, log and the retired vault stand or fall together; the portal hears it with the next standing.
 */
export async function applyRevocations(
  store: Store,
  hashing: Hashing,
  places: PartyPlaces,
  at: number,
): Promise<readonly OwnRevocation[]> {
  const applied: OwnRevocation[] = [];
  for (const request of await readRequests(store, { kind: 'revocation', state: 'waiting' })) {
    const one = await store.durableTransaction(() => apply(store, hashing, places, request, at));
    if (one !== null) applied.push(one);
  }
  return applied;
}

async function apply(
  store: Store,
  hashing: Hashing,
  places: PartyPlaces,
  { request, asked, document, signature, signer, party }: StoredRequest,
  at: number,
): Promise<OwnRevocation | null> {
  if (asked.kind !== 'revocation' || party === null) throw new Error('this is no revocation of a party');
  const reviewers = (await readReviewers(store, null)).filter(
    (reviewer) => places.toCurrent(reviewer.party) === places.toCurrent(party) && reviewer.state === 'approved',
  );
  const reviewer = reviewers.find(({ fingerprint }) => fingerprint === asked.reviewer);
  const by = reviewers.find(({ fingerprint }) => fingerprint === signer);
  if (reviewer === undefined || by === undefined) {
    // Gone meanwhile: who asked, or whom it is about.
    await settleRequest(store, request, 'refused', 'unknown-reviewer', at);
    return null;
  }
  const how = reviewer.fingerprint === by.fingerprint ? 'left' : 'nominator';
  const body: { readonly [member: string]: Json } = { by: signer, document, signature };
  const entry = await appendEntry(store, hashing, { kind: 'request', at, body }, freshBytes(saltBytes));
  await changeReviewer(store, reviewer.id, 'approved', {
    state: 'revoked',
    ended_at: at,
    ended_by: by.name,
    ended_why: how === 'left' ? 'left by their own word' : `the party's nominator ${toWho(by)} took it back`,
  });
  await retireVault(store, reviewer.party, at);
  await settleRequest(store, request, 'approved', null, at);
  return { party, name: reviewer.name, fingerprint: reviewer.fingerprint, by: how, entry };
}

function toWho({ name, fingerprint }: Reviewer): string {
  return `${name} (${fingerprint})`;
}
