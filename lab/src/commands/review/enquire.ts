import { Refusal } from '@candor/core/base';
import { portalPaths } from '@candor/core/contract';
import { openReply, REPLY_BYTES, type ReplyVerification, readEnquiry, signEnquiry } from '@candor/core/review/enquiry';
import {
  derivePortalTag,
  digestRequest,
  isToken,
  toChallengeName,
  toChallengeText,
} from '@candor/core/review/enrollment';
import { nodeCryptography } from '../../adapters/keys/cryptography.ts';
import { openReviewerKey } from '../../adapters/keys/reviewer-key.ts';
import { openPortalCaller } from '../../adapters/net/portal-caller.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import {
  listAsked,
  openOrMakeKey,
  type ReviewerPlace,
  refusePerson,
  requireCode,
  requireDomain,
  toAskingHead,
  unknownKey,
} from './ask-portal.ts';

export interface EnquireOrder extends ReviewerPlace {
  readonly domain: string;
  /** Of a notice that its asker holds all the same, about other mail; null without one. */
  readonly code: string | null;
  readonly name: string;
  readonly address: string;
  readonly scryptWorkFactor?: number;
}

export interface AskedEnquiryView {
  readonly request: string;
  readonly fingerprint: string;
  readonly record: { readonly name: string; readonly text: string };
}

/** Of a sealed reply: the reply, its padding and what age adds. */
const longestSealedBytes = REPLY_BYTES * 2;

/**
 * Asks whether mail of a domain is concerned, without a code of a notice. Gives the record that shows whose the domain
 * is.
 */
export async function enquire(order: EnquireOrder): Promise<AskedEnquiryView> {
  const domain = requireDomain(order.domain);
  const tag = order.code === null ? null : await derivePortalTag(nodeCryptography, requireCode(order.code));
  const { reviewer } = await openOrMakeKey(order);
  const portal = await openPortalCaller(order.portal, reviewer.signer, unknownKey, tag);
  const signed = await signEnquiry(reviewer.signer, {
    ...toAskingHead(portal, reviewer, order),
    kind: 'enquiry',
    domain,
  });
  if (readEnquiry(signed.document) === null) throw refusePerson();
  const { token, request } = await portal.call('POST', portalPaths.enrollments, signed);
  const digest = digestRequest(createNodeRuntime(), signed.document);
  if (request !== digest || typeof token !== 'string' || !isToken(token))
    throw new Refusal('portal-not-understood', [`${portal.base}: the portal answered a different request`]);
  const { fingerprint } = reviewer;
  return {
    request: digest,
    fingerprint,
    record: { name: toChallengeName(domain), text: toChallengeText(token, fingerprint) },
  };
}

/** One received answer, or null. */
export type EnquiryAnswerView = Extract<ReplyVerification, { state: 'verified' }> & { readonly request: string };

/**
 * Fetches the answer to this key about a domain, and verifies addressee and two signatures. Only the fingerprint, shown
 * by DNS and page, proves that they are the organization's.
 * @throws Refusal for an invalid answer.
 */
export async function fetchEnquiryAnswer(
  place: ReviewerPlace & { readonly domain: string },
): Promise<EnquiryAnswerView | null> {
  const domain = requireDomain(place.domain);
  const reviewer = await openReviewerKey(place.keyFile, place.passphrase);
  const portal = await openPortalCaller(place.portal, reviewer.signer, unknownKey);
  const primitives = { ...nodeCryptography, ...createNodeRuntime() };
  let refused: Extract<ReplyVerification, { state: 'refused' }>['flaw'] | null = null;
  for (const { request } of await listAsked(portal)) {
    const sealed = await portal.fetchBytes(portalPaths.enrollmentAnswer(request), longestSealedBytes);
    if (sealed === null) continue;
    const asked = { request, domain, incident: portal.status.incident };
    const opened = await openReply(primitives, reviewer.identity, sealed, asked);
    if (opened.state === 'verified') return { ...opened, request };
    if (opened.flaw !== 'other') refused = opened.flaw;
  }
  if (refused === null) return null;
  throw new Refusal('answer-refused', [
    `${portal.base}: the portal's answer is invalid (${refused}): it is not for this key, or two people of the organization did not sign it. Ask by telephone`,
  ]);
}
