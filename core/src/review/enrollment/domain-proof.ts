import { type Instant, toALabels } from '@candor/core/base';
import { isRoutingHost } from '@candor/core/impact/counterparty';
import { findRegistrableDomain, type SuffixRules } from '@candor/core/impact/reference';

/** Older tokens may be in the zone of a former owner. */
export const TOKEN_LIFE_SECONDS: number = 30 * 24 * 60 * 60;
const CHALLENGE_LABEL = '_candor-challenge';
/** 128 bits in base64url. */
const TOKEN = /^[A-Za-z0-9_-]{22}$/;
/** A name may hold records of others; more than these are not looked at. */
const MAX_RECORDS = 100;
const MAX_RECORD_CHARS = 4096;

export interface DomainChallenge {
  readonly token: string;
  readonly fingerprint: string;
  readonly firstSeen: Instant;
}

/**
 * - `proved`: token and key stand in one record.
 * - `other-key`: the token is there with another key: keys were exchanged on the way.
 * - `absent`: no record with the token. `expired`: the token is too old, whatever the zone says.
 */
export type DomainProof = 'proved' | 'other-key' | 'absent' | 'expired';

/** Name of the record in A-labels. */
export function toChallengeName(domain: string): string {
  return `${CHALLENGE_LABEL}.${toALabels(domain)}`;
}

export function toChallengeText(token: string, fingerprint: string): string {
  return `token=${token}; key=${fingerprint}`;
}

export function isToken(text: string): boolean {
  return TOKEN.test(text);
}

/**
 * Judges the text records at the challenge's name, each as its strings. Attackers may write any of them; none can
 * replace another key's.
 */
export function judgeDomainProof(
  records: readonly (readonly string[])[],
  { token, fingerprint, firstSeen }: DomainChallenge,
  now: Instant,
): DomainProof {
  if (!isToken(token) || now - firstSeen > TOKEN_LIFE_SECONDS) return 'expired';
  const keys = records
    .slice(0, MAX_RECORDS)
    .map((strings) => readChallenge(strings.join('')))
    .filter((challenge) => challenge?.token === token)
    .map((challenge) => challenge?.key);
  if (keys.includes(fingerprint)) return 'proved';
  return keys.length === 0 ? 'absent' : 'other-key';
}

/** Null unless both parts are there exactly once. */
function readChallenge(text: string): { readonly token: string; readonly key: string } | null {
  if (text.length > MAX_RECORD_CHARS) return null;
  const parts = text.split(/[;\s]+/);
  const [token, ...otherTokens] = findValues(parts, 'token');
  const [key, ...otherKeys] = findValues(parts, 'key');
  if (token === undefined || key === undefined || otherTokens.length > 0 || otherKeys.length > 0) return null;
  return { token, key: key.toLowerCase() };
}

function findValues(parts: readonly string[], name: string): readonly string[] {
  const start = `${name}=`;
  return parts.filter((part) => part.startsWith(start)).map((part) => part.slice(start.length));
}

/**
 * Whether a proof of this domain, in lower-case A-labels, identifies its owner: exactly what one party has registered
 * (docs/formats/proof.md, Domain). A public suffix belongs to nobody, a subdomain to its registered domain, and a name
 * whose children are all suffixes is not registered itself. A domain that several controllers share, and a host that
 * only routes mail, are no one party's: a proof of them would give one the mail of others.
 */
export function isProvableDomain(domain: string, rules: SuffixRules): boolean {
  if (rules.shared.has(domain) || isRoutingHost(domain)) return false;
  return findRegistrableDomain(domain, rules) === domain && !rules.wildcards.has(domain);
}
