import { compareUtf8 } from '@candor/core/base';
import type { Authorizations } from '@candor/core/review/access';
import type { Store } from '../../adapters/store.ts';
import type { PartyPlaces } from '../enrollment/party-places.ts';
import { readReleases, type StoredRelease } from '../store/release-store.ts';
import { readRequests } from '../store/request-store.ts';
import { type Reviewer, readReviewers } from '../store/reviewer-store.ts';

/** What is in force, without the number and the times under which it is said. */
export type InForce = Pick<Authorizations, 'parties' | 'requests'>;

/** As long as the portal takes one. */
const mostNameChars = 100;
/** A decision stands at the portal this long, for whoever asked to see it. */
const decidedSeconds = 30 * 86_400;
const refusedSeconds = 3 * 86_400;
/** A tenth of what a portal keeps at once. */
const mostRefused = 20_000;

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

/** Everybody who reads. A key is one person's: where it was approved twice, it counts where it came first. */
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
 * Of one party: the newest that the portal has, and what was approved after it and gives the key to nobody who reads no
 * more. What a later one replaced never comes back, though that one was revoked since: it may hold what it was revoked
 * for, and readers who saw the later one would take it for a portal that was put back.
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
 * What waits, and what was decided lately. What is refused makes room at the portal soon: whoever floods it must not
 * keep others out.
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
