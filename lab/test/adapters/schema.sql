CREATE TABLE "evidence_access_actor" ("id" integer primary key,
  "operation" text not null,
  "kind" text not null,
  "mailbox_guid" text,
  "mailbox_owner_upn" text,
  "user_id" text,
  "ip" text,
  "app_id" text,
  "client_app_id" text,
  "client" text,
  "logon_type" text,
  "user_type" text,
  "sessions" text,
  "tokens" text,
  "mailbox_owner_sid" text,
  "addresses" text,
  "contradicts" text);

CREATE TABLE "evidence_access_block" ("first_id" integer primary key,
  "file_id" integer not null,
  "size" integer not null,
  "columns" blob not null,
  "record_ids" blob not null);

CREATE TABLE "evidence_access_part" ("id" integer primary key,
  "file_id" integer not null,
  "line" bigint not null,
  "record_id" text not null,
  "time" bigint not null,
  "actor_id" integer not null,
  "throttled" integer not null,
  "lossy" text,
  "failed" integer default 0 not null);

CREATE TABLE "evidence_access_payload" ("block" integer primary key,
  "payloads" text not null);

CREATE TABLE "evidence_access_repeated" ("record_id" text not null);

CREATE TABLE "evidence_access_unreadable" ("file" text not null,
  "line" bigint not null,
  "cause" text not null,
  "operation" text);

CREATE TABLE "evidence_account" ("shard_id" integer not null,
  "file" text not null,
  "account" text not null,
  "quarantine" text);

CREATE TABLE "evidence_arrival" ("id" integer primary key,
  "purpose" text not null,
  "place" text not null,
  "stamp" text not null,
  "files" integer not null,
  "bytes" bigint not null,
  "version" integer not null,
  "registered_at" bigint not null,
  "current" integer not null, constraint "evidence_arrival_once" unique ("purpose",
  "place",
  "stamp"));

CREATE TABLE "evidence_copy" ("id" integer primary key,
  "shard_id" integer not null,
  "custodian" text not null,
  "location" text not null,
  "file" text not null,
  "members" text,
  "position" bigint not null,
  "length" bigint not null,
  "sha256" blob,
  "folder" text,
  "labels" text,
  "message_id" text,
  "date" bigint,
  "arrived" bigint,
  "arrived_from" text not null,
  "fingerprint" blob not null,
  "draft" integer not null,
  "bulk" integer not null,
  "parents" text,
  "addresses" text not null,
  "arrival_source" text,
  "names" text,
  "attached" text,
  "latest" bigint,
  "received" bigint,
  "answers" integer,
  "sent" integer);

CREATE TABLE "evidence_delivery" ("file_id" integer not null,
  "custodian" text not null,
  "name" text not null,
  "at" bigint not null);

CREATE TABLE "evidence_file" ("id" integer primary key,
  "custodian" text,
  "purpose" text not null,
  "path" text not null,
  "raw" text,
  "format" text not null,
  "size" bigint not null,
  "sha256" text not null,
  "modified" text not null,
  "shard_id" integer,
  "container" text,
  "rows" bigint,
  "truncated" text,
  "unit" text,
  "holes" text);

CREATE TABLE "evidence_input" ("sha256" text primary key,
  "content" blob not null);

CREATE TABLE "evidence_input_use" ("user" text not null,
  "number" integer not null,
  "purpose" text not null,
  "path" text not null,
  "size" integer not null,
  "sha256" text not null, constraint "evidence_input_use_key" primary key ("user",
  "number",
  "purpose",
  "path"));

CREATE TABLE "evidence_judged_file" ("purpose" text not null,
  "custodian" text not null,
  "path" text not null,
  "sha256" text not null,
  "version" integer not null, constraint "evidence_judged_file_key" primary key ("purpose",
  "custodian",
  "path",
  "sha256"));

CREATE TABLE "evidence_misread" ("location" text not null,
  "sha256" blob not null,
  "fingerprint" blob not null,
  "length" bigint not null,
  "certain" integer not null, constraint "evidence_misread_key" primary key ("location",
  "sha256"));

CREATE TABLE "evidence_problem" ("id" integer primary key,
  "origin" text not null,
  "shard_id" integer,
  "file" text,
  "code" text not null,
  "place" text not null,
  "text" text not null,
  "weight" text not null);

CREATE TABLE "evidence_shard" ("id" integer primary key,
  "custodian" text not null,
  "job" text not null,
  "key" text not null unique,
  "done" integer not null,
  "current" integer not null,
  "judged" integer);

