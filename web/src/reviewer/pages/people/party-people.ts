import { type Cryptography, compareUtf8, type Runtime } from '@candor/core/base';
import type { ListedRequest, PartyAnswer, ReviewerRole } from '@candor/core/contract';
import {
  type EnrollmentRequest,
  type PartyRequest,
  readRequest,
  verifyEnrollment,
  verifyRequest,
} from '@candor/core/review/enrollment';
import { toFingerprint } from '@candor/core/review/seal';

export type Primitives = Pick<Runtime, 'sha256Hex'> & Pick<Cryptography, 'verifyEd25519'>;

/** The outcome of a request; one that the organization has not fetched yet also waits. */
export type Settled = 'waiting' | 'approved' | 'refused' | 'stopped';

/** The person's proof of belonging to the party. */
export type ProofKind = EnrollmentRequest['proof']['kind'];

/** A request about a person that the organization has not decided, or refused. */
export interface PersonRequest {
  readonly request: string;
  readonly kind: 'nomination' | 'revocation' | 'transfer' | 'objection';
  readonly state: Settled;
  /** Fingerprint of its signer; null when their keys are not listed here. */
  readonly by: string | null;
  readonly at: string;
  readonly relation: 'own' | 'representative' | null;
}

export interface Person {
  readonly fingerprint: string;
  /** As the person or the organization wrote it; empty when unknown. */
  readonly name: string;
  readonly address: string | null;
  /** Null: not in force. */
  readonly role: ReviewerRole | null;
  /** Digest and outcome of the newest enrollment. */
  readonly enrollment: { readonly request: string; readonly state: Settled; readonly at: string } | null;
  readonly proof: ProofKind | null;
  readonly requests: readonly PersonRequest[];
  /** Two people wait with a proof of the DNS zone: the organization must decide. */
  readonly isContested: boolean;
  readonly isYou: boolean;
}

export interface PartyPeople {
  readonly people: readonly Person[];
  /** Documents listed by the portal without a valid signature: altered or invented. */
  readonly unsigned: number;
}

/**
 * Everybody who reads, waits or was refused, from the portal's list. Names, addresses and keys come from documents with
 * valid signatures: a shown fingerprint follows from the keys in its document.
 */
export async function toPartyPeople(primitives: Primitives, view: PartyAnswer, own: string): Promise<PartyPeople> {
  const enrolled = await readEnrollments(primitives, view.enrollments);
  const keys = new Map(enrolled.map(({ fingerprint, asked }) => [fingerprint, asked.key.sign]));
  // A dispute is about figures: it belongs to no person's row.
  const listed = view.requests.filter(({ document }) => readRequest(document)?.kind !== 'dispute');
  const requests = await readRequests(primitives, view.party, listed, keys);
  const fingerprints = new Set([
    ...view.reviewers.map(({ reviewer }) => reviewer),
    ...enrolled.map((one) => one.fingerprint),
  ]);
  const waitingInWorker = enrolled.filter(({ asked, state }) => state === 'waiting' && asked.proof.kind === 'dns');
  const people = [...fingerprints].map((fingerprint): Person => {
    const inForce = view.reviewers.find(({ reviewer }) => reviewer === fingerprint);
    const newest = enrolled.filter((one) => one.fingerprint === fingerprint).at(-1);
    return {
      fingerprint,
      name: newest?.asked.name ?? inForce?.name ?? '',
      address: newest?.asked.address ?? null,
      role: inForce?.role ?? null,
      enrollment: newest === undefined ? null : { request: newest.request, state: newest.state, at: newest.asked.at },
      proof: newest?.asked.proof.kind ?? null,
      requests: requests
        .filter(({ about }) => about === fingerprint || about === newest?.request)
        .map(({ request }) => request),
      isContested: waitingInWorker.length > 1 && waitingInWorker.some((one) => one.fingerprint === fingerprint),
      isYou: fingerprint === own,
    };
  });
  const unsigned = view.enrollments.length - enrolled.length + listed.length - requests.length;
  return { people: people.sort(compare), unsigned };
}

/** The portal's list, with enrollments requested by fingerprint that are too old for it. */
export function withFound(view: PartyAnswer, found: readonly ListedRequest[]): PartyAnswer {
  const enrollments = new Map([...found, ...view.enrollments].map((one) => [one.request, one]));
  return { ...view, enrollments: [...enrollments.values()] };
}

interface Enrolled {
  readonly fingerprint: string;
  readonly request: string;
  readonly state: Settled;
  readonly asked: EnrollmentRequest;
}

async function readEnrollments(primitives: Primitives, listed: readonly ListedRequest[]): Promise<readonly Enrolled[]> {
  const read = await Promise.all(
    listed.map(async ({ document, signature, state }) => {
      const asked = await verifyEnrollment(primitives, { document, signature });
      if (asked === null) return null;
      // The digest identifies the signed document, whatever the portal calls it.
      return {
        fingerprint: toFingerprint(primitives, asked.key),
        request: primitives.sha256Hex(document),
        state: toSettled(state),
        asked,
      };
    }),
  );
  return read.filter((one) => one !== null).sort((a, b) => compareUtf8(a.asked.at, b.asked.at));
}

async function readRequests(
  primitives: Primitives,
  party: string,
  requests: readonly ListedRequest[],
  keys: ReadonlyMap<string, string>,
): Promise<readonly { readonly about: string; readonly request: PersonRequest }[]> {
  const read = await Promise.all(
    requests.map(async ({ document, signature, state }) => {
      const asked = readRequest(document);
      const about = asked === null ? null : toAbout(asked);
      if (asked === null || asked.kind === 'enrollment' || about === null || asked.party !== party) return null;
      const by = await findSigner(primitives, { document, signature }, keys);
      const relation = asked.kind === 'nomination' ? asked.relation : null;
      const request: PersonRequest = {
        request: primitives.sha256Hex(document),
        kind: asked.kind as PersonRequest['kind'],
        state: toSettled(state),
        by,
        at: asked.at,
        relation,
      };
      return { about, request };
    }),
  );
  return read.filter((one) => one !== null).sort((a, b) => compareUtf8(a.request.at, b.request.at));
}

function toSettled(state: ListedRequest['state']): Settled {
  return state === 'received' ? 'waiting' : state;
}

/** Fingerprint of a person, or the digest of an enrollment. */
function toAbout(asked: PartyRequest): string | null {
  switch (asked.kind) {
    case 'nomination':
    case 'revocation':
    case 'transfer':
      return asked.reviewer;
    case 'objection':
      return asked.enrollment;
    default:
      return null;
  }
}

async function findSigner(
  primitives: Primitives,
  signed: { readonly document: string; readonly signature: string },
  keys: ReadonlyMap<string, string>,
): Promise<string | null> {
  for (const [fingerprint, sign] of keys)
    if ((await verifyRequest(primitives, signed, sign)) !== null) return fingerprint;
  return null;
}

/** Readers first, starting with the nominator; then who waits; then the rest. */
function compare(a: Person, b: Person): number {
  return rank(a) - rank(b) || compareUtf8(a.name, b.name) || compareUtf8(a.fingerprint, b.fingerprint);
}

const ROLES: readonly ReviewerRole[] = ['nominator', 'reviewer', 'representative'];

function rank({ role, enrollment }: Person): number {
  if (role !== null) return ROLES.indexOf(role);
  return enrollment?.state === 'waiting' ? ROLES.length : ROLES.length + 1;
}
