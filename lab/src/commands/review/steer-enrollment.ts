import { type Json, Refusal } from '@candor/core/base';
import { now } from '../../adapters/clock.ts';
import type { StateFolder } from '../../adapters/state-folder.ts';
import type { ApprovalResult, SigningOrder } from '../../notice/approval/index.ts';
import { loadIncidentNow } from '../../notice/index.ts';
import { settleProposal } from '../../notice/store/proposal-store.ts';
import { PartyPlaces, readAnnouncement, stopEnrollment } from '../../review/enrollment/index.ts';
import { insertAct, listOpenObjections, readActs } from '../../review/store/act-store.ts';
import { settleNeed } from '../../review/store/need-store.ts';
import { readRequests, type StoredRequest, settleRequest } from '../../review/store/request-store.ts';
import { changeRole, type Reviewer, readReviewers, requireReviewer } from '../../review/store/reviewer-store.ts';
import { inState } from '../acting.ts';
import { approveDocument, findOrPropose } from '../agree.ts';

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
export function confirmEnrollment(statePath: string, name: string, word: ContactStatement): Promise<Reviewer> {
  return inState(statePath, async ({ store }) => {
    const reviewer = await requireAsked(store, name);
    const acts = await readActs(store, reviewer.id);
    const announcement = await readAnnouncement(store, acts);
    if (announcement.is !== 'told')
      throw new Refusal('not-announced', [
        `not everybody was notified of enrollment ${reviewer.id} yet, so nobody can confirm it; \`candor enrollment show ${reviewer.id}\` shows what is missing`,
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
  });
}

/** Records an objection by somebody of the party: one stops everything until two people decide. */
export function objectToEnrollment(statePath: string, name: string, word: ContactStatement): Promise<Reviewer> {
  return inState(statePath, async ({ store }) => {
    const reviewer = await requireReviewer(store, name);
    if (reviewer.state === 'refused' || reviewer.state === 'revoked')
      throw new Refusal('already-decided', [`enrollment ${reviewer.id} is ${reviewer.state} already`]);
    await store.durableTransaction(() => stopEnrollment(store, reviewer, { ...word, request: null }, now()));
    return reviewer;
  });
}

/**
 * One person's decision to continue an enrollment after an objection; the second one executes it. A later objection
 * stops it again.
 */
export function resumeEnrollment(
  statePath: string,
  name: string,
  order: SigningOrder,
  why: string | null,
  digest: string | null,
): Promise<ApprovalResult & { readonly why: string; readonly reviewer: Reviewer }> {
  return inState(statePath, async (state) => {
    const { store } = state;
    const reviewer = await requireAsked(store, name);
    const objections = listOpenObjections(await readActs(store, reviewer.id));
    if (objections.length === 0)
      throw new Refusal('nothing-stopped', [`nobody objected to enrollment ${reviewer.id}: it is not stopped`]);
    const { incident } = await loadIncidentNow(store);
    const subject = {
      v: 1,
      kind: 'resumption',
      incident: incident.incident,
      party: reviewer.party,
      enrollment: reviewer.id,
      reviewer: reviewer.fingerprint,
      // A resumption is of these objections: another one needs another.
      objections: objections.map(({ id }) => id),
    };
    const proposal = await findOrPropose(state, 'enrollment', subject, why, order.as);
    const reason = String((proposal.document as { readonly why: Json }).why);
    const result = await approveDocument(
      state,
      {
        matter: 'enrollment',
        subject: `the resumption of enrollment ${reviewer.id}`,
        document: proposal.document,
        custodians: [],
        effect: async (entry, at) => {
          await insertAct(store, { reviewer: reviewer.id, act: 'resumed', by: order.as, at, why: reason, entry });
          const settled = { by: order.as, why: reason, at };
          await settleNeed(store, { kind: 'objection', subject: `enrollment ${reviewer.id}` }, settled);
          if (reviewer.request !== null) await settleRequest(store, reviewer.request, 'waiting', null, at);
          await settleProposal(store, proposal.id, entry);
        },
      },
      order,
      digest,
    );
    return { ...result, why: reason, reviewer };
  });
}

/**
 * One person's approval of another nominator, as the nominator requested with a signature; the second one executes it.
 * The former nominator keeps reading.
 * @throws Refusal without a request.
 */
export function transferNominator(
  statePath: string,
  name: string,
  order: SigningOrder,
  digest: string | null,
): Promise<ApprovalResult & { readonly reviewer: Reviewer }> {
  return inState(statePath, async (state) => {
    const { store } = state;
    const heir = await requireReviewer(store, name);
    const { request, from } = await requireTransfer(state, heir);
    const { incident } = await loadIncidentNow(store);
    const document = {
      v: 1,
      kind: 'transfer',
      incident: incident.incident,
      party: heir.party,
      from: from.fingerprint,
      to: heir.fingerprint,
      request: request.request,
    };
    const result = await approveDocument(
      state,
      {
        matter: 'enrollment',
        subject: `the transfer to enrollment ${heir.id}`,
        document,
        custodians: [],
        effect: async (_entry, at) => {
          for (const [id, role] of [
            [from.id, 'reviewer'],
            [heir.id, 'nominator'],
          ] as const)
            await changeRole(store, id, role);
          await settleRequest(store, request.request, 'approved', null, at);
          const subject = `transfer ${request.request.slice(0, 16)}`;
          await settleNeed(store, { kind: 'enrollment', subject }, { by: order.as, why: 'transferred', at });
        },
      },
      order,
      digest,
    );
    return { ...result, reviewer: heir };
  });
}

async function requireTransfer(
  { store }: StateFolder,
  heir: Reviewer,
): Promise<{ readonly request: StoredRequest; readonly from: Reviewer }> {
  const places = await PartyPlaces.open(store);
  const reviewers = await readReviewers(store, null);
  for (const request of await readRequests(store, { kind: 'transfer', state: 'waiting' })) {
    const { asked, signer } = request;
    if (asked.kind !== 'transfer' || asked.reviewer !== heir.fingerprint) continue;
    const from = reviewers.find(
      (one) =>
        one.fingerprint === signer &&
        one.state === 'approved' &&
        one.role === 'nominator' &&
        places.toCurrent(one.party) === places.toCurrent(heir.party),
    );
    // Outside counsel reads for the party and does not say who else may.
    if (from !== undefined && heir.state === 'approved' && heir.role === 'reviewer') return { request, from };
  }
  throw new Refusal('no-transfer', [
    `no current nominator asked with a signature that enrollment ${heir.id} (${heir.role}, ${heir.state}) becomes nominator; \`candor portal pull\` fetches later requests`,
  ]);
}

async function requireAsked(store: StateFolder['store'], name: string): Promise<Reviewer> {
  const reviewer = await requireReviewer(store, name);
  if (reviewer.state === 'asked') return reviewer;
  throw new Refusal('already-decided', [`enrollment ${reviewer.id} is ${reviewer.state}; it must be asked`]);
}
