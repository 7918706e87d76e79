import type { Generated } from 'kysely';

/** Generated from the dump of the schema and schema-notes.txt. Times are whole UTC seconds, yes and no 1 and 0. */
export interface Schema {
  /** What many records have in common: who did what to which mailbox from where, in which session. */
  evidence_access_actor: {
    id: Generated<number>;
    operation: string;
    kind: string;
    mailbox_guid: string | null;
    mailbox_owner_upn: string | null;
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
    mailbox_owner_sid: string | null;
    /** Likewise; more than one, or null. */
    addresses: string | null;
    /** Likewise; null for a record of one row. */
    contradicts: string | null;
  };
  /** Rows with consecutive ids, of one file or merged: most of a log, and every run reads all of it. */
  evidence_access_block: {
    first_id: number;
    /** `evidence_file.id`; 0 for merged rows. */
    file_id: number;
    size: number;
    /** Numbers of all rows, column by column (`RowBlock`). */
    columns: Uint8Array;
    /** UTF-8, one behind the other. */
    record_ids: Uint8Array;
  };
  /** Rows of records that have several, out of the blocks: a merged row stands for them. */
  evidence_access_part: {
    id: Generated<number>;
    file_id: number;
    line: number;
    record_id: string;
    time: number;
    actor_id: number;
    throttled: number;
    lossy: string | null;
    failed: Generated<number>;
  };
  /**
   * The rest of records, which few are asked for: one JSON text a line, of the rows with consecutive ids that make up a
   * block.
   */
  evidence_access_payload: {
    block: number;
    payloads: string;
  };
  /** Record ids that were met more than once, or look as if they were. */
  evidence_access_repeated: {
    record_id: string;
  };
  evidence_access_unreadable: {
    file: string;
    line: number;
    cause: string;
    operation: string | null;
  };
  /** Where the bytes and items of an evidence file went, as far as one shard read it. */
  evidence_account: {
    shard_id: number;
    file: string;
    /** `FileAccount`, JSON. */
    account: string;
    /** Quarantined ranges with their reasons, JSON list; null without any. */
    quarantine: string | null;
  };
  /** A log or a mailbox as it lay when a version was first judged from it. One that changed is another arrival. */
  evidence_arrival: {
    id: Generated<number>;
    purpose: 'mailbox' | 'access';
    /** Path as the incident file leads to it. */
    place: string;
    /** `Stamp.stamp` */
    stamp: string;
    files: number;
    bytes: number;
    /** The version that it was first judged in, and no other. */
    version: number;
    registered_at: number;
    /** 1 while the newest version was judged from it. */
    current: number;
  };
  evidence_copy: {
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
    /** JSON list; null where `message_id` is the only name, or there is none. */
    names: string | null;
    /** Attached messages, JSON list; null where there is none. */
    attached: string | null;
    latest: number | null;
    received: number | null;
    /** How many of the parents, from the first, stand in In-Reply-To. */
    answers: number | null;
    /** 1 where an Outlook item says that the mailbox's owner sent it. */
    sent: number | null;
  };
  /** What delivery logs say: when a message with this id reached or left a supplied mailbox. */
  evidence_delivery: {
    file_id: number;
    custodian: string;
    name: string;
    at: number;
  };
  /** What a file of evidence is for. `arrivals`: a delivery log. */
  evidence_file: {
    id: Generated<number>;
    /** Null for files that are neither mailboxes nor folder lists. */
    custodian: string | null;
    /** What it is for. `arrivals`: a delivery log. */
    purpose: 'mailbox' | 'access' | 'arrivals' | 'folders' | 'directory';
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
    /** Null while it is being read: its rows are incomplete. */
    rows: number | null;
    truncated: string | null;
    /** Access files: what the numbers of their rows count; null where the file could not be read. */
    unit: 'line' | 'row' | 'element' | null;
    /** Times between which rows are missing, from and to in turn, JSON list; null without any. */
    holes: string | null;
  };
  /** Bytes that a version or a wave follows from, kept once however often they are used. */
  evidence_input: {
    /** The digest of the bytes as they were read, hex. */
    sha256: string;
    /** gzip of them. */
    content: Uint8Array;
  };
  /** What used which bytes. */
  evidence_input_use: {
    /** `InputUser` */
    user: string;
    /** The number of the version or wave. */
    number: number;
    /** `InputPurpose` */
    purpose: string;
    /** As the incident file names it; a name of ours where it names none. */
    path: string;
    size: number;
    /** The bytes are in `evidence_input`, unless they were too large or were erased. */
    sha256: string;
  };
  /**
   * Evidence of complete versions outside shards: logs and large mboxes. Never deleted: with `evidence_shard.judged` a
   * run reports from them what is missing.
   */
  evidence_judged_file: {
    purpose: 'mailbox' | 'access';
    /** Empty for an access file. */
    custodian: string;
    path: string;
    sha256: string;
    /** The newest of those versions. */
    version: number;
  };
  /** A copy that earlier versions handed over as damaged bytes, whatever for (migration 0020). Never written again. */
  evidence_misread: {
    location: string;
    sha256: Uint8Array;
    fingerprint: Uint8Array;
    length: number;
    /** 0: only if it is stored without compression in its zip. */
    certain: number;
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
  /** Phase 2, for the current mailbox: the numbered questions that a copy's text matches (JSON list). */
  exposure_answer: {
    location: string;
    hits: string;
  };
  /** Copies of which something outside them says more of their arrival than they do; of the newest run. */
  exposure_arrival: {
    copy_id: number;
    arrived: number | null;
    arrived_from: string;
    arrival_source: string;
    latest: number | null;
    answered: number | null;
  };
  /** The first screen of `explain --mailbox`. Earlier versions have none. */
  exposure_mailbox: {
    version: number;
    custodian: string;
    /** `MailboxSummary`, JSON. */
    summary: string;
  };
  /** The organization's own sent mail, while arrivals are settled (`settleArrivals`). */
  exposure_own_sent: {
    copy_id: number;
    custodian: string;
    fingerprint: Uint8Array;
    names: string;
    answers: string;
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
  exposure_unresolved: {
    version: number;
    what: string;
    value: string;
    count: number;
    reason: string;
  };
  exposure_verdict: {
    version: number;
    copy_id: number;
    verdict: string;
    intruder_sent: number;
    reasons: string;
    /** 1: exposed by undecided records alone. Null in versions before it was kept. */
    undecided: number | null;
  };
  exposure_version: {
    version: number;
    digest: string;
    /** It covers everything that went in: evidence digests, incident file, rule version. */
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
  /** What a person did to the parties by hand: appended, never changed. `id` is its sequence number. */
  impact_curation: {
    id: Generated<number>;
    made_at: number;
    made_by: string;
    why: string;
    act: string;
  };
  /** One value at one place of a message. */
  impact_finding: {
    id: Generated<number>;
    fingerprint: Uint8Array;
    part: string;
    /** Code points of the part's decoded text, line ends LF. */
    position: number;
    length: number;
    kind: string;
    detector: string;
    confidence: string;
    value_id: number;
    mask: string;
  };
  /** What a person decided about findings: appended, never changed. `id` is its sequence number. */
  impact_finding_decision: {
    id: Generated<number>;
    made_at: number;
    made_by: string;
    why: string;
    /** `DecisionAct`, JSON. */
    act: string;
  };
  /** A value that was shown to a person. */
  impact_finding_view: {
    id: Generated<number>;
    viewed_at: number;
    viewed_by: string;
    /** The second operator, where one was needed. */
    second: string | null;
    why: string;
    value_id: number;
  };
  /** Former ids of a version whose parties were recounted, with another directory or curation: as they were then. */
  impact_former_party: {
    party: string;
    version: number;
    row: string;
  };
  /**
   * A message that an earlier version searched as damaged bytes (migration 0020). Its findings are no longer among the
   * others.
   */
  impact_misread: {
    fingerprint: Uint8Array;
    /** The copy that was read. */
    location: string;
    length: number;
    /** 0: only if it is stored without compression in its zip. */
    certain: number;
    /** What it was searched with. */
    search: string;
    /** What was kept of it (`MisreadBefore`, JSON), until it was searched again or erased; then null. */
    before: string | null;
    /** `open`: not searched again yet. `again`: it was. `dropped`: it is not exposed any more, or cannot be read. */
    state: string;
    /** Findings that the second search made new, and those that it did not make again. */
    added: number;
    gone: number;
  };
  /** A party and its figures, by version: `PartyExposure`. */
  impact_party: {
    version: number;
    party: string;
    kind: string;
    name: string;
    country: string | null;
    accessed: number;
    presumed: number;
    partial: number;
    possible: number;
    undetermined: number;
    messages: number;
    copies: number;
    first: number | null;
    last: number | null;
    sender: number;
    recipient: number;
    blind_recipient: number;
    attached: number;
    intruder_sent: number;
    bulk: number;
    /** Null: none. */
    undetermined_bulk: number | null;
    /** Null: none. */
    intruder_sent_to_others: number | null;
    /** Null: none. */
    undecided: number | null;
    /** `PartyLists`, JSON. */
    lists: string;
  };
  /** A sample that people judge, to measure what was found and what was missed. */
  impact_sample: {
    id: Generated<number>;
    made_at: number;
    made_by: string;
    /** `DrawnSample`, JSON: message and stratum of each row of the sheet. */
    document: string;
    /** `SampleAnswers`, JSON, once they were read back; null before. */
    answers: string | null;
  };
  /** A message that was searched, by its content: copies of one message are searched once. */
  impact_searched: {
    fingerprint: Uint8Array;
    /** What it was searched with: version of the detectors and settings. With another one it is searched again. */
    search: string;
    /** The copy that was read. */
    location: string;
    /** First address of `From`, lower case; empty without one. */
    sender: string;
    /** `NamedAddress`, JSON list, of a message that holds personal data; else null. */
    names: string | null;
    /** Why parts were not searched, JSON list; null if all were. */
    unread: string | null;
    /** HMACs of the passages that claim counsel's privilege, JSON list; null where none does. */
    privilege: string | null;
    searched_at: number;
    /** Its findings were erased, and it is not searched again; null where not. */
    erased_at: number | null;
    /**
     * `AttachedMessage`, JSON list, of those in which something was found or not searched; null where there is none.
     */
    attached: string | null;
    /** `PlacedPerson`, JSON list, sealed with the key of the findings; null where texts hold no data of a person. */
    persons: string | null;
  };
  /** A value, by its HMAC only. Its number stays the same over all runs. */
  impact_value: {
    id: Generated<number>;
    /** HMAC-SHA-256(key, kind 0x00 value), lower-case hex. */
    hash: string;
  };
  /** What the console started that takes long, and what became of it. It holds numbers and reasons, never mail. */
  job: {
    id: Generated<number>;
    operation: string;
    /** JSON of what a page may say: no file or folder of the machine. */
    input: string;
    made_by: string;
    made_at: number;
    /** Name of the lock of the console that started it. */
    console: string;
    /** `lost`: its process is gone and left no result. */
    state: 'waiting' | 'running' | 'stopped' | 'done' | 'refused' | 'failed' | 'lost';
    /** Number of its process; says something only while that holds its lock. */
    pid: number | null;
    started_at: number | null;
    /** Last sign of life. */
    heard_at: number | null;
    ended_at: number | null;
    /** The person that asked it to stop. */
    stopped_by: string | null;
    /** `JobProgress`, JSON. */
    progress: string | null;
    /** `JobOutcome`, JSON. */
    outcome: string | null;
  };
  /** Every checkpoint that was ever signed. */
  ledger_checkpoint: {
    /** Entries it covers. */
    size: number;
    root: Uint8Array;
    /** The signed note. */
    note: string;
    made_at: number;
    published_at: number | null;
  };
  /** What a person decided by hand, one row a command (docs/formats/decision.md): appended, never changed. */
  ledger_decision: {
    /** Position in the chain, from 1. */
    number: number;
    /** `DecisionDocument`, canonical JSON. */
    document: string;
    /** Digest of the link before, hex. */
    previous: string;
    /** SHA-256 of `previous` and `document`, hex. */
    digest: string;
    /** base64url; null where nobody signed. */
    signature: string | null;
  };
  /** The append-only log, one row an entry; the commitment is what outsiders see. */
  ledger_entry: {
    /** Position in the log, from 0. */
    position: number;
    /** SHA-256 of salt and entry. */
    commitment: Uint8Array;
    kind: string;
    made_at: number;
    /** Null once erased: nobody can then link the entry to its commitment. */
    salt: Uint8Array | null;
    /** Canonical JSON; null once erased. */
    entry: string | null;
  };
  /** The chain of deliveries (docs/formats/delivery.md), one row a link; rows are only added. */
  ledger_link: {
    /** From 0, without a gap. */
    position: number;
    /** Message-ID; null for what is about no delivery. */
    delivery: string | null;
    /** What happened, as the link says. */
    event: string;
    /** Canonical JSON. */
    link: string;
    /** SHA-256 of the hash before (32 zero bytes for the first) and of the link. */
    hash: Uint8Array;
    /** Position of the log entry that has this hash as the chain's head; null for most. */
    entry: number | null;
  };
  /** Full and partial tiles of hashes (C2SP tlog-tiles), so that a proof reads few rows. */
  ledger_tile: {
    level: number;
    position: number;
    /** Up to 256 hashes of 32 bytes. */
    hashes: Uint8Array;
  };
  /**
   * It proves who agreed to exactly what: a signature over the digest of a document (wave, withdrawal, change of
   * operators, answer).
   */
  notice_approval: {
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
  };
  /** What each attempt did, appended before and after the irreversible act. */
  notice_attempt: {
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
  };
  /** Contacts that the ladder found beyond directory and curation, and postal details. */
  notice_contact: {
    id: Generated<number>;
    party: string;
    contact: string;
    role: string | null;
    language: string | null;
    source: string;
    /** JSON: the signed observation, where it was found. */
    observed: string | null;
    made_at: number;
  };
  /** A party that must be notified at a wave's exposure version, at its place in the set. */
  notice_counted_party: {
    wave_id: number;
    party: string;
    position: number;
    salt: Uint8Array;
    /** Canonical JSON, as its leaf has it. */
    counted: string;
  };
  /** A notice to one contact for one purpose. */
  notice_delivery: {
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
    /** The digest of those bytes, hex. */
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
  };
  /** A party contests figures; the answer closes it. */
  notice_dispute: {
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
  };
  /** Texts of a wave as a person edited them: appended, never changed. */
  notice_edit: {
    id: Generated<number>;
    wave_id: number;
    /** `happened`, `measures`, `unknown` or `added`. */
    what: string;
    /** The party of an added paragraph; else null. */
    party: string | null;
    /** JSON: the text in each language, or the paragraph; `null` where it was taken back. */
    value: string;
    /** Null in rows of former versions. */
    made_by: string | null;
    made_at: number | null;
  };
  /** Somebody who proved a domain asks without a code; two people sign the answer. */
  notice_enquiry: {
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
  };
  /** Messages of a party that hold secrets, as supplied by hand. */
  notice_finding: {
    party: string;
    /** Message-ID or fingerprint, as supplied. */
    message: string;
    kind: string;
    made_by: string;
    made_at: number;
  };
  /** What the gate judged, with its reasons. */
  notice_gate: {
    id: Generated<number>;
    made_at: number;
    passed: number;
    /** The digest of the settings it was run with. */
    settings_digest: string;
    /** JSON. */
    result: string;
  };
  /** Reasons not to tell: a disclosure delay, a contact or party that must not be written to. */
  notice_hold: {
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
     * The addresses, and an organization's domains, that the party had when the hold was set (JSON list); null for one
     * that was set before they were kept.
     */
    held: string | null;
  };
  /** Returned mail: bounces, auto-replies, people's answers. Never lost. */
  notice_incoming: {
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
  };
  /** The letters of a posting. */
  notice_letter: {
    posting_id: number;
    notice_id: number;
    /** The service traces it by this. */
    reference: string | null;
  };
  /** One versioned statement to one party. */
  notice_notice: {
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
    /** The salt of that leaf. */
    salt: Uint8Array;
    /** The position of that leaf in the wave's tree. */
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
  };
  /**
   * That letters of a wave were posted, or that letters of such a record count as posted no more. Never changed: the
   * newest of a notice counts.
   */
  notice_posting: {
    id: Generated<number>;
    /** `posted` or `taken-back` */
    act: string;
    wave_id: number;
    /** The posting that is withdrawn. */
    takes_back: number | null;
    /** When they were posted; null where they are taken back. */
    posted_at: number | null;
    service: string | null;
    why: string;
    made_by: string;
    made_at: number;
    /** Position of its log entry. */
    entry: number;
  };
  /** Other acts that need two people: a withdrawal, a change of operators. */
  notice_proposal: {
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
  };
  /** What decisions make of the evidence in a wave. Its manifest has a hash of salt and document. */
  notice_selection: {
    wave_id: number;
    /** Secret: 32 random bytes. */
    salt: Uint8Array;
    /** `Selection`, canonical JSON. */
    document: string;
  };
  /** Notices that are composed, approved and sent together. */
  notice_wave: {
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
  };
  /** What a reviewer did at the portal, as the portal's chain has it (docs/formats/access-record.md). */
  review_access: {
    party: string;
    number: number;
    hash: string;
    /** Canonical JSON. */
    record: string;
  };
  /** How far a party's chain was followed. */
  review_access_head: {
    party: string;
    number: number;
    hash: string;
    /** Number of the record at which the log last has the chain. */
    logged: number;
    /** `ChainBreak`, JSON, while a person has not decided about it; null: the chain is whole. */
    broken: string | null;
  };
  /** What people did about an enrollment between its proof and its approval. Never changed. */
  review_act: {
    id: Generated<number>;
    reviewer_id: number;
    /** `EnrollmentActKind` */
    act: string;
    /** The name of the person who recorded it, or the fingerprint of the one who signed it. */
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
  };
  /** Its index entry, sealed: the state contains no subject or address in the clear. */
  review_grant: {
    vault_id: number;
    /** Fingerprint. */
    reviewer: string;
    digest: string;
    sealed: Uint8Array;
  };
  /** A message that a party does not get before a person has decided. */
  review_hold: {
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
  };
  /** What a person has to look at, from the side of the parties. */
  review_need: {
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
  };
  /** A sealed message of a vault. */
  review_object: {
    vault_id: number;
    /** SHA-256 of the projected bytes, hex. */
    message: string;
    /** The digest of the sealed bytes, hex: its name in the folder of objects. */
    digest: string;
    size: number;
    /** What the index says of it, sealed: no subject and no address lies open in the state. */
    described: Uint8Array;
  };
  /** What the lab itself saw when it checked a proof. Repetitions are counted in the existing row. */
  review_observation: {
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
  };
  /** What a party gets, at one time. */
  review_release: {
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
    /** It comes from the mailboxes of these, JSON list: they approve nothing about it. */
    custodians: string;
    /** `ReleaseState` */
    state: string;
    made_at: number;
    /** Position in the log; null until it is approved. */
    entry: number | null;
    revoked_at: number | null;
    revoked_why: string | null;
    revocation_entry: number | null;
  };
  /** A signed request made at the portal (docs/formats/proof.md). Only signed content is stored. */
  review_request: {
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
  };
  /** Somebody who may read for a party, or asked to. Two people decide. */
  review_reviewer: {
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
  };
  /** What became of one copy that was projected for a vault, so that it need not be read again. */
  review_source: {
    vault_id: number;
    /** Digest of all that the outcome follows from. */
    source: string;
    /** `StoredOutcome`, JSON: digests and codes, no word of a message. */
    outcome: string;
  };
  /**
   * The keys of a party's vault, one row a generation. The secret halves lie in files (adapters/vault-keys.ts), never
   * here.
   */
  review_vault: {
    id: Generated<number>;
    party: string;
    generation: number;
    /** `age1pq1…` */
    recipient: string;
    made_at: number;
    /** Later releases go to the next generation. */
    retired_at: number | null;
  };
  /** Small facts about the state itself. */
  state_fact: {
    key: string;
    value: string;
  };
  /** What only people know of a case. Rows are added, never changed. */
  transparency_case_fact: {
    id: Generated<number>;
    /** Which fact: `aware`. */
    fact: string;
    /** What was said, by whom and when, canonical JSON. */
    document: string;
    /** SHA-256 over the link of the row before and this row, hex. */
    link: string;
  };
  /** Alerts, stored before anything is sent. */
  watch_alert: {
    /** Derived from the content: the same alert is never sent twice. */
    id: string;
    /** The document that is sent, JSON. */
    document: string;
    made_at: number;
  };
  /** One alert to one place. */
  watch_delivery: {
    alert_id: string;
    /** `mail` or `webhook` */
    channel: string;
    /** Address or URL. */
    target: string;
    /** `waiting`, `sending`, `sent`, `uncertain`, `failed` or `withheld` */
    state: string;
    attempts: number;
    /** Not before this moment. */
    due_at: number;
    /** What the other side said, or why there is no answer; safe text of one line. */
    reply: string | null;
    changed_at: number;
  };
}