CREATE TABLE "exposure_answer" ("location" text primary key,
  "hits" text not null);

CREATE TABLE "exposure_arrival" ("copy_id" integer primary key,
  "arrived" bigint,
  "arrived_from" text not null,
  "arrival_source" text not null,
  "latest" bigint,
  "answered" bigint);

CREATE TABLE "exposure_mailbox" ("version" integer not null,
  "custodian" text not null,
  "summary" text not null, constraint "exposure_mailbox_key" primary key ("version",
  "custodian"));

CREATE TABLE "exposure_own_sent" ("copy_id" integer primary key,
  "custodian" text not null,
  "fingerprint" blob not null,
  "names" text not null,
  "answers" text not null);

CREATE TABLE "exposure_record" ("version" integer not null,
  "record_id" text not null,
  "row_id" integer not null,
  "time" bigint not null,
  "mailbox" text,
  "label" text not null,
  "reason" text not null, constraint "exposure_record_key" primary key ("version",
  "record_id"));

CREATE TABLE "exposure_unresolved" ("version" integer not null,
  "what" text not null,
  "value" text not null,
  "count" bigint not null,
  "reason" text not null);

CREATE TABLE "exposure_verdict" ("version" integer not null,
  "copy_id" integer not null,
  "verdict" text not null,
  "intruder_sent" integer not null,
  "reasons" text not null,
  "undecided" integer, constraint "exposure_verdict_key" primary key ("version",
  "copy_id"));

CREATE TABLE "exposure_version" ("version" integer primary key,
  "digest" text not null,
  "input_digest" text not null,
  "inputs" text not null,
  "rules" text not null,
  "made_at" bigint not null,
  "summary" text not null,
  "problems" text not null);

CREATE TABLE "impact_curation" ("id" integer primary key,
  "made_at" bigint not null,
  "made_by" text not null,
  "why" text not null,
  "act" text not null);

CREATE TABLE "impact_finding" ("id" integer primary key,
  "fingerprint" blob not null,
  "part" text not null,
  "position" bigint not null,
  "length" bigint not null,
  "kind" text not null,
  "detector" text not null,
  "confidence" text not null,
  "value_id" integer not null,
  "mask" text not null);

CREATE TABLE "impact_finding_decision" ("id" integer primary key,
  "made_at" bigint not null,
  "made_by" text not null,
  "why" text not null,
  "act" text not null);

CREATE TABLE "impact_finding_view" ("id" integer primary key,
  "viewed_at" bigint not null,
  "viewed_by" text not null,
  "second" text,
  "why" text not null,
  "value_id" integer not null);

CREATE TABLE "impact_former_party" ("party" text primary key,
  "version" integer not null,
  "row" text not null);

CREATE TABLE "impact_misread" ("fingerprint" blob primary key,
  "location" text not null,
  "length" bigint not null,
  "certain" integer not null,
  "search" text not null,
  "before" text,
  "state" text not null,
  "added" integer not null,
  "gone" integer not null);

CREATE TABLE "impact_party" ("version" integer not null,
  "party" text not null,
  "kind" text not null,
  "name" text not null,
  "country" text,
  "accessed" integer not null,
  "presumed" integer not null,
  "partial" integer not null,
  "possible" integer not null,
  "undetermined" integer not null,
  "messages" integer not null,
  "copies" integer not null,
  "first" bigint,
  "last" bigint,
  "sender" integer not null,
  "recipient" integer not null,
  "blind_recipient" integer not null,
  "attached" integer not null,
  "intruder_sent" integer not null,
  "bulk" integer not null,
  "undetermined_bulk" integer,
  "intruder_sent_to_others" integer,
  "undecided" integer,
  "lists" text not null, constraint "impact_party_id" primary key ("version",
  "party"));

CREATE TABLE "impact_sample" ("id" integer primary key,
  "made_at" bigint not null,
  "made_by" text not null,
  "document" text not null,
  "answers" text);

CREATE TABLE "impact_searched" ("fingerprint" blob primary key,
  "search" text not null,
  "location" text not null,
  "sender" text not null,
  "names" text,
  "unread" text,
  "privilege" text,
  "searched_at" bigint not null,
  "erased_at" bigint,
  "attached" text,
  "persons" text);

CREATE TABLE "impact_value" ("id" integer primary key,
  "hash" text not null unique);

