import type { Placement } from '@candor/core/evidence/container';

/** One file of a mailbox's evidence on disk, not opened yet. */
export interface EvidenceFile {
  readonly custodian: string;
  /** This real path has no link in it; each code unit is one byte (`FileName.raw`). */
  readonly raw: string;
  /** docs/formats/exposure-jsonl.md, `location`, without an ordinal or member. */
  readonly location: string;
  /** Path below the evidence, `/` between; empty when the file is the whole evidence. */
  readonly below: string;
  readonly placement: Placement;
  readonly size: number;
  /** Of the file's last change, in nanoseconds, as a decimal text: a shard is read again when it differs. */
  readonly modified: string;
}

/** A file as the walk meets it: `EvidenceFile` has the rest. */
export interface FoundFile extends Pick<EvidenceFile, 'raw' | 'location' | 'below' | 'size' | 'modified'> {
  /** It is true too if a folder on the way to the file is a link. */
  readonly linked: boolean;
}
