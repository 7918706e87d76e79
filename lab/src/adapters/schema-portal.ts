import type { Generated } from 'kysely';

/** A signed request made at the portal (docs/formats/proof.md). Only signed content is stored. */
export interface ReviewRequestTable {
  /** SHA-256 of the document: its name. */
  request: string;
  /** In order of arrival at the portal. */
  place: number;
  /** `PartyRequest.kind` */
  kind: string;
  document: string;
  signature: string;
  /** Fingerprint of who signed: of the key in an enrollment, of a reviewer in force otherwise. */
  signer: string;
  /** The party it concerns; for an enrollment: by its notice's code or its domain. Null: unknown. */
  party: string | null;
  /** The portal's challenge, of an enrollment. */
  token: string | null;
  /** When the lab saw it first: the token's age counts from here. */
  first_seen: number;
  /** `RequestState` */
  state: string;
  /** Why it was refused or stopped; a code or a sentence. */
  why: string | null;
  decided_at: number | null;
}

/** What a reviewer did at the portal, as the portal's chain has it (docs/formats/access-record.md). */
export interface ReviewAccessTable {
  party: string;
  number: number;
  hash: string;
  /** Canonical JSON. */
  record: string;
}

/** How far a party's chain was followed. */
export interface ReviewAccessHeadTable {
  party: string;
  number: number;
  hash: string;
  /** Number of the record at which the log last has the chain. */
  logged: number;
  /** `ChainBreak`, JSON, while a person has not decided about it; null: the chain is whole. */
  broken: string | null;
}

/** What a person has to look at, from the side of the parties. */
export interface ReviewNeedTable {
  id: Generated<number>;
  /** `ReviewNeedKind` */
  kind: string;
  party: string | null;
  /** What it is about; one of a kind and subject is open at a time. */
  subject: string;
  words: string;
  /** What helps, as it is typed. */
  command: string;
  made_at: number;
  settled_at: number | null;
  settled_by: string | null;
  settled_why: string | null;
}

/** Tables of data from the portal; times are whole UTC seconds. No table contains a word of a message. */
export interface PortalSchema {
  review_request: ReviewRequestTable;
  review_access: ReviewAccessTable;
  review_access_head: ReviewAccessHeadTable;
  review_need: ReviewNeedTable;
}

/** Somebody who proved a domain asks without a code; two people sign the answer. */
interface NoticeEnquiryTable {
  id: Generated<number>;
  domain: string;
  contact: string;
  /** How the domain was proved. */
  proof: string;
  state: string;
  /** Canonical JSON, what is signed. */
  answer: string | null;
  made_by: string;
  made_at: number;
  answered_at: number | null;
  entry: number | null;
  /** Digest of the signed request that it came by; null: taken in by hand. */
  request: string | null;
  /** `AskedEnquiry`, JSON: the request itself. */
  asked: string | null;
  /** When the portal got the answer. */
  told_at: number | null;
}

/** Requests without a notice. */
export interface EnquirySchema {
  notice_enquiry: NoticeEnquiryTable;
}

/** What the lab itself saw when it checked a proof. Repetitions are counted in the existing row. */
interface ReviewObservationTable {
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
interface ReviewActTable {
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
