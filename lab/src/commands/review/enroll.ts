import { formatInstant, Refusal } from '@candor/core/base';
import { readEnvelopeAddress, readMailDomain } from '@candor/core/evidence';
import { findRegistrableDomain, readReference } from '@candor/core/impact';
import { toBase64Url } from '@candor/core/ledger';
import { readNoticeCode } from '@candor/core/notice';
import {
  digestRequest,
  type EnrollmentRequest,
  isProvableDomain,
  isToken,
  makeCodeProof,
  readRequest,
  signRequest,
  toChallengeName,
  toChallengeText,
  toRequestText,
} from '@candor/core/review';
import { now } from '../../adapters/clock.ts';
import { nodeCryptography } from '../../adapters/cryptography.ts';
import { lookAt } from '../../adapters/files.ts';
import { openPortalCaller, type PortalCaller } from '../../adapters/portal-caller.ts';
import { freshBytes } from '../../adapters/random.ts';
import { readImpactReferenceFiles } from '../../adapters/reference-files.ts';
import { makeReviewerKey, type OpenReviewerKey, openReviewerKey } from '../../adapters/reviewer-key.ts';
import { createNodeRuntime } from '../../adapters/runtime.ts';

/** What somebody shows: a domain with its DNS, one mailbox, or that somebody else will name them. */
export type EnrollProof =
  | { readonly kind: 'dns'; readonly domain: string; readonly code: string }
  | { readonly kind: 'mailbox'; readonly code: string }
  | { readonly kind: 'nomination'; readonly domain: string };

export interface ReviewerPlace {
  readonly portal: string;
  readonly keyFile: string;
  readonly passphrase: () => Promise<string>;
}

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

/** What it means when a portal does not know a reviewer's key. */
export const unknownKey = 'does not know this key: nothing was asked for with it, or it reads no more';
const nonceBytes = 16;

/**
 * Enrolls without a browser: makes the key file where there is none, and asks at the portal with a signed request. The code stays here; what is sent shows only
 * to whoever knows it that it is known.
 * @throws Refusal for a mistyped code, a domain that nobody can have, or a key that asked before.
 */
export async function enroll(order: EnrollOrder): Promise<Enrolled> {
  const toProof = readProof(order);
  const { reviewer, isNew } = await openOrMakeKey(order);
  const portal = await openPortalCaller(order.portal, reviewer.signer, unknownKey);
  // One that is approved may be widened: each domain of a party is proved by itself.
  const before = (await listAsked(portal)).filter(({ state }) => state !== 'refused' && state !== 'approved');
  if (before.length > 0)
    throw new Refusal('already-enrolled', [
      `${order.keyFile}: this key asked already (${before[0]?.state}); \`candor enroll --status\` shows it, another key asks anew`,
    ]);
  const request: EnrollmentRequest = {
    v: 1,
    kind: 'enrollment',
    incident: portal.status.incident,
    at: formatInstant(now()),
    nonce: toBase64Url(freshBytes(nonceBytes)),
    key: { age: reviewer.key.age, sign: reviewer.key.sign },
    name: order.name.trim(),
    address: order.address.trim(),
    proof: await toProof(reviewer.fingerprint),
  };
  if (readRequest(toRequestText(request)) === null)
    throw new Refusal('bad-enrollment', [
      'name and address are taken as plain text on one line: a name of at most 100 characters, an address as local@domain',
    ]);
  const signed = await signRequest(reviewer.signer, request);
  const answer = await portal.call('POST', '/v1/enrollments', signed);
  const digest = digestRequest(createNodeRuntime(), signed.document);
  const { token } = answer;
  if (answer['request'] !== digest || typeof token !== 'string' || !isToken(token))
    throw new Refusal('portal-not-understood', [
      `${portal.base}: the portal answers for another request than the one that was sent`,
    ]);
  return {
    incident: portal.status.incident,
    fingerprint: reviewer.fingerprint,
    isNewKey: isNew,
    enrollment: { request: digest, state: 'received', record: toRecord(request.proof, token, reviewer.fingerprint) },
  };
}