CREATE TABLE "job" ("id" integer primary key,
  "operation" text not null,
  "input" text not null,
  "made_by" text not null,
  "made_at" bigint not null,
  "console" text not null,
  "state" text not null,
  "pid" integer,
  "started_at" bigint,
  "heard_at" bigint,
  "ended_at" bigint,
  "stopped_by" text,
  "progress" text,
  "outcome" text);

CREATE TABLE "ledger_checkpoint" ("size" integer primary key,
  "root" blob not null,
  "note" text not null,
  "made_at" bigint not null,
  "published_at" bigint);

CREATE TABLE "ledger_decision" ("number" integer primary key,
  "document" text not null,
  "previous" text not null,
  "digest" text not null,
  "signature" text);

CREATE TABLE "ledger_entry" ("position" integer primary key,
  "commitment" blob not null,
  "kind" text not null,
  "made_at" bigint not null,
  "salt" blob,
  "entry" text);

CREATE TABLE "ledger_link" ("position" bigint primary key,
  "delivery" text,
  "event" text not null,
  "link" text not null,
  "hash" blob not null,
  "entry" bigint);

CREATE TABLE "ledger_tile" ("level" integer not null,
  "position" integer not null,
  "hashes" blob not null, constraint "ledger_tile_key" primary key ("level",
  "position"));

CREATE TABLE "notice_approval" ("id" integer primary key,
  "what" text not null,
  "subject" text not null,
  "digest" text not null,
  "operator" text not null,
  "public_key" text not null,
  "signature" text not null,
  "made_at" bigint not null);

CREATE TABLE "notice_attempt" ("id" integer primary key,
  "delivery_id" integer not null,
  "attempt" integer not null,
  "fence" integer not null,
  "event" text not null,
  "host" text,
  "reply" text,
  "made_at" bigint not null);

CREATE TABLE "notice_contact" ("id" integer primary key,
  "party" text not null,
  "contact" text not null,
  "role" text,
  "language" text,
  "source" text not null,
  "observed" text,
  "made_at" bigint not null);

CREATE TABLE "notice_counted_party" ("wave_id" integer not null,
  "party" text not null,
  "position" integer not null,
  "salt" blob not null,
  "counted" text not null, constraint "notice_counted_party_key" primary key ("wave_id",
  "party"));

CREATE TABLE "notice_delivery" ("id" integer primary key,
  "key" text not null,
  "notice_id" integer not null,
  "contact" text not null,
  "role" text,
  "rung" text not null,
  "purpose" text not null,
  "token" text not null,
  "message_id" text not null,
  "message" blob not null,
  "sha256" text not null,
  "state" text not null,
  "attempts" integer not null,
  "fence" integer not null,
  "claimed_by" text,
  "lease_until" bigint,
  "next_at" bigint,
  "failed_at" bigint,
  "failures" integer default 0 not null,
  "reason" text,
  "changed_at" bigint not null);

CREATE TABLE "notice_dispute" ("id" integer primary key,
  "party" text not null,
  "notice_id" integer,
  "claim" text not null,
  "made_by" text not null,
  "made_at" bigint not null,
  "answer" text,
  "answered_by" text,
  "answered_at" bigint,
  "entry" integer);

CREATE TABLE "notice_edit" ("id" integer primary key,
  "wave_id" integer not null,
  "what" text not null,
  "party" text,
  "value" text not null,
  "made_by" text,
  "made_at" bigint);

CREATE TABLE "notice_enquiry" ("id" integer primary key,
  "domain" text not null,
  "contact" text not null,
  "proof" text not null,
  "state" text not null,
  "answer" text,
  "made_by" text not null,
  "made_at" bigint not null,
  "answered_at" bigint,
  "entry" integer,
  "request" text,
  "asked" text,
  "told_at" bigint);

CREATE TABLE "notice_finding" ("party" text not null,
  "message" text not null,
  "kind" text not null,
  "made_by" text not null,
  "made_at" bigint not null);

CREATE TABLE "notice_gate" ("id" integer primary key,
  "made_at" bigint not null,
  "passed" integer not null,
  "settings_digest" text not null,
  "result" text not null);

CREATE TABLE "notice_hold" ("id" integer primary key,
  "kind" text not null,
  "party" text,
  "contact" text,
  "asked_by" text not null,
  "why" text not null,
  "until" bigint,
  "made_by" text not null,
  "made_at" bigint not null,
  "ended_at" bigint,
  "ended_by" text,
  "held" text);

