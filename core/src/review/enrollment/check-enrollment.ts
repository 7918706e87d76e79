import type { Cryptography, Instant, Runtime } from '@candor/core/base';
import { toBase64Url } from '@candor/core/ledger';
import { type ReviewerKey, toFingerprint } from '../seal/reviewer-key.ts';
import { type DomainProof, isToken, judgeDomainProof, TOKEN_LIFE_SECONDS } from './domain-proof.ts';
import { type EnrollmentRequest, type SignedRequest, verifyEnrollment, verifyRequest } from './party-request.ts';

/** As long as the digest it is made with. */
const CODE_PROOF_BYTES = 32;

/** A code that was issued, and to whom: the domains of its party, or exactly one address. */
export interface IssuedCode {
  readonly code: Uint8Array;
  readonly party: string;
  /** Registrable domains of the party; none of a person's. */
  readonly domains: readonly string[];
  readonly addresses: readonly string[];
}

export interface EnrollmentContext {
  readonly incident: string;
  readonly codes: Iterable<IssuedCode>;
  /** The portal's token, and when the lab first saw it. */
  readonly token: string;
  readonly firstSeen: Instant;
  /** Text records at the challenge's name on which the resolvers agree; null when unknown. */
  readonly records: readonly (readonly string[])[] | null;
  /** Whether a domain can belong to one owner: no public suffix, and nothing below a registered one. */
  readonly isRegistrable: (domain: string) => boolean;
  readonly now: Instant;
}

/**
 * Why an enrollment is not proved. `unanswered` is neither yes nor no: ask again. `shared-code`: it was sent to several
 * mailboxes, so it proves none.
 */
export type EnrollmentErrorCode =
  | 'form'
  | 'signature'
  | 'incident'
  | 'code'
  | 'scope'
  | 'other-domain'
  | 'other-address'
  | 'shared-code'
  | 'unanswered'
  | Exclude<DomainProof, 'proved'>;

export type EnrollmentCheck =
  | {
      readonly state: 'proved';
      readonly request: EnrollmentRequest;
      readonly key: ReviewerKey;
      readonly fingerprint: string;
      readonly party: string;
      /** A role mailbox or a person proves by mailbox, an organization by domain. */
      readonly by: 'dns' | 'mailbox';
    }
  /** A nominator of the party that has this domain must sign for it. */
  | {
      readonly state: 'nominee';
      readonly request: EnrollmentRequest;
      readonly key: ReviewerKey;
      readonly fingerprint: string;
    }
  | { readonly state: 'flawed'; readonly flaw: EnrollmentErrorCode };

type Primitives = Pick<Runtime, 'sha256Hex'> & Pick<Cryptography, 'verifyEd25519' | 'hkdfSha256'>;

/**
 * The lab's check of an enrollment from the portal (docs/formats/proof.md, Order of checks). Only the document counts:
 * the fingerprint is computed from its keys, and both code proof and zone must name it.
 */
export async function checkEnrollment(
  primitives: Primitives,
  signed: SignedRequest,
  surroundings: EnrollmentContext,
): Promise<EnrollmentCheck> {
  const request = await verifyEnrollment(primitives, signed);
  if (request === null) return { state: 'flawed', flaw: 'signature' };
  if (request.incident !== surroundings.incident) return { state: 'flawed', flaw: 'incident' };
  if (isTooOld(surroundings)) return { state: 'flawed', flaw: 'expired' };
  const { key, proof } = request;
  const fingerprint = toFingerprint(primitives, key);
  if (proof.kind === 'nomination') return { state: 'nominee', request, key, fingerprint };
  const issued = await findCode(primitives, proof.code, fingerprint, surroundings.codes);
  if (issued === null) return { state: 'flawed', flaw: 'code' };
  const flaw =
    proof.kind === 'dns'
      ? judgeDomain(proof.domain, fingerprint, issued, surroundings)
      : judgeMailbox(proof.address, issued);
  if (flaw !== null) return { state: 'flawed', flaw };
  return { state: 'proved', request, key, fingerprint, party: issued.party, by: proof.kind };
}

/** By the lab's clock: an old token may be in the zone of a former owner. */
function isTooOld({ token, firstSeen, now }: EnrollmentContext): boolean {
  return !isToken(token) || now - firstSeen > TOKEN_LIFE_SECONDS;
}

async function findCode(
  primitives: Primitives,
  given: string,
  fingerprint: string,
  codes: Iterable<IssuedCode>,
): Promise<IssuedCode | null> {
  for (const issued of codes) if ((await makeCodeProof(primitives, issued.code, fingerprint)) === given) return issued;
  return null;
}

function judgeDomain(
  domain: string,
  fingerprint: string,
  issued: IssuedCode,
  { token, firstSeen, records, isRegistrable, now }: EnrollmentContext,
): EnrollmentErrorCode | null {
  if (!isRegistrable(domain)) return 'scope';
  if (!issued.domains.includes(domain)) return 'other-domain';
  if (records === null) return 'unanswered';
  const judged = judgeDomainProof(records, { token, fingerprint, firstSeen }, now);
  return judged === 'proved' ? null : judged;
}

/** Exactly that address: only its host interprets the local part, so nothing is folded. */
function judgeMailbox(address: string, issued: IssuedCode): EnrollmentErrorCode | null {
  if (!issued.addresses.includes(address)) return 'other-address';
  // An organization's role mailbox proves nothing beyond the notice.
  return issued.domains.length === 0 && issued.addresses.length > 1 ? 'shared-code' : null;
}

/**
 * Proves possession of the code for one fingerprint to those who know the code (docs/formats/proof.md): a portal that
 * exchanges the key would need the code, which it never gets.
 */
export async function makeCodeProof(
  cryptography: Pick<Cryptography, 'hkdfSha256'>,
  code: Uint8Array,
  fingerprint: string,
): Promise<string> {
  return toBase64Url(await cryptography.hkdfSha256(code, `candor enrollment v1 ${fingerprint}`, CODE_PROOF_BYTES));
}

export interface Nominator {
  readonly reviewer: string;
  /** base64url of the Ed25519 public key. */
  readonly sign: string;
}

/** The nominator of a nominee, and the role. */
export interface Nomination {
  readonly nominator: string;
  readonly relation: 'own' | 'representative';
}

/** What exactly must be vouched for: this enrollment, of this key, for this party. */
export interface NominatedEnrollment {
  readonly incident: string;
  readonly parties: readonly string[];
  /** Digest of the request. */
  readonly enrollment: string;
  readonly reviewer: string;
}

/**
 * Whether a nominator of the party signed for exactly this enrollment (docs/formats/proof.md). A nomination of another
 * document of the same person does not count: a portal could have exchanged its keys.
 */
export async function checkNomination(
  cryptography: Pick<Cryptography, 'verifyEd25519'>,
  signed: SignedRequest,
  nominated: NominatedEnrollment,
  nominators: readonly Nominator[],
): Promise<Nomination | null> {
  for (const { reviewer, sign } of nominators) {
    const request = await verifyRequest(cryptography, signed, sign);
    if (request?.kind !== 'nomination' || request.incident !== nominated.incident) continue;
    const isForIt =
      nominated.parties.includes(request.party) &&
      request.enrollment === nominated.enrollment &&
      request.reviewer === nominated.reviewer &&
      reviewer !== nominated.reviewer;
    if (isForIt) return { nominator: reviewer, relation: request.relation };
  }
  return null;
}
