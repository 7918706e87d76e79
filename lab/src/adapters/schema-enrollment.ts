import type { Generated } from 'kysely';

/** What the lab saw when it checked a proof itself. The same once more is counted in the row that is there. */
export interface ReviewObservationTable {
  id: Generated<number>;
  /** Digest of the request that was checked. */
  subject: string;
  /** `ProofOutcome` */
  outcome: string;
  /** `ProofDetail`, JSON: of the zone, nothing that the portal says. */
  detail: string;
  first_at: number;
  last_at: number;
  times: number;
}

/** What people did about an enrollment between its proof and its approval. Never changed. */
export interface ReviewActTable {
  id: Generated<number>;
  reviewer_id: number;
  /** `EnrollmentActKind` */
  act: string;
  /** Who recorded it, or the fingerprint of who signed it. */
  made_by: string;
  made_at: number;
  /** Contact of the party that spoke. */
  contact: string | null;
  why: string | null;
  /** Digest of the signed request that it came by. */
  request: string | null;
  /** The announcement. */
  notice_id: number | null;
  /** Position in the log, where two people had to agree. */
  entry: number | null;
}

/** Tables of how enrollments are judged; times are whole UTC seconds. */
export interface EnrollmentSchema {
  review_observation: ReviewObservationTable;
  review_act: ReviewActTable;
}
