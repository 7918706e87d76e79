import type { Generated } from 'kysely';

/** Somebody who may read for a party, or asked to. Two people decide. */
export interface ReviewReviewerTable {
  id: Generated<number>;
  party: string;
  fingerprint: string;
  /** Canonical JSON of both public keys. */
  public_key: string;
  name: string;
  /** `ReviewerRole` */
  role: string;
  /** What was proved: domains, or one exact address; JSON list, sorted. */
  domains: string;
  /** How it was proved. */
  proof: string;
  /** `ReviewerState` */
  state: string;
  /** Canonical JSON: what two people approve. */
  document: string;
  made_by: string;
  made_at: number;
  /** Position in the log; null until it is approved. */
  entry: number | null;
  /** Refused or revoked: when, by whom, why. */
  ended_at: number | null;
  ended_by: string | null;
  ended_why: string | null;
  /** The request at the portal that it came by (`review_request`); null: taken in by hand. */
  request: string | null;
  /** Where the person says that it can be written to. */
  address: string | null;
  /** Result of the last check of its proof, JSON; null: not checked, or recorded manually. */
  judged: string | null;
  judged_at: number | null;
  /** When every contact of the party had been told; null: not yet. */
  announced_at: number | null;
  /** Two people may approve from here on. */
  waits_until: number | null;
}

/**
 * The keys of a party's vault, one row a generation. The secret halves lie in files (adapters/vault-keys.ts), never
 * here.
 */
export interface ReviewVaultTable {
  id: Generated<number>;
  party: string;
  generation: number;
  /** `age1pq1…` */
  recipient: string;
  made_at: number;
  /** Later releases go to the next generation. */
  retired_at: number | null;
}

/** What became of one copy that was projected for a vault, so that it need not be read again. */
export interface ReviewSourceTable {
  vault_id: number;
  /** Digest of all that the outcome follows from. */
  source: string;
  /** `StoredOutcome`, JSON: digests and codes, no word of a message. */
  outcome: string;
}

/** A sealed message of a vault. */
export interface ReviewObjectTable {
  vault_id: number;
  /** SHA-256 of the projected bytes, hex. */
  message: string;
  /** Of the sealed bytes, hex: its name in the folder of objects. */
  digest: string;
  size: number;
  /** What the index says of it, sealed: no subject and no address lies open in the state. */
  described: Uint8Array;
}

/** Its index entry, sealed: the state contains no subject or address in the clear. */
export interface ReviewGrantTable {
  vault_id: number;
  /** Fingerprint. */
  reviewer: string;
  digest: string;
  sealed: Uint8Array;
}

/** A message that a party does not get before a person has decided. */
export interface ReviewHoldTable {
  id: Generated<number>;
  party: string;
  /** Fingerprint, hex. */
  message: string;
  /** `HeldReason` */
  reason: string;
  /** `open`, `released`, `withheld`. */
  state: string;
  /** A person's own mark, or null where projecting held it. */
  made_by: string | null;
  made_at: number;
  why: string | null;
  decided_by: string | null;
  decided_at: number | null;
  /** Position in the log, of a release. */
  entry: number | null;
}

/** What a party gets, at one time. */
export interface ReviewReleaseTable {
  id: Generated<number>;
  party: string;
  number: number;
  vault_id: number;
  /** Canonical JSON. */
  manifest: string;
  /** SHA-256 of the manifest, hex. */
  digest: string;
  /** SHA-256 of all that the manifest follows from but randomness: the same once more is no new release. */
  inputs: string;
  /** Whose mailboxes it comes from, JSON list: they approve nothing about it. */
  custodians: string;
  /** `ReleaseState` */
  state: string;
  made_at: number;
  /** Position in the log; null until it is approved. */
  entry: number | null;
  revoked_at: number | null;
  revoked_why: string | null;
  revocation_entry: number | null;
}

/** Tables of review; times are whole UTC seconds. No table contains a word of a message. */
export interface ReviewSchema {
  review_reviewer: ReviewReviewerTable;
  review_vault: ReviewVaultTable;
  review_source: ReviewSourceTable;
  review_object: ReviewObjectTable;
  review_grant: ReviewGrantTable;
  review_hold: ReviewHoldTable;
  review_release: ReviewReleaseTable;
}
