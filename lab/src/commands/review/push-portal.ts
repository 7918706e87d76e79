import { advise, hint, Refusal } from '@candor/core/base';
import { nodeCryptography } from '../../adapters/keys/cryptography.ts';
import type { PortalClient } from '../../adapters/net/portal.ts';
import { now } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import { readFact, writeFact } from '../../adapters/store/state-fact.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { requireActiveOperators } from '../../notice/approval/index.ts';
import { PartyPlaces, publishEnquiryAnswers } from '../../review/enrollment/index.ts';
import { ReleaseFiles } from '../../review/index.ts';
import {
  listInForce,
  openPortal,
  type PublishedStatement,
  publishAuthorizations,
  publishTags,
  requirePortalPlace,
} from '../../review/portal/index.ts';
import { changeRelease, readReleases, type StoredRelease } from '../../review/store/release-store.ts';
import { readReviewers } from '../../review/store/reviewer-store.ts';
import { withPortal } from '../acting.ts';
import { findParty } from '../impact/list-parties.ts';
import type { Progress } from '../progress.ts';
import { findMisreadReleases, toSentence } from './misread-releases.ts';
import { isPublished, makePapers } from './release-papers.ts';

export interface PushOrder {
  /** Only releases of this party; null: all. The statement of what is in force is always complete. */
  readonly party: string | null;
  readonly isAnew: boolean;
  readonly progress: Progress;
  /** Checked between two files: sent files stay, and the next push resumes. */
  readonly isStopping: () => boolean;
}

export interface PushedRelease {
  readonly party: string;
  readonly release: number;
  readonly digest: string;
  /** Sealed files that were sent; the others were there. */
  readonly files: number;
}

export interface Pushed {
  readonly number: number;
  readonly until: number;
  readonly parties: number;
  readonly reviewers: number;
  readonly pushed: readonly PushedRelease[];
  /** Signed answers to enquiries that the portal has now. */
  readonly answers: number;
  /** Approved, but not yet to be given out, and why. */
  readonly waiting: readonly { readonly party: string; readonly release: number; readonly why: string }[];
}

/**
 * Publishes what is in force, and uploads every approved release that is missing, once the published log contains it.
 * Resumes after a kill, and sends nothing twice.
 * @throws Refusal when the portal is unreachable, knows something later, or an object is missing.
 */
export function pushPortal(state: StateFolder, order: PushOrder): Promise<Pushed> {
  return withPortal(state, async () => {
    const place = await requirePortalPlace(state);
    return push(state, await openPortal(place), place.incident.incident, order);
  });
}

export async function push(
  state: StateFolder,
  portal: PortalClient,
  incident: string,
  { party, isAnew, progress, isStopping }: PushOrder,
): Promise<Pushed> {
  const { store } = state;
  const places = await PartyPlaces.open(store);
  const wanted = party === null ? null : findParty(places.parties, party).party;
  const say = (anew: boolean): Promise<PublishedStatement> =>
    publishAuthorizations({ store, portal, runtime: createNodeRuntime(), incident, places, at: now(), isAnew: anew });
  // First removals, then additions.
  await say(isAnew);
  const primitives = { ...nodeCryptography, ...createNodeRuntime() };
  await publishTags({ store, portal, primitives, places });
  const { next, waiting } = await findNext(state, places, portal.boot, wanted);
  const pushed: PushedRelease[] = [];
  for (const release of next) {
    const files = await pushRelease(state, portal, release, progress, isStopping);
    if (files !== null) pushed.push({ party: release.party, release: release.number, digest: release.digest, files });
  }
  const at = now();
  const runtime = createNodeRuntime();
  const { operators, keySet } = await requireActiveOperators(state, runtime, at);
  const answers = await publishEnquiryAnswers({ store, runtime, portal, operators, keySet, at });
  if (wanted === null) await writeFact(store, 'portal-complete', portal.boot);
  const { number, until, inForce } = await say(false);
  const reviewers = inForce.parties.reduce((sum, one) => sum + one.reviewers.length, 0);
  return { number, until, parties: inForce.parties.length, reviewers, pushed, waiting, answers };
}

/** Approved releases, and those pushed to a portal that has since restarted and may have been restored. */
async function findNext(
  state: StateFolder,
  places: PartyPlaces,
  boot: string,
  wanted: string | null,
): Promise<{ readonly next: readonly StoredRelease[]; readonly waiting: Pushed['waiting'] }> {
  const { store } = state;
  const isKnown = (await readFact(store, 'portal-complete')) === boot;
  const reviewers = (await readReviewers(store, null)).filter((reviewer) => reviewer.state === 'approved');
  const releases = await readReleases(store, null);
  const misread = new Map((await findMisreadReleases(state, null)).map((one) => [one.release.id, toSentence(one)]));
  const next: StoredRelease[] = [];
  const waiting: { party: string; release: number; why: string }[] = [];
  for (const party of new Set(releases.map((release) => places.toCurrent(release.party)))) {
    if (wanted !== null && party !== wanted) continue;
    const own = releases.filter((release) => places.toCurrent(release.party) === party);
    const reading = reviewers.filter((reviewer) => places.toCurrent(reviewer.party) === party);
    const inForce = listInForce(own, new Set(reading.map(({ fingerprint }) => fingerprint)));
    for (const release of own) {
      if (release.state === 'pushed' && inForce.includes(release) && !isKnown) next.push(release);
      if (release.state !== 'approved' || release.entry === null) continue;
      const damaged = misread.get(release.id);
      const why =
        damaged !== undefined
          ? damaged
          : inForce.includes(release)
            ? (await isPublished(store, release.entry))
              ? null
              : `entry ${release.entry} of the log waits for the next checkpoint: ${hint('log.publish', { site: 'DIR' })}`
            : `a reader in it was revoked, or a later release exists: ${hint('release.prepare', { party })}`;
      if (why === null) next.push(release);
      else waiting.push({ party: release.party, release: release.number, why });
    }
  }
  return { next, waiting };
}

/** Gives how many files were sent; null when it was decided otherwise meanwhile. */
async function pushRelease(
  state: StateFolder,
  portal: PortalClient,
  release: StoredRelease,
  progress: Progress,
  isStopping: () => boolean,
): Promise<number | null> {
  const { papers } = await makePapers(state, release);
  const files = await ReleaseFiles.open(state, release);
  const step = progress.begin('push', 'files', null);
  try {
    const sent = await portal.push(papers, async (digest) => {
      if (isStopping())
        throw new Refusal('stopped', [
          advise`stopped at release ${release.number} of ${release.party}; what was sent stays there; continue with ${hint('portal.push')}`,
        ]);
      const bytes = files.read(digest);
      step.advance(1);
      return bytes;
    });
    if (release.state === 'approved')
      await state.store.durableTransaction(() => changeRelease(state.store, release, { state: 'pushed' }));
    return sent;
  } catch (cause) {
    // Revoked while it was on its way: the next statement does not name it, and the portal takes it away.
    if (cause instanceof Refusal && cause.code === 'release-changed') return null;
    throw cause;
  } finally {
    step.end();
  }
}
