import {
  advise,
  compareUtf8,
  formatInstant,
  hint,
  type Json,
  Refusal,
  type Runtime,
  toCanonicalJson,
} from '@candor/core/base';
import { type Authorizations, readAuthorizations, toAuthorizationsText } from '@candor/core/review/access';
import { z } from 'zod';
import type { PortalClient } from '../../adapters/net/portal.ts';
import { guardOf } from '../../adapters/store/schema-guard.ts';
import { readJsonFact, writeFact } from '../../adapters/store/state-fact.ts';
import type { Store } from '../../adapters/store/store.ts';
import type { PartyPlaces } from '../enrollment/party-places.ts';
import { readReleases, type StoredRelease } from '../store/release-store.ts';
import { readRequests, settleRequest } from '../store/request-store.ts';
import { type Reviewer, readReviewers } from '../store/reviewer-store.ts';

/** As long as the portal takes one. */
const mostNameChars = 100;

/** How long a decision stays at the portal for its requester. */
const decidedSeconds = 30 * 86_400;

const refusedSeconds = 3 * 86_400;

/** A tenth of what a portal keeps at once. */
const mostRefused = 20_000;

/** What was last said. The number is kept before it is said, so that none is ever used for two statements. */
export type LastStatement = Readonly<z.infer<typeof statementSchema>>;

const statementSchema = z.object({
  number: z.number(),
  /** The digest leaves out number and times. */
  digest: z.string(),
  /** It names the portal process that accepted it; null means unknown. */
  boot: z.string().nullable(),
  at: z.number(),
  until: z.number(),
});
const isSaid = guardOf(statementSchema.nullable());

export interface PublishedStatement extends LastStatement {
  /** The portal knew it already, so it was not sent again. */
  readonly isSame: boolean;
  readonly inForce: Pick<Authorizations, 'parties' | 'requests'>;
}

/** The portal serves nothing beyond it: two days without the lab, and reviewers wait. */
const goodForSeconds = 2 * 86_400;

export async function readLastStatement(store: Store): Promise<LastStatement | null> {
  return readJsonFact(store, 'portal-standing', isSaid);
}

export interface PublishAuthorizationsDeps {
  readonly store: Store;
  readonly portal: PortalClient;
  readonly runtime: Pick<Runtime, 'sha256Hex'>;
  readonly incident: string;
  readonly places: PartyPlaces;
  readonly at: number;
  /** A person has reviewed the readers in a restored state: continue above whatever the portal heard since. */
  readonly isAnew: boolean;
}

/**
 * Publishes what is in force under a number above all earlier ones. Repeats an unchanged statement only if the portal
 * may have lost it, or after half of its time.
 * @throws Refusal when the portal heard something later than this state knows.
 */
export async function publishAuthorizations(deps: PublishAuthorizationsDeps): Promise<PublishedStatement> {
  const { store, portal, runtime, incident, places, at, isAnew } = deps;
  const { standing, said, inForce, isSame } = await store.durableTransaction(async () => {
    await settleDecidedRequests(store, at);
    const inForce = await composeInForce(store, places, at);
    const digest = runtime.sha256Hex(toCanonicalJson(inForce as unknown as Json));
    const before = await readLastStatement(store);
    const isHeard = before !== null && before.boot === portal.boot && before.digest === digest;
    if (isHeard && before.until - at > goodForSeconds / 2)
      return { standing: null, said: before, inForce, isSame: true };
    // Seconds since 1970 are above any number that was counted up to.
    const number = Math.max((before?.number ?? 0) + 1, isAnew ? at : 0);
    const until = at + goodForSeconds;
    const said: LastStatement = { number, digest, boot: null, at, until };
    const times = { at: formatInstant(at), until: formatInstant(until) };
    const standing = toAuthorizationsText({ v: 1, kind: 'standing', incident, number, ...times, ...inForce });
    if (readAuthorizations(standing) === null) throw new Error('the authorizations cannot be stated');
    await writeFact(store, 'portal-standing', JSON.stringify(said));
    return { standing, said, inForce, isSame: false };
  });
  if (standing === null) return { ...said, inForce, isSame };
  try {
    await portal.say(standing);
  } catch (cause) {
    if (!(cause instanceof Refusal) || cause.code !== 'portal-conflict') throw cause;
    throw new Refusal('lab-back', [
      advise`the portal has a later statement than ${said.number}: this state was restored from an older backup, or a copy of it also talks to the portal. Revoked readers could read again. Review ${hint('enrollment.list')} and ${hint('release.status')}, then publish again with ${hint('portal.push', { anew: true })}`,
    ]);
  }
  const heard: LastStatement = { ...said, boot: portal.boot };
  await store.durableTransaction(() => writeFact(store, 'portal-standing', JSON.stringify(heard)));
  return { ...heard, inForce, isSame };
}

