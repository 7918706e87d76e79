import { type Json, Refusal, toCanonicalJson, toObject } from '@candor/core/base';
import { digestDocument } from '@candor/core/notice/operator';
import { readReviewerKey } from '@candor/core/review/seal';
import { nodeCryptography } from '../../adapters/keys/cryptography.ts';
import { now } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { ENROLLMENT_BY_PERIODS } from '../../ledger/waiting/index.ts';
import {
  type ApprovalResult,
  listApprovals,
  NOTHING_TO_RECHECK,
  nameAct,
  type Proposed,
  runAct,
  type Signature,
} from '../../notice/approval/index.ts';
import { loadIncidentNow } from '../../notice/index.ts';
import {
  assertReady,
  findReadiness,
  type OverrideReasons,
  PartyPlaces,
  type Readiness,
  settleEnrollmentNeeds,
  toMinResolvers,
} from '../../review/enrollment/index.ts';
import { insertAct } from '../../review/store/act-store.ts';
import {
  changeReviewer,
  findContinued,
  insertReviewer,
  type Reviewer,
  type ReviewerRole,
  readReviewers,
  requireReviewer,
} from '../../review/store/reviewer-store.ts';
import { retireVault } from '../../review/store/vault-store.ts';
import { findOrPropose } from '../agree.ts';
import { findStoredParty } from '../impact/list-parties.ts';
import { requireLastVersion } from '../open-version.ts';
import { toWaitSeconds } from './announce-enrollments.ts';
import { readKeyText, toProved } from './enrollment-inputs.ts';

export interface EnrollmentOrder {
  readonly party: string;
  /** A file with the public key, or its text. */
  readonly key: string;
  readonly name: string;
  readonly role: ReviewerRole;
  /** What was proved; empty if the party has only one domain or address. */
  readonly domains: readonly string[];
  readonly proof: string;
  readonly by: string;
}

/** An enrollment with what people need to decide about it. */
export interface EnrollmentView extends Reviewer {
  readonly digest: string;
  readonly approvedBy: readonly string[];
  readonly readiness: Readiness;
}

/**
 * Records manually who asks to read for a party, with the proof. Grants nothing: two people approve.
 * @throws Refusal for an invalid key, an unknown party, or a domain that is not the party's.
 */
export async function addEnrollment(state: StateFolder, order: EnrollmentOrder): Promise<EnrollmentView> {
  const { store } = state;
  const key = readReviewerKey(readKeyText(order.key));
  if (key === null)
    throw new Refusal('bad-reviewer-key', [
      `"${order.key.slice(0, 40)}" is no public key of a reviewer; it is the text {"age":"age1pq1…","sign":"…","v":1} that enrolling shows (docs/formats/reviewer-key.md)`,
    ]);
  const version = await requireLastVersion(state);
  const party = await findStoredParty(store, version.version, order.party);
  if (party.kind === 'list')
    throw new Refusal('party-is-list', [
      `${party.party} is a list: nobody can read for it, because its members are other parties`,
    ]);
  const { incident } = await loadIncidentNow(store);
  const reviewer = await insertReviewer(
    store,
    createNodeRuntime(),
    {
      incident: incident.incident,
      party: party.party,
      key,
      name: order.name,
      role: order.role,
      domains: toProved(party, order.domains),
      proof: order.proof,
    },
    order.by,
    now(),
  );
  return toView(state, reviewer);
}

/** One person's approval; with the second the reviewer gets a grant in the next release. */
export async function approveEnrollment(
  state: StateFolder,
  name: string,
  signature: Signature,
  digest: string | null,
  despite: OverrideReasons = { contest: null, warning: null },
): Promise<ApprovalResult & { readonly enrollment: EnrollmentView }> {
  const { store } = state;
  const by = signature.as;
  const keepReasons = async ({ reviewer, reasons }: ReadEnrollment, at: number): Promise<void> => {
    for (const { act, why } of reasons) await insertAct(store, { reviewer: reviewer.id, act, by, at, why });
  };
  const { result, read } = await runAct(
    state,
    {
      matter: 'enrollment',
      read: async (): Promise<ReadEnrollment> => {
        const reviewer = await requireReviewer(store, name);
        assertState(reviewer, 'asked');
        const { document, readiness } = await toView(state, reviewer);
        const reasons = assertReady(reviewer, readiness, despite);
        return { ...nameAct(`enrollment ${reviewer.id}`), document, proposal: null, reviewer, reasons };
      },
      concerns: { are: 'nobody', because: 'no-mailbox' },
      recheck: NOTHING_TO_RECHECK,
      effect: async (read, { entry, at }) => {
        const { reviewer } = read;
        // Somebody may have objected since the check.
        assertReady(reviewer, (await toView(state, reviewer)).readiness, despite);
        await endContinued(store, reviewer, by, at);
        const document = toCanonicalJson(read.document);
        await changeReviewer(store, reviewer.id, 'asked', { state: 'approved', entry, document });
        await settleEnrollmentNeeds(store, reviewer.id, { by, why: 'approved', at });
        await keepReasons(read, at);
      },
    },
    signature,
    digest,
  );
  // With the second person they stand in the transaction of the entry.
  if (result.entry === null) await keepReasons(read, now());
  return { ...result, enrollment: await toView(state, await requireReviewer(store, String(read.reviewer.id))) };
}

interface ReadEnrollment extends Proposed {
  readonly reviewer: Reviewer;
  /** Why it is approved despite a contest or a warning. */
  readonly reasons: ReturnType<typeof assertReady>;
}

