import { hint, Refusal } from '@candor/core/base';
import type { NoticeSettings } from '@candor/core/incident';
import { readImpactReference } from '../../adapters/files/reference-files.ts';
import { nodeCryptography } from '../../adapters/keys/cryptography.ts';
import { readResolverAddress } from '../../adapters/net/dns.ts';
import { Prober } from '../../adapters/net/prober.ts';
import { now } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import { requireActiveOperators } from '../../notice/approval/index.ts';
import { loadDisclosure } from '../../notice/index.ts';
import {
  applyObjections,
  describeProofOutcome,
  findReadiness,
  judgeProof,
  PartyPlaces,
  type ProofDeps,
  placeNominees,
  requireAgreeingResolvers,
  settleEnrollmentNeeds,
} from '../../review/enrollment/index.ts';
import { readIssuedCodes } from '../../review/portal/index.ts';
import { listOpenObjections } from '../../review/store/act-store.ts';
import { raiseNeed, settleNeed } from '../../review/store/need-store.ts';
import { keepObservation, type ProofObservation, type ProofOutcome } from '../../review/store/observation-store.ts';
import { readRequests, type StoredRequest, settleRequest } from '../../review/store/request-store.ts';
import {
  changeReviewer,
  keepJudged,
  type Reviewer,
  readReviewers,
  requireReviewer,
} from '../../review/store/reviewer-store.ts';

export interface CheckedEnrollment {
  readonly id: number;
  readonly party: string;
  readonly name: string;
  readonly fingerprint: string;
  readonly outcome: ProofOutcome;
  readonly words: string;
  readonly zone: ProofObservation['zone'];
  /** Enrollments that claim the same. */
  readonly contested: readonly number[];
}

/** Failures that another check cannot change: nobody need decide about them. */
const final: ReadonlySet<ProofOutcome> = new Set(['expired', 'scope', 'shared-code', 'role-mailbox']);
/** Enrollments that are asked about at once. */
const concurrent = 8;

/**
 * Checks proofs in the lab itself: signature, age, code, zone, nominators, whatever a portal says. DNS is queried by
 * the prober, without store or keys. Observations are stored with their time.
 * @throws Refusal for too few resolvers, or an enrollment that did not come by the portal.
 */
export async function checkEnrollments(state: StateFolder, only: string | null): Promise<readonly CheckedEnrollment[]> {
  const { notice, incident } = await loadDisclosure(state.store);
  requireAgreeingResolvers(incident, notice);
  const prober = openProber(notice);
  try {
    await requireActiveOperators(state, createNodeRuntime(), now());
    return await checkIn(state, incident.incident, { asker: prober, resolvers: notice.resolvers.length }, only);
  } finally {
    prober.close();
  }
}

export function openProber({ resolvers }: Pick<NoticeSettings, 'resolvers'>): Prober {
  return new Prober({ resolvers: resolvers.flatMap((text) => readResolverAddress(text) ?? []), loopback: null });
}

async function checkIn(
  state: Pick<StateFolder, 'store'>,
  incident: string,
  asking: Pick<ProofDeps, 'asker' | 'resolvers'>,
  only: string | null,
): Promise<readonly CheckedEnrollment[]> {
  const { store } = state;
  const runtime = createNodeRuntime();
  const primitives = { ...nodeCryptography, ...runtime };
  const places = await PartyPlaces.open(store);
  await placeNominees({ store, primitives, incident, places, at: now() });
  await applyObjections(store, runtime, places, now());
  const wanted = await chooseEnrollments(store, only);
  const deps: ProofDeps = {
    ...{ primitives, incident, places, ...asking, at: now() },
    codes: await readIssuedCodes(store, places),
    rules: readImpactReference().suffixRules,
    reviewers: await readReviewers(store, null),
    nominations: (await readRequests(store, { kind: 'nomination' })).filter(({ state }) => state !== 'refused'),
  };
  const seen: { readonly reviewer: Reviewer; readonly observation: ProofObservation }[] = [];
  for (let from = 0; from < wanted.length; from += concurrent)
    seen.push(
      ...(await Promise.all(
        wanted.slice(from, from + concurrent).map(async ({ reviewer, request }) => ({
          reviewer,
          observation: await judgeProof(deps, { request, party: reviewer.party }),
        })),
      )),
    );
  for (const { reviewer, observation } of seen)
    await store.durableTransaction(() => keep(store, reviewer, observation, deps.at));
  const checked: CheckedEnrollment[] = [];
  for (const { reviewer, observation } of seen)
    checked.push(await store.durableTransaction(() => settleContest(store, places, reviewer, observation, deps.at)));
  return checked;
}

