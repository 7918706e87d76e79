import { type Json, Refusal, type Runtime, toCanonicalJson } from '@candor/core/base';
import type { Operator } from '@candor/core/incident';
import { digestDocument, type KeySet } from '@candor/core/notice/operator';
import { REPLY_BYTES, sealReply } from '@candor/core/review/enquiry';
import { nodeCryptography } from '../../adapters/keys/cryptography.ts';
import type { PortalClient } from '../../adapters/net/portal.ts';
import type { Store } from '../../adapters/store/store.ts';
import { listApprovals } from '../../notice/approval/index.ts';
import { markEnquiryAnswered } from '../../notice/store/enquiry-store.ts';
import { requireNotice } from '../../notice/store/wave-store.ts';
import { readAskedEnquiries } from '../asked-enquiries.ts';

/** A notice longer than a reply is referenced by number; none is in practice. */
const longestNoticeChars: number = REPLY_BYTES / 4;
/** An answer is given again to a portal that may have lost it, for as long as one keeps it. */
const keptSeconds = 30 * 86_400;

export interface PublishAnswersDeps {
  readonly store: Store;
  readonly runtime: Pick<Runtime, 'sha256Hex'>;
  readonly portal: Pick<PortalClient, 'answer'>;
  readonly operators: readonly Operator[];
  readonly keySet: KeySet;
  readonly at: number;
}

/**
 * Publishes every signed answer sealed to its enquirer, all of one size, so that the portal cannot distinguish them.
 * The first one stays, so repeating changes nothing. Returns the number of new ones.
 */
export async function publishEnquiryAnswers({
  store,
  runtime,
  portal,
  operators,
  keySet,
  at,
}: PublishAnswersDeps): Promise<number> {
  let told = 0;
  for (const { id, request, document, answer, answeredAt, toldAt } of await readAskedEnquiries(store, 'answered')) {
    if (answer === null || (answeredAt !== null && at - answeredAt > keptSeconds)) continue;
    const digest = digestDocument(runtime, answer.says as unknown as Json);
    const approvals = await listApprovals({ store, cryptography: nodeCryptography }, 'enquiry', digest, operators);
    const { notice } = answer.says;
    const current = notice === null ? null : await requireNotice(store, notice);
    const sealed = await sealReply(document.key.age, {
      request,
      document: answer.text,
      approvals: approvals.map(({ operator, key, signature }) => ({ operator, key, signature })),
      keys: toCanonicalJson(keySet as unknown as Json),
      notice: current === null ? null : { subject: current.subject, text: current.text.slice(0, longestNoticeChars) },
    });
    if (!(await give(portal, request, sealed))) continue;
    if (toldAt !== null) continue;
    await markEnquiryAnswered(store, id, at);
    told += 1;
  }
  return told;
}

/** False when the portal lost the request: the person must ask again. */
async function give(portal: PublishAnswersDeps['portal'], request: string, sealed: Uint8Array): Promise<boolean> {
  try {
    await portal.answer(request, sealed);
    return true;
  } catch (cause) {
    if (cause instanceof Refusal && cause.code === 'portal-conflict') return false;
    throw cause;
  }
}
