import { formatInstant, Refusal } from '@candor/core/base';
import { portalPaths } from '@candor/core/contract';
import { readMailDomain } from '@candor/core/evidence/address';
import { findRegistrableDomain } from '@candor/core/impact/reference';
import { toBase64Url } from '@candor/core/ledger';
import { NOTICE_CODE_SYMBOLS, readNoticeCode } from '@candor/core/notice/code';
import { isProvableDomain, isToken } from '@candor/core/review/enrollment';
import { inspectPath } from '../../adapters/files/files.ts';
import { readImpactReference } from '../../adapters/files/reference-files.ts';
import { freshBytes } from '../../adapters/keys/random.ts';
import { makeReviewerKey, type OpenReviewerKey, openReviewerKey } from '../../adapters/keys/reviewer-key.ts';
import type { PortalCaller } from '../../adapters/net/portal-caller.ts';
import { now } from '../../adapters/process/clock.ts';

// What people of a party need when they ask at a portal without a browser: to read their mail, or whether any is
// concerned.

export interface ReviewerPlace {
  readonly portal: string;
  readonly keyFile: string;
  readonly passphrase: () => Promise<string>;
}

/** What it means when a portal does not know a reviewer's key. */
export const unknownKey = 'does not know this key: it has made no request, or can no longer read';
const NONCE_BYTES = 16;

/** Creates the key file if missing. */
export async function openOrMakeKey({
  keyFile,
  passphrase,
  scryptWorkFactor,
}: ReviewerPlace & { readonly scryptWorkFactor?: number }): Promise<{
  readonly reviewer: OpenReviewerKey;
  readonly isNew: boolean;
}> {
  if (inspectPath(keyFile).is !== 'missing')
    return { reviewer: await openReviewerKey(keyFile, passphrase), isNew: false };
  const options = scryptWorkFactor === undefined ? {} : { scryptWorkFactor };
  return { reviewer: await makeReviewerKey(keyFile, await passphrase(), options), isNew: true };
}

/** Common start of documents by people not known yet. */
export function toAskingHead(
  portal: PortalCaller,
  { key }: OpenReviewerKey,
  { name, address }: { readonly name: string; readonly address: string },
) {
  return {
    v: 1,
    incident: portal.status.incident,
    at: formatInstant(now()),
    nonce: toBase64Url(freshBytes(NONCE_BYTES, 'portal question', address)),
    key: { age: key.age, sign: key.sign },
    name: name.trim(),
    address: address.trim(),
  } as const;
}

/** For a document that cannot be read back: what was typed about the person does not fit. */
export function refusePerson(): Refusal {
  return new Refusal('bad-enrollment', [
    'name and address must be plain text on one line: a name of at most 100 characters, an address as local@domain',
  ]);
}

/** The bytes of a typed code. @throws Refusal for one that was mistyped. */
export function requireCode(typed: string): Uint8Array {
  const reading = readNoticeCode(typed);
  if (reading.state === 'code') return reading.bytes;
  throw new Refusal('bad-code', [
    reading.groups.length === 0
      ? `this is no code of a notice: it has ${NOTICE_CODE_SYMBOLS} letters and digits in groups of four`
      : `the code was mistyped: check group ${reading.groups.join(' or ')}`,
  ]);
}

/**
 * In A-labels.
 * @throws Refusal for a shared domain.
 */
export function requireDomain(typed: string): string {
  const domain = readMailDomain(typed.trim());
  const rules = readImpactReference().suffixRules;
  const registrable = domain === null ? null : findRegistrableDomain(domain, rules);
  if (domain !== null && isProvableDomain(domain, rules)) return domain;
  throw new Refusal('bad-domain', [
    registrable === null || registrable === domain
      ? `"${typed.slice(0, 80)}" is not a domain that a party can own`
      : `${domain} is below ${registrable}: prove that one, it covers every name below`,
  ]);
}

interface Listed {
  readonly request: string;
  readonly state: string;
  readonly token: string | null;
}

/** All that this key asked for, newest first. @throws Refusal */
export async function listAsked(portal: PortalCaller): Promise<readonly Listed[]> {
  const { enrollments } = await portal.call('GET', portalPaths.enrollments);
  return (Array.isArray(enrollments) ? enrollments : []).map((value) => {
    const { request, state, token } = Object(value) as Readonly<Record<string, unknown>>;
    const isSound = /^[0-9a-f]{64}$/.test(String(request)) && /^[a-z]{1,20}$/.test(String(state));
    if (!isSound)
      throw new Refusal('portal-not-understood', [
        `${portal.base}: the portal lists something that is not an enrollment`,
      ]);
    return {
      request: String(request),
      state: String(state),
      token: typeof token === 'string' && isToken(token) ? token : null,
    };
  });
}
