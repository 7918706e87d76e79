/** What decisions make of the evidence in a wave. Its manifest has a hash of salt and document. */
interface NoticeSelectionTable {
  wave_id: number;
  /** Secret: 32 random bytes. */
  salt: Uint8Array;
  /** `Selection`, canonical JSON. */
  document: string;
}

/** A party that must be notified at a wave's exposure version, at its place in the set. */
interface NoticeCountedPartyTable {
  wave_id: number;
  party: string;
  position: number;
  salt: Uint8Array;
  /** Canonical JSON, as its leaf has it. */
  counted: string;
}

/** What two people sign with a wave besides its notices. */
export interface WaveSchema {
  notice_selection: NoticeSelectionTable;
  notice_counted_party: NoticeCountedPartyTable;
}
