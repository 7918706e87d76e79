import { advise, formatInstant, hint, Refusal, toCanonicalJson } from '@candor/core/base';
import { readEnvelopeAddress, readMailDomain } from '@candor/core/evidence/address';
import type { Approval } from '@candor/core/notice/operator';
import { nodeCryptography } from '../../adapters/keys/cryptography.ts';
import { now } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { StoredVersion } from '../../exposure/store/version-store.ts';
import {
  type ApprovalResult,
  listApprovals,
  type Proposed,
  runAct,
  type Signature,
  type TwoPersonAct,
} from '../../notice/approval/index.ts';
import { loadIncidentNow, makeEnquiryAnswer } from '../../notice/index.ts';
import {
  type EnquiryAnswer,
  type EnquiryState,
  insertEnquiry,
  keepDraft,
  markAnswered,
  readEnquiries,
} from '../../notice/store/enquiry-store.ts';
import { requireNotice, type StoredNotice } from '../../notice/store/wave-store.ts';
import { assertAsJudged } from '../exposure/assert-as-judged.ts';
import { requireLastVersion } from '../open-version.ts';
import { type Progress, silentProgress } from '../progress.ts';

export interface Enquiry {
  readonly id: number;
  readonly domain: string;
  readonly contact: string;
  readonly proof: string;
  readonly state: EnquiryState;
  readonly answer: EnquiryAnswer | null;
  readonly digest: string | null;
  readonly approvals: readonly Approval[];
  readonly entry: number | null;
}

/**
 * The proved owner of a domain asks whether it is affected.
 * @throws Refusal for an invalid domain or address.
 */
export async function openEnquiry(
  state: StateFolder,
  order: { readonly domain: string; readonly contact: string; readonly proof: string; readonly by: string },
): Promise<Enquiry> {
  const domain = readMailDomain(order.domain);
  const contact = readEnvelopeAddress(order.contact);
  if (domain === null) throw new Refusal('bad-address', [`"${order.domain}" is no domain`]);
  if (contact === null) throw new Refusal('bad-address', [`"${order.contact}" is not a usable mail address`]);
  const id = await insertEnquiry(state.store, {
    ...{ domain, contact: contact.address, proof: order.proof, state: 'open', by: order.by, at: now() },
    ...{ request: null, asked: null },
  });
  if (id === null) throw new Error('an enquiry without a request is always new');
  return requireEnquiry(state, id);
}

/**
 * Drafts the answer from the newest exposure: computed from figures and notices, not written.
 * @throws Refusal when the domain's party is affected and was not notified of these figures: a notice comes first.
 */
export async function draftEnquiryAnswer(state: StateFolder, id: number): Promise<Enquiry> {
  const { store } = state;
  const enquiry = await requireEnquiry(state, id);
  if (enquiry.state === 'answered')
    throw new Refusal('answered', [`enquiry ${id} was answered; it is entry ${enquiry.entry} of the log`]);
  if (enquiry.state === 'asked' || enquiry.state === 'refused')
    throw new Refusal('not-proved', [
      advise`enquiry ${id} is not proved: ${enquiry.proof}; ${hint('enquiry.check', id)} checks DNS`,
    ]);
  const at = now();
  const times = { madeAt: formatInstant(at), now: at };
  const answer = await makeEnquiryAnswer(store, await requireLastVersion(state), enquiry, times);
  await keepDraft(store, id, answer);
  return requireEnquiry(state, id);
}

/** One person's approval of the drafted answer; with the second it is signed and in the log. */
export async function approveEnquiryAnswer(
  state: StateFolder,
  id: number,
  signature: Signature,
  digest: string | null,
  progress: Progress = silentProgress,
): Promise<ApprovalResult & { readonly enquiry: Enquiry }> {
  const { store } = state;
  const act: TwoPersonAct<ReadAnswer> = {
    matter: 'enquiry',
    read: () => readAnswer(state, id),
    concerns: { are: 'custodians', list: async ({ notice }) => notice?.custodians ?? [] },
    recheck: async ({ enquiry, answer, newest }, at) => {
      // Answer and figures are rows that one person can edit; what is signed is recomputed from what was judged.
      await assertAsJudged(store, newest, null, progress);
      const made = await makeEnquiryAnswer(store, newest, enquiry, { madeAt: answer.at, now: at });
      if (toCanonicalJson(made) !== toCanonicalJson(answer))
        throw new Refusal('stale-answer', [
          advise`exposure ${newest.version} and the notices now give another answer; ${hint('enquiry.answer', id)} drafts it again`,
        ]);
    },
    effect: async (_read, { entry, at }) => {
      await markAnswered(store, id, entry, at);
    },
  };
  const { result } = await runAct(state, act, signature, digest);
  return { ...result, enquiry: await requireEnquiry(state, id) };
}

interface ReadAnswer extends Proposed {
  readonly enquiry: Enquiry;
  readonly answer: EnquiryAnswer;
  /** It is the notice that it says was sent; null means none. */
  readonly notice: StoredNotice | null;
  readonly newest: StoredVersion;
}

/** @throws Refusal where no answer is drafted, or its notice was withdrawn. */
async function readAnswer(state: StateFolder, id: number): Promise<ReadAnswer> {
  const enquiry = await requireEnquiry(state, id);
  const { answer } = enquiry;
  if (answer === null || enquiry.state !== 'drafted')
    throw new Refusal('no-answer', [
      advise`enquiry ${id} has no answer to approve; ${hint('enquiry.answer', id)} drafts it`,
    ]);
  const notice = answer.notice === null ? null : await requireNotice(state.store, answer.notice);
  if (notice !== null && notice.state !== 'approved')
    throw new Refusal('stale-answer', [
      advise`notice ${notice.id} was withdrawn meanwhile; ${hint('enquiry.answer', id)} drafts the answer again`,
    ]);
  return {
    ...{ document: answer, named: 'the answer', subject: String(id), proposal: null, otherwise: '' },
    ...{ enquiry, answer, notice, newest: await requireLastVersion(state) },
  };
}

export async function listEnquiries({ store }: StateFolder): Promise<readonly Enquiry[]> {
  const runtime = createNodeRuntime();
  const { incident } = await loadIncidentNow(store);
  const enquiries: Enquiry[] = [];
  for (const { id, domain, contact, proof, state, answer, entry } of await readEnquiries(store)) {
    const digest = answer === null ? null : runtime.sha256Hex(answer.text);
    enquiries.push({
      ...{ id, domain, contact, proof, state, answer: answer?.says ?? null, digest, entry },
      approvals:
        digest === null
          ? []
          : await listApprovals({ store, cryptography: nodeCryptography }, 'enquiry', digest, incident.operators),
    });
  }
  return enquiries;
}

async function requireEnquiry(state: StateFolder, id: number): Promise<Enquiry> {
  const found = (await listEnquiries(state)).find((enquiry) => enquiry.id === id);
  if (found !== undefined) return found;
  throw new Refusal('unknown-enquiry', [advise`there is no enquiry ${id}; ${hint('enquiry.list')} shows them`]);
}
