import type { Generated } from 'kysely';

/** What a person decided by hand, one row a command (docs/formats/decision.md): appended, never changed. */
interface LedgerDecisionTable {
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
}

/** Texts of a wave as a person edited them: appended, never changed. */
interface NoticeEditTable {
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
}

/** Tables of what people decided by hand. */
export interface DecisionSchema {
  ledger_decision: LedgerDecisionTable;
  notice_edit: NoticeEditTable;
}
