import type { RowUnit } from '@candor/core/evidence/record';
import type { Generated } from 'kysely';
import type { DecisionSchema } from './schema-decision.ts';
import type { FindingSchema } from './schema-finding.ts';
import type { LedgerSchema } from './schema-ledger.ts';
import type { LetterSchema } from './schema-letter.ts';
import type { NoticeSchema } from './schema-notice.ts';
import type { EnquirySchema, EnrollmentSchema, PortalSchema } from './schema-portal.ts';
import type { ReviewSchema } from './schema-review.ts';
import type { TransparencySchema } from './schema-transparency.ts';
import type { WatchSchema } from './schema-watch.ts';

/**
 * The tables of the state store, prefixed by stage; one schema for every engine. Digests and fingerprints are raw bytes
 * where they are many and lower-case hex where they are few; times are whole UTC seconds, yes and no 1 and 0.
 */
export interface Schema
  extends LedgerSchema,
    NoticeSchema,
    LetterSchema,
    EnquirySchema,
    ReviewSchema,
    PortalSchema,
    EnrollmentSchema,
    WatchSchema,
    TransparencySchema,
    FindingSchema,
    DecisionSchema {
  /** Small facts about the state itself. */
  state_fact: { key: string; value: string };

  evidence_file: EvidenceFileTable;
  evidence_shard: {
    id: Generated<number>;
    custodian: string;
    /** `Shard`, JSON: what a reader process needs to read it again for a question about its text. */
    job: string;
    /** `Shard.key`: the same work is never done twice. */
    key: string;
    /** 1 once its copies are in the store. */
    done: number;
    /** 1 while the incident file leads to it. */
    current: number;
    /** The newest complete version that was judged from it; null before the first. */
    judged: number | null;
  };
  evidence_judged_file: EvidenceJudgedFileTable;
  evidence_copy: EvidenceCopyTable;
  evidence_misread: EvidenceMisreadTable;
  /** What delivery logs say: when a message with this id reached or left a supplied mailbox. */
  evidence_delivery: { file_id: number; custodian: string; name: string; at: number };
  /** Where the bytes and items of an evidence file went, as far as one shard read it. */
  evidence_account: {
    shard_id: number;
    file: string;
    /** `FileAccount`, JSON. */
    account: string;
    /** Quarantined ranges with their reasons, JSON list; null without any. */
    quarantine: string | null;
  };
  /**
   * Problems found while reading. `walk`: found again in every run; `shard`: stored with the shard; `access`: stored
   * with the log.
   */
  evidence_problem: {
    id: Generated<number>;
    origin: 'walk' | 'shard' | 'access' | 'arrivals';
    shard_id: number | null;
    file: string | null;
    code: string;
    place: string;
    text: string;
    weight: string;
  };
  evidence_access_block: AccessBlockTable;
  /** Rows of records that have several, out of the blocks: a merged row stands for them. */
  evidence_access_part: AccessPartTable;
  /**
   * The rest of records, which few are asked for: one JSON text a line, of the rows with consecutive ids that make up a
   * block.
   */
  evidence_access_payload: { block: number; payloads: string };
  /** What many records have in common: who did what to which mailbox from where, in which session. */
  evidence_access_actor: AccessActorTable;
  /** Record ids that were met more than once, or look as if they were. */
  evidence_access_repeated: { record_id: string };
  evidence_access_unreadable: { file: string; line: number; cause: string; operation: string | null };

  exposure_version: {
    version: number;
    digest: string;
    /** Of everything that went in: evidence digests, incident file, rule version. */
    input_digest: string;
    /**
     * Texts of the incident file, the directory and the folder lists as read (`VersionInputs`, JSON): the version can
     * be recomputed from them.
     */
    inputs: string;
    rules: string;
    made_at: number;
    /** `RunSummary`, JSON. */
    summary: string;
    /** All problems of the run, JSON list. */
    problems: string;
  };
  exposure_verdict: {
    version: number;
    copy_id: number;
    verdict: string;
    intruder_sent: number;
    /** 1: exposed by undecided records alone. Null in versions before it was kept. */
    undecided: number | null;
    reasons: string;
  };
  /** Records that a verdict or gap may cite; every other label is recomputed when it is asked for. */
  exposure_record: {
    version: number;
    record_id: string;
    /** Id of the record's row in `evidence_access_block`. */
    row_id: number;
    time: number;
    mailbox: string | null;
    label: string;
    reason: string;
  };
  /** The first screen of `explain --mailbox`. Earlier versions have none. */
  exposure_mailbox: {
    version: number;
    custodian: string;
    /** `MailboxSummary`, JSON. */
    summary: string;
  };
  /** The organization's own sent mail, while arrivals are settled (`settleArrivals`). */
  exposure_own_sent: { copy_id: number; custodian: string; fingerprint: Uint8Array; names: string; answers: string };
  /** Copies of which something outside them says more of their arrival than they do; of the newest run. */
  exposure_arrival: {
    copy_id: number;
    arrived: number | null;
    arrived_from: string;
    arrival_source: string;
    latest: number | null;
    answered: number | null;
  };
  exposure_unresolved: { version: number; what: string; value: string; count: number; reason: string };
  /** Phase 2, for the current mailbox: the numbered questions that a copy's text matches (JSON list). */
  exposure_answer: { location: string; hits: string };

  impact_party: {
    version: number;
    party: string;
    kind: string;
    row: string;
    /** Position in the list of parties, most exposed first; null in earlier versions. */
    rank: number | null;
    /** 1 if any message of it counts, so that it is listed by default. */
    shown: number | null;
  };
  /** Former ids of a version whose parties were recounted, with another directory or curation: as they were then. */
  impact_former_party: { party: string; version: number; row: string };
  /** What a person did to the parties by hand: appended, never changed. `id` is its sequence number. */
  impact_curation: { id: Generated<number>; made_at: number; made_by: string; why: string; act: string };
}

