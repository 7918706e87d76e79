import type { Cryptography } from '@candor/core/base';
import { type SignedRequest, verifyRequest } from './party-request.ts';

/** Somebody in force who may name others. */
export interface Nominator {
  readonly reviewer: string;
  /** base64url of the Ed25519 public key. */
  readonly sign: string;
}

/** Whose word a nominee's enrollment stands on, and as what. */
export interface Nomination {
  readonly nominator: string;
  readonly relation: 'own' | 'representative';
}

/** What exactly must be vouched for: this enrollment, of this key, for this party. */
export interface NominatedEnrollment {
  readonly incident: string;
  /** Ids of the party. */
  readonly parties: readonly string[];
  /** Digest of the request. */
  readonly enrollment: string;
  readonly reviewer: string;
}

/**
 * Whether a nominator of the party signed for exactly this enrollment (docs/formats/proof.md). A word for another
 * document of the same person is none: a portal could have exchanged the keys in it.
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
