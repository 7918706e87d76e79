import { advise, hint, Refusal } from '@candor/core/base';
import { now } from '../../adapters/process/clock.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import {
  type ApprovalResult,
  NOTHING_TO_RECHECK,
  nameAct,
  runAct,
  type Signature,
} from '../../notice/approval/index.ts';
import { loadIncidentNow } from '../../notice/index.ts';
import { PartyPlaces, readAnnouncement, stopEnrollment } from '../../review/enrollment/index.ts';
import { insertAct, listOpenObjections, readActs } from '../../review/store/act-store.ts';
import { settleNeed } from '../../review/store/need-store.ts';
import { readRequests, type StoredRequest, settleRequest } from '../../review/store/request-store.ts';
import { changeRole, type Reviewer, readReviewers, requireReviewer } from '../../review/store/reviewer-store.ts';
import { findOrPropose } from '../agree.ts';

/** A statement of somebody of the party by telephone or letter, and who received it. */
export interface ContactStatement {
  readonly contact: string;
  readonly why: string | null;
  readonly by: string;
}

/**
 * Records that a second contact of the party confirmed an enrollment, which ends the wait. Only notified contacts can
 * confirm, and nobody confirms themselves.
 */
export async function confirmEnrollment(
  { store }: StateFolder,
  name: string,
  word: ContactStatement,
): Promise<Reviewer> {
  const reviewer = await requireAsked(store, name);
  const acts = await readActs(store, reviewer.id);
  const announcement = await readAnnouncement(store, acts);
  if (announcement.is !== 'told')
    throw new Refusal('not-announced', [
      advise`not everybody was notified of enrollment ${reviewer.id} yet, so nobody can confirm it; ${hint('enrollment.show', reviewer.id)} shows what is missing`,
    ]);
  const contact = word.contact.trim().toLowerCase();
  if (contact === reviewer.address?.toLowerCase())
    throw new Refusal('same-person', [
      `${word.contact} is the address of the person who asks: confirmation needs a second contact of ${reviewer.party}`,
    ]);
  const told = announcement.contacts.find((known) => known.toLowerCase() === contact);
  if (told === undefined)
    throw new Refusal('unknown-contact', [
      `${word.contact} was not notified of enrollment ${reviewer.id}; these were: ${announcement.contacts.join(', ')}`,
    ]);
  await insertAct(store, { reviewer: reviewer.id, act: 'confirmed', at: now(), ...word, contact: told });
  return reviewer;
}

/** Records an objection by somebody of the party: one stops everything until two people decide. */
export async function objectToEnrollment(
  { store }: StateFolder,
  name: string,
  word: ContactStatement,
): Promise<Reviewer> {
  const reviewer = await requireReviewer(store, name);
  if (reviewer.state === 'refused' || reviewer.state === 'revoked')
    throw new Refusal('already-decided', [`enrollment ${reviewer.id} is ${reviewer.state} already`]);
  await store.durableTransaction(() => stopEnrollment(store, reviewer, { ...word, request: null }, now()));
  return reviewer;
}

/**
 * One person's decision to continue an enrollment after an objection; the second one executes it. A later objection
 * stops it again.
 */
