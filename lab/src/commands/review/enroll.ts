import { advise, hint, Refusal } from '@candor/core/base';
import { portalPaths } from '@candor/core/contract';
import { readEnvelopeAddress } from '@candor/core/evidence/address';
import {
  derivePortalTag,
  digestRequest,
  type EnrollmentRequest,
  isToken,
  makeCodeProof,
  readRequest,
  signRequest,
  toChallengeName,
  toChallengeText,
  toRequestText,
} from '@candor/core/review/enrollment';
import { toReviewerKeyText } from '@candor/core/review/seal';
import { nodeCryptography } from '../../adapters/keys/cryptography.ts';
import { makeReviewerKey, openReviewerKey } from '../../adapters/keys/reviewer-key.ts';
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

/** A person's proof: a domain with its DNS, one mailbox, or a nomination by somebody else. */
export type EnrollProof =
  | { readonly kind: 'dns'; readonly domain: string; readonly code: string }
  | { readonly kind: 'mailbox'; readonly code: string }
  /** A colleague's notice proves nothing; it keeps strangers from standing in the way. */
  | { readonly kind: 'nomination'; readonly domain: string; readonly code: string | null };

export interface EnrollOrder extends ReviewerPlace {
  readonly proof: EnrollProof;
  readonly name: string;
  readonly address: string;
  readonly scryptWorkFactor?: number;
}

export interface AskedEnrollment {
  readonly request: string;
  readonly state: string;
  /** To be written into the zone; null where nothing has to be. */
  readonly record: { readonly name: string; readonly text: string } | null;
}

export interface Enrolled {
  readonly incident: string;
  readonly fingerprint: string;
  readonly isNewKey: boolean;
  readonly enrollment: AskedEnrollment;
}

/**
 * Enrolls without a browser: creates the key file if missing, and sends a signed request to the portal. The code stays
 * here; the proof only convinces those who know it.
 * @throws Refusal for a mistyped code, an impossible domain, or a key that asked before.
 */
export async function enroll(order: EnrollOrder): Promise<Enrolled> {
  const { toProof, code } = readProof(order);
  const { reviewer, isNew } = await openOrMakeKey(order);
  const tag = code === null ? null : await derivePortalTag(nodeCryptography, code);
  const portal = await openPortalCaller(order.portal, reviewer.signer, unknownKey, tag);
  // One that is approved may be widened: each domain of a party is proved by itself.
  const before = (await listAsked(portal)).filter(({ state }) => state !== 'refused' && state !== 'approved');
  if (before.length > 0)
    throw new Refusal('already-enrolled', [
      advise`${order.keyFile}: this key has made a request already (${before[0]?.state ?? ''}); ${hint('enroll', { status: true })} shows it; use another key for a new request`,
    ]);
  const request: EnrollmentRequest = {
    ...toAskingHead(portal, reviewer, order),
    kind: 'enrollment',
    proof: await toProof(reviewer.fingerprint),
  };
  if (readRequest(toRequestText(request)) === null) throw refusePerson();
  const signed = await signRequest(reviewer.signer, request);
  const answer = await portal.call('POST', portalPaths.enrollments, signed);
  const digest = digestRequest(createNodeRuntime(), signed.document);
  const { token } = answer;
  if (answer['request'] !== digest || typeof token !== 'string' || !isToken(token))
    throw new Refusal('portal-not-understood', [`${portal.base}: the portal answered a different request`]);
  return {
    incident: portal.status.incident,
    fingerprint: reviewer.fingerprint,
    isNewKey: isNew,
    enrollment: { request: digest, state: 'received', record: toRecord(request.proof, token, reviewer.fingerprint) },
  };
}

/**
 * The outcome of everything this key requested, newest first. The DNS records are derived from the key file, never from
 * the portal.
 */
export async function readEnrollStatus(
  place: ReviewerPlace & { readonly domain: string | null },
): Promise<{ readonly fingerprint: string; readonly enrollments: readonly AskedEnrollment[] }> {
  const reviewer = await openReviewerKey(place.keyFile, place.passphrase);
  const portal = await openPortalCaller(place.portal, reviewer.signer, unknownKey);
  const listed = await listAsked(portal);
  const domain = place.domain === null ? null : requireDomain(place.domain);
  return {
    fingerprint: reviewer.fingerprint,
    enrollments: listed.map(({ request, state, token }) => ({
      request,
      state,
      record: domain === null || token === null ? null : toRecord({ kind: 'dns', domain }, token, reviewer.fingerprint),
    })),
  };
}

interface ReadProof {
  /** Tag of the holder's notice; null without one. */
  readonly code: Uint8Array | null;
  readonly toProof: (fingerprint: string) => Promise<EnrollmentRequest['proof']>;
}

/** Everything that was typed is judged before a key is made or anything is sent. */
function readProof({ proof, address }: EnrollOrder): ReadProof {
  const { kind } = proof;
  if (kind === 'nomination') {
    const domain = requireDomain(proof.domain);
    return { code: proof.code === null ? null : requireCode(proof.code), toProof: async () => ({ kind, domain }) };
  }
  const code = requireCode(proof.code);
  const prove = (fingerprint: string) => makeCodeProof(nodeCryptography, code, fingerprint);
  if (kind === 'dns') {
    const domain = requireDomain(proof.domain);
    return { code, toProof: async (fingerprint) => ({ kind, domain, code: await prove(fingerprint) }) };
  }
  const mailbox = readEnvelopeAddress(address.trim());
  if (mailbox === null) throw new Refusal('bad-address', [`"${address}" is not a usable mail address`]);
  const { address: exact } = mailbox;
  return { code, toProof: async (fingerprint) => ({ kind, address: exact, code: await prove(fingerprint) }) };
}

function toRecord(
  proof: { readonly kind: EnrollProof['kind']; readonly domain?: string },
  token: string,
  fingerprint: string,
): AskedEnrollment['record'] {
  if (proof.kind !== 'dns' || proof.domain === undefined) return null;
  return { name: toChallengeName(proof.domain), text: toChallengeText(token, fingerprint) };
}

export interface MadeReviewerKey {
  readonly fingerprint: string;
  /** What is given to the organization. */
  readonly publicKey: string;
}

/** Makes a reviewer's keys in a new file. @throws Refusal where a file is in the way. */
export async function makeKey(
  path: string,
  passphrase: () => Promise<string>,
  options: { readonly scryptWorkFactor?: number },
): Promise<MadeReviewerKey> {
  const { fingerprint, key } = await makeReviewerKey(path, await passphrase(), options);
  return { fingerprint, publicKey: toReviewerKeyText(key) };
}
