import type { Generated } from 'kysely';
import type { WaveSchema } from './schema-wave.ts';

/**
 * Who agreed to exactly what: a signature over the digest of a document (wave, withdrawal, change of operators,
 * answer).
 */
export interface NoticeApprovalTable {
  id: Generated<number>;
  what: string;
  /** Which one: the wave's number, the notice's id … */
  subject: string;
  /** SHA-256 of the document, hex. */
  digest: string;
  operator: string;
  /** base64url */
  public_key: string;
  /** base64url */
  signature: string;
  made_at: number;
}

/** Other acts that need two people: a withdrawal, a change of operators. */
export interface NoticeProposalTable {
  id: Generated<number>;
  /** `ApprovalType` */
  what: string;
  /** Canonical JSON: what is approved. */
  document: string;
  /** SHA-256 of the document, hex. */
  digest: string;
  made_by: string;
  made_at: number;
  /** Position of its log entry; null until it is approved. */
  entry: number | null;
}

/** Notices that are composed, approved and sent together. */
export interface NoticeWaveTable {
  id: Generated<number>;
  kind: string;
  /** Exposure version of its figures. */
  version: number;
  /** `WaveState` */
  state: string;
  made_at: number;
  made_by: string;
  /** Secret: filler hashes of the wave's tree derive from it. */
  salt: Uint8Array;
  /** Hex. */
  root: string;
  /** Canonical JSON: what is approved. */
  manifest: string;
  /** SHA-256 of the manifest, hex. */
  digest: string;
  /** Position of its log entry; null until it is approved. */
  entry: number | null;
  /** Options it was prepared with, edits of its template: JSON. */
  settings: string;
}

/** One versioned statement to one party. */
export interface NoticeNoticeTable {
  id: Generated<number>;
  wave_id: number;
  party: string;
  kind: string;
  language: string;
  /** Printed code, without hyphens. */
  code: string;
  /** The notice that last notified this party. */
  follows: number | null;
  /** `NoticeState` */
  state: string;
  /** `NoticeFacts`, JSON. */
  facts: string;
  subject: string;
  text: string;
  html: string;
  /** Canonical JSON: what the wave's leaf commits to. */
  record: string;
  /** Of that leaf. */
  salt: Uint8Array;
  /** Of that leaf in the wave's tree. */
  position: number;
  issued_at: number;
  withdrawn_at: number | null;
  /** Why, and whether it was misdirected: JSON. */
  withdrawn: string | null;
  withdrawal_entry: number | null;
  /** By which posting its letter counts as posted; null: by none, or it was taken back. */
  posting: number | null;
  /** 1: only to guessed contacts, with counts only; replaced by the first one to a given contact. */
  guessed: Generated<number>;
}

/** A notice to one contact for one purpose. */
export interface NoticeDeliveryTable {
  id: Generated<number>;
  /** `<incident>/<notice>/<contact>/<purpose>`: unique. */
  key: string;
  notice_id: number;
  contact: string;
  role: string | null;
  /** Rung of the contact ladder. */
  rung: string;
  /** `first`, `reminder-1` … */
  purpose: string;
  /** What the envelope sender carries (VERP). */
  token: string;
  message_id: string;
  /** The exact bytes, signed. */
  message: Uint8Array;
  /** Of those bytes, hex. */
  sha256: string;
  /** `DeliveryState` */
  state: string;
  attempts: number;
  /** Rises with every claim; an older claim can change nothing any more. */
  fence: number;
  /** Which sender works on it; null when none does. */
  claimed_by: string | null;
  lease_until: number | null;
  next_at: number | null;
  /** When it first failed, and how often it did: what the next try waits for is counted from them. */
  failed_at: number | null;
  failures: Generated<number>;
  /** Why inhibited, bounced, uncertain. */
  reason: string | null;
  changed_at: number;
}

/** What each attempt did, appended before and after the irreversible act. */
export interface NoticeAttemptTable {
  id: Generated<number>;
  delivery_id: number;
  attempt: number;
  fence: number;
  /** `intent`, `data`, or how it ended. */
  event: string;
  /** Relay, or who settled it. */
  host: string | null;
  /** The server's reply, made safe. */
  reply: string | null;
  made_at: number;
}

/** Returned mail: bounces, auto-replies, people's answers. Never lost. */
export interface NoticeIncomingTable {
  id: Generated<number>;
  /** Inbox and its id there: read once. */
  source: string;
  sha256: string;
  /** `IncomingKind` */
  kind: string;
  delivery_id: number | null;
  /** By what it was matched: `token`, `message-id`, `recipient`; null when it was not. */
  matched_by: string | null;
  /** What it says, JSON. */
  detail: string;
  message: Uint8Array;
  received_at: number;
  /** Operator who dealt with it. */
  seen_by: string | null;
}

/** Reasons not to tell: a disclosure delay, a contact or party that must not be written to. */
export interface NoticeHoldTable {
  id: Generated<number>;
  /** `delay` or `do-not-contact` */
  kind: string;
  /** Null: the whole incident. */
  party: string | null;
  contact: string | null;
  asked_by: string;
  why: string;
  until: number | null;
  made_by: string;
  made_at: number;
  ended_at: number | null;
  ended_by: string | null;
  /**
   * Of a party: the addresses, and an organization's domains, that it had when the hold was set (JSON list); null for
   * one that was set before they were kept.
   */
  held: string | null;
}

/** Contacts that the ladder found beyond directory and curation, and postal details. */
export interface NoticeContactTable {
  id: Generated<number>;
  party: string;
  contact: string;
  role: string | null;
  language: string | null;
  source: string;
  /** JSON: the signed observation, where it was found. */
  observed: string | null;
  made_at: number;
}

/** Messages of a party that hold secrets, as supplied by hand. */
export interface NoticeFindingTable {
  party: string;
  /** Message-ID or fingerprint, as supplied. */
  message: string;
  kind: string;
  made_by: string;
  made_at: number;
}

/** What the gate judged, with its reasons. */
export interface NoticeGateTable {
  id: Generated<number>;
  made_at: number;
  passed: number;
  /** Of the settings it was run with. */
  settings_digest: string;
  /** JSON. */
  result: string;
}

/** A party contests figures; the answer closes it. */
export interface NoticeDisputeTable {
  id: Generated<number>;
  party: string;
  notice_id: number | null;
  claim: string;
  made_by: string;
  made_at: number;
  answer: string | null;
  answered_by: string | null;
  answered_at: number | null;
  entry: number | null;
}

/** Tables of notice; times are whole UTC seconds, yes and no 1 and 0. */
export interface NoticeSchema extends WaveSchema {
  notice_approval: NoticeApprovalTable;
  notice_proposal: NoticeProposalTable;
  notice_wave: NoticeWaveTable;
  notice_notice: NoticeNoticeTable;
  notice_delivery: NoticeDeliveryTable;
  notice_attempt: NoticeAttemptTable;
  notice_incoming: NoticeIncomingTable;
  notice_hold: NoticeHoldTable;
  notice_contact: NoticeContactTable;
  notice_finding: NoticeFindingTable;
  notice_gate: NoticeGateTable;
  notice_dispute: NoticeDisputeTable;
}
