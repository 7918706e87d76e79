import { advise, formatTime, hint, type Reason } from '@candor/core/base';
import type { DatedIndex } from '@candor/core/ledger';
import type { Store } from '../../adapters/store/store.ts';
import { findCommitted, findRunningWait, type RunningWait, readLogTimes } from '../../ledger/waiting/index.ts';
import { listMessagesOf } from '../../notice/store/delivery-store.ts';
import { findNoticeState } from '../../notice/store/notice-store.ts';
import { type EnrollmentAct, listOpenObjections, readActs } from '../store/act-store.ts';
import { readObservations, type StoredObservation } from '../store/observation-store.ts';
import { readRequests } from '../store/request-store.ts';
import { findContinued, type Reviewer } from '../store/reviewer-store.ts';
import { describeProofOutcome } from './judge-proof.ts';
import { toTooFewResolvers } from './observe-zone.ts';
import type { PartyPlaces } from './party-places.ts';

/** A proof is checked again on the day of admission: a record present for an hour three days ago does not count. */
const freshSeconds = 86_400;

/** Progress of an enrollment between proof and approval. */
export interface Readiness {
  readonly observations: readonly StoredObservation[];
  readonly acts: readonly EnrollmentAct[];
  readonly announcement: Announcement;
  /** From when two people may approve, at the earliest; null until the log shows that everybody was told. */
  readonly waitsUntil: number | null;
  /** Where in the log the wait began; null until then, and once a second contact confirmed. */
  readonly waitsFrom: DatedIndex | null;
  /** Others who claim the same without having been named by one of those who read. */
  readonly contested: readonly Reviewer[];
  /** People may approve if it is empty. */
  readonly obstacles: readonly Reason[];
}

export interface ReadinessDeps {
  readonly store: Store;
  readonly places: PartyPlaces;
  readonly reviewers: readonly Reviewer[];
  readonly waitSeconds: number;
  readonly leastResolvers: number;
  readonly at: number;
}

/** For portal enrollments; manual ones rely on their stated proof and two people. */
export async function findReadiness(deps: ReadinessDeps, reviewer: Reviewer): Promise<Readiness> {
  const { store, at } = deps;
  const observations = reviewer.request === null ? [] : await readObservations(store, reviewer.request);
  const acts = await readActs(store, reviewer.id);
  const announcement = await readAnnouncement(store, acts);
  const isConfirmed = announcement.is === 'told' && acts.some(({ act }) => act === 'confirmed');
  const waitsFrom = announcement.is === 'told' && !isConfirmed ? announcement.logged : null;
  const times = waitsFrom === null ? null : await readLogTimes(store);
  const running = waitsFrom === null || times === null ? null : findRunningWait(times, waitsFrom, deps.waitSeconds, at);
  const isWaiting = announcement.is === 'told' && !isConfirmed;
  const waitsUntil = isWaiting
    ? (running?.until ?? (waitsFrom === null ? null : waitsFrom.at + deps.waitSeconds))
    : announcement.is === 'told'
      ? announcement.at
      : null;
  const contested = await findContested(deps, reviewer, observations);
  const obstacles =
    reviewer.request === null || reviewer.state !== 'asked'
      ? listObjections(reviewer, acts)
      : [
          ...listContinuedObstacles(reviewer, deps.reviewers),
          ...listProofObstacles(reviewer, observations, deps),
          ...listObjections(reviewer, acts),
          ...listWaits(reviewer, announcement, isWaiting ? { from: waitsFrom, running } : null),
        ];
  return { observations, acts, announcement, waitsUntil, waitsFrom, contested, obstacles };
}

/** The extended enrollment must still be in force: a revocation is not undone by another domain. */
function listContinuedObstacles(reviewer: Reviewer, reviewers: readonly Reviewer[]): readonly Reason[] {
  const continued = findContinued(reviewer);
  const isInForce = reviewers.some(({ id, state }) => id === continued && state === 'approved');
  if (continued === null || isInForce) return [];
  return [
    advise`enrollment ${reviewer.id} adds to enrollment ${continued}, which is no longer valid: ${hint('enrollment.refuse', reviewer.id)}, and let the person ask again`,
  ];
}

function listProofObstacles(
  { id }: Reviewer,
  observations: readonly StoredObservation[],
  { at, leastResolvers }: Pick<ReadinessDeps, 'at' | 'leastResolvers'>,
): readonly Reason[] {
  const last = observations.at(-1);
  if (last === undefined)
    return [advise`the lab has not checked the proof of enrollment ${id}: ${hint('enrollment.check', id)}`];
  if (last.outcome !== 'proved')
    return [
      advise`enrollment ${id} is not proved: ${describeProofOutcome(last)} (${hint('enrollment.check', id)} looks again)`,
    ];
  if (at - last.lastAt > freshSeconds)
    return [
      advise`the proof of enrollment ${id} was last checked ${formatTime(last.lastAt)}, more than a day ago: ${hint('enrollment.check', id)}`,
    ];
  if (last.zone !== null && last.zone.resolvers < leastResolvers)
    return [
      advise`the proof of enrollment ${id} rests on ${toTooFewResolvers(last.zone.resolvers, leastResolvers)}; then ${hint('enrollment.check', id)}`,
    ];
  return [];
}