export async function resumeEnrollment(
  state: StateFolder,
  name: string,
  signature: Signature,
  reason: string | null,
  digest: string | null,
): Promise<ApprovalResult & { readonly why: string; readonly reviewer: Reviewer }> {
  const { store } = state;
  const by = signature.as;
  const { result, read } = await runAct(
    state,
    {
      matter: 'enrollment',
      read: async () => {
        const reviewer = await requireAsked(store, name);
        const { id, party, fingerprint } = reviewer;
        const objections = listOpenObjections(await readActs(store, id));
        if (objections.length === 0)
          throw new Refusal('nothing-stopped', [`nobody objected to enrollment ${id}: it is not stopped`]);
        const { incident } = await loadIncidentNow(store);
        const subject = {
          ...{ v: 1, kind: 'resumption', incident: incident.incident },
          ...{ party, enrollment: id, reviewer: fingerprint },
          // A resumption is of these objections: another one needs another.
          objections: objections.map((objection) => objection.id),
        };
        const proposed = await findOrPropose(state, 'enrollment', subject, reason);
        return { ...nameAct(`the resumption of enrollment ${id}`), ...proposed, reviewer };
      },
      concerns: { are: 'nobody', because: 'no-mailbox' },
      recheck: NOTHING_TO_RECHECK,
      effect: async ({ reviewer: { id, request }, why }, { entry, at }) => {
        await insertAct(store, { reviewer: id, act: 'resumed', by, at, why, entry });
        await settleNeed(store, { kind: 'objection', subject: `enrollment ${id}` }, { by, why, at });
        if (request !== null) await settleRequest(store, request, 'waiting', null, at);
      },
    },
    signature,
    digest,
  );
  return { ...result, why: read.why, reviewer: read.reviewer };
}

/**
 * One person's approval of another nominator, as the nominator requested with a signature; the second one executes it.
 * The former nominator keeps reading.
 * @throws Refusal without a request.
 */
export async function transferNominator(
  state: StateFolder,
  name: string,
  signature: Signature,
  digest: string | null,
): Promise<ApprovalResult & { readonly reviewer: Reviewer }> {
  const { store } = state;
  const { result, read } = await runAct(
    state,
    {
      matter: 'enrollment',
      read: async () => {
        const successor = await requireReviewer(store, name);
        const { request, from } = await requireTransfer(state, successor);
        const { incident } = await loadIncidentNow(store);
        const people = { from: from.fingerprint, to: successor.fingerprint };
        const where = { incident: incident.incident, party: successor.party };
        const document = { v: 1, kind: 'transfer', ...where, ...people, request: request.request };
        return {
          ...nameAct(`the transfer to enrollment ${successor.id}`),
          document,
          proposal: null,
          successor,
          from,
          request,
        };
      },
      concerns: { are: 'nobody', because: 'no-mailbox' },
      recheck: NOTHING_TO_RECHECK,
      effect: async ({ successor, from, request: { request } }, { at }) => {
        await changeRole(store, from.id, 'reviewer');
        await changeRole(store, successor.id, 'nominator');
        await settleRequest(store, request, 'approved', null, at);
        const subject = `transfer ${request.slice(0, 16)}`;
        await settleNeed(store, { kind: 'enrollment', subject }, { by: signature.as, why: 'transferred', at });
      },
    },
    signature,
    digest,
  );
  return { ...result, reviewer: read.successor };
}

async function requireTransfer(
  { store }: StateFolder,
  successor: Reviewer,
): Promise<{ readonly request: StoredRequest; readonly from: Reviewer }> {
  const places = await PartyPlaces.open(store);
  const reviewers = await readReviewers(store, null);
  for (const request of await readRequests(store, { kind: 'transfer', state: 'waiting' })) {
    const { asked, signer } = request;
    if (asked.kind !== 'transfer' || asked.reviewer !== successor.fingerprint) continue;
    const from = reviewers.find(
      (one) =>
        one.fingerprint === signer &&
        one.state === 'approved' &&
        one.role === 'nominator' &&
        places.toCurrent(one.party) === places.toCurrent(successor.party),
    );
    // Outside counsel reads for the party and does not say who else may.
    if (from !== undefined && successor.state === 'approved' && successor.role === 'reviewer') return { request, from };
  }
  throw new Refusal('no-transfer', [
    advise`no current nominator asked with a signature that enrollment ${successor.id} (${successor.role}, ${successor.state}) becomes nominator; ${hint('portal.pull')} fetches later requests`,
  ]);
}

async function requireAsked(store: StateFolder['store'], name: string): Promise<Reviewer> {
  const reviewer = await requireReviewer(store, name);
  if (reviewer.state === 'asked') return reviewer;
  throw new Refusal('already-decided', [`enrollment ${reviewer.id} is ${reviewer.state}; it must be asked`]);
}