/** One key has one enrollment in force: a new one takes the place of the one before, and no vault is retired. */
async function endContinued(store: StateFolder['store'], reviewer: Reviewer, by: string, at: number): Promise<void> {
  const continued = findContinued(reviewer);
  if (continued === null) return;
  const why = `continues as enrollment ${reviewer.id}`;
  await changeReviewer(store, continued, 'approved', { state: 'revoked', ended_at: at, ended_by: by, ended_why: why });
}

/** Refusing takes one person: nothing is given by it. */
export async function refuseEnrollment(
  state: StateFolder,
  name: string,
  why: string,
  by: string,
): Promise<EnrollmentView> {
  const reviewer = await requireReviewer(state.store, name);
  assertState(reviewer, 'asked');
  await changeReviewer(state.store, reviewer.id, 'asked', {
    state: 'refused',
    ended_at: now(),
    ended_by: by,
    ended_why: why,
  });
  await settleEnrollmentNeeds(state.store, reviewer.id, { by, why, at: now() });
  return toView(state, await requireReviewer(state.store, String(reviewer.id)));
}

/**
 * One person's word that a reviewer reads no more; with the second one it counts: no grant in later releases, and a new
 * vault for them. What was opened stays opened.
 */
export async function revokeReviewer(
  state: StateFolder,
  name: string,
  signature: Signature,
  reason: string | null,
  digest: string | null,
): Promise<ApprovalResult & { readonly enrollment: EnrollmentView; readonly why: string }> {
  const { store } = state;
  const { result, read } = await runAct(
    state,
    {
      matter: 'revocation',
      read: async () => {
        const reviewer = await requireReviewer(store, name);
        assertState(reviewer, 'approved');
        const { incident } = await loadIncidentNow(store);
        const { party, fingerprint, id } = reviewer;
        const which = { party, enrollment: id, reviewer: fingerprint };
        const subject = { v: 1, kind: 'revocation', incident: incident.incident, ...which };
        const proposed = await findOrPropose(state, 'revocation', subject, reason);
        return { ...nameAct(`the revocation of enrollment ${id}`), ...proposed, reviewer };
      },
      concerns: { are: 'nobody', because: 'no-mailbox' },
      recheck: NOTHING_TO_RECHECK,
      effect: async ({ reviewer: { id, party }, why }, { at }) => {
        const ended = { ended_at: at, ended_by: signature.as, ended_why: why };
        await changeReviewer(store, id, 'approved', { state: 'revoked', ...ended });
        await retireVault(store, party, at);
      },
    },
    signature,
    digest,
  );
  const reviewer = await requireReviewer(store, String(read.reviewer.id));
  return { ...result, why: read.why, enrollment: await toView(state, reviewer) };
}

/** How long a list shows what ended: anybody can ask, so those who were refused may be many. */
const endedShownSeconds = 30 * 86_400;

export interface ListedEnrollments {
  readonly listed: readonly EnrollmentView[];
  /** Refused or revoked before, which were not asked for. */
  readonly leftOut: number;
}

/** Those that are open or in force, and those that ended in the last 30 days; all where that is asked for. */
export async function listEnrollments(
  state: StateFolder,
  party: string | null,
  isAll: boolean,
): Promise<ListedEnrollments> {
  const reviewers = await readReviewers(state.store, party);
  const shownFrom = now() - endedShownSeconds;
  const wanted = isAll ? reviewers : reviewers.filter(({ endedAt }) => endedAt === null || endedAt > shownFrom);
  const listed: EnrollmentView[] = [];
  for (const reviewer of wanted) listed.push(await toView(state, reviewer));
  return { listed, leftOut: reviewers.length - wanted.length };
}

export async function showEnrollment(state: StateFolder, name: string): Promise<EnrollmentView> {
  return await toView(state, await requireReviewer(state.store, name));
}

async function toView({ store }: StateFolder, reviewer: Reviewer): Promise<EnrollmentView> {
  const { incident } = await loadIncidentNow(store);
  const waitSeconds = toWaitSeconds({ incident });
  const readiness = await findReadiness(
    {
      store,
      places: await PartyPlaces.open(store),
      reviewers: await readReviewers(store, null),
      waitSeconds,
      leastResolvers: toMinResolvers(incident),
      at: now(),
    },
    reviewer,
  );
  const document = reviewer.state === 'asked' ? toApproved(reviewer, readiness, waitSeconds) : reviewer.document;
  const digest = digestDocument(createNodeRuntime(), document);
  const keptBy = { store, cryptography: nodeCryptography };
  const approvals = await listApprovals(keptBy, 'enrollment', digest, incident.operators);
  return { ...reviewer, document, digest, approvedBy: approvals.map(({ operator }) => operator), readiness };
}

/** What two people approve of somebody who asked at the portal: from where in the log it waited, too. */
function toApproved({ request, document }: Reviewer, { waitsFrom }: Readiness, seconds: number): Json {
  const asked = toObject(document);
  if (request === null || asked === null) return document;
  const wait = waitsFrom === null ? null : { seconds, since: waitsFrom.index };
  return { ...asked, v: ENROLLMENT_BY_PERIODS, wait };
}

function assertState({ id, state, endedWhy }: Reviewer, wanted: Reviewer['state']): void {
  if (state === wanted) return;
  const why = endedWhy === null ? '' : ` (${endedWhy})`;
  throw new Refusal('already-decided', [`enrollment ${id} is ${state}${why}; it must be ${wanted}`]);
}
