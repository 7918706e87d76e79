/** Bytes that a version or a wave follows from, kept once however often they are used. */
interface EvidenceInputTable {
  /** Of the bytes as they were read, hex. */
  sha256: string;
  /** gzip of them. */
  content: Uint8Array;
}

/** What used which bytes. */
interface EvidenceInputUseTable {
  /** `InputUser` */
  user: string;
  /** Of the version or wave. */
  number: number;
  /** `InputPurpose` */
  purpose: string;
  /** As the incident file names it; a name of ours where it names none. */
  path: string;
  size: number;
  /** The bytes are in `evidence_input`, unless they were too large or were erased. */
  sha256: string;
}

/** Inputs besides the evidence, for whoever computes a version or a wave again. */
export interface InputSchema {
  evidence_input: EvidenceInputTable;
  evidence_input_use: EvidenceInputUseTable;
}
