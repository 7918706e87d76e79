/** The append-only log, one row an entry; the commitment is what outsiders see. */
export interface LedgerEntryTable {
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
}

/** Full and partial tiles of hashes (C2SP tlog-tiles), so that a proof reads few rows. */
export interface LedgerTileTable {
  level: number;
  position: number;
  /** Up to 256 hashes of 32 bytes. */
  hashes: Uint8Array;
}

/** Every checkpoint that was ever signed. */
export interface LedgerCheckpointTable {
  /** Entries it covers. */
  size: number;
  root: Uint8Array;
  /** The signed note. */
  note: string;
  made_at: number;
  published_at: number | null;
}

/** The chain of deliveries (docs/formats/delivery.md), one row a link; rows are only added. */
export interface LedgerLinkTable {
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
}

/** Tables of the log and of the chain that it commits to; times are whole UTC seconds. */
export interface LedgerSchema {
  ledger_entry: LedgerEntryTable;
  ledger_tile: LedgerTileTable;
  ledger_checkpoint: LedgerCheckpointTable;
  ledger_link: LedgerLinkTable;
}