CREATE TABLE "notice_incoming" ("id" integer primary key,
  "source" text not null,
  "sha256" text not null,
  "kind" text not null,
  "delivery_id" integer,
  "matched_by" text,
  "detail" text not null,
  "message" blob not null,
  "received_at" bigint not null,
  "seen_by" text);

CREATE TABLE "notice_letter" ("posting_id" integer not null,
  "notice_id" integer not null,
  "reference" text, constraint "notice_letter_key" primary key ("posting_id",
  "notice_id"));

CREATE TABLE "notice_notice" ("id" integer primary key,
  "wave_id" integer not null,
  "party" text not null,
  "kind" text not null,
  "language" text not null,
  "code" text not null,
  "follows" integer,
  "state" text not null,
  "facts" text not null,
  "subject" text not null,
  "text" text not null,
  "html" text not null,
  "record" text not null,
  "salt" blob not null,
  "position" integer not null,
  "issued_at" bigint not null,
  "withdrawn_at" bigint,
  "withdrawn" text,
  "withdrawal_entry" integer,
  "posting" integer,
  "guessed" integer default 0 not null);

CREATE TABLE "notice_posting" ("id" integer primary key,
  "act" text not null,
  "wave_id" integer not null,
  "takes_back" integer,
  "posted_at" bigint,
  "service" text,
  "why" text not null,
  "made_by" text not null,
  "made_at" bigint not null,
  "entry" bigint not null);

CREATE TABLE "notice_proposal" ("id" integer primary key,
  "what" text not null,
  "document" text not null,
  "digest" text not null,
  "made_by" text not null,
  "made_at" bigint not null,
  "entry" integer);

CREATE TABLE "notice_selection" ("wave_id" integer primary key,
  "salt" blob not null,
  "document" text not null);

CREATE TABLE "notice_wave" ("id" integer primary key,
  "kind" text not null,
  "version" integer not null,
  "state" text not null,
  "made_at" bigint not null,
  "made_by" text not null,
  "salt" blob not null,
  "root" text not null,
  "manifest" text not null,
  "digest" text not null,
  "entry" integer,
  "settings" text not null);

CREATE TABLE "review_access" ("party" text not null,
  "number" integer not null,
  "hash" text not null,
  "record" text not null, constraint "review_access_key" primary key ("hash"));

CREATE TABLE "review_access_head" ("party" text primary key,
  "number" integer not null,
  "hash" text not null,
  "logged" integer not null,
  "broken" text);

CREATE TABLE "review_act" ("id" integer primary key,
  "reviewer_id" integer not null,
  "act" text not null,
  "made_by" text not null,
  "made_at" bigint not null,
  "contact" text,
  "why" text,
  "request" text,
  "notice_id" integer,
  "entry" integer);

CREATE TABLE "review_grant" ("vault_id" integer not null,
  "reviewer" text not null,
  "digest" text not null,
  "sealed" blob not null, constraint "review_grant_key" primary key ("vault_id",
  "reviewer"));

CREATE TABLE "review_hold" ("id" integer primary key,
  "party" text not null,
  "message" text not null,
  "reason" text not null,
  "state" text not null,
  "made_by" text,
  "made_at" bigint not null,
  "why" text,
  "decided_by" text,
  "decided_at" bigint,
  "entry" integer);

CREATE TABLE "review_need" ("id" integer primary key,
  "kind" text not null,
  "party" text,
  "subject" text not null,
  "words" text not null,
  "command" text not null,
  "made_at" bigint not null,
  "settled_at" bigint,
  "settled_by" text,
  "settled_why" text);

CREATE TABLE "review_object" ("vault_id" integer not null,
  "message" text not null,
  "digest" text not null,
  "size" bigint not null,
  "described" blob not null, constraint "review_object_key" primary key ("vault_id",
  "message"));

CREATE TABLE "review_observation" ("id" integer primary key,
  "subject" text not null,
  "outcome" text not null,
  "detail" text not null,
  "first_at" bigint not null,
  "last_at" bigint not null,
  "times" integer not null);

CREATE TABLE "review_release" ("id" integer primary key,
  "party" text not null,
  "number" integer not null,
  "vault_id" integer not null,
  "manifest" text not null,
  "digest" text not null,
  "inputs" text not null,
  "custodians" text not null,
  "state" text not null,
  "made_at" bigint not null,
  "entry" integer,
  "revoked_at" bigint,
  "revoked_why" text,
  "revocation_entry" integer);