async function chooseEnrollments(
  store: Store,
  only: string | null,
): Promise<readonly { readonly reviewer: Reviewer; readonly request: StoredRequest }[]> {
  const requests = new Map((await readRequests(store, { kind: 'enrollment' })).map((one) => [one.request, one]));
  const chosen = only === null ? await readReviewers(store, null) : [await requireReviewer(store, only)];
  const found = chosen.flatMap((reviewer) => {
    const request = reviewer.request === null ? undefined : requests.get(reviewer.request);
    return request === undefined || reviewer.state !== 'asked' ? [] : [{ reviewer, request }];
  });
  if (only !== null && found.length === 0)
    throw new Refusal('nothing-to-check', [
      `enrollment ${only} did not come from the portal or was decided: there is no proof to check`,
    ]);
  return found;
}

/** Inside the caller's transaction. */
async function keep(store: Store, reviewer: Reviewer, observation: ProofObservation, at: number): Promise<void> {
  const request = reviewer.request ?? '';
  await keepObservation(store, request, observation, at);
  await keepJudged(store, reviewer.id, observation, at);
  const subject = `enrollment ${reviewer.id}`;
  if (observation.outcome === 'other-key')
    await raiseNeed(
      store,
      {
        kind: 'other-key',
        party: reviewer.party,
        subject,
        words: `the zone holds the token of ${reviewer.name} (${reviewer.party}) with another key: somebody may have exchanged keys at the portal.`,
        command: hint('enrollment.show', reviewer.id).command,
      },
      at,
    );
  else if (observation.outcome === 'proved') {
    await settleNeed(store, { kind: 'other-key', subject }, { by: 'check', why: 'the zone holds the right key', at });
    await raiseNeed(
      store,
      {
        kind: 'enrollment',
        party: reviewer.party,
        subject,
        words: `${reviewer.name} asks to read for ${reviewer.party} and has proved it: notify the party's contacts, wait, then two people decide.`,
        command: hint('enrollment.show', reviewer.id).command,
      },
      at,
    );
  }
  if (!final.has(observation.outcome)) return;
  const why = describeProofOutcome(observation);
  await changeReviewer(store, reviewer.id, 'asked', {
    state: 'refused',
    ended_at: at,
    ended_by: 'check',
    ended_why: why,
  });
  await settleRequest(store, request, 'refused', why, at);
  await settleEnrollmentNeeds(store, reviewer.id, { by: 'check', why, at });
}

/** Who claims the same is known when all were looked at. Inside the caller's transaction. */
async function settleContest(
  store: Store,
  places: PartyPlaces,
  { id, party, name, fingerprint }: Reviewer,
  observation: ProofObservation,
  at: number,
): Promise<CheckedEnrollment> {
  const reviewers = await readReviewers(store, null);
  const current = await requireReviewer(store, String(id));
  const readiness = await findReadiness({ store, places, reviewers, waitSeconds: 0, leastResolvers: 0, at }, current);
  const { contested } = readiness;
  const { outcome, zone } = observation;
  if (outcome === 'proved' && contested.length > 0) {
    await raiseNeed(
      store,
      {
        kind: 'contested',
        party,
        subject: `enrollment ${id}`,
        words: `${name} asks to read for ${party} by a proof of their own; so does ${contested.map((other) => `${other.name} (enrollment ${other.id}, ${other.state})`).join(', ')}: find out who may, by a telephone number that you knew before.`,
        command: hint('enrollment.show', id).command,
      },
      at,
    );
    if (current.request !== null && current.state === 'asked')
      await settleRequest(store, current.request, 'stopped', 'contested', at);
  } else if (outcome === 'proved' && current.request !== null && listOpenObjections(readiness.acts).length === 0) {
    await settleRequest(store, current.request, 'waiting', null, at);
    await settleNeed(
      store,
      { kind: 'contested', subject: `enrollment ${id}` },
      { by: 'check', why: 'nobody else claims it', at },
    );
  }
  return {
    ...{ id, party, name, fingerprint, outcome, zone },
    words: describeProofOutcome(observation),
    contested: contested.map((other) => other.id),
  };
}
