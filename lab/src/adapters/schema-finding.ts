import type { Generated } from 'kysely';

/** A message that was searched, by its content: copies of one message are searched once. */
export interface ImpactSearchedTable {
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
  /** `AttachedMessage`, JSON list, of those in which something was found or not searched; null where there is none. */
  attached: string | null;
  searched_at: number;
  /** Its findings were erased, and it is not searched again; null where not. */
  erased_at: number | null;
}

/**
 * A message that an earlier version searched as damaged bytes (migration 0020). Its findings are no longer among the
 * others.
 */
export interface ImpactMisreadTable {
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
}

/** A value, by its HMAC only. Its number stays the same over all runs. */
export interface ImpactValueTable {
  id: Generated<number>;
  /** HMAC-SHA-256(key, kind 0x00 value), lower-case hex. */
  hash: string;
}

/** One value at one place of a message. */
export interface ImpactFindingTable {
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
}

/** What a person decided about findings: appended, never changed. `id` is its sequence number. */
export interface ImpactFindingDecisionTable {
  id: Generated<number>;
  made_at: number;
  made_by: string;
  why: string;
  /** `DecisionAct`, JSON. */
  act: string;
}

/** A value that was shown to a person. */
export interface ImpactFindingViewTable {
  id: Generated<number>;
  viewed_at: number;
  viewed_by: string;
  /** The second operator, where one was needed. */
  second: string | null;
  why: string;
  value_id: number;
}

/** A sample that people judge, to measure what was found and what was missed. */
export interface ImpactSampleTable {
  id: Generated<number>;
  made_at: number;
  made_by: string;
  /** `DrawnSample`, JSON: message and stratum of each row of the sheet. */
  document: string;
  /** `SampleAnswers`, JSON, once they were read back; null before. */
  answers: string | null;
}

/** Tables of what was in the mail. */
export interface FindingSchema {
  impact_searched: ImpactSearchedTable;
  impact_misread: ImpactMisreadTable;
  impact_value: ImpactValueTable;
  impact_finding: ImpactFindingTable;
  impact_finding_decision: ImpactFindingDecisionTable;
  impact_finding_view: ImpactFindingViewTable;
  impact_sample: ImpactSampleTable;
}
