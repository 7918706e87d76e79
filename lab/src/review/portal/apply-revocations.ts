import type { Hashing } from '@candor/core/ledger';
import type { Store } from '../../adapters/store/store.ts';
import type { PartyPlaces } from '../enrollment/party-places.ts';
import { grantRequest, readRequests, type StoredRequest, settleRequest } from '../store/request-store.ts';
import { changeReviewer, type Reviewer, readReviewers } from '../store/reviewer-store.ts';
import { retireVault } from '../store/vault-store.ts';

/** Somebody who reads no more by the party's own word. */
export interface OwnRevocation {
  readonly party: string;
  readonly name: string;
  readonly fingerprint: string;
  /** `left`: by the person's own request. `withdrawn`: a nomination that nobody had approved yet. */
  readonly by: 'left' | 'nominator' | 'withdrawn';
  readonly entry: number;
}

/**
 * Applies a party's own revocations: a nominator revokes access or withdraws a nomination, or somebody leaves. Needs
 * nobody of the organization, since nothing is granted. State, log and retired vault change together; the portal learns
 * it with the next statement.
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
  stored: StoredRequest,
  at: number,
): Promise<OwnRevocation | null> {
  const { request, asked, signer, party } = stored;
  if (asked.kind !== 'revocation' || party === null) throw new Error('this is no revocation of a party');
  const own = (await readReviewers(store, null)).filter(
    (reviewer) => places.toCurrent(reviewer.party) === places.toCurrent(party),
  );
  const by = own.find(({ fingerprint, state }) => fingerprint === signer && state === 'approved');
  const reviewer = own.findLast(
    (one) =>
      one.fingerprint === asked.reviewer && (one.state === 'approved' || (one.state === 'asked' && isNominee(one))),
  );
  const names = (await readRequests(store, { kind: 'nomination', state: 'waiting' })).filter(
    (one) => one.party === party && one.asked.kind === 'nomination' && one.asked.reviewer === asked.reviewer,
  );
  if (by === undefined || (reviewer === undefined && names.length === 0)) {
    // Gone meanwhile: who asked, or whom it is about.
    await settleRequest(store, request, 'refused', 'unknown-reviewer', at);
    return null;
  }
  const entry = await grantRequest(store, hashing, stored, at);
  for (const name of names) await settleRequest(store, name.request, 'refused', 'withdrawn', at);
  if (reviewer === undefined) return null;
  const how = reviewer.state === 'asked' ? 'withdrawn' : reviewer.id === by.id ? 'left' : 'nominator';
  await changeReviewer(store, reviewer.id, reviewer.state, {
    state: how === 'withdrawn' ? 'refused' : 'revoked',
    ended_at: at,
    ended_by: by.name,
    ended_why: toReason(how, by),
  });
  if (how !== 'withdrawn') await retireVault(store, reviewer.party, at);
  return { party, name: reviewer.name, fingerprint: reviewer.fingerprint, by: how, entry };
}

/** A nominee without approval: the nomination may be withdrawn. A domain proof is objected to instead. */
function isNominee({ proof }: Reviewer): boolean {
  return proof.startsWith('nomination ');
}

function toReason(how: OwnRevocation['by'], by: Reviewer): string {
  switch (how) {
    case 'left':
      return 'left by their own word';
    case 'nominator':
      return `the party's nominator ${toWho(by)} took it back`;
    case 'withdrawn':
      return `the party's nominator ${toWho(by)} withdrew the naming`;
  }
}

function toWho({ name, fingerprint }: Reviewer): string {
  return `${name} (${fingerprint})`;
}