function listObjections({ id }: Reviewer, acts: readonly EnrollmentAct[]): readonly Reason[] {
  return listOpenObjections(acts).map(
    ({ contact, by, at, why }) =>
      advise`${contact ?? by} objected to enrollment ${id} on ${formatTime(at)}${why === null ? '' : ` (${why})`}: talk to them; then ${hint('enrollment.refuse', id)}, or two people continue with ${hint('enrollment.resume', id)}`,
  );
}

function listWaits(
  { id }: Reviewer,
  announcement: Announcement,
  waiting: { readonly from: DatedIndex | null; readonly running: RunningWait | null } | null,
): readonly Reason[] {
  switch (announcement.is) {
    case 'none':
      return [advise`nobody of the party was notified of enrollment ${id}: ${hint('enrollment.announce', id)}`];
    case 'drafted':
      return [
        advise`the announcement of enrollment ${id} waits for two people: ${hint('notice.approve', { wave: announcement.wave })}, then ${hint('notice.send')}`,
      ];
    case 'under-way':
      return [
        advise`${announcement.open} contacts were not notified of enrollment ${id} yet: ${hint('notice.send')}; for uncertain ones ${hint('notice.settle')}`,
      ];
    case 'unreached':
      return [
        advise`every announcement of enrollment ${id} bounced: find other contacts (${hint('contacts')}), then ${hint('enrollment.announce', id)} again`,
      ];
    case 'told':
      if (waiting === null) return [];
      if (waiting.from === null)
        return [
          advise`enrollment ${id} waits from when the log shows that its contacts were notified, and it does not yet: ${hint('log.publish', { site: 'DIR' })}`,
        ];
      return waiting.running === null
        ? []
        : [
            advise`enrollment ${id} waits until ${formatTime(waiting.running.until)}, so that the notified contacts can object: ${waiting.running.words}. A second contact of the party can shorten it: ${hint('enrollment.confirm', id, { contact: '…' })}`,
          ];
  }
}

/** Two people prove the same without nominating each other: people decide. An unproved one stops nobody. */
async function findContested(
  { store, places, reviewers }: ReadinessDeps,
  reviewer: Reviewer,
  observations: readonly StoredObservation[],
): Promise<readonly Reviewer[]> {
  if (reviewer.state !== 'asked' || reviewer.request === null || observations.at(-1)?.namedBy != null) return [];
  const named = await readNamed(store);
  const contested: Reviewer[] = [];
  for (const other of reviewers) {
    const isSame =
      other.id !== reviewer.id &&
      other.fingerprint !== reviewer.fingerprint &&
      places.toCurrent(other.party) === places.toCurrent(reviewer.party) &&
      other.domains.some((name) => reviewer.domains.includes(name));
    if (!isSame || (other.request !== null && named.has(other.request))) continue;
    if (other.state === 'approved' || (other.state === 'asked' && (await isProved(store, other))))
      contested.push(other);
  }
  return contested;
}

async function isProved(store: Store, { request }: Reviewer): Promise<boolean> {
  return request === null || (await readObservations(store, request)).at(-1)?.outcome === 'proved';
}

/** Enrollments by a nominator's word: they claim nothing of their own. */
async function readNamed(store: Store): Promise<ReadonlySet<string>> {
  const requests = await readRequests(store, { kind: 'enrollment' });
  return new Set(
    requests.flatMap(({ request, asked }) =>
      asked.kind === 'enrollment' && asked.proof.kind === 'nomination' ? [request] : [],
    ),
  );
}

/**
 * Progress of telling all contacts.
 * - `none`: no announcement, or it was discarded or withdrawn.
 * - `drafted`: not approved by two people.
 * - `under-way`: some contacts are not settled.
 * - `unreached`: every delivery bounced.
 * - `told`: all are settled, and somebody was reached; `at` is the time of the last.
 */
export type Announcement =
  | { readonly is: 'none' }
  | { readonly is: 'drafted'; readonly notice: number; readonly wave: number }
  | { readonly is: 'under-way'; readonly notice: number; readonly wave: number; readonly open: number }
  | { readonly is: 'unreached'; readonly notice: number; readonly wave: number }
  | {
      readonly is: 'told';
      readonly notice: number;
      readonly wave: number;
      readonly at: number;
      /** It is null while the log does not show it. */
      readonly logged: DatedIndex | null;
      readonly contacts: readonly string[];
    };

/** Reads it from the deliveries themselves: a bounce that comes later counts. */
export async function readAnnouncement(store: Store, acts: readonly EnrollmentAct[]): Promise<Announcement> {
  const notice = acts.findLast(({ act }) => act === 'announced')?.notice ?? null;
  if (notice === null) return { is: 'none' };
  const row = await findNoticeState(store, notice);
  if (row === null || row.state === 'discarded' || row.state === 'withdrawn') return { is: 'none' };
  const known = { notice, wave: row.wave_id };
  if (row.state === 'composed') return { is: 'drafted', ...known };
  const deliveries = await listMessagesOf(store, notice);
  const accepted = deliveries.filter(({ state }) => state === 'accepted');
  const open = deliveries.filter(({ state }) => !['accepted', 'bounced', 'inhibited'].includes(state)).length;
  if (open > 0) return { is: 'under-way', ...known, open };
  if (accepted.length === 0) return { is: 'unreached', ...known };
  return {
    is: 'told',
    ...known,
    at: Math.max(...accepted.map(({ changed_at: at }) => at)),
    logged: await findCommitted(
      store,
      accepted.map(({ message_id: id }) => id),
    ),
    contacts: accepted.map(({ contact }) => contact),
  };
}