/** What became of everything that this key asked for, newest first. The records follow from the key in the file, never from what a portal says of it. */
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

/** Makes the key file where there is none. */
export async function openOrMakeKey({
  keyFile,
  passphrase,
  scryptWorkFactor,
}: ReviewerPlace & { readonly scryptWorkFactor?: number }): Promise<{
  readonly reviewer: OpenReviewerKey;
  readonly isNew: boolean;
}> {
  if (lookAt(keyFile).is !== 'missing') return { reviewer: await openReviewerKey(keyFile, passphrase), isNew: false };
  const options = scryptWorkFactor === undefined ? {} : { scryptWorkFactor };
  return { reviewer: await makeReviewerKey(keyFile, await passphrase(), options), isNew: true };
}

/** Everything that was typed is judged before a key is made or anything is sent. */
function readProof({ proof, address }: EnrollOrder): (fingerprint: string) => Promise<EnrollmentRequest['proof']> {
  const { kind } = proof;
  if (kind === 'nomination') {
    const domain = requireDomain(proof.domain);
    return async () => ({ kind, domain });
  }
  const reading = readNoticeCode(proof.code);
  if (reading.state !== 'code')
    throw new Refusal('bad-code', [
      reading.group === null
        ? 'this is no code of a notice: it has 26 characters and one to check them, in groups'
        : `the code was mistyped: look at group ${reading.group} again`,
    ]);
  const prove = (fingerprint: string) => makeCodeProof(nodeCryptography, reading.bytes, fingerprint);
  if (kind === 'dns') {
    const domain = requireDomain(proof.domain);
    return async (fingerprint) => ({ kind, domain, code: await prove(fingerprint) });
  }
  const mailbox = readEnvelopeAddress(address.trim());
  if (mailbox === null) throw new Refusal('bad-address', [`"${address}" is no mail address that can be written to`]);
  return async (fingerprint) => ({ kind, address: mailbox.address, code: await prove(fingerprint) });
}

/** In A-labels. @throws Refusal for one that is not somebody's own. */
export function requireDomain(typed: string): string {
  const domain = readMailDomain(typed.trim());
  const rules = readReference(readImpactReferenceFiles()).suffixRules;
  const registrable = domain === null ? null : findRegistrableDomain(domain, rules);
  if (domain !== null && isProvableDomain(domain, rules)) return domain;
  throw new Refusal('bad-domain', [
    registrable === null || registrable === domain
      ? `"${typed.slice(0, 80)}" is no domain that somebody can have for themselves`
      : `${domain} lies below ${registrable}: prove that one, it covers what is below`,
  ]);
}

interface Listed {
  readonly request: string;
  readonly state: string;
  readonly token: string | null;
}

/** All that this key asked for, newest first. @throws Refusal */
export async function listAsked(portal: PortalCaller): Promise<readonly Listed[]> {
  const { enrollments } = await portal.call('GET', '/v1/enrollments');
  return (Array.isArray(enrollments) ? enrollments : []).map((value) => {
    const { request, state, token } = Object(value) as Readonly<Record<string, unknown>>;
    const isSound = /^[0-9a-f]{64}$/.test(String(request)) && /^[a-z]{1,20}$/.test(String(state));
    if (!isSound)
      throw new Refusal('portal-not-understood', [`${portal.base}: the portal lists what is no enrollment`]);
    return {
      request: String(request),
      state: String(state),
      token: typeof token === 'string' && isToken(token) ? token : null,
    };
  });
}

function toRecord(
  proof: { readonly kind: EnrollProof['kind']; readonly domain?: string },
  token: string,
  fingerprint: string,
): AskedEnrollment['record'] {
  if (proof.kind !== 'dns' || proof.domain === undefined) return null;
  return { name: toChallengeName(proof.domain), text: toChallengeText(token, fingerprint) };
}