/**
 * What people decided about an enrollment is the answer to the request that it came by. Inside the caller's
 * transaction.
 */
export async function settleDecidedRequests(store: Store, at: number): Promise<void> {
  const decided = new Map(
    (await readReviewers(store, null)).flatMap((one) =>
      one.request === null || one.state === 'asked' ? [] : [[one.request, one] as const],
    ),
  );
  for (const { request, state } of await readRequests(store, { kind: 'enrollment' })) {
    const reviewer = decided.get(request);
    if (reviewer === undefined) continue;
    const wanted = reviewer.state === 'refused' ? 'refused' : 'approved';
    if (state !== wanted) await settleRequest(store, request, wanted, reviewer.endedWhy, at);
  }
}

/** What is in force, without the number and the times under which it is said. */
type InForce = Pick<Authorizations, 'parties' | 'requests'>;

/**
 * All that is in force now, in one order, so that the same is the same text. Of releases those that are served or to be
 * served: the newest that the portal has, and what was approved after it; what they supersede is not named, so the
 * portal takes it away.
 */
export async function composeInForce(store: Store, places: PartyPlaces, at: number): Promise<InForce> {
  const releases = groupBy(await readReleases(store, null), ({ party }) => places.toCurrent(party));
  const reading = groupBy(await listReading(store), ({ party }) => places.toCurrent(party));
  const parties = [...reading]
    .map(([party, own]) => ({
      party,
      domains: [...new Set(own.flatMap(({ domains }) => domains))].sort(compareUtf8),
      reviewers: own
        .map(({ fingerprint, key, role, name }) => ({
          reviewer: fingerprint,
          sign: key.sign,
          role,
          name: name.slice(0, mostNameChars),
        }))
        .sort((a, b) => compareUtf8(a.reviewer, b.reviewer)),
      releases: listInForce(releases.get(party) ?? [], new Set(own.map(({ fingerprint }) => fingerprint))).map(
        ({ digest }) => digest,
      ),
    }))
    .sort((a, b) => compareUtf8(a.party, b.party));
  return { parties, requests: await listRequests(store, at) };
}

/** All readers. A key belongs to one person: if approved twice, the first one counts. */
async function listReading(store: Store): Promise<readonly Reviewer[]> {
  const approved = (await readReviewers(store, null)).filter(({ state }) => state === 'approved');
  const seen = new Set<string>();
  return approved.filter(({ fingerprint, key }) => {
    const isDoubled = seen.has(fingerprint) || seen.has(key.sign);
    seen.add(fingerprint).add(key.sign);
    return !isDoubled;
  });
}

/**
 * For one party: the newest release at the portal, and later approved ones that grant nothing to former readers. A
 * replaced release never returns, even if the later one was revoked: readers would take it for a restored portal.
 */
export function listInForce(
  releases: readonly StoredRelease[],
  reading: ReadonlySet<string>,
): readonly StoredRelease[] {
  const last = releases.findLast(({ state }) => state === 'pushed' || state === 'revoked');
  const served = last?.state === 'pushed' ? last : undefined;
  const next = releases.filter(
    ({ state, number, manifest, party }) =>
      state === 'approved' &&
      (last === undefined || last.party !== party || number > last.number) &&
      manifest.grants.every(({ reviewer }) => reading.has(reviewer)),
  );
  return [...(served === undefined ? [] : [served]), ...next];
}

/**
 * Waiting and recently decided requests. Refused ones soon make room at the portal, so that a flood does not lock out
 * others.
 */
async function listRequests(store: Store, at: number): Promise<Authorizations['requests']> {
  const requests = await readRequests(store);
  const refused = requests
    .filter(({ state, decidedAt }) => state === 'refused' && at - (decidedAt ?? 0) < refusedSeconds)
    .slice(-mostRefused);
  const others = requests.filter(
    ({ state, decidedAt }) => state !== 'refused' && (decidedAt === null || at - decidedAt < decidedSeconds),
  );
  return [...refused, ...others]
    .map(({ request, state }) => ({ request, state }))
    .sort((a, b) => compareUtf8(a.request, b.request));
}

function groupBy<Member>(members: readonly Member[], toKey: (member: Member) => string): Map<string, Member[]> {
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    const group = groups.get(toKey(member));
    if (group === undefined) groups.set(toKey(member), [member]);
    else group.push(member);
  }
  return groups;
}