/** What a file of evidence is for. `arrivals`: a delivery log. */
export type EvidencePurpose = 'mailbox' | 'access' | 'arrivals' | 'folders' | 'directory';

export interface EvidenceFileTable {
  id: Generated<number>;
  /** Of mailboxes and folder lists; else null. */
  custodian: string | null;
  purpose: EvidencePurpose;
  /** As in incident.yaml and the path below it. */
  path: string;
  /** Mailbox files: the real path, one code unit a byte (file names need not be UTF-8). */
  raw: string | null;
  format: string;
  size: number;
  /** Empty for a file that could not be opened. */
  sha256: string;
  /** Time of last change as the file system gives it, to see whether a file has to be read again. */
  modified: string;
  /** Mailbox files: the shard that read it; null for a big mbox, which the lab digested itself. */
  shard_id: number | null;
  /** Access files: the container, data rows, and evidence that the export was cut. */
  container: string | null;
  /** Access files: what the numbers of their rows count; null where the file could not be read. */
  unit: RowUnit | null;
  /** Null while it is being read: its rows are incomplete. */
  rows: number | null;
  truncated: string | null;
  /** Times between which rows are missing, from and to in turn, JSON list; null without any. */
  holes: string | null;
}

/**
 * Evidence of complete versions outside shards: logs and large mboxes. Never deleted: with `evidence_shard.judged` a
 * run reports from them what is missing.
 */
export interface EvidenceJudgedFileTable {
  purpose: 'mailbox' | 'access';
  /** Empty for an access file. */
  custodian: string;
  path: string;
  sha256: string;
  /** The newest of those versions. */
  version: number;
}

/** A copy that earlier versions handed over as damaged bytes, whatever for (migration 0020). Never written again. */
export interface EvidenceMisreadTable {
  location: string;
  sha256: Uint8Array;
  fingerprint: Uint8Array;
  length: number;
  /** 0: only if it is stored without compression in its zip. */
  certain: number;
}

export interface EvidenceCopyTable {
  id: Generated<number>;
  shard_id: number;
  custodian: string;
  location: string;
  /** The evidence file that holds the bytes, and the members on the way in (JSON list) where it is an archive. */
  file: string;
  members: string | null;
  position: number;
  length: number;
  sha256: Uint8Array | null;
  folder: string | null;
  labels: string | null;
  message_id: string | null;
  date: number | null;
  arrived: number | null;
  arrived_from: string;
  fingerprint: Uint8Array;
  draft: number;
  bulk: number;
  parents: string | null;
  addresses: string;
  /** From here on null in copies that were read before rules 2027-01. */
  arrival_source: string | null;
  latest: number | null;
  received: number | null;
  /** How many of the parents, from the first, stand in In-Reply-To. */
  answers: number | null;
  /** 1 where an Outlook item says that the mailbox's owner sent it. */
  sent: number | null;
  /** JSON list; null where `message_id` is the only name, or there is none. */
  names: string | null;
  /** Attached messages, JSON list; null where there is none. */
  attached: string | null;
}

/** Rows with consecutive ids, of one file or merged: most of a log, and every run reads all of it. */
export interface AccessBlockTable {
  first_id: number;
  /** `evidence_file.id`; 0 for merged rows. */
  file_id: number;
  size: number;
  /** Numbers of all rows, column by column (`RowBlock`). */
  columns: Uint8Array;
  /** UTF-8, one behind the other. */
  record_ids: Uint8Array;
}

export interface AccessPartTable {
  id: number;
  file_id: number;
  line: number;
  record_id: string;
  time: number;
  actor_id: number;
  throttled: number;
  failed: number;
  lossy: string | null;
}

export interface AccessActorTable {
  id: number;
  operation: string;
  kind: string;
  mailbox_guid: string | null;
  mailbox_owner_upn: string | null;
  mailbox_owner_sid: string | null;
  user_id: string | null;
  ip: string | null;
  app_id: string | null;
  client_app_id: string | null;
  client: string | null;
  logon_type: string | null;
  user_type: string | null;
  /** One per line; null without any. */
  sessions: string | null;
  tokens: string | null;
  /** Likewise; more than one, or null. */
  addresses: string | null;
  /** Likewise; null for a record of one row. */
  contradicts: string | null;
}