CREATE TABLE "review_request" ("request" text primary key,
  "place" bigint not null,
  "kind" text not null,
  "document" text not null,
  "signature" text not null,
  "signer" text not null,
  "party" text,
  "token" text,
  "first_seen" bigint not null,
  "state" text not null,
  "why" text,
  "decided_at" bigint);

CREATE TABLE "review_reviewer" ("id" integer primary key,
  "party" text not null,
  "fingerprint" text not null,
  "public_key" text not null,
  "name" text not null,
  "role" text not null,
  "domains" text not null,
  "proof" text not null,
  "state" text not null,
  "document" text not null,
  "made_by" text not null,
  "made_at" bigint not null,
  "entry" integer,
  "ended_at" bigint,
  "ended_by" text,
  "ended_why" text,
  "request" text,
  "address" text,
  "judged" text,
  "judged_at" bigint,
  "announced_at" bigint,
  "waits_until" bigint);

CREATE TABLE "review_source" ("vault_id" integer not null,
  "source" text not null,
  "outcome" text not null, constraint "review_source_key" primary key ("vault_id",
  "source"));

CREATE TABLE "review_vault" ("id" integer primary key,
  "party" text not null,
  "generation" integer not null,
  "recipient" text not null,
  "made_at" bigint not null,
  "retired_at" bigint);

CREATE TABLE "state_fact" ("key" text primary key,
  "value" text not null);

CREATE TABLE "transparency_case_fact" ("id" integer primary key,
  "fact" text not null,
  "document" text not null,
  "link" text not null);

CREATE TABLE "watch_alert" ("id" text primary key,
  "document" text not null,
  "made_at" bigint not null);

CREATE TABLE "watch_delivery" ("alert_id" text not null,
  "channel" text not null,
  "target" text not null,
  "state" text not null,
  "attempts" integer not null,
  "due_at" bigint not null,
  "reply" text,
  "changed_at" bigint not null, constraint "watch_delivery_key" primary key ("alert_id",
  "channel",
  "target"));

CREATE INDEX "evidence_delivery_custodian" on "evidence_delivery" ("custodian",
  "name");

CREATE INDEX "evidence_file_path" on "evidence_file" ("purpose",
  "path");

CREATE INDEX "evidence_input_use_sha256" on "evidence_input_use" ("sha256");

CREATE INDEX "exposure_own_sent_fingerprint" on "exposure_own_sent" ("fingerprint");

CREATE INDEX "impact_finding_message" on "impact_finding" ("fingerprint",
  "part",
  "position");

CREATE INDEX "impact_finding_value" on "impact_finding" ("value_id");

CREATE INDEX "impact_party_order" on "impact_party" ("version",
  "accessed" desc,
  "presumed" desc,
  "messages" desc,
  "undetermined" desc,
  "party",
  "kind",
  "intruder_sent");

CREATE INDEX "job_state" on "job" ("state");

CREATE INDEX "ledger_link_delivery" on "ledger_link" ("delivery");

CREATE INDEX "notice_attempt_delivery" on "notice_attempt" ("delivery_id");

CREATE INDEX "notice_delivery_due" on "notice_delivery" ("state",
  "next_at");

CREATE UNIQUE INDEX "notice_delivery_key" on "notice_delivery" ("key");

CREATE INDEX "notice_delivery_message" on "notice_delivery" ("message_id");

CREATE INDEX "notice_delivery_notice" on "notice_delivery" ("notice_id");

CREATE INDEX "notice_delivery_token" on "notice_delivery" ("token");

CREATE UNIQUE INDEX "notice_enquiry_request" on "notice_enquiry" ("request");

CREATE UNIQUE INDEX "notice_incoming_source" on "notice_incoming" ("source");

CREATE INDEX "notice_notice_wave" on "notice_notice" ("wave_id");

CREATE INDEX "review_access_party" on "review_access" ("party",
  "number");

CREATE INDEX "review_act_reviewer" on "review_act" ("reviewer_id");

CREATE UNIQUE INDEX "review_hold_message" on "review_hold" ("party",
  "message",
  "reason");

CREATE INDEX "review_need_kind" on "review_need" ("kind",
  "subject");

CREATE INDEX "review_observation_subject" on "review_observation" ("subject");

CREATE UNIQUE INDEX "review_release_number" on "review_release" ("party",
  "number");

CREATE INDEX "review_request_state" on "review_request" ("state",
  "kind");

CREATE INDEX "review_reviewer_party" on "review_reviewer" ("party");

CREATE UNIQUE INDEX "review_vault_generation" on "review_vault" ("party",
  "generation");
