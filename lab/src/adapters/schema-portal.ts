import type { Generated } from 'kysely';

/**
 * Something that a person asked for at the portal and signed (docs/formats/proof.md). Only what a signature stands
 * under is kept.
 */
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
  /**
   * Whose matter it is; of an enrollment: whose notice's code it proves, or whose domain it names. Null: nobody's that
   * is known.
   */
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

/** Tables of what comes from the portal; times are whole UTC seconds. No table holds a word of a message. */
export interface PortalSchema {
  review_request: ReviewRequestTable;
  review_access: ReviewAccessTable;
  review_access_head: ReviewAccessHeadTable;
  review_need: ReviewNeedTable;
}
