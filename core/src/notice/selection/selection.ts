/** Why a party that evidence and incident file would notify is not in a wave. */
export type LeftOutReason =
  /** A person, or a row of the directory, made it a list. */
  | 'list-by-hand'
  | 'list-in-directory'
  | 'merged'
  | 'do-not-contact'
  | 'delay'
  | 'excepted'
  /** One of its addresses may be the intruder's, and nobody has named it. */
  | 'perhaps-intruder'
  /** It was notified of mail that others have now. */
  | 'moved-addresses';

/** One difference between evidence and incident file alone and this wave. */
export type SelectionRow =
  | {
      readonly is: 'left-out';
      readonly party: string;
      readonly why: LeftOutReason;
      /** The party that it was merged into; else null. */
      readonly into: string | null;
      /** Id of the decision; null where the directory or the order decides. */
      readonly decision: string | null;
    }
  /** A notice to it is in the wave, and no address is left. */
  | { readonly is: 'no-contact'; readonly party: string }
  /** Messages with findings of a kind: those that the search counts alone, and those that count after decisions. */
  | {
      readonly is: 'figure';
      readonly party: string;
      readonly figure: string;
      readonly alone: number;
      readonly here: number;
    }
  /** Findings that nobody can count any more. */
  | { readonly is: 'erased'; readonly findings: number; readonly messages: number; readonly decision: string }
  /** Messages that people listed as holding secrets. */
  | { readonly is: 'listed'; readonly party: string; readonly messages: number; readonly by: string }
  | {
      readonly is: 'contact';
      readonly party: string | null;
      readonly act: 'added' | 'withdrawn' | 'imported' | 'barred';
      readonly contact: string;
      readonly decision: string | null;
    }
  /** What a person wrote into this wave; null: the text of the incident file was taken out. */
  | { readonly is: 'text'; readonly of: string; readonly text: string };

/** One decision in force, as it was recorded. */
export interface ListedDecision {
  /** Table and number, or the digest of its document. */
  readonly id: string;
  readonly what: string;
  readonly by: string;
  readonly at: string;
  readonly why: string;
  /** Signed with an operator's key; else `by` is what somebody typed. */
  readonly isSigned: boolean;
}

export interface Assertion {
  readonly what: string;
  readonly text: string;
}

/** What all lasting decisions together take out. */
export interface TakenOut {
  readonly parties: number;
  /** Parties that evidence and incident file alone would notify. */
  readonly of: number;
  /** Parties whose last counted message with passwords or keys was dismissed. */
  readonly lastSecrets: readonly string[];
  /** The number that an approver types; null where it takes out little. */
  readonly confirm: number | null;
}

export interface NamedDigest {
  readonly file: string;
  /** Hex. */
  readonly sha256: string;
}

export interface RelayWay {
  readonly host: string;
  readonly port: number;
  readonly tls: string;
  readonly from: string;
}

/**
 * Everything by which people, not evidence, decide what a wave says and to whom (docs/formats/selection.md). It stays
 * in the lab; the wave's manifest has a hash of it.
 */
export interface Selection {
  readonly v: 1;
  readonly incident: string;
  readonly wave: number;
  readonly kind: string;
  readonly exposure: { readonly version: number; readonly digest: string };
  readonly at: string;
  readonly takenOut: TakenOut;
  readonly order: { readonly only: readonly string[] | null; readonly except: readonly string[] };
  readonly rows: readonly SelectionRow[];
  /** Those without a signature first. */
  readonly decisions: readonly ListedDecision[];
  /** Head of the chain of decision documents, hex; null before the first. */
  readonly head: string | null;
  readonly asserted: readonly Assertion[];
  /** What differs from the last approved wave; null for the first. */
  readonly since: {
    readonly wave: number;
    readonly added: readonly string[];
    readonly removed: readonly string[];
  } | null;
  readonly digests: {
    /** The incident file's own digest. */
    readonly incident: string;
    /** Every file that the incident file names, as the run read it. */
    readonly files: readonly NamedDigest[];
    readonly references: readonly NamedDigest[];
  };
  readonly way: {
    /** In the order in which they are tried. */
    readonly relays: readonly RelayWay[];
    /** Digest of the gate's settings, hex. */
    readonly gate: string;
    readonly page: string;
  };
}
